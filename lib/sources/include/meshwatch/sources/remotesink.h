// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/events/arrivalsink.h>
#include <meshwatch/sources/sourceaddress.h>
#include <meshwatch/sources/sourcestate.h>

#include <QHash>
#include <QObject>

#include <memory>
#include <thread>

namespace meshwatch {

class SinkQueue;

/// Hands webhooks to an engine that keeps them for others, and calls back when that has them: RabbitMQ after
/// its confirmation (amqp://), PostgreSQL after the commit (postgresql://).
///
/// It keeps nothing itself, so any number of them may write to one engine. A thread of its own connects and
/// writes, many webhooks at a time; when the connection breaks it is made again after a growing pause. What
/// was under way then is told as not stored, though the engine may have it; what comes meanwhile waits for
/// some seconds, and is told the same at once when the engine has been away for longer.
class RemoteSink : public QObject, public ArrivalSink {
    Q_OBJECT
public:
    struct Settings {
        SourceAddress address;
        QByteArray secret;
        QHash<ConnectionId, QString> connections; ///< their names, by which readers know them
    };
    struct Figures {
        qint64 stored = 0;
        qint64 refused = 0; ///< of those that were events
        qint64 bodiesWithoutEvent = 0;
        QString lastReason; ///< why the last of these was none
    };

    explicit RemoteSink(Settings settings, QObject* parent = nullptr);
    /// As stop().
    ~RemoteSink() override;

    void start();
    /// Takes no more, finishes what is under way or gives it up after some seconds, and ends.
    void stop();
    [[nodiscard]] SourceState state() const;
    [[nodiscard]] Figures figures() const;

    void append(std::vector<Arrival> arrivals, Committed committed) override;
    /// Nothing is kept of it: it is counted.
    void quarantine(QuarantinedBody body) override;

Q_SIGNALS:
    void stateChanged();

private:
    void run() const;

    const Settings m_settings;
    const std::unique_ptr<SinkQueue> m_queue;
    std::thread m_thread;
};

} // namespace meshwatch
