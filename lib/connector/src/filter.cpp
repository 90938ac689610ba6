// SPDX-License-Identifier: MIT
#include <meshwatch/connector/filter.h>

#include <QUrl>

#include <algorithm>

namespace meshwatch::connector {

namespace {

/// Filters that the Connector takes as plain text, without operators and without guessing of types.
bool isPlain(QStringView name) {
    return name == u"tags" || name == u"content.tags" || name == u"ownershipToken" ||
           name == u"attachments" || name == u"passwordProtection.password" || name == u"participant" ||
           name == u"language" || name == u"reference" || name == u"key";
}

/// Would the Connector read this as something other than the text it is?
bool isMisread(QStringView value) {
    static constexpr QStringView operators = u"!<>^$~";
    if (value.isEmpty() || operators.contains(value.front()))
        return true;
    if (value == u"true" || value == u"false")
        return true;
    bool isNumber = false;
    (void)value.toDouble(&isNumber); // also 0x…, Infinity and the like are numbers there
    return isNumber || value.startsWith(u"0x", Qt::CaseInsensitive) ||
           value.trimmed().size() != value.size() || value.endsWith(u"Infinity");
}

/// The text for a regular expression. Written out, because the Connector's engine is JavaScript's, which
/// knows no escape of letters, digits or blanks.
QString escaped(QStringView text) {
    QString pattern;
    for (const QChar c : text) {
        if (QStringView(u"\\^$.|?*+()[]{}/-").contains(c))
            pattern += QLatin1Char('\\');
        pattern += c;
    }
    return pattern;
}

/// A regular expression for exactly one of these texts, whatever the case.
QString pattern(const QStringList& values) {
    QStringList patterns;
    for (const QString& value : values)
        patterns << escaped(value);
    return QLatin1String("~^(?:") + patterns.join(QLatin1Char('|')) + QLatin1String(")$");
}

} // namespace

Filter& Filter::is(QStringView name, QStringView value) { return isOneOf(name, {value.toString()}); }

Filter& Filter::isOneOf(QStringView name, const QStringList& values) {
    if (!isPlain(name) && std::any_of(values.begin(), values.end(), isMisread))
        return add(name, pattern(values));
    for (const QString& value : values)
        add(name, value);
    return *this;
}

Filter& Filter::isNot(QStringView name, QStringView value) {
    if (!isPlain(name) && isMisread(value))
        return add(name, QLatin1String("~^(?!") + escaped(value) + QLatin1String("$)"));
    return add(name, QLatin1Char('!') + value.toString());
}

Filter& Filter::exists(QStringView name) { return raw(name, name == u"attachments" ? u"+" : u""); }
Filter& Filter::isMissing(QStringView name) { return raw(name, u"!"); }

Filter& Filter::startsWith(QStringView name, QStringView text) {
    return add(name, QLatin1String("~^") + escaped(text));
}

Filter& Filter::endsWith(QStringView name, QStringView text) {
    return add(name, QLatin1Char('~') + escaped(text) + QLatin1Char('$'));
}

Filter& Filter::matches(QStringView name, QStringView regularExpression) {
    return add(name, QLatin1Char('~') + regularExpression.toString());
}

Filter& Filter::between(QStringView name, Micros from, Micros to) {
    if (from.isValid())
        add(name, QLatin1String(">=") + from.toIso());
    if (to.isValid())
        add(name, QLatin1Char('<') + to.toIso());
    return *this;
}

Filter& Filter::option(QStringView name, bool value) { return is(name, value); }

Filter& Filter::raw(QStringView name, QStringView value) { return add(name, value.toString()); }

Filter& Filter::add(QStringView name, QString value) {
    m_conditions.emplace_back(name.toString(), std::move(value));
    return *this;
}

QByteArray Filter::encoded() const {
    QByteArray query;
    for (const auto& [name, value] : m_conditions) {
        if (!query.isEmpty())
            query += '&';
        query += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return query;
}

} // namespace meshwatch::connector
