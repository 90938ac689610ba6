// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/result.h>
#include <meshwatch/events/eventstore.h>
#include <meshwatch/sources/sourceaddress.h>
#include <meshwatch/sources/sourcestate.h>

#include <QFuture>
#include <QObject>

#include <memory>

namespace meshwatch {

class SourceShared;

/// Takes events from a broker or a relay and stores them as those of one connection.
///
/// A thread of its own connects, reads, hands batches to the store and acknowledges to the broker what is
/// committed, nothing before; when the connection breaks it is made again after a growing pause. Nothing here
/// waits for that thread.
class EventSource : public QObject {
    Q_OBJECT
public:
    struct Settings {
        ConnectionId connection;
        SourceAddress address;
        QByteArray secret; ///< password; Pub/Sub: service-account key (JSON); relay: token
        /// Names us at the broker, the same at each start: the queue or client id where the address has none.
        QString subscriber = QStringLiteral("meshwatch");
        /// Nothing of ours is to be left at the broker when the source ends: it need not be resumed.
        bool isPassing = false;
        bool operator==(const Settings&) const = default;
    };

    EventSource(EventStore& store, Settings settings, QObject* parent = nullptr);
    ~EventSource() override;

    void start();
    /// Ends the connection soon. What is under way is stored; the broker repeats what it heard no
    /// acknowledgement of, and the store knows it again.
    void stop();
    [[nodiscard]] const Settings& settings() const { return m_settings; }
    [[nodiscard]] SourceState state() const;
    [[nodiscard]] SourceFigures figures() const;

    /// Connects beside what runs and looks without taking anything: “connects, exchange exists, 3 messages
    /// waiting”. Errors "source.…" say what is missing and what to do.
    [[nodiscard]] static QFuture<Result<QString>> probe(const Settings& settings);

Q_SIGNALS:
    void stateChanged();
    /// A gap of this source has ended: a comparison with the Connector can fill it now.
    void gapEnded();

private:
    Settings m_settings;
    EventStore& m_store;
    std::shared_ptr<SourceShared> m_shared; ///< of the running thread; null when stopped
    SourceFigures m_before;                 ///< counted by threads that have ended
};

} // namespace meshwatch
