// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/connectorclient.h>
#include <meshwatch/events/eventstore.h>

#include <QObject>

#include <memory>

namespace meshwatch {

/// Reads each open Request of a connection when its time is over.
///
/// A Connector notices that a Request has expired only when somebody reads it (reference, events 3): then it
/// raises the event that conversations and lists show. One timer, for the nearest.
class RequestWatch : public QObject {
    Q_OBJECT
public:
    /// Both must outlive it.
    RequestWatch(ConnectorClient& client, EventStore& store, ConnectionId connection,
                 QObject* parent = nullptr);
    ~RequestWatch() override;

    /// Asks for the open Requests; does so again when events tell of new ones.
    void start();
    /// Open Requests with an end.
    [[nodiscard]] int watched() const;
    /// When the next one ends; 0 if none does.
    [[nodiscard]] Micros next() const;

Q_SIGNALS:
    void watchedChanged();
    /// Was read after its time and is Expired.
    void expired(const QString& requestId, const QString& peer);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace meshwatch
