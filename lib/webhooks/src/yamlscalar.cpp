// SPDX-License-Identifier: MIT
#include "yamlscalar.h"

#include <QLocale>
#include <QRegularExpression>
#include <QSet>

#include <cmath>

namespace meshwatch::yamlscalar {

namespace {

const QSet<QByteArray>& trueWords() {
    static const QSet<QByteArray> words{"true", "True", "TRUE", "yes", "Yes", "YES",
                                        "on",   "On",   "ON",   "y",   "Y"};
    return words;
}

const QSet<QByteArray>& falseWords() {
    static const QSet<QByteArray> words{"false", "False", "FALSE", "no", "No", "NO",
                                        "off",   "Off",   "OFF",   "n",  "N"};
    return words;
}

bool isNullWord(const QByteArray& text) {
    return text.isEmpty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

/// Whole numbers as Go reads them: with sign, base and `_`; plain decimal ones beyond 64 bits are left to
/// decimals().
std::optional<ConfigJson> whole(QByteArray text) {
    static const QRegularExpression form(
        QStringLiteral("^[-+]?(0|[1-9][0-9_]*|0o?[0-7_]+|0x[0-9a-fA-F_]+|0b[01_]+)$"));
    if (!form.match(QString::fromLatin1(text)).hasMatch())
        return std::nullopt;
    text.replace('_', "");
    const bool isNegative = text.startsWith('-');
    if (isNegative || text.startsWith('+'))
        text.remove(0, 1);
    text.replace("0o", "0");
    bool isRead = false;
    const qulonglong number =
        text.startsWith("0b") ? text.mid(2).toULongLong(&isRead, 2) : text.toULongLong(&isRead, 0);
    if (!isRead || (isNegative && number > quint64(1) << 63))
        return std::nullopt;
    if (isNegative)
        return ConfigJson(std::int64_t(0 - number));
    return ConfigJson(std::uint64_t(number));
}

std::optional<ConfigJson> decimal(const QByteArray& text) {
    static const QRegularExpression form(
        QStringLiteral("^[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?$"));
    if (!form.match(QString::fromLatin1(text)).hasMatch())
        return std::nullopt;
    const double number = QByteArray(text).replace('+', "").toDouble();
    return std::isfinite(number) ? std::optional(ConfigJson(number)) : std::nullopt;
}

/// As Go prints a double.
std::string printed(double number) {
    if (number == std::trunc(number) && std::fabs(number) < 1e21)
        return QByteArray::number(number, 'f', 0).toStdString();
    return QByteArray::number(number, 'g', QLocale::FloatingPointShortest).toStdString();
}

bool isPlainSafe(const QByteArray& text) {
    static const QRegularExpression form(QStringLiteral("^[A-Za-z][A-Za-z0-9_./-]*$"));
    const QByteArray lower = text.toLower();
    return form.match(QString::fromUtf8(text), 0, QRegularExpression::NormalMatch).hasMatch() &&
           !text.endsWith('\n') && !trueWords().contains(lower) && !falseWords().contains(lower) &&
           !isNullWord(lower);
}

/// Does any reader need an escape for it, or fold it?
bool needsEscape(char32_t c) {
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfeff ||
           (c & 0xfffe) == 0xfffe || (c >= 0xd800 && c < 0xe000);
}

bool canBeSingleQuoted(const QByteArray& text) {
    const auto characters = configjson::unicode(text).toUcs4();
    return std::none_of(characters.begin(), characters.end(), [](uint c) { return needsEscape(c); });
}

QByteArray singleQuoted(QByteArray text) { return '\'' + text.replace('\'', "''") + '\''; }

} // namespace

ConfigJson resolvePlain(const std::string& text) {
    const QByteArray word = QByteArray::fromStdString(text);
    if (isNullWord(word))
        return nullptr;
    if (trueWords().contains(word))
        return true;
    if (falseWords().contains(word))
        return false;
    if (const auto number = whole(word))
        return *number;
    if (const auto number = decimal(word))
        return *number;
    return text;
}

std::optional<std::string> environmentText(const TextNode& node) {
    if (node.style != TextNode::Style::Plain || node.value.is_string())
        return node.text;
    if (node.value.is_null())
        return std::nullopt;
    const QByteArray word = QByteArray::fromStdString(node.text).toLower();
    if (node.value.is_boolean())
        return word == "true" || word == "false" ? word.toStdString() : node.text;
    return node.value.is_number_float() ? printed(node.value.get<double>()) : node.value.dump();
}

QByteArray write(const ConfigJson& value, TextNode::Style style) {
    if (value.is_number_float()) {
        // Some readers take a number with an exponent for a text if it has no point.
        QByteArray number = configjson::write(value, -1);
        const qsizetype exponent = number.indexOf('e');
        return exponent > 0 && !number.contains('.') ? number.insert(exponent, ".0") : number;
    }
    if (!value.is_string())
        return configjson::write(value, -1);
    const QByteArray text = QByteArray::fromStdString(value.get_ref<const std::string&>());
    if (style == TextNode::Style::Plain && isPlainSafe(text))
        return text;
    if (style != TextNode::Style::DoubleQuoted && style != TextNode::Style::Json && canBeSingleQuoted(text))
        return singleQuoted(text);
    return doubleQuoted(text.toStdString());
}

QByteArray doubleQuoted(const std::string& text) {
    static const QHash<uint, QByteArray> names{{'"', "\\\""}, {'\\', "\\\\"}, {'\n', "\\n"}, {'\r', "\\r"},
                                               {'\t', "\\t"}, {'\b', "\\b"},  {'\f', "\\f"}};
    QByteArray result = "\"";
    for (const uint c : configjson::unicode(text).toUcs4()) {
        if (const auto known = names.find(c); known != names.end())
            result += *known;
        else if (c < 0x10000 && needsEscape(c))
            result += "\\u" + QByteArray::number(c, 16).rightJustified(4, '0');
        else
            result += QString::fromUcs4(reinterpret_cast<const char32_t*>(&c), 1).toUtf8();
    }
    return result + '"';
}

} // namespace meshwatch::yamlscalar
