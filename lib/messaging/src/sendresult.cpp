// SPDX-License-Identifier: MIT
#include <meshwatch/messaging/sendresult.h>

namespace meshwatch {

namespace {

constexpr char limitReached[] = "error.platform.validation.message.maxNumberOfUnreceivedMessagesReached";

} // namespace

QString SendResult::text() const {
    switch (state) {
    case State::Waiting:
        return tr("waits");
    case State::Uploading:
        return tr("Attachments are uploaded.");
    case State::Checking:
        return tr("The Connector checks the Request.");
    case State::Posting:
        return tr("The Connector is given the message.");
    case State::InDoubt:
        if (wasInterrupted)
            return tr("Meshwatch ended while this was being sent. It may have been sent; looking it up…");
        return tr(
            "The connection broke while the message was handed over: whether it was sent will be looked up "
            "when the Connector answers again. It is not sent a second time.");
    case State::Sent:
        return wasInDoubt ? tr("It was sent, as a look-up found.") : tr("sent");
    case State::Skipped:
        return unresolved.isEmpty()
                   ? tr("Not sent: stopped before.")
                   : tr("Not sent: nothing is known for %1.").arg(unresolved.join(QLatin1String(", ")));
    case State::Failed:
        break;
    }
    if (error.code == QLatin1String(limitReached))
        return tr("Not sent: the peer has 20 messages waiting that it has not fetched, and the Backbone "
                  "takes no more "
                  "for it. Send again when the peer has been online.");
    if (wasInterrupted)
        return tr(
            "Meshwatch ended while this was being sent. Certainly not sent, as a look-up found. Send it "
            "again if you wish.");
    const QString reason = error.toError().text();
    return wasInDoubt
               ? tr("Certainly not sent, as a look-up found. Send it again if you wish. %1").arg(reason)
               : tr("Not sent. %1").arg(reason);
}

} // namespace meshwatch
