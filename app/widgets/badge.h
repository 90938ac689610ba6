// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QFontMetrics>
#include <QWidget>

namespace meshwatch {

/// A word on a tinted ground: triggers, “merged”, “recovered”. paint() serves lists, the widget serves forms.
class Badge : public QWidget {
    Q_OBJECT
public:
    explicit Badge(const QString& text = {}, const QColor& colour = {}, QWidget* parent = nullptr);

    void setText(const QString& text);
    [[nodiscard]] QString text() const { return m_text; }
    void setColour(const QColor& colour);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// How wide the badge of a text is, in pixels.
    [[nodiscard]] static int width(const QFontMetrics& metrics, const QString& text);
    /// Paints at the left of `area`, vertically centred, elided to it; with the painter's font. Returns its
    /// width.
    static int paint(QPainter& painter, const QRect& area, const QString& text, const QColor& colour,
                     Qt::TextElideMode eliding = Qt::ElideRight);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    QColor m_colour;
};

} // namespace meshwatch
