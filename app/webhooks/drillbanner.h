// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/workspace/workspace.h>

#include <QTimer>
#include <QWidget>

namespace meshwatch {

class Label;

/// While a fault drill runs: what it does to deliveries, for how long still, and the way to stop it.
class DrillBanner : public QWidget {
    Q_OBJECT
public:
    /// `workspace` must outlive the banner.
    explicit DrillBanner(Workspace& workspace, QWidget* parent = nullptr);

    void setConnection(ConnectionId connection);
    /// "Answers 500 to 30 % of the deliveries".
    [[nodiscard]] static QString describe(const FaultDrill& drill);
    /// "12 stored · 5 refused · 0 dropped · 3 late"
    [[nodiscard]] static QString figures(const FaultDrillStatistics& statistics);

private:
    void refresh();

    Workspace& m_workspace;
    ConnectionId m_connection;
    Label* m_text = nullptr;
    QTimer m_clock; ///< for the time that is left
};

} // namespace meshwatch
