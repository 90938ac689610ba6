// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/callgroup.h>
#include <meshwatch/connector/decision.h>
#include <meshwatch/connector/request.h>
#include <meshwatch/connector/validation.h>

namespace meshwatch::connector {

/// Requests of peers. To read one that is over its time makes it Expired.
class IncomingRequestCalls : public CallGroup {
public:
    using CallGroup::CallGroup;

    [[nodiscard]] Future<std::vector<Request>> list(const Filter& filter = {},
                                                    const CallOptions& options = {});
    [[nodiscard]] Future<Request> get(const QString& id, const CallOptions& options = {});
    /// One decision for each item or group, in the order of the Request. A failed accept() says nothing of
    /// the items, so canAccept() comes first.
    [[nodiscard]] Future<Validation> canAccept(const QString& id, const std::vector<Decision>& items,
                                               const CallOptions& options = {});
    [[nodiscard]] Future<Validation> canReject(const QString& id, const std::vector<Decision>& items,
                                               const CallOptions& options = {});
    /// The Connector sends the answer by itself.
    [[nodiscard]] Future<Request> accept(const QString& id, const std::vector<Decision>& items,
                                         const CallOptions& options = {});
    /// Every item must be rejected.
    [[nodiscard]] Future<Request> reject(const QString& id, const std::vector<Decision>& items,
                                         const CallOptions& options = {});
};

/// Own Requests. To read one that is over its time makes it Expired.
class OutgoingRequestCalls : public CallGroup {
public:
    using CallGroup::CallGroup;

    [[nodiscard]] Future<std::vector<Request>> list(const Filter& filter = {},
                                                    const CallOptions& options = {});
    [[nodiscard]] Future<Request> get(const QString& id, const CallOptions& options = {});
    /// Could it be made? `content` has `items` and may have title, description, expiresAt, metadata. `peer`
    /// is empty where it is not known yet, as in a template.
    [[nodiscard]] Future<Validation> validate(const QJsonObject& content, const QString& peer = {},
                                              const CallOptions& options = {});
    /// Keeps it as a draft. It is sent with messages().send(MessageDraft::request(…)).
    [[nodiscard]] Future<Request> create(const QJsonObject& content, const QString& peer,
                                         const CallOptions& options = {});
};

} // namespace meshwatch::connector
