// SPDX-License-Identifier: MIT
#pragma once

#include "storefigures.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace meshwatch {

/// The lower edge of the window: where webhooks are taken, how much comes and how fast, and what was lost.
class StatusLine : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive this.
    StatusLine(Workspace& workspace, StoreFigures& figures, QWidget* parent = nullptr);

    /// What the page that is shown says of itself, in place of the figures; empty: the figures.
    void setPage(const QString& text, const QColor& dot, const QString& note);

private:
    QLabel* add(const QString& purpose);
    void refresh();
    void refreshListening();
    void setTrouble(EventStore::Trouble trouble, const QString& message);

    Workspace& m_workspace;
    StoreFigures& m_figures;
    QTimer m_clock; ///< for "synced 3 s ago"
    QString m_trouble;
    QLabel* m_listening = nullptr;
    QLabel* m_rate = nullptr;
    QLabel* m_stored = nullptr;
    QLabel* m_lag = nullptr;
    QLabel* m_synced = nullptr;
    QLabel* m_lost = nullptr;
    QLabel* m_page = nullptr;
    QLabel* m_pageNote = nullptr;
};

} // namespace meshwatch
