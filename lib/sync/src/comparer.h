// SPDX-License-Identifier: MIT
#pragma once

#include "restevents.h"

#include <meshwatch/events/arrival.h>
#include <meshwatch/events/eventparser.h>
#include <meshwatch/events/eventreader.h>
#include <meshwatch/events/eventstore.h>

#include <QObject>
#include <QThread>

#include <functional>

namespace meshwatch {

/// Looks up, on a thread of its own, which provable events the store has not seen, and files them.
class Comparer : public QObject {
    Q_OBJECT
public:
    Comparer(EventStore& store, ConnectionId connection);
    ~Comparer() override;

    using Missing = std::function<void(std::vector<Arrival>)>;
    /// Calls `done` on the thread of `context` with those of `events` that the store does not know.
    void findMissing(restevents::Provables events, QObject* context, Missing done);
    /// Files those that are still unknown; `done` gets how many that were.
    void file(std::vector<Arrival> arrivals, QObject* context, std::function<void(int)> done);
    /// How far earlier runs have compared; none for the first.
    void readMark(QObject* context, std::function<void(Micros)> done);
    void setMark(Micros compared);

private:
    [[nodiscard]] std::vector<Arrival> missing(restevents::Provables& events);
    [[nodiscard]] bool isKnown(const Arrival& arrival);
    void leaveOutCounted(restevents::Provables& events, std::vector<Arrival>& arrivals);

    EventStore& m_store;
    const ConnectionId m_connection;
    std::unique_ptr<EventReader> m_reader;
    EventParser m_parser;
    QThread m_thread;
    QObject m_worker;
};

} // namespace meshwatch
