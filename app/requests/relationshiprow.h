// SPDX-License-Identifier: MIT
#pragma once

#include "requestrow.h"

#include <meshwatch/connector/relationship.h>
#include <meshwatch/messaging/relationshipaction.h>

#include <vector>

namespace meshwatch {

/// What the table of relationships keeps of one.
struct RelationshipRow {
    Q_DECLARE_TR_FUNCTIONS(RelationshipRow)
public:
    using Status = connector::RelationshipStatus;
    using Turn = RequestRow::Turn;

    ConnectionId connection;
    QString id;
    QString peer; ///< address
    Status status = Status::Unknown;
    Micros since;      ///< when it became active last; 0: never
    Micros lastChange; ///< of the audit log
    Turn turn = Turn::Nobody;
    bool isReactivating = false;
    QString deletion; ///< "ToBeDeleted", "Deleted" or empty
    Micros deletionDate;
    std::vector<RelationshipAction> actions;

    [[nodiscard]] static RelationshipRow of(ConnectionId connection,
                                            const connector::Relationship& relationship);

    [[nodiscard]] bool can(RelationshipAction::Kind kind) const;
    [[nodiscard]] QString statusText() const;
    [[nodiscard]] QColor statusColour() const;
    [[nodiscard]] QString turnText() const;
    [[nodiscard]] QString deletionText() const;
};

} // namespace meshwatch
