// SPDX-License-Identifier: MIT
#include "requestrow.h"

#include "widgets/theme.h"

#include <meshwatch/messaging/requestdraft.h>

namespace meshwatch {

namespace {

constexpr int mostCaptions = 3;
constexpr qsizetype mostCharacters = 200;

/// Title, or what the items ask for.
QString titleOf(const connector::Content& content) {
    QString title = content.at(u"title").toString();
    if (title.isEmpty()) {
        const auto draft = RequestDraft::fromJson(content.toJson());
        QStringList captions;
        const auto add = [&captions](const RequestItem& item) {
            const QString kind = RequestItem::typeTitle(item.type());
            const QString caption = item.caption();
            if (captions.size() < mostCaptions)
                captions.append(caption == kind ? kind : kind + QLatin1String(": ") + caption);
        };
        for (const RequestItemOrGroup& entry : draft ? draft->items : std::vector<RequestItemOrGroup>()) {
            if (const auto* item = std::get_if<RequestItem>(&entry)) {
                add(*item);
                continue;
            }
            for (const RequestItem& item : std::get<RequestItemGroup>(entry).items)
                add(item);
        }
        title = captions.join(QStringLiteral(" · "));
    }
    return title.left(mostCharacters).simplified();
}

} // namespace

RequestRow RequestRow::of(ConnectionId connection, const connector::Request& request) {
    RequestRow row;
    row.connection = connection;
    row.id = request.id();
    row.peer = request.peer();
    row.title = titleOf(request.content());
    row.createdAt = request.createdAt();
    row.expiresAt =
        Micros::fromIso(request.content().at(u"expiresAt").toString().toLatin1()).value_or(Micros{});
    row.status = request.status().value;
    if (const auto response = request.response())
        row.result = response->result().value;
    row.isOwn = request.isOwn();
    row.wasAutomatic = request.wasAutomaticallyDecided();
    return row;
}

RequestRow::Turn RequestRow::turn(Micros now) const {
    if (expiresAt.isValid() && expiresAt <= now)
        return Turn::Nobody;
    switch (status) {
    case Status::Draft:
        return Turn::Nobody; // it may be sent, nothing waits for it
    case Status::Open:
        return isOwn ? Turn::Peer : Turn::Nobody;
    case Status::ManualDecisionRequired:
        return Turn::You;
    default:
        return Turn::Nobody;
    }
}

QString RequestRow::turnText(Micros now) const {
    switch (turn(now)) {
    case Turn::You:
        return tr("you");
    case Turn::Peer:
        return tr("peer");
    case Turn::Nobody:
        break;
    }
    return tr("nobody");
}

bool RequestRow::isDone(Micros now) const {
    return status == Status::Completed || status == Status::Expired || status == Status::Decided ||
           (expiresAt.isValid() && expiresAt <= now);
}

QString RequestRow::statusText() const {
    switch (status) {
    case Status::Draft:
        return tr("draft");
    case Status::Open:
        return tr("open");
    case Status::DecisionRequired:
        return tr("being checked");
    case Status::ManualDecisionRequired:
        return tr("to be decided");
    case Status::Expired:
        return tr("expired");
    case Status::Decided:
    case Status::Completed:
        if (result == Result::Accepted)
            return status == Status::Decided ? tr("accepted, being sent") : tr("accepted");
        if (result == Result::Rejected)
            return status == Status::Decided ? tr("rejected, being sent") : tr("rejected");
        return status == Status::Decided ? tr("decided") : tr("completed");
    case Status::Unknown:
        break;
    }
    return tr("unknown");
}

QColor RequestRow::statusColour() const {
    const Theme::Colours& c = Theme::colours();
    if (status == Status::Expired)
        return c.amber;
    if (result == Result::Accepted)
        return c.green;
    if (result == Result::Rejected)
        return c.red;
    if (status == Status::ManualDecisionRequired)
        return c.violet;
    return status == Status::Open ? c.accent : c.muted;
}

int RequestRow::progress() const {
    switch (status) {
    case Status::Unknown:
    case Status::Draft:
        return 0;
    case Status::Open:
        return 1;
    case Status::DecisionRequired:
        return 2;
    case Status::ManualDecisionRequired:
        return 3;
    case Status::Decided:
        return 4;
    case Status::Expired:
        return 5;
    case Status::Completed:
        return 6;
    }
    return 0;
}

} // namespace meshwatch
