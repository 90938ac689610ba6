// SPDX-License-Identifier: MIT
#include "routes.h"
#include "schema.h"

namespace meshwatch::sandbox::routes {

using namespace Qt::StringLiterals;

namespace {

constexpr FilterName requestFilters[] = {{"id"},
                                         {"peer"},
                                         {"createdAt"},
                                         {"status"},
                                         {"content.expiresAt"},
                                         {"content.items.@type"},
                                         {"content.items.items.@type"},
                                         {"source.type"},
                                         {"source.reference"},
                                         {"response.createdAt"},
                                         {"response.source.type"},
                                         {"response.source.reference"},
                                         {"response.content.result"},
                                         {"response.content.items.@type"},
                                         {"response.content.items.items.@type"},
                                         {"wasAutomaticallyDecided"}};

constexpr auto incomingRoles = "core:requests|core:requests:incoming";
constexpr auto outgoingRoles = "core:requests|core:requests:outgoing";

Outcome<ApiAnswer> listRequests(RequestStore& requests, const ApiRequest& request, size_t names) {
    const auto filter =
        Filter::read(request.query, std::span(requestFilters, names), Filter::Unknown::Ignored);
    if (!filter)
        return filter.error();
    return ApiAnswer::ok(filtered(requests.all(), *filter, [](const auto&) { return true; }));
}

Outcome<ApiAnswer> get(RequestStore& requests, const ApiRequest& request) {
    if (const auto error = checkId(request.id(), "REQ"_L1))
        return *error;
    return ApiAnswer::of(requests.get(request.id()));
}

enum class Decision { CanAccept, Accept, CanReject, Reject };

Outcome<ApiAnswer> decide(Runtime& runtime, const ApiRequest& request, Decision decision) {
    if (request.body["decidedByAutomation"_L1].toBool())
        return ApiError{400, u"error.connector.incomingRequests.decidedByAutomation"_s,
                        u"Decided by automation is not allowed for this endpoint."_s};
    if (const auto error = checkId(request.id(), "REQ"_L1, "requestId"_L1))
        return *error;
    if (!request.body.isObject())
        return errors::invalidValue(u"must be object"_s);
    if (!request.body["items"_L1].isArray())
        return errors::invalidValue(u"must have required property 'items'"_s);
    const QJsonArray items = request.body["items"_L1].toArray();
    const bool accepts = decision == Decision::Accept || decision == Decision::CanAccept;
    const bool isDryRun = decision == Decision::CanAccept || decision == Decision::CanReject;
    return ApiAnswer::of(isDryRun ? runtime.incoming.check(request.id(), items, accepts)
                                  : runtime.incoming.decide(request.id(), items, accepts));
}

Outcome<ApiAnswer> createRequest(Runtime& runtime, const ApiRequest& request, bool isDryRun) {
    using enum Field::Kind;
    const auto peerNeed = isDryRun ? Field::Need::Optional : Field::Need::Required;
    if (const auto error = checkBody(
            request.body, {{"content", Object, Field::Need::Required}, {"peer", Address, peerNeed}}))
        return *error;
    const QJsonObject content = request.body["content"_L1].toObject();
    const QString peer = request.text("peer"_L1);
    return ApiAnswer::of(
        isDryRun ? runtime.outgoing.canCreate(content, peer) : runtime.outgoing.create(content, peer), 201);
}

} // namespace

void addRequests(Router& router, Runtime& runtime) {
    const QByteArray incoming = "/api/core/v1/Requests/Incoming";
    const QByteArray outgoing = "/api/core/v1/Requests/Outgoing";
    router.add({"GET", incoming, incomingRoles, [&runtime](const ApiRequest& request) {
                    return listRequests(runtime.incoming, request, std::size(requestFilters));
                }});
    router.add({"GET", incoming + "/{id}", incomingRoles,
                [&runtime](const ApiRequest& request) { return get(runtime.incoming, request); }});
    const std::pair<const char*, Decision> decisions[] = {{"/{id}/CanAccept", Decision::CanAccept},
                                                          {"/{id}/Accept", Decision::Accept},
                                                          {"/{id}/CanReject", Decision::CanReject},
                                                          {"/{id}/Reject", Decision::Reject}};
    for (const auto& [path, decision] : decisions)
        router.add({"PUT", incoming + path, incomingRoles,
                    [&runtime, decision = decision](const ApiRequest& request) {
                        return decide(runtime, request, decision);
                    }});
    router.add({"POST", outgoing + "/Validate", outgoingRoles,
                [&runtime](const ApiRequest& request) { return createRequest(runtime, request, true); }});
    router.add({"POST", outgoing, outgoingRoles,
                [&runtime](const ApiRequest& request) { return createRequest(runtime, request, false); }});
    router.add({"GET", outgoing + "/{id}", outgoingRoles,
                [&runtime](const ApiRequest& request) { return get(runtime.outgoing, request); }});
    // Outgoing ones know no automation, which is the last of the names.
    router.add({"GET", outgoing, outgoingRoles, [&runtime](const ApiRequest& request) {
                    return listRequests(runtime.outgoing, request, std::size(requestFilters) - 1);
                }});
}

} // namespace meshwatch::sandbox::routes
