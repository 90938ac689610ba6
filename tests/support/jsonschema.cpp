// SPDX-License-Identifier: MIT
#include "jsonschema.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

bool isOfType(const QJsonValue& value, const QString& type) {
    if (type == "integer"_L1)
        return value.isDouble() && value.toDouble() == double(value.toInteger());
    return (type == "string"_L1 && value.isString()) || (type == "number"_L1 && value.isDouble()) ||
           (type == "boolean"_L1 && value.isBool()) || (type == "object"_L1 && value.isObject()) ||
           (type == "array"_L1 && value.isArray()) || (type == "null"_L1 && value.isNull());
}

bool isOfAnyType(const QJsonValue& value, const QJsonValue& types) {
    if (types.isString())
        return isOfType(value, types.toString());
    const QJsonArray list = types.toArray();
    return std::any_of(list.begin(), list.end(),
                       [&value](const QJsonValue& type) { return isOfType(value, type.toString()); });
}

/// "#/definitions/Name%3COther%3E" → "Name<Other>".
QString nameOf(const QString& reference) {
    return QString::fromUtf8(QByteArray::fromPercentEncoding(reference.section(u'/', -1).toUtf8()));
}

} // namespace

JsonSchema::JsonSchema(const QString& file) {
    QFile text(file);
    if (text.open(QIODevice::ReadOnly))
        m_definitions = QJsonDocument::fromJson(text.readAll()).object().value("definitions"_L1).toObject();
}

QString JsonSchema::problem(const QString& definition, const QJsonValue& value) const {
    if (!m_definitions.contains(definition))
        return u"there is no definition %1"_s.arg(definition);
    return problem(m_definitions.value(definition).toObject(), value, definition);
}

QString JsonSchema::problem(const QJsonObject& schema, const QJsonValue& value, const QString& place) const {
    if (const QString reference = schema.value("$ref"_L1).toString(); !reference.isEmpty())
        return problem(m_definitions.value(nameOf(reference)).toObject(), value, place);
    if (schema.contains("anyOf"_L1))
        return problemOfChoice(schema.value("anyOf"_L1).toArray(), value, place);
    if (schema.contains("const"_L1) && schema.value("const"_L1) != value)
        return place + u": is not %1"_s.arg(schema.value("const"_L1).toVariant().toString());
    if (schema.contains("enum"_L1) && !schema.value("enum"_L1).toArray().contains(value))
        return place + u": %1 is none of the words"_s.arg(value.toString());
    if (schema.contains("type"_L1) && !isOfAnyType(value, schema.value("type"_L1)))
        return place + u": is of another type"_s;
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (qsizetype i = 0; i < items.size(); ++i) {
            const QString found =
                problem(schema.value("items"_L1).toObject(), items.at(i), u"%1[%2]"_s.arg(place).arg(i));
            if (!found.isEmpty())
                return found;
        }
    }
    return value.isObject() ? problemOfObject(schema, value.toObject(), place) : QString();
}

QString JsonSchema::problemOfObject(const QJsonObject& schema, const QJsonObject& object,
                                    const QString& place) const {
    const QJsonArray required = schema.value("required"_L1).toArray();
    for (const auto& name : required) {
        if (!object.contains(name.toString()))
            return place + u": has no %1"_s.arg(name.toString());
    }
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    const bool isClosed = schema.value("additionalProperties"_L1) == QJsonValue(false);
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString inner = place + u'.' + it.key();
        if (!properties.contains(it.key())) {
            if (isClosed)
                return inner + u": is unknown"_s;
            continue;
        }
        const QString found = problem(properties.value(it.key()).toObject(), it.value(), inner);
        if (!found.isEmpty())
            return found;
    }
    return {};
}

QString JsonSchema::problemOfChoice(const QJsonArray& choices, const QJsonValue& value,
                                    const QString& place) const {
    QStringList problems;
    for (const auto& choice : choices) {
        const QString found = problem(choice.toObject(), value, place);
        if (found.isEmpty())
            return {};
        problems << found;
    }
    return problems.join(" | "_L1);
}
