// SPDX-License-Identifier: MIT
#pragma once

#include "rawtext.h"

#include <QAbstractScrollArea>
#include <QTimer>

namespace meshwatch {

/// Bytes as they came, wrapped to the width of the view and drawn row by row: the size of the text does not
/// matter. Can be marked by mouse, copied, searched by eye; keyboard scrolls.
class RawView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit RawView(QWidget* parent = nullptr);

    void setBytes(const QByteArray& bytes);
    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }
    /// Rows laid out for the present width; 0 while the background is at it.
    [[nodiscard]] int rowCount() const { return m_text.rowCount(); }
    [[nodiscard]] QByteArray selected() const;

Q_SIGNALS:
    /// The text that was set last is laid out.
    void loaded();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void take(RawText text);
    void fitScrollBar();
    void copy();
    void selectAll();
    [[nodiscard]] int columns() const;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] qreal columnWidth() const;
    [[nodiscard]] qsizetype offsetAt(const QPoint& point) const;

    QByteArray m_bytes;
    RawText m_text;
    QTimer m_relayout;
    qsizetype m_anchor = 0;
    qsizetype m_cursor = 0;
    int m_generation = 0;
    int m_laidOutColumns = 0;
};

} // namespace meshwatch
