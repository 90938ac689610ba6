// SPDX-License-Identifier: MIT
#pragma once

#include <QTableView>

namespace meshwatch {

class TimelineModel;

/// The table that shows a TimelineModel's rows. Keys and wheel move in the whole list, not in the rows of the
/// moment.
class RowTable : public QTableView {
    Q_OBJECT
public:
    explicit RowTable(TimelineModel& model, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Rows are on screen.
    void painted();
    void activatedByUser();
    void copyRequested();
    void pauseRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitPage();
    TimelineModel& m_model;
    int m_wheelRest = 0;
};

} // namespace meshwatch
