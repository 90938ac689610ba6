// SPDX-License-Identifier: MIT
#include "caller.h"

namespace meshwatch::connector {

namespace {

BodyMaker decisionBody(const std::vector<Decision>& items) {
    return jsonBody(Decision::group(items).toJson()); // a Request is answered as a group is
}

BodyMaker requestBody(const QJsonObject& content, const QString& peer) {
    QJsonObject json{{QStringLiteral("content"), content}};
    if (!peer.isEmpty())
        json.insert(QLatin1String("peer"), peer);
    return jsonBody(json);
}

} // namespace

Future<std::vector<Request>> IncomingRequestCalls::list(const Filter& filter, const CallOptions& options) {
    return Caller::list<Request>(m_client, {&routes::incomingRequests, {}, filter, false, options});
}

Future<Request> IncomingRequestCalls::get(const QString& id, const CallOptions& options) {
    return Caller::one<Request>(m_client, {&routes::incomingRequest, {id}, {}, false, options});
}

Future<Validation> IncomingRequestCalls::canAccept(const QString& id, const std::vector<Decision>& items,
                                                   const CallOptions& options) {
    return Caller::one<Validation>(
        m_client, {&routes::canAcceptRequest, {id}, {}, false, options, decisionBody(items)});
}

Future<Validation> IncomingRequestCalls::canReject(const QString& id, const std::vector<Decision>& items,
                                                   const CallOptions& options) {
    return Caller::one<Validation>(
        m_client, {&routes::canRejectRequest, {id}, {}, false, options, decisionBody(items)});
}

Future<Request> IncomingRequestCalls::accept(const QString& id, const std::vector<Decision>& items,
                                             const CallOptions& options) {
    return Caller::one<Request>(m_client,
                                {&routes::acceptRequest, {id}, {}, false, options, decisionBody(items)});
}

Future<Request> IncomingRequestCalls::reject(const QString& id, const std::vector<Decision>& items,
                                             const CallOptions& options) {
    return Caller::one<Request>(m_client,
                                {&routes::rejectRequest, {id}, {}, false, options, decisionBody(items)});
}

Future<std::vector<Request>> OutgoingRequestCalls::list(const Filter& filter, const CallOptions& options) {
    return Caller::list<Request>(m_client, {&routes::outgoingRequests, {}, filter, false, options});
}

Future<Request> OutgoingRequestCalls::get(const QString& id, const CallOptions& options) {
    return Caller::one<Request>(m_client, {&routes::outgoingRequest, {id}, {}, false, options});
}

Future<Validation> OutgoingRequestCalls::validate(const QJsonObject& content, const QString& peer,
                                                  const CallOptions& options) {
    return Caller::one<Validation>(
        m_client, {&routes::validateRequest, {}, {}, false, options, requestBody(content, peer)});
}

Future<Request> OutgoingRequestCalls::create(const QJsonObject& content, const QString& peer,
                                             const CallOptions& options) {
    return Caller::one<Request>(m_client,
                                {&routes::createRequest, {}, {}, false, options, requestBody(content, peer)});
}

} // namespace meshwatch::connector
