// SPDX-License-Identifier: MIT
#pragma once

#include "widgets/storereading.h"

#include <meshwatch/workspace/workspace.h>

#include <QTimer>

#include <array>

namespace meshwatch {

/// The figures of a workspace's store that the window shows, kept current once a second while they change; it
/// does nothing while nothing comes.
class StoreFigures : public QObject {
    Q_OBJECT
public:
    struct Figures {
        qint64 stored = 0;
        qint64 fileBytes = 0;
        double eventsPerSecond = 0; ///< mean of the last five seconds
        bool hasLag = false;
        qint64 lagMedian = 0; ///< microseconds, over the newest 1000 events
        qint64 lag99 = 0;
        int quarantined = 0;
    };

    /// Both must outlive this.
    StoreFigures(Workspace& workspace, StoreReading& reading, QObject* parent = nullptr);

    [[nodiscard]] const Figures& figures() const { return m_figures; }

Q_SIGNALS:
    void changed();
    /// New events, as the store told of them, but in the window's thread.
    void appended(qint64 count);

private:
    void tick();
    void read();

    EventStore& m_store;
    StoreReading& m_reading;
    QTimer m_timer;
    Figures m_figures;
    static constexpr int seconds = 5;
    std::array<qint64, seconds> m_perSecond{}; ///< ring: events of the last seconds
    int m_second = 0;
    bool m_isStale = false;
    bool m_isReading = false;
};

} // namespace meshwatch
