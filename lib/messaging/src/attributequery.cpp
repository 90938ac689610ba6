// SPDX-License-Identifier: MIT
#include <meshwatch/messaging/attributequery.h>

#include "checks.h"
#include "jsonmembers.h"

namespace meshwatch {

namespace {

using namespace members;

struct Writer {
    QJsonObject json;

    void operator()(const AttributeQuery::Identity& query) {
        putAlways(json, "@type", QStringLiteral("IdentityAttributeQuery"));
        putAlways(json, "valueType", query.valueType);
        put(json, "tags", query.tags);
    }
    void operator()(const AttributeQuery::Relationship& query) {
        putAlways(json, "@type", QStringLiteral("RelationshipAttributeQuery"));
        putAlways(json, "key", query.key);
        putAlways(json, "owner", query.owner);
        QJsonObject hints = json.value(QLatin1String("attributeCreationHints")).toObject();
        putAlways(hints, "title", query.title);
        putAlways(hints, "valueType", query.valueType);
        putAlways(hints, "confidentiality", query.confidentiality);
        put(hints, "description", query.description);
        put(hints, "valueHints", query.valueHints);
        putAlways(json, "attributeCreationHints", hints);
    }
    void operator()(const AttributeQuery::ThirdPartyRelationship& query) {
        putAlways(json, "@type", QStringLiteral("ThirdPartyRelationshipAttributeQuery"));
        putAlways(json, "key", query.key);
        putAlways(json, "owner", query.owner);
        putAlways(json, "thirdParty", QJsonArray::fromStringList(query.thirdParty));
    }
    void operator()(const AttributeQuery::Iql& query) {
        putAlways(json, "@type", QStringLiteral("IQLQuery"));
        putAlways(json, "queryString", query.queryString);
        QJsonObject hints = json.value(QLatin1String("attributeCreationHints")).toObject();
        put(hints, "valueType", query.valueType);
        put(hints, "tags", query.tags);
        put(json, "attributeCreationHints", hints);
    }
};

AttributeQuery::Relationship readRelationship(QJsonObject& rest) {
    AttributeQuery::Relationship query;
    query.key = takeText(rest, "key");
    query.owner = takeText(rest, "owner");
    QJsonObject hints = takeObject(rest, "attributeCreationHints");
    query.title = takeText(hints, "title");
    query.valueType = takeText(hints, "valueType");
    query.confidentiality = takeText(hints, "confidentiality");
    query.description = takeText(hints, "description");
    query.valueHints = takeObject(hints, "valueHints");
    put(rest, "attributeCreationHints", hints); // what of them we do not know
    return query;
}

AttributeQuery::Iql readIql(QJsonObject& rest) {
    AttributeQuery::Iql query;
    query.queryString = takeText(rest, "queryString");
    QJsonObject hints = takeObject(rest, "attributeCreationHints");
    query.valueType = takeText(hints, "valueType");
    query.tags = takeTexts(hints, "tags");
    put(rest, "attributeCreationHints", hints);
    return query;
}

struct Checker {
    Checks checks;

    void operator()(const AttributeQuery::Identity& query) { checks.required("valueType", query.valueType); }
    void operator()(const AttributeQuery::Relationship& query) {
        checks.required("key", query.key, 100);
        checks.required("attributeCreationHints.title", query.title);
        checks.required("attributeCreationHints.valueType", query.valueType);
        checks.oneOf("attributeCreationHints.confidentiality", query.confidentiality,
                     {QStringLiteral("public"), QStringLiteral("private"), QStringLiteral("protected")});
    }
    void operator()(const AttributeQuery::ThirdPartyRelationship& query) {
        checks.required("key", query.key, 100);
        if (query.owner != QLatin1String("thirdParty") && query.owner != QLatin1String("recipient") &&
            !query.owner.isEmpty())
            checks.add("owner", Checks::tr("The owner is the third party, the recipient, or left open."));
        if (query.thirdParty.isEmpty())
            checks.add("thirdParty",
                       Checks::tr("At least one address belongs here, or an empty one for anybody."));
    }
    void operator()(const AttributeQuery::Iql& query) { checks.required("queryString", query.queryString); }
};

} // namespace

void AttributeQuery::check(const QString& path, RequestProblems& problems) const {
    if (rest.contains(QLatin1String("@type"))) {
        Checks(path, problems)
            .add("@type", Checks::tr("“%1” is no query that Meshwatch knows.")
                              .arg(rest.value(QLatin1String("@type")).toString()));
        return;
    }
    std::visit(Checker{Checks(path, problems)}, kind);
}

QJsonObject AttributeQuery::toJson() const {
    if (rest.contains(QLatin1String("@type")))
        return rest;
    Writer writer{rest};
    std::visit([&writer](const auto& query) { writer(query); }, kind);
    return writer.json;
}

AttributeQuery AttributeQuery::fromJson(const QJsonObject& json) {
    AttributeQuery query;
    query.rest = json;
    const QString type = takeText(query.rest, "@type");
    if (type == QLatin1String("IdentityAttributeQuery"))
        query.kind = Identity{takeText(query.rest, "valueType"), takeTexts(query.rest, "tags")};
    else if (type == QLatin1String("RelationshipAttributeQuery"))
        query.kind = readRelationship(query.rest);
    else if (type == QLatin1String("ThirdPartyRelationshipAttributeQuery"))
        query.kind = ThirdPartyRelationship{takeText(query.rest, "key"), takeText(query.rest, "owner"),
                                            takeTexts(query.rest, "thirdParty")};
    else if (type == QLatin1String("IQLQuery"))
        query.kind = readIql(query.rest);
    else
        query.rest.insert(QStringLiteral("@type"), type);
    return query;
}

} // namespace meshwatch
