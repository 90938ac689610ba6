// SPDX-License-Identifier: MIT
#pragma once

#include "widgets/storereading.h"

#include <meshwatch/workspace/workspace.h>

#include <QTimer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace meshwatch {

class QuarantineModel;

/// What was sent to the receiver and was no event, with the reason, so that the sender can be put right.
class QuarantinePage : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive the page.
    QuarantinePage(Workspace& workspace, StoreReading& reading, QWidget* parent = nullptr);

private:
    void build();
    void read();
    void showBody();

    Workspace& m_workspace;
    StoreReading& m_reading;
    QTimer m_pause; ///< gathers changes
    QuarantineModel* m_model = nullptr;
    QTableView* m_table = nullptr;
    QPlainTextEdit* m_body = nullptr;
    QLabel* m_empty = nullptr;
    QPushButton* m_clear = nullptr;
};

} // namespace meshwatch
