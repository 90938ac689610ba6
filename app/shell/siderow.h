// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>
#include <QColor>

namespace meshwatch {

/// One row of the side bar: a dot if it has a colour, a name, and a short figure at the right end.
class SideRow : public QAbstractButton {
    Q_OBJECT
public:
    explicit SideRow(const QString& text, QWidget* parent = nullptr);

    /// The colour of the dot; an invalid one shows none.
    void setDot(const QColor& colour);
    /// What stands at the right end ("41/s", "401"); `colour` invalid: muted.
    void setFigure(const QString& figure, const QColor& colour = {});
    [[nodiscard]] QString figure() const { return m_figure; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_isFocusShown = false; ///< only who moves by keyboard needs to see it
    QColor m_dot;
    QString m_figure;
    QColor m_figureColour;
};

} // namespace meshwatch
