// SPDX-License-Identifier: MIT
#include <meshwatch/connector/record.h>
#include <meshwatch/core/json.h>

#include <QJsonArray>

namespace meshwatch::connector {

QJsonValue Record::at(QStringView path) const { return json::at(m_json, path); }

QString Record::textOf(const char* name) const { return m_json.value(QLatin1StringView(name)).toString(); }

QStringList Record::textsOf(const char* name) const {
    QStringList texts;
    const QJsonArray items = m_json.value(QLatin1StringView(name)).toArray();
    for (const auto& item : items)
        texts << item.toString();
    return texts;
}

bool Record::flagOf(const char* name) const { return m_json.value(QLatin1StringView(name)).toBool(); }

qint64 Record::numberOf(const char* name, qint64 absent) const {
    return m_json.value(QLatin1StringView(name)).toInteger(absent);
}

Micros Record::timeOf(const char* name) const {
    return Micros::fromIso(textOf(name).toUtf8()).value_or(Micros{});
}

QJsonObject Record::objectOf(const char* name) const {
    return m_json.value(QLatin1StringView(name)).toObject();
}

bool Record::has(const char* name) const { return m_json.contains(QLatin1StringView(name)); }

} // namespace meshwatch::connector
