// SPDX-License-Identifier: MIT
#include <meshwatch/messaging/peersummary.h>

namespace meshwatch {

QString PeerSummary::title() const { return name.isEmpty() ? shortAddress(address) : name; }

QString PeerSummary::shortAddress(const QString& address) {
    // "did:e:<backbone>:dids:<22 digits>": what distinguishes people are the digits.
    static constexpr qsizetype shown = 10;
    const QString last = address.section(QLatin1Char(':'), -1);
    return last.size() > shown ? last.left(shown) + QChar(0x2026) : last;
}

QString PeerSummary::statusText() const {
    switch (status) {
    case Status::Unknown:
        return tr("no relationship known");
    case Status::PendingIncoming:
        return tr("waits for your decision");
    case Status::PendingOutgoing:
        return tr("waits for the peer's decision");
    case Status::Active:
        return tr("active");
    case Status::Rejected:
        return tr("rejected");
    case Status::Revoked:
        return tr("revoked");
    case Status::Terminated:
        return tr("terminated");
    case Status::ReactivationIncoming:
        return tr("terminated; the peer asks to reactivate");
    case Status::ReactivationOutgoing:
        return tr("terminated; you asked to reactivate");
    case Status::DeletionProposed:
        return tr("left by the peer");
    case Status::Gone:
        return tr("left by you");
    }
    return {};
}

} // namespace meshwatch
