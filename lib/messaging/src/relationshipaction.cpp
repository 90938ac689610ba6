// SPDX-License-Identifier: MIT
#include <meshwatch/messaging/relationshipaction.h>

#include "futures.h"

#include <meshwatch/connector/connectorclient.h>

namespace meshwatch {

namespace {

using Kind = RelationshipAction::Kind;

std::vector<RelationshipAction> actions(std::initializer_list<Kind> kinds) {
    std::vector<RelationshipAction> list;
    for (const Kind kind : kinds)
        list.push_back({kind});
    return list;
}

} // namespace

std::vector<RelationshipAction> RelationshipAction::possible(const connector::Relationship& relationship) {
    using Status = connector::RelationshipStatus;
    const auto log = relationship.auditLog();
    switch (relationship.status().value) {
    case Status::Pending: {
        const bool isIncoming = !log.empty() && log.front().createdBy() == relationship.peer();
        return isIncoming ? actions({Kind::Accept, Kind::Reject}) : actions({Kind::Revoke});
    }
    case Status::Active:
        return actions({Kind::Terminate});
    case Status::Terminated:
        if (!relationship.hasOpenReactivation())
            return actions({Kind::RequestReactivation, Kind::Decompose});
        return log.back().createdBy() == relationship.peer()
                   ? actions({Kind::AcceptReactivation, Kind::RejectReactivation, Kind::Decompose})
                   : actions({Kind::RevokeReactivation, Kind::Decompose});
    case Status::DeletionProposed:
        return actions({Kind::Decompose});
    case Status::Rejected:
    case Status::Revoked:
    case Status::Unknown:
        return {};
    }
    return {};
}

connector::Future<void> RelationshipAction::perform(ConnectorClient& client, const QString& id) const {
    auto calls = client.relationships();
    const auto done = [](const connector::Future<connector::Relationship>& future) {
        return futures::mapped<void>(future, [](const connector::Relationship&) {});
    };
    switch (kind) {
    case Kind::Accept:
        return done(calls.accept(id));
    case Kind::Reject:
        return done(calls.reject(id));
    case Kind::Revoke:
        return done(calls.revoke(id));
    case Kind::Terminate:
        return done(calls.terminate(id));
    case Kind::RequestReactivation:
        return done(calls.requestReactivation(id));
    case Kind::AcceptReactivation:
        return done(calls.acceptReactivation(id));
    case Kind::RejectReactivation:
        return done(calls.rejectReactivation(id));
    case Kind::RevokeReactivation:
        return done(calls.revokeReactivation(id));
    case Kind::Decompose:
        return calls.decompose(id);
    }
    return {};
}

QString RelationshipAction::title() const {
    switch (kind) {
    case Kind::Accept:
        return tr("Accept");
    case Kind::Reject:
        return tr("Reject");
    case Kind::Revoke:
        return tr("Revoke");
    case Kind::Terminate:
        return tr("Terminate");
    case Kind::RequestReactivation:
        return tr("Ask to reactivate");
    case Kind::AcceptReactivation:
        return tr("Accept reactivation");
    case Kind::RejectReactivation:
        return tr("Reject reactivation");
    case Kind::RevokeReactivation:
        return tr("Take the wish back");
    case Kind::Decompose:
        return tr("Decompose");
    }
    return {};
}

QString RelationshipAction::meaning() const {
    switch (kind) {
    case Kind::Accept:
        return tr("The relationship becomes active: both sides can send messages and Requests.");
    case Kind::Reject:
        return tr("The relationship does not come about; what was shared with it is removed on both sides.");
    case Kind::Revoke:
        return tr("Your wish for a relationship is taken back; what you shared with it is removed.");
    case Kind::Terminate:
        return tr("Neither side can send messages or Requests any more. What was exchanged stays. It can be "
                  "reactivated while both agree.");
    case Kind::RequestReactivation:
        return tr("The peer is asked to make the relationship active again.");
    case Kind::AcceptReactivation:
        return tr("The relationship becomes active again.");
    case Kind::RejectReactivation:
        return tr("The relationship stays terminated.");
    case Kind::RevokeReactivation:
        return tr("The peer is not asked any more; the relationship stays terminated.");
    case Kind::Decompose:
        return tr(
            "The Connector forgets the relationship with its messages, Requests and shared attributes at "
            "once. The peer sees that you left. What Meshwatch has recorded stays here.");
    }
    return {};
}

bool RelationshipAction::isFinal() const {
    return kind == Kind::Reject || kind == Kind::Revoke || kind == Kind::Decompose;
}

} // namespace meshwatch
