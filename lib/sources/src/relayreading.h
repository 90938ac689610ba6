// SPDX-License-Identifier: MIT
#pragma once

#include "relayprotocol.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <functional>

namespace meshwatch {

/// Matches of one subscription as they are read from the store at once, ready to be sent.
struct RelayBatch {
    EventSeq from; ///< behind this event
    EventSeq to;   ///< up to this one everything was looked at
    int count = 0;
    relay::Cursor cursor; ///< behind the last match; seq is `to`
    Micros lostUntil;     ///< valid: from `from` on events are no longer kept; the oldest kept is of then
    qint64 bytes = 0;
    relay::Message message; ///< null if nothing matches
};

/// Reads the store for a relay's subscribers, on a thread of its own: each call is answered on the thread of
/// `context`, in the order of the calls. What is asked for while it ends is not answered.
class RelayReading {
public:
    /// Reads at `path`; `context` must outlive it.
    [[nodiscard]] static Result<std::unique_ptr<RelayReading>> open(const QString& path, QByteArray epoch,
                                                                    QObject* context);
    ~RelayReading();
    RelayReading(const RelayReading&) = delete;
    RelayReading& operator=(const RelayReading&) = delete;

    struct Request {
        EventReader::Following following; ///< `after` and `last`: from where, to where at most
        int most = 0;                     ///< events
        Micros receivedAt;                ///< of the cursor at `after`
    };
    void read(const Request& request, std::function<void(Result<RelayBatch>)> answer);

    /// What a subscriber is told when it comes.
    struct Kept {
        EventReader::Range range;
        Micros since;      ///< when the oldest event was received
        qint64 events = 0; ///< of the connection; at most some seconds old
    };
    void look(ConnectionId connection, std::function<void(const Kept&)> answer);
    void findTime(ConnectionId connection, Micros receivedAt, std::function<void(EventSeq)> answer);

private:
    RelayReading(std::unique_ptr<EventReader> reader, QByteArray epoch, QObject* context);
    [[nodiscard]] Result<RelayBatch> readNow(const Request& request) const;
    [[nodiscard]] qint64 countOf(ConnectionId connection);
    template<typename Work>
    void run(Work work);

    const std::unique_ptr<EventReader> m_reader; ///< of the thread alone, as the next two
    QHash<ConnectionId, qint64> m_counts;
    qint64 m_countedAt = 0;
    const QByteArray m_epoch;
    QObject* const m_context;
    std::atomic<bool> m_isEnding = false;
    QThread m_thread;
    QObject m_worker;
};

} // namespace meshwatch
