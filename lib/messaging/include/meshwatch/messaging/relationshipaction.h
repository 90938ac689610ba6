// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/callgroup.h>
#include <meshwatch/connector/relationship.h>

#include <QCoreApplication>

#include <vector>

namespace meshwatch {

/// A step that we can take with a relationship (Connector reference, dto 4 and flows 2).
struct RelationshipAction {
    Q_DECLARE_TR_FUNCTIONS(RelationshipAction)
public:
    enum class Kind {
        Accept,
        Reject,
        Revoke,
        Terminate,
        RequestReactivation,
        AcceptReactivation,
        RejectReactivation,
        RevokeReactivation,
        Decompose,
    };
    Kind kind = Kind::Accept;

    /// Those possible in this state, the most likely first.
    [[nodiscard]] static std::vector<RelationshipAction>
    possible(const connector::Relationship& relationship);
    /// Takes the step. A state that has changed meanwhile is refused by the Connector
    /// ("error.transport.relationships.wrongRelationshipStatus").
    [[nodiscard]] connector::Future<void> perform(ConnectorClient& client,
                                                  const QString& relationshipId) const;

    [[nodiscard]] QString title() const;   ///< translated, for a button
    [[nodiscard]] QString meaning() const; ///< translated, what it does to both sides
    /// It cannot be taken back: ask before.
    [[nodiscard]] bool isFinal() const;
    bool operator==(const RelationshipAction&) const = default;
};

} // namespace meshwatch
