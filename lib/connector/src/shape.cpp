// SPDX-License-Identifier: MIT
#include "shape.h"

#include <QCoreApplication>

namespace meshwatch::connector::shape {

QString nameOf(Type type) {
    switch (type) {
    case Type::Any:
        return QCoreApplication::translate("ConnectorError", "a value");
    case Type::Text:
        return QCoreApplication::translate("ConnectorError", "a text");
    case Type::Flag:
        return QCoreApplication::translate("ConnectorError", "true or false");
    case Type::Number:
        return QCoreApplication::translate("ConnectorError", "a number");
    case Type::Object:
        return QCoreApplication::translate("ConnectorError", "an object");
    case Type::Texts:
    case Type::Objects:
    case Type::TextsOrObjects:
        return QCoreApplication::translate("ConnectorError", "a list");
    }
    return {};
}

namespace {

QString nameOf(const QJsonValue& value) {
    switch (value.type()) {
    case QJsonValue::Null:
        return QStringLiteral("null");
    case QJsonValue::Undefined:
        return QCoreApplication::translate("ConnectorError", "nothing");
    case QJsonValue::Bool:
        return nameOf(Type::Flag);
    case QJsonValue::Double:
        return nameOf(Type::Number);
    case QJsonValue::String:
        return nameOf(Type::Text);
    case QJsonValue::Array:
        return nameOf(Type::Objects);
    case QJsonValue::Object:
        return nameOf(Type::Object);
    }
    return {};
}

bool fits(const QJsonValue& value, Type type) {
    switch (type) {
    case Type::Any:
        return true;
    case Type::Text:
        return value.isString();
    case Type::Flag:
        return value.isBool();
    case Type::Number:
        return value.isDouble();
    case Type::Object:
        return value.isObject();
    case Type::Texts:
    case Type::Objects:
    case Type::TextsOrObjects:
        return value.isArray();
    }
    return false;
}

std::optional<ConnectorError> mismatchInList(const QJsonArray& list, const Field& field,
                                             const QString& path) {
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QJsonValue item = list.at(i);
        const QString itemPath = path + QLatin1Char('[') + QString::number(i) + QLatin1Char(']');
        const bool mayBeText = field.type != Type::Objects;
        const bool mayBeObject = field.type != Type::Texts;
        if (mayBeText && item.isString())
            continue;
        if (!mayBeObject || !item.isObject())
            return wrongType(itemPath, nameOf(mayBeObject ? Type::Object : Type::Text), item);
        if (auto problem = mismatch(item.toObject(), field.inner, itemPath))
            return problem;
    }
    return {};
}

} // namespace

ConnectorError wrongType(const QString& path, const QString& expected, const QJsonValue& found) {
    ConnectorError error;
    error.kind = ConnectorError::Kind::WrongType;
    error.message = ConnectorError::tr("The answer does not fit at “%1”: %2 was expected, %3 came.")
                        .arg(path.isEmpty() ? QStringLiteral(".") : path, expected, nameOf(found));
    error.advice = ConnectorError::tr("The Connector may be of a version that Meshwatch does not know yet.");
    return error;
}

std::optional<ConnectorError> mismatch(const QJsonObject& object, Shape shape, const QString& path) {
    for (const Field& field : shape) {
        const QJsonValue value = object.value(QLatin1StringView(field.name));
        if (value.isUndefined() && field.need == Need::Optional)
            continue;
        const QString fieldPath = path.isEmpty() ? QString::fromLatin1(field.name)
                                                 : path + QLatin1Char('.') + QLatin1StringView(field.name);
        if (value.isUndefined() || !fits(value, field.type))
            return wrongType(fieldPath, nameOf(field.type), value);
        std::optional<ConnectorError> problem;
        if (field.type == Type::Object)
            problem = mismatch(value.toObject(), field.inner, fieldPath);
        else if (value.isArray() && field.type != Type::Any)
            problem = mismatchInList(value.toArray(), field, fieldPath);
        if (problem)
            return problem;
    }
    return {};
}

} // namespace meshwatch::connector::shape
