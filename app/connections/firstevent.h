// SPDX-License-Identifier: MIT
#pragma once

#include "widgets/storereading.h"

#include <meshwatch/workspace/workspace.h>

namespace meshwatch {

/// Waits for the next event of one connection: the proof that a set-up works. Tells of refused deliveries
/// too.
class FirstEvent : public QObject {
    Q_OBJECT
public:
    /// `workspace` and `reading` must outlive this.
    FirstEvent(Workspace& workspace, StoreReading& reading, ConnectionId connection,
               QObject* parent = nullptr);

Q_SIGNALS:
    /// An event came while this lived; emitted for the first one of each way (webhook or comparison) only.
    void arrived(const meshwatch::EventRow& row);
    /// A delivery was refused with this HTTP status.
    void refused(int status);

private:
    void look(const std::vector<EventSeq>& seqs);
    void checkRefusals();

    Workspace& m_workspace;
    StoreReading& m_reading;
    ConnectionId m_connection;
    QTimer m_timer;
    qint64 m_refused = 0;
    bool m_hasWebhook = false;
    bool m_hasRecovered = false;
};

} // namespace meshwatch
