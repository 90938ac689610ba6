// SPDX-License-Identifier: MIT
#include "javascript.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace meshwatch::javascript {

namespace {

/// The characters (code points) of a text, each as a text.
std::vector<ConfigJson> characters(const QString& text) {
    std::vector<ConfigJson> result;
    for (const char32_t character : text.toUcs4())
        result.push_back(configjson::fromString(QString::fromUcs4(&character, 1)));
    return result;
}

std::optional<QString> joined(const ConfigJson& list) {
    QStringList parts;
    for (const ConfigJson& element : list) {
        const auto part = element.is_null() ? std::optional(QString()) : toString(&element);
        if (!part)
            return std::nullopt;
        parts.append(*part);
    }
    return parts.join(QLatin1Char(','));
}

} // namespace

const ConfigJson* member(const ConfigJson* value, const std::string& name) {
    if (value == nullptr || !value->is_object())
        return nullptr;
    const auto found = value->find(name);
    return found == value->end() ? nullptr : &*found;
}

bool isTruthy(const ConfigJson* value) {
    if (value == nullptr || value->is_null() || value->is_discarded())
        return false;
    if (value->is_boolean())
        return value->get<bool>();
    if (value->is_number())
        return value->get<double>() != 0;
    return !value->is_string() || !value->get_ref<const std::string&>().empty();
}

std::optional<QString> toString(const ConfigJson* value) {
    if (value == nullptr)
        return QStringLiteral("undefined");
    switch (value->type()) {
    case ConfigJson::value_t::null:
        return QStringLiteral("null");
    case ConfigJson::value_t::boolean:
        return value->get<bool>() ? QStringLiteral("true") : QStringLiteral("false");
    case ConfigJson::value_t::string:
        return configjson::toString(*value);
    case ConfigJson::value_t::array:
        return joined(*value);
    case ConfigJson::value_t::object:
        // A member of this name is no function, since it came from JSON.
        return value->contains("toString") ? std::nullopt : std::optional(QStringLiteral("[object Object]"));
    default:
        return numberToString(value->get<double>());
    }
}

QString numberToString(double number) {
    if (!std::isfinite(number))
        return std::isnan(number) ? QStringLiteral("NaN")
               : number > 0       ? QStringLiteral("Infinity")
                                  : QStringLiteral("-Infinity");
    if (number == 0)
        return QStringLiteral("0");
    // The shortest digits that mean this number, and the place of the point behind them: d.ddde±xx.
    std::array<char, 64> buffer{};
    const auto written =
        std::to_chars(buffer.begin(), buffer.end(), std::fabs(number), std::chars_format::scientific);
    const QString text = QString::fromLatin1(buffer.data(), written.ptr - buffer.data());
    const qsizetype e = text.indexOf(QLatin1Char('e'));
    QString digits = text.left(e).remove(QLatin1Char('.'));
    const int point = text.mid(e + 1).toInt() + 1;
    const auto count = int(digits.size());
    const QString sign = number < 0 ? QStringLiteral("-") : QString();
    if (point > 21 || point <= -6) {
        if (count > 1)
            digits.insert(1, QLatin1Char('.'));
        return sign + digits + QLatin1Char('e') + QLatin1Char(point > 0 ? '+' : '-') +
               QString::number(std::abs(point - 1));
    }
    if (point <= 0)
        return sign + QLatin1String("0.") + QString(-point, QLatin1Char('0')) + digits;
    if (point >= count)
        return sign + digits + QString(point - count, QLatin1Char('0'));
    return sign + digits.insert(point, QLatin1Char('.'));
}

std::optional<quint32> index(QStringView text) {
    bool isNumber = false;
    const quint32 number = text.toUInt(&isNumber);
    const bool isIndex = isNumber && number != 0xffffffff && QString::number(number) == text;
    return isIndex ? std::optional(number) : std::nullopt;
}

QStringList names(const ConfigJson* value) {
    QStringList result;
    if (value == nullptr)
        return result;
    if (value->is_array() || value->is_string()) {
        const qsizetype count =
            value->is_array() ? qsizetype(value->size()) : configjson::toString(*value).size();
        for (qsizetype i = 0; i < count; ++i)
            result.append(QString::number(i));
    } else if (value->is_object()) {
        for (auto it = value->begin(); it != value->end(); ++it)
            result.append(QString::fromStdString(it.key()));
        const auto rest = std::stable_partition(result.begin(), result.end(),
                                                [](const QString& name) { return index(name).has_value(); });
        std::sort(result.begin(), rest,
                  [](const QString& a, const QString& b) { return *index(a) < *index(b); });
    }
    return result;
}

ConfigJson at(const ConfigJson& value, const QString& name) {
    if (value.is_object())
        return value.at(name.toStdString());
    if (value.is_array())
        return value.at(index(name).value_or(0));
    return configjson::fromString(configjson::toString(value).mid(index(name).value_or(0), 1));
}

std::optional<std::vector<ConfigJson>> elements(const ConfigJson* value) {
    if (value != nullptr && value->is_string())
        return characters(configjson::toString(*value));
    if (value != nullptr && value->is_array())
        return std::vector<ConfigJson>(value->begin(), value->end());
    return std::nullopt;
}

bool isInherited(const QString& name) {
    static const QStringList inherited{
        QStringLiteral("constructor"),      QStringLiteral("hasOwnProperty"),
        QStringLiteral("isPrototypeOf"),    QStringLiteral("propertyIsEnumerable"),
        QStringLiteral("toLocaleString"),   QStringLiteral("toString"),
        QStringLiteral("valueOf"),          QStringLiteral("__defineGetter__"),
        QStringLiteral("__defineSetter__"), QStringLiteral("__lookupGetter__"),
        QStringLiteral("__lookupSetter__"), QStringLiteral("__proto__")};
    return inherited.contains(name);
}

} // namespace meshwatch::javascript
