// SPDX-License-Identifier: MIT
#include "relationshiprow.h"

#include "widgets/theme.h"

#include <QLocale>

namespace meshwatch {

using Kind = RelationshipAction::Kind;

RelationshipRow RelationshipRow::of(ConnectionId connection, const connector::Relationship& relationship) {
    RelationshipRow row;
    row.connection = connection;
    row.id = relationship.id();
    row.peer = relationship.peer();
    row.status = relationship.status().value;
    const auto log = relationship.auditLog();
    for (const auto& entry : log) {
        if (entry.newStatus() == Status::Active && entry.oldStatus().value != Status::Active)
            row.since = entry.createdAt();
    }
    if (!log.empty())
        row.lastChange = log.back().createdAt();
    row.isReactivating = relationship.hasOpenReactivation();
    row.deletion = relationship.peerDeletionStatus();
    row.deletionDate =
        Micros::fromIso(relationship.at(u"peerDeletionInfo.deletionDate").toString().toLatin1())
            .value_or(Micros{});
    row.actions = RelationshipAction::possible(relationship);
    if (row.can(Kind::Accept) || row.can(Kind::AcceptReactivation) || row.status == Status::DeletionProposed)
        row.turn = Turn::You;
    else if (row.can(Kind::Revoke) || row.can(Kind::RevokeReactivation))
        row.turn = Turn::Peer;
    return row;
}

bool RelationshipRow::can(Kind kind) const {
    return std::any_of(actions.begin(), actions.end(),
                       [kind](const RelationshipAction& action) { return action.kind == kind; });
}

QString RelationshipRow::statusText() const {
    switch (status) {
    case Status::Pending:
        return tr("pending");
    case Status::Active:
        return tr("active");
    case Status::Rejected:
        return tr("rejected");
    case Status::Revoked:
        return tr("revoked");
    case Status::Terminated:
        return isReactivating ? tr("reactivation asked") : tr("terminated");
    case Status::DeletionProposed:
        return tr("left by peer");
    case Status::Unknown:
        break;
    }
    return tr("unknown");
}

QColor RelationshipRow::statusColour() const {
    const Theme::Colours& c = Theme::colours();
    switch (status) {
    case Status::Pending:
        return turn == Turn::You ? c.violet : c.accent;
    case Status::Active:
        return c.green;
    case Status::Rejected:
        return c.red;
    case Status::Terminated:
        return isReactivating && turn == Turn::You ? c.violet : c.amber;
    case Status::DeletionProposed:
        return c.amber;
    case Status::Revoked:
    case Status::Unknown:
        break;
    }
    return c.muted;
}

QString RelationshipRow::turnText() const {
    return turn == Turn::You ? tr("you") : turn == Turn::Peer ? tr("peer") : tr("nobody");
}

QString RelationshipRow::deletionText() const {
    if (deletion.isEmpty())
        return {};
    if (deletion == QLatin1String("Deleted"))
        return tr("identity deleted");
    return deletionDate.isValid()
               ? tr("identity goes on %1")
                     .arg(QLocale().toString(deletionDate.toDateTime().toLocalTime().date(),
                                             QLocale::ShortFormat))
               : tr("identity is to be deleted");
}

} // namespace meshwatch
