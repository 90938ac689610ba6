// SPDX-License-Identifier: MIT
#pragma once

#include "widgets/storereading.h"

#include <meshwatch/workspace/workspace.h>

#include <QTimer>

namespace meshwatch {

/// How often each trigger fired for a connection within the last day, as recorded: so that nobody subscribes
/// blind.
class TriggerCounts : public QObject {
    Q_OBJECT
public:
    /// Both must outlive this.
    TriggerCounts(Workspace& workspace, StoreReading& reading, QObject* parent = nullptr);

    void setConnection(ConnectionId connection);
    /// While nobody looks nothing is counted.
    void setActive(bool isActive);
    [[nodiscard]] const QHash<QString, qint64>& counts() const { return m_counts; }
    /// What a pattern or name would have matched.
    struct Match {
        qint64 events = 0;
        int triggers = 0;
    };
    [[nodiscard]] Match match(const QString& pattern) const;

Q_SIGNALS:
    void changed();

private:
    void count();

    StoreReading& m_reading;
    ConnectionId m_connection;
    QHash<QString, qint64> m_counts;
    QTimer m_timer;
    bool m_isActive = false;
    bool m_isCounting = false;
    bool m_isStale = true;
};

} // namespace meshwatch
