// SPDX-License-Identifier: MIT
#pragma once

#include "widgets/storereading.h"

#include <meshwatch/workspace/workspace.h>

#include <QDialog>
#include <QTimer>

class QComboBox;
class QDoubleSpinBox;
class QPushButton;
class QSpinBox;
class QTreeWidget;

namespace meshwatch {

class Label;

/// Has this program's own receiver fail on purpose for a while, and lists what it refused: so that one sees
/// what a Connector loses, and what reconciliation brings back.
class DrillDialog : public QDialog {
    Q_OBJECT
public:
    /// `workspace` must outlive the dialog.
    DrillDialog(Workspace& workspace, ConnectionId connection, QWidget* parent = nullptr);

    [[nodiscard]] QTreeWidget& refused() { return *m_refused; }

private:
    QWidget* buildForm();
    void buildRefused();
    void start();
    /// One that runs may have been begun elsewhere.
    void showDrill(const FaultDrill& drill);
    void refresh();
    void readRefused();
    [[nodiscard]] FaultDrill drill() const;

    Workspace& m_workspace;
    const ConnectionId m_connection;
    StoreReading m_reading;
    QComboBox* m_fault = nullptr;
    QSpinBox* m_status = nullptr;
    QDoubleSpinBox* m_delay = nullptr;
    QSpinBox* m_percent = nullptr;
    QSpinBox* m_seconds = nullptr;
    Label* m_state = nullptr;
    QTreeWidget* m_refused = nullptr;
    QPushButton* m_start = nullptr;
    QPushButton* m_stop = nullptr;
    QTimer m_clock;
    bool m_isStale = false;      ///< events came since the list was read
    bool m_awaitsEvents = false; ///< something listed may come yet
};

} // namespace meshwatch
