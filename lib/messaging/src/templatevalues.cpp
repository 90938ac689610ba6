// SPDX-License-Identifier: MIT
#include <meshwatch/messaging/templatevalues.h>

#include <QJsonObject>
#include <QLocale>

#include <algorithm>

namespace meshwatch {

namespace {

/// As a person writes it; lists and objects have members of their own or none.
QString shown(const QJsonValue& value) {
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.isDouble())
        return QLocale::c().toString(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    return value.toString();
}

} // namespace

TemplateValues::TemplateValues(const QDateTime& now, const QString& connection) {
    const QLocale locale;
    set(QStringLiteral("now"), locale.toString(now, QLocale::ShortFormat));
    set(QStringLiteral("date"), locale.toString(now.date(), QLocale::LongFormat));
    set(QStringLiteral("time"), locale.toString(now.time(), QLocale::ShortFormat));
    set(QStringLiteral("connection"), connection);
}

void TemplateValues::addPeer(const QString& address, const std::vector<connector::Attribute>& shared) {
    static const QString prefix = QStringLiteral("peer.");
    set(prefix + QLatin1String("address"), address);
    add(prefix, shared);
    QString name = value(prefix + QLatin1String("DisplayName"));
    if (name.isEmpty())
        name = QString(value(prefix + QLatin1String("GivenName")) + QLatin1Char(' ') +
                       value(prefix + QLatin1String("Surname")))
                   .trimmed();
    if (!name.isEmpty())
        set(prefix + QLatin1String("name"), name);
}

void TemplateValues::addOwn(const std::vector<connector::Attribute>& own) { add(QStringLiteral("me."), own); }

void TemplateValues::add(const QString& prefix, const std::vector<connector::Attribute>& attributes) {
    for (const connector::Attribute& attribute : attributes) {
        const connector::Content value = attribute.value();
        const QString name = prefix + value.type();
        if (contains(name))
            continue;
        const QJsonObject& members = value.toJson();
        for (auto it = members.begin(); it != members.end(); ++it) {
            const bool isWhole = it.key() == QLatin1String("value");
            if (it.key() == QLatin1String("@type") || it.value().isArray() || it.value().isObject())
                continue;
            set(isWhole ? name : name + QLatin1Char('.') + it.key(), shown(it.value()));
        }
    }
}

QStringList TemplateValues::names() const {
    QStringList names = m_values.keys();
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace meshwatch
