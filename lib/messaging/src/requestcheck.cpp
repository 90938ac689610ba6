// SPDX-License-Identifier: MIT
#include <meshwatch/messaging/requestcheck.h>

#include "futures.h"

#include <meshwatch/connector/connectorclient.h>

#include <QJsonArray>

namespace meshwatch::requestcheck {

namespace {

using connector::Decision;
using connector::Future;

Future<RequestProblems> problems(const Future<connector::Validation>& validation) {
    return futures::mapped<RequestProblems>(
        validation, [](const connector::Validation& found) { return requestProblems(found.toJson()); });
}

std::vector<Decision> decisionsOf(const QJsonArray& items) {
    std::vector<Decision> decisions;
    for (const auto& value : items) {
        QJsonObject item = value.toObject();
        const QJsonValue inGroup = item.value(QLatin1String("items"));
        if (inGroup.isArray()) {
            decisions.push_back(Decision::group(decisionsOf(inGroup.toArray())));
        } else if (item.take(QLatin1String("accept")).toBool()) {
            decisions.push_back(Decision::accept(item));
        } else {
            decisions.push_back(Decision::reject(item.value(QLatin1String("code")).toString(),
                                                 item.value(QLatin1String("message")).toString()));
        }
    }
    return decisions;
}

std::vector<Decision> decisionsOf(const RequestDecision& decision) {
    return decisionsOf(decision.toJson().value(QLatin1String("items")).toArray());
}

const AttributeQuery* queryOf(const RequestItem& item) {
    if (const auto* read = std::get_if<RequestItem::ReadAttribute>(&item.kind))
        return &read->query;
    const auto* propose = std::get_if<RequestItem::ProposeAttribute>(&item.kind);
    return propose ? &propose->query : nullptr;
}

} // namespace

Future<RequestProblems> canCreate(ConnectorClient& client, const RequestDraft& draft, const QString& peer) {
    return problems(client.outgoingRequests().validate(draft.toJson(), peer));
}

Future<RequestProblems> canDecide(ConnectorClient& client, const RequestDecision& decision) {
    const QString id = decision.request().id();
    const auto items = decisionsOf(decision);
    return problems(decision.isRejection() ? client.incomingRequests().canReject(id, items)
                                           : client.incomingRequests().canAccept(id, items));
}

Future<connector::Request> decide(ConnectorClient& client, const RequestDecision& decision) {
    const QString id = decision.request().id();
    const auto items = decisionsOf(decision);
    return decision.isRejection() ? client.incomingRequests().reject(id, items)
                                  : client.incomingRequests().accept(id, items);
}

Future<std::vector<connector::Attribute>> candidates(ConnectorClient& client, const RequestItem& item) {
    using Attributes = std::vector<connector::Attribute>;
    const AttributeQuery* query = queryOf(item);
    if (!query)
        return futures::ready<Attributes>(Attributes());
    if (const auto* iql = std::get_if<AttributeQuery::Iql>(&query->kind))
        return client.attributes().findByIql(iql->queryString);
    const QJsonObject json = query->toJson();
    if (std::holds_alternative<AttributeQuery::Identity>(query->kind))
        return client.attributes().findIdentityAttributes(json);
    if (std::holds_alternative<AttributeQuery::ThirdPartyRelationship>(query->kind))
        return client.attributes().findThirdPartyRelationshipAttributes(json);
    // To read a relationship attribute is answered with a new one only (reference, dto 9).
    return futures::ready<Attributes>(Attributes());
}

} // namespace meshwatch::requestcheck
