// SPDX-License-Identifier: MIT
#include "content.h"
#include "iql.h"
#include "routes.h"
#include "schema.h"

namespace meshwatch::sandbox::routes {

using namespace Qt::StringLiterals;

namespace {

bool isLatestOwn(const QJsonObject& attribute) {
    return typeOf(attribute) == "OwnIdentityAttribute"_L1 && !attribute.contains("succeededBy"_L1);
}

/// The `query` of a body, of the type that the route is for.
Outcome<QJsonObject> readQuery(const ApiRequest& request, const QString& type) {
    if (const auto error = checkBody(request.body, {{"query", Field::Kind::Object, Field::Need::Required}}))
        return *error;
    QJsonObject query = request.body["query"_L1].toObject();
    if (!query.contains("@type"_L1))
        query.insert("@type"_L1, type);
    if (typeOf(query) != type)
        return errors::invalidValue("query/@type must be equal to constant '"_L1 + type + u'\'');
    return content::read(query, content::Family::Query);
}

Outcome<ApiAnswer> identityQuery(Runtime& runtime, const ApiRequest& request) {
    const auto query = readQuery(request, u"IdentityAttributeQuery"_s);
    if (!query)
        return query.error();
    const QJsonArray tags = query->value("tags"_L1).toArray();
    return ApiAnswer::ok(filtered(runtime.attributes.all(), Filter(), [&](const QJsonObject& attribute) {
        const QJsonValue content = attribute.value("content"_L1);
        const QJsonArray own = content["tags"_L1].toArray();
        const bool hasTag =
            tags.isEmpty() ||
            std::any_of(tags.begin(), tags.end(), [&](const QJsonValue& tag) { return own.contains(tag); });
        return isLatestOwn(attribute) && hasTag &&
               content["value"_L1]["@type"_L1] == query->value("valueType"_L1);
    }));
}

Outcome<ApiAnswer> relationshipQuery(Runtime& runtime, const ApiRequest& request) {
    const auto query = readQuery(request, u"RelationshipAttributeQuery"_s);
    if (!query)
        return query.error();
    const QString given = query->value("owner"_L1).toString();
    const QString owner = given.isEmpty() ? runtime.address() : given;
    const QJsonValue valueType = query->value("attributeCreationHints"_L1)["valueType"_L1];
    const QJsonArray found = filtered(runtime.attributes.all(), Filter(), [&](const QJsonObject& attribute) {
        const QJsonValue content = attribute.value("content"_L1);
        return content["@type"_L1].toString() == "RelationshipAttribute"_L1 &&
               !attribute.contains("succeededBy"_L1) && content["key"_L1] == query->value("key"_L1) &&
               content["owner"_L1].toString() == owner && content["value"_L1]["@type"_L1] == valueType;
    });
    return found.isEmpty() ? errors::recordNotFound("LocalAttribute"_L1) : ApiAnswer::ok(found.first());
}

Outcome<ApiAnswer> thirdPartyQuery(Runtime& runtime, const ApiRequest& request) {
    const auto query = readQuery(request, u"ThirdPartyRelationshipAttributeQuery"_s);
    if (!query)
        return query.error();
    const QString owner = query->value("owner"_L1).toString();
    const QJsonArray parties = query->value("thirdParty"_L1).toArray();
    return ApiAnswer::ok(filtered(runtime.attributes.all(), Filter(), [&](const QJsonObject& attribute) {
        const QJsonValue content = attribute.value("content"_L1);
        const bool isOwn = content["owner"_L1].toString() == runtime.address();
        const bool fitsOwner = owner.isEmpty() || (owner == "recipient"_L1 && isOwn) ||
                               (owner == "thirdParty"_L1 && !isOwn) ||
                               content["owner"_L1].toString() == owner;
        return content["@type"_L1].toString() == "RelationshipAttribute"_L1 && fitsOwner &&
               content["key"_L1] == query->value("key"_L1) && !attribute.contains("succeededBy"_L1) &&
               (parties.contains(QString()) || parties.contains(attribute.value("peer"_L1)));
    }));
}

Outcome<ApiAnswer> iqlQuery(Runtime& runtime, const ApiRequest& request) {
    const auto query = readQuery(request, u"IQLQuery"_s);
    if (!query)
        return query.error();
    const auto expression = iql::parse(query->value("queryString"_L1).toString());
    if (!expression)
        return errors::invalidValue(expression.error().message);
    return ApiAnswer::ok(filtered(runtime.attributes.all(), Filter(), [&](const QJsonObject& attribute) {
        return isLatestOwn(attribute) && expression->matches(attribute.value("content"_L1).toObject());
    }));
}

Outcome<ApiAnswer> validateIql(const ApiRequest& request) {
    if (const auto error = checkBody(request.body, {{"query", Field::Kind::Object, Field::Need::Required}}))
        return *error;
    const QJsonValue query = request.body["query"_L1];
    if (query["@type"_L1].toString() != "IQLQuery"_L1)
        return errors::invalidValue(u"query must have required property '@type'"_s);
    const auto expression = iql::parse(query["queryString"_L1].toString());
    if (expression)
        return ApiAnswer::ok(QJsonObject{{u"isValid"_s, true}});
    const auto position = [](int offset) {
        return QJsonObject{{u"offset"_s, offset}, {u"line"_s, 1}, {u"column"_s, offset + 1}};
    };
    const iql::ParseError& failure = expression.error();
    return ApiAnswer::ok(QJsonObject{
        {u"isValid"_s, false},
        {u"error"_s, QJsonObject{{u"message"_s, failure.message},
                                 {u"location"_s, QJsonObject{{u"start"_s, position(failure.offset)},
                                                             {u"end"_s, position(failure.offset + 1)}}}}}});
}

} // namespace

void addAttributeQueries(Router& router, Runtime& runtime) {
    router.add({"POST", attributesPath + "/ExecuteIdentityAttributeQuery", attributesRole,
                [&runtime](const ApiRequest& request) { return identityQuery(runtime, request); }});
    router.add({"POST", attributesPath + "/ExecuteRelationshipAttributeQuery", attributesRole,
                [&runtime](const ApiRequest& request) { return relationshipQuery(runtime, request); }});
    router.add({"POST", attributesPath + "/ExecuteThirdPartyRelationshipAttributeQuery", attributesRole,
                [&runtime](const ApiRequest& request) { return thirdPartyQuery(runtime, request); }});
    router.add({"POST", attributesPath + "/ExecuteIQLQuery", attributesRole,
                [&runtime](const ApiRequest& request) { return iqlQuery(runtime, request); }});
    router.add({"POST", attributesPath + "/ValidateIQLQuery", attributesRole,
                [](const ApiRequest& request) { return validateIql(request); }});
}

} // namespace meshwatch::sandbox::routes
