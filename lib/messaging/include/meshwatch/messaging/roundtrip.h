// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/connectorclient.h>
#include <meshwatch/events/eventstore.h>
#include <meshwatch/messaging/maildraft.h>
#include <meshwatch/messaging/requestdraft.h>
#include <meshwatch/messaging/roundtripresult.h>

#include <QObject>

#include <chrono>
#include <memory>
#include <variant>

namespace meshwatch {

/// Sends a test message and measures until the peer's answer is known: by polling, or by events.
///
/// A Mail is answered by the peer's next message, a Request by its ResponseWrapper.
class RoundTrip : public QObject {
    Q_OBJECT
public:
    struct Settings {
        RoundTripResult::Way way = RoundTripResult::Way::Events;
        std::chrono::milliseconds pollInterval{5'000};
        bool syncsBeforePolling =
            true; ///< POST Account/Sync before each poll, as a system without events must
        std::chrono::milliseconds timeout{300'000};
    };
    using Content = std::variant<MailDraft, RequestDraft>;

    /// A Mail that says what it is and asks for an answer.
    [[nodiscard]] static MailDraft testMail();
    /// A Request with one Authentication item.
    [[nodiscard]] static RequestDraft testRequest();

    /// Client and store must outlive it.
    RoundTrip(ConnectorClient& client, EventStore& store, ConnectionId connection, QObject* parent = nullptr);
    /// Ends as Cancelled.
    ~RoundTrip() override;

    /// To be called once. Attachments are not sent.
    void start(const QString& peer, const Content& content, const Settings& settings);
    void cancel();
    [[nodiscard]] const RoundTripResult& result() const;

Q_SIGNALS:
    /// Another step is in result().
    void progressed();
    void finished(const meshwatch::RoundTripResult& result);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace meshwatch
