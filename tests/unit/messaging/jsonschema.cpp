// SPDX-License-Identifier: MIT
#include "jsonschema.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace {

bool isOfType(const QJsonValue& value, const QString& type) {
    if (type == QLatin1String("object"))
        return value.isObject();
    if (type == QLatin1String("array"))
        return value.isArray();
    if (type == QLatin1String("string"))
        return value.isString();
    if (type == QLatin1String("boolean"))
        return value.isBool();
    if (type == QLatin1String("integer"))
        return value.isDouble() && value.toDouble() == std::floor(value.toDouble());
    return type == QLatin1String("number") ? value.isDouble()
                                           : type == QLatin1String("null") && value.isNull();
}

bool hasType(const QJsonValue& type, const QJsonValue& value) {
    if (type.isString())
        return isOfType(value, type.toString());
    const QJsonArray types = type.toArray();
    return types.isEmpty() || std::any_of(types.begin(), types.end(), [&value](const QJsonValue& one) {
               return isOfType(value, one.toString());
           });
}

} // namespace

JsonSchema::JsonSchema(const QString& path) {
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        m_definitions =
            QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("definitions")).toObject();
}

QString JsonSchema::problem(const QString& definition, const QJsonValue& value) const {
    if (!m_definitions.contains(definition))
        return QStringLiteral("no definition ") + definition;
    return check(m_definitions.value(definition).toObject(), value, QStringLiteral("$"));
}

QString JsonSchema::check(const QJsonObject& schema, const QJsonValue& value, const QString& path) const {
    const QString reference = schema.value(QLatin1String("$ref")).toString();
    if (!reference.isEmpty()) {
        const QString name = QString::fromUtf8(QByteArray::fromPercentEncoding(reference.mid(14).toUtf8()));
        return check(m_definitions.value(name).toObject(), value, path);
    }
    if (!hasType(schema.value(QLatin1String("type")), value))
        return path + QStringLiteral(": wrong type");
    if (schema.contains(QLatin1String("const")) && schema.value(QLatin1String("const")) != value)
        return path + QStringLiteral(": not ") + schema.value(QLatin1String("const")).toVariant().toString();
    if (schema.contains(QLatin1String("enum")) &&
        !schema.value(QLatin1String("enum")).toArray().contains(value))
        return path + QStringLiteral(": none of the allowed");
    if (const QString problem = checkAnyOf(schema, value, path); !problem.isEmpty())
        return problem;
    if (value.isObject())
        return checkObject(schema, value.toObject(), path);
    const QJsonObject items = schema.value(QLatin1String("items")).toObject();
    const QJsonArray list = value.toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString problem = check(items, list.at(i), path + QStringLiteral("[%1]").arg(i));
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

QString JsonSchema::checkAnyOf(const QJsonObject& schema, const QJsonValue& value,
                               const QString& path) const {
    const QJsonArray any = schema.value(QLatin1String("anyOf")).toArray();
    QString problems;
    for (const auto& one : any) {
        const QString problem = check(one.toObject(), value, path);
        if (problem.isEmpty())
            return {};
        problems += QStringLiteral(" / ") + problem;
    }
    return problems;
}

QString JsonSchema::checkObject(const QJsonObject& schema, const QJsonObject& value,
                                const QString& path) const {
    const QJsonObject properties = schema.value(QLatin1String("properties")).toObject();
    const QJsonArray required = schema.value(QLatin1String("required")).toArray();
    for (const auto& name : required) {
        if (!value.contains(name.toString()))
            return path + QStringLiteral(": misses ") + name.toString();
    }
    for (auto it = value.begin(); it != value.end(); ++it) {
        const QString place = path + QLatin1Char('.') + it.key();
        if (properties.contains(it.key())) {
            const QString problem = check(properties.value(it.key()).toObject(), it.value(), place);
            if (!problem.isEmpty())
                return problem;
        } else if (schema.value(QLatin1String("additionalProperties")) == QJsonValue(false)) {
            return place + QStringLiteral(": not allowed");
        }
    }
    return {};
}
