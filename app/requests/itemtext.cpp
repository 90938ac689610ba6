// SPDX-License-Identifier: MIT
#include "itemtext.h"

#include "attributefields.h"

#include <meshwatch/core/json.h>

namespace meshwatch {

namespace {

/// More than that nobody reads in a card; the JSON has all of it.
constexpr qsizetype mostCharacters = 2'000;

struct Lines {
    QStringList lines{};

    void add(const QString& text) {
        if (!text.isEmpty())
            lines.append(text.left(mostCharacters));
    }
    void query(const AttributeQuery& query) {
        if (const auto* identity = std::get_if<AttributeQuery::Identity>(&query.kind)) {
            if (!identity->tags.isEmpty())
                add(ItemText::tr("Tags: %1").arg(identity->tags.join(QLatin1String(", "))));
        } else if (const auto* relationship = std::get_if<AttributeQuery::Relationship>(&query.kind)) {
            add(relationship->description);
            add(ItemText::tr("Key: %1 · %2").arg(relationship->key, relationship->confidentiality));
        } else if (const auto* third = std::get_if<AttributeQuery::ThirdPartyRelationship>(&query.kind)) {
            add(ItemText::tr("Of a relationship with somebody else. Key: %1").arg(third->key));
        } else if (const auto* iql = std::get_if<AttributeQuery::Iql>(&query.kind)) {
            add(iql->queryString);
        }
    }
    void operator()(const RequestItem::Consent& item) {
        add(item.link.isEmpty() ? QString() : item.linkDisplayText + QLatin1Char(' ') + item.link);
    }
    void operator()(const RequestItem::CreateAttribute& item) {
        add(ItemText::tr("Your Connector stores: %1").arg(AttributeFields::caption(item.attribute)));
    }
    void operator()(const RequestItem::ShareAttribute& item) {
        add(ItemText::tr("You get: %1").arg(AttributeFields::caption(item.attribute)));
    }
    void operator()(const RequestItem::ReadAttribute& item) { query(item.query); }
    void operator()(const RequestItem::ProposeAttribute& item) {
        query(item.query);
        add(ItemText::tr("Proposed: %1").arg(AttributeFields::caption(item.attribute)));
    }
    void operator()(const RequestItem::ShareCredentialOffer& item) { add(item.credentialOfferUrl); }
    void operator()(const RequestItem::ShareAuthorizationRequest& item) { add(item.authorizationRequestUrl); }
    template<typename Other>
    void operator()(const Other&) {}
};

} // namespace

QStringList ItemText::details(const RequestItem& item) {
    Lines lines;
    if (item.description != item.caption())
        lines.add(item.description);
    std::visit([&lines](const auto& kind) { lines(kind); }, item.kind);
    return lines.lines;
}

QString ItemText::answer(const QJsonObject& response) {
    QString text;
    if (response.contains(QLatin1String("attribute")))
        text = AttributeFields::caption(response.value(QLatin1String("attribute")).toObject());
    else if (response.contains(QLatin1String("successorContent")))
        text = AttributeFields::caption(response.value(QLatin1String("successorContent")).toObject());
    else if (const QJsonValue given = response.value(QLatin1String("response")); !given.isUndefined())
        text = given.isString() ? given.toString() : QString::fromUtf8(json::compact(given));
    else
        for (const char* member : {"message", "code", "deletionDate"}) {
            if (text.isEmpty())
                text = response.value(QLatin1String(member)).toString();
        }
    return text.left(mostCharacters);
}

} // namespace meshwatch
