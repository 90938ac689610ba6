// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <utility>

/// Taking known members out of an object, so that what is left is what we do not know; and putting members in
/// only where they have a value: the Connector has no nulls.
namespace meshwatch::members {

inline QJsonValue take(QJsonObject& from, const char* name) { return from.take(QLatin1String(name)); }

/// Members of another type stay where they are.
inline QString takeText(QJsonObject& from, const char* name) {
    return from.value(QLatin1String(name)).isString() ? take(from, name).toString() : QString();
}
inline QJsonObject takeObject(QJsonObject& from, const char* name) {
    return from.value(QLatin1String(name)).isObject() ? take(from, name).toObject() : QJsonObject();
}
inline bool takeFlag(QJsonObject& from, const char* name, bool absent = false) {
    return from.value(QLatin1String(name)).isBool() ? take(from, name).toBool() : absent;
}
inline QStringList takeTexts(QJsonObject& from, const char* name) {
    QStringList texts;
    if (!from.value(QLatin1String(name)).isArray())
        return texts;
    const QJsonArray list = take(from, name).toArray();
    for (const auto& text : list)
        texts.append(text.toString());
    return texts;
}

inline void put(QJsonObject& into, const char* name, const QString& text) {
    if (!text.isEmpty())
        into.insert(QLatin1String(name), text);
}
inline void put(QJsonObject& into, const char* name, const QStringList& texts) {
    if (!texts.isEmpty())
        into.insert(QLatin1String(name), QJsonArray::fromStringList(texts));
}
inline void put(QJsonObject& into, const char* name, const QJsonObject& object) {
    if (!object.isEmpty())
        into.insert(QLatin1String(name), object);
}
/// Required, so there even if it is empty.
inline void putAlways(QJsonObject& into, const char* name, const QJsonValue& value) {
    into.insert(QLatin1String(name), value);
}
inline void putFlag(QJsonObject& into, const char* name, bool flag) {
    if (flag)
        into.insert(QLatin1String(name), true);
}

} // namespace meshwatch::members
