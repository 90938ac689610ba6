// SPDX-License-Identifier: MIT
#pragma once

#include "timelinemodel.h"

#include <QWidget>

class QPushButton;
class QScrollBar;
class QTableView;

namespace meshwatch {

class EmptyState;
class RowTable;
class TimelineDelegate;

/// The live table: rows of the moment, a scroll bar over the whole list, and a pill that counts what came
/// meanwhile.
class TimelineView : public QWidget {
    Q_OBJECT
public:
    /// `model` must outlive the view.
    explicit TimelineView(TimelineModel& model, QWidget* parent = nullptr);

    [[nodiscard]] QTableView* table() const;
    [[nodiscard]] QPushButton* pill() const { return m_pill; }
    [[nodiscard]] EmptyState* emptyState() const { return m_empty; }
    void setConnectionColours(const QHash<ConnectionId, QColor>& colours);
    /// Shows the empty state instead of rows while there are none.
    void setEmptyShown(bool isShown);

    /// Order, widths and visibility of the columns.
    [[nodiscard]] QByteArray columnState() const;
    void setColumnState(const QByteArray& state);

Q_SIGNALS:
    /// These events are painted: newest and oldest on screen. For measuring how long an event takes to the
    /// eye.
    void painted(meshwatch::EventSeq newest, meshwatch::EventSeq oldest);
    void copyRequested();
    void pauseRequested();
    void detailsRequested();
    void rowMenuRequested(const QPoint& globalPosition);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void syncScrollBar();
    void syncSelection();
    void showUnseen();
    void placePill();
    void showHeaderMenu(const QPoint& position);
    void announcePainted();
    void retranslate();
    void setDefaultColumns();

    TimelineModel& m_model;
    RowTable* m_table = nullptr;
    TimelineDelegate* m_delegate = nullptr;
    QScrollBar* m_scroll = nullptr;
    QPushButton* m_pill = nullptr;
    EmptyState* m_empty = nullptr;
    bool m_isSyncing = false;
};

} // namespace meshwatch
