// SPDX-License-Identifier: MIT
#include "content.h"

#include "contenttypes.h"
#include "schema.h"

#include <meshwatch/core/json.h>

#include <QJsonArray>

namespace meshwatch::sandbox::content {

using namespace Qt::StringLiterals;

namespace {

ApiError wrong(const QString& place, const QString& what) {
    return errors::deserialization(place + " :: "_L1 + what);
}

/// Reads one object, recursively; `place` names it in errors.
class Reader {
public:
    Outcome<QJsonObject> object(const QJsonObject& given, const QStringList& allowed) {
        const QString name = typeOf(given);
        const Type* type = findType(name);
        if (!type)
            return errors::unknownType(name);
        if (!allowed.isEmpty() && !allowed.contains(name))
            return wrong(name, "Value is not an allowed type, one of "_L1 + allowed.join(u'|'));
        QJsonObject read{{u"@type"_s, name}};
        for (const Property& property : type->properties) {
            const QString key = QLatin1String(property.name);
            QJsonValue value = given.value(key);
            if (value.isUndefined() || value.isNull()) {
                if (!property.isOptional)
                    return wrong(name + u'.' + key, u"Value is not defined"_s);
                if (!property.standard)
                    continue;
                value = *json::parse(property.standard);
            }
            auto member = this->value(name + u'.' + key, value, property);
            if (!member)
                return member.error();
            read.insert(key, *member);
        }
        return read;
    }

private:
    using Kind = Property::Kind;

    static Outcome<QJsonValue> plain(const QString& place, const QJsonValue& value, bool fits,
                                     QLatin1String kind) {
        if (fits)
            return value;
        return wrong(place, "Value is not "_L1 + kind);
    }

    static Outcome<QJsonValue> text(const QString& place, const QJsonValue& value, int most) {
        if (!value.isString())
            return wrong(place, u"Value is not a string"_s);
        if (value.toString().size() > most)
            return wrong(place, "Value is longer than "_L1 + QString::number(most) + " characters"_L1);
        return value;
    }

    static Outcome<QJsonValue> oneOf(const QString& place, const QJsonValue& value,
                                     const QStringList& allowed) {
        if (value.isString() && allowed.contains(value.toString()))
            return value;
        return wrong(place, "Value must be one of: "_L1 + allowed.join(", "_L1));
    }

    Outcome<QJsonValue> nested(const QString& place, const QJsonValue& value, const QStringList& allowed) {
        if (!value.isObject())
            return wrong(place, u"Value is not an object"_s);
        auto read = object(value.toObject(), allowed);
        if (!read)
            return read.error();
        return QJsonValue(*read);
    }

    Outcome<QJsonValue> list(const QString& place, const QJsonValue& value, const QStringList& allowed) {
        if (!value.isArray())
            return wrong(place, u"Value is not an array"_s);
        if (value.toArray().isEmpty())
            return wrong(place + ":Array"_L1, u"may not be empty"_s);
        QJsonArray read;
        const QJsonArray elements = value.toArray();
        for (const QJsonValue& element : elements) {
            auto one = nested(place, element, allowed);
            if (!one)
                return one.error();
            read.append(*one);
        }
        return QJsonValue(read);
    }

    Outcome<QJsonValue> request(const QString& place, const QJsonValue& value) {
        if (!value.isObject())
            return wrong(place, u"Value is not an object"_s);
        auto read = readRequest(value.toObject());
        if (!read)
            return read.error();
        return QJsonValue(withoutType(*read));
    }

    static Outcome<QJsonValue> texts(const QString& place, const QJsonValue& value) {
        bool fits = value.isArray();
        const QJsonArray elements = value.toArray();
        for (const QJsonValue& element : elements)
            fits = fits && element.isString();
        return plain(place, value, fits, "a list of strings"_L1);
    }

    Outcome<QJsonValue> value(const QString& place, const QJsonValue& value, const Property& property) {
        switch (property.kind) {
        case Kind::Text:
            return text(place, value, property.most);
        case Kind::Time:
            return plain(place, value, value.isString() && isTime(value.toString()), "a date"_L1);
        case Kind::Number:
            return plain(place, value, value.isDouble(), "a number"_L1);
        case Kind::Boolean:
            return plain(place, value, value.isBool(), "a boolean"_L1);
        case Kind::Any:
            return value;
        case Kind::Object:
            return plain(place, value, value.isObject(), "an object"_L1);
        case Kind::Texts:
            return texts(place, value);
        case Kind::Format:
            return oneOf(place, value, {u"PlainText"_s, u"Markdown"_s});
        case Kind::Confidentiality:
            return oneOf(place, value, {u"public"_s, u"private"_s, u"protected"_s});
        case Kind::Value:
            return attributeValue(place, value);
        case Kind::Attribute:
            return nested(place, value, {u"IdentityAttribute"_s, u"RelationshipAttribute"_s});
        case Kind::Query:
            return nested(place, value, queryTypes());
        case Kind::Settings:
            return nested(place, value, {});
        case Kind::Items:
            return list(place, value,
                        place.startsWith("RequestItemGroup"_L1)
                            ? itemTypes()
                            : itemTypes() + QStringList{u"RequestItemGroup"_s});
        case Kind::NotificationItems:
            return list(place, value, {});
        case Kind::Request:
            return request(place, value);
        case Kind::Response:
            return value.isObject() ? Outcome<QJsonValue>(QJsonValue(withoutType(value.toObject())))
                                    : wrong(place, u"Value is not an object"_s);
        }
        return value;
    }

    Outcome<QJsonValue> attributeValue(const QString& place, const QJsonValue& value) {
        auto read = nested(place, value, {});
        if (!read)
            return read;
        const QString type = typeOf(value.toObject());
        const bool fits =
            place.startsWith("IdentityAttribute"_L1) ? isIdentityValue(type) : isRelationshipValue(type);
        return plain(place, *read, fits, "an allowed attribute value"_L1);
    }
};

QStringList typesOf(Family family) {
    switch (family) {
    case Family::Message:
        return messageTypes();
    case Family::TemplateContent:
        return {u"RelationshipTemplateContent"_s, u"ArbitraryRelationshipTemplateContent"_s};
    case Family::CreationContent:
        return {u"RelationshipCreationContent"_s, u"ArbitraryRelationshipCreationContent"_s};
    case Family::Attribute:
        return {u"IdentityAttribute"_s, u"RelationshipAttribute"_s};
    case Family::Query:
        return queryTypes();
    case Family::RequestItem:
        return itemTypes();
    case Family::Request:
        return {u"Request"_s};
    }
    return {};
}

} // namespace

Outcome<QJsonObject> read(const QJsonObject& object, Family family) {
    return Reader().object(object, typesOf(family));
}

Outcome<QJsonObject> readRequest(QJsonObject request) {
    if (!request.contains("@type"_L1))
        request.insert("@type"_L1, u"Request"_s);
    return read(request, Family::Request);
}

bool isIdentityValue(const QString& type) {
    return findType(type) && !isRelationshipValue(type) && !type.endsWith("Query"_L1) &&
           !type.endsWith("Item"_L1) && !type.endsWith("Settings"_L1) && !type.endsWith("Content"_L1) &&
           !type.endsWith("Attribute"_L1) && type != "Mail"_L1 && type != "Request"_L1 &&
           type != "Notification"_L1;
}

bool isRelationshipValue(const QString& type) {
    return findType(type) && (type.startsWith("Proprietary"_L1) || type == "Consent"_L1);
}

QJsonObject withoutType(QJsonObject object) {
    object.remove("@type"_L1);
    return object;
}

} // namespace meshwatch::sandbox::content
