// SPDX-License-Identifier: MIT
#include "shape.h"

#include <meshwatch/connector/support.h>
#include <meshwatch/core/secrets.h>

#include <QRegularExpression>

namespace meshwatch::connector {

using namespace shape;

namespace {

/// What a Connector's own configuration has at its top. Everything else there comes from the environment of
/// its process and may be anybody's secret.
constexpr const char* ownSections[] = {"debug",   "transportLibrary", "database",
                                       "logging", "infrastructure",   "modules"};

QString hidden() { return QString::fromLatin1(secrets::redacted); }

/// An address without who logs in there and without the values of its query.
QString redactAddress(QString address) {
    const qsizetype start = address.indexOf(QLatin1String("://")) + 3;
    // The last @, because passwords hold unescaped slashes and hashes often enough.
    if (const qsizetype at = address.lastIndexOf(QLatin1Char('@')); at > start)
        address.replace(start, at - start, hidden());
    static const QRegularExpression queryValue(QStringLiteral("([?&][^=&#]*=)[^&#]*"));
    return address.replace(queryValue, QLatin1String("\\1") + hidden());
}

/// Hides what is secret although its name does not say so: headers of any name, addresses, options of modules
/// that are not enmeshed's (`location` says whose).
QJsonValue redactDeep(const QString& name, const QJsonValue& value) {
    if (value.isArray()) {
        QJsonArray list;
        const QJsonArray items = value.toArray();
        for (const auto& item : items)
            list.append(redactDeep(name, item));
        return list;
    }
    if (value.isString())
        return value.toString().contains(QLatin1String("://")) ? redactAddress(value.toString()) : value;
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    const bool isHeaders = name.endsWith(QLatin1String("headers"), Qt::CaseInsensitive);
    const QString location = object.value(QLatin1String("location")).toString();
    const bool isForeignModule = !location.isEmpty() && !location.startsWith(QLatin1String("@nmshd/"));
    for (auto it = object.begin(); it != object.end(); ++it) {
        const bool isPlain = it.key() == QLatin1String("location") || it.key() == QLatin1String("enabled");
        it.value() = isHeaders || (isForeignModule && !isPlain) ? QJsonValue(hidden())
                                                                : redactDeep(it.key(), it.value());
    }
    return object;
}

} // namespace

ConnectorResult<Support> Support::fromJson(const QJsonObject& json, const QString& path) {
    static constexpr Field fields[] = {{"configuration", Type::Object}};
    if (auto problem = mismatch(json, fields, path))
        return *problem;
    return Support(json);
}

QJsonObject Support::redacted() const {
    QJsonObject answer = toJson();
    QJsonObject shown = configuration();
    for (auto it = shown.begin(); it != shown.end(); ++it) {
        const bool isOwn = std::any_of(std::begin(ownSections), std::end(ownSections),
                                       [&it](const char* own) { return it.key() == QLatin1String(own); });
        if (!isOwn)
            it.value() = hidden();
    }
    if (has("configuration"))
        answer.insert(QLatin1String("configuration"), redactDeep({}, shown));
    return secrets::redact(QJsonValue(answer)).toObject();
}

} // namespace meshwatch::connector
