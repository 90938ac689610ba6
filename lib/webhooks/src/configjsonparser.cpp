// SPDX-License-Identifier: MIT
#include "configjsonparser.h"

#include <meshwatch/webhooks/connectorconfiguration.h>

#include <charconv>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace meshwatch {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// The number as JavaScript holds it: a double, here an integer where none of it is lost by that.
ConfigJson asNumber(double number) {
    constexpr double exact = 9007199254740992.0; // 2^53
    if (std::fabs(number) <= exact && std::trunc(number) == number)
        return qint64(number);
    return number;
}

void appendUtf8(std::string& text, char32_t character) {
    // QString::fromUcs4() would lose a byte order mark.
    text += QStringView(QChar::fromUcs4(character)).toUtf8().toStdString();
}

} // namespace

std::optional<ConfigJson> ConfigJsonParser::parse() {
    ConfigJson result;
    if (!value(result, 0))
        return std::nullopt;
    skipBlanks();
    return m_at == m_text.size() ? std::optional(std::move(result)) : std::nullopt;
}

void ConfigJsonParser::skipBlanks() {
    while (m_at < m_text.size() && QByteArrayView(" \t\r\n").contains(m_text[m_at]))
        ++m_at;
}

bool ConfigJsonParser::take(QByteArrayView word) {
    if (!m_text.sliced(m_at).startsWith(word))
        return false;
    m_at += word.size();
    return true;
}

bool ConfigJsonParser::value(ConfigJson& result, int depth) {
    skipBlanks();
    if (depth > configjson::maximumDepth) {
        m_isTooDeep = true;
        return false;
    }
    switch (current()) {
    case '{':
        return object(result, depth);
    case '[':
        return array(result, depth);
    case '"':
        result = std::string();
        return string(result.get_ref<std::string&>());
    case 't':
        result = true;
        return take("true");
    case 'f':
        result = false;
        return take("false");
    case 'n':
        result = nullptr;
        return take("null");
    default:
        return number(result);
    }
}

qsizetype ConfigJsonParser::enter(const QString& step, qsizetype place) {
    const qsizetype before = m_pointer.size();
    if (m_notesPlaces) {
        m_pointer += ConnectorConfiguration::pointerOf({step});
        m_places.insert(m_pointer, place);
    }
    return before;
}

bool ConfigJsonParser::object(ConfigJson& result, int depth) {
    result = ConfigJson::object();
    auto& members = result.get_ref<ConfigJson::object_t&>();
    std::unordered_map<std::string, size_t> places; // looking through the members would be slow with many
    ++m_at;
    skipBlanks();
    if (take("}"))
        return true;
    do {
        skipBlanks();
        const qsizetype place = m_at;
        std::string name;
        ConfigJson member;
        if (current() != '"' || !string(name))
            return false;
        skipBlanks();
        const qsizetype above = enter(QString::fromStdString(name), place);
        if (!take(":") || !value(member, depth + 1))
            return false;
        m_pointer.truncate(above);
        if (const auto [known, isNew] = places.try_emplace(name, members.size()); isNew)
            members.emplace_back(name, std::move(member));
        else
            (members.begin() + qsizetype(known->second))->second = std::move(member);
        skipBlanks();
    } while (take(","));
    return take("}");
}

bool ConfigJsonParser::array(ConfigJson& result, int depth) {
    result = ConfigJson::array();
    ++m_at;
    skipBlanks();
    if (take("]"))
        return true;
    do {
        ConfigJson element;
        skipBlanks();
        const qsizetype above = enter(QString::number(result.size()), m_at);
        if (!value(element, depth + 1))
            return false;
        m_pointer.truncate(above);
        result.push_back(std::move(element));
        skipBlanks();
    } while (take(","));
    return take("]");
}

bool ConfigJsonParser::number(ConfigJson& result) {
    const qsizetype begin = m_at;
    const auto digits = [this] {
        const qsizetype from = m_at;
        while (isDigit(current()))
            ++m_at;
        return m_at > from;
    };
    (void)take("-");
    if (!take("0") && !digits())
        return false;
    if (take(".") && !digits())
        return false;
    if (take("e") || take("E")) {
        if (!take("+"))
            (void)take("-");
        if (!digits())
            return false;
    }
    double number = 0;
    const char* first = m_text.data() + begin;
    const auto read = std::from_chars(first, m_text.data() + m_at, number);
    if (read.ec == std::errc::result_out_of_range) {
        // Infinite, or too small to be told from 0.
        long double wide = 0;
        const auto again = std::from_chars(first, m_text.data() + m_at, wide);
        const bool isTiny =
            again.ec == std::errc() ? std::fabs(wide) < 1 : QByteArrayView(first, m_at - begin).contains('-');
        number = isTiny ? 0 : std::copysign(std::numeric_limits<double>::infinity(), *first == '-' ? -1 : 1);
    }
    result = asNumber(number);
    return true;
}

bool ConfigJsonParser::string(std::string& result) {
    ++m_at;
    qsizetype begin = m_at;
    const auto flush = [&] { result.append(m_text.data() + begin, size_t(m_at - begin)); };
    while (m_at < m_text.size()) {
        const char c = m_text[m_at];
        if (uchar(c) < 0x20)
            return false;
        if (c == '"') {
            flush();
            ++m_at;
            return true;
        }
        if (c == '\\') {
            flush();
            ++m_at;
            if (!escape(result))
                return false;
            begin = m_at;
        } else {
            ++m_at;
        }
    }
    return false;
}

bool ConfigJsonParser::escape(std::string& result) {
    static constexpr QByteArrayView names("\"\\/bfnrt");
    static constexpr QByteArrayView meanings("\"\\/\b\f\n\r\t");
    const char c = current();
    if (const qsizetype known = c == '\0' ? -1 : names.indexOf(c); known >= 0) {
        ++m_at;
        result += meanings[known];
        return true;
    }
    if (!take("u"))
        return false;
    const auto first = codeUnit();
    if (!first)
        return false;
    char32_t character = *first;
    if (QChar::isHighSurrogate(character)) {
        const qsizetype back = m_at;
        const auto second = take("\\u") ? codeUnit() : std::nullopt;
        if (second && QChar::isLowSurrogate(*second))
            character = QChar::surrogateToUcs4(char16_t(*first), char16_t(*second));
        else
            m_at = back;
    }
    appendUtf8(result, QChar::isSurrogate(character) ? char32_t(QChar::ReplacementCharacter) : character);
    return true;
}

std::optional<uint> ConfigJsonParser::codeUnit() {
    if (m_text.size() - m_at < 4)
        return std::nullopt;
    uint unit = 0;
    const char* first = m_text.data() + m_at;
    const auto read = std::from_chars(first, first + 4, unit, 16);
    if (read.ec != std::errc() || read.ptr != first + 4)
        return std::nullopt;
    m_at += 4;
    return unit;
}

} // namespace meshwatch
