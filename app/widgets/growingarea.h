// SPDX-License-Identifier: MIT
#pragma once

#include <QScrollArea>

namespace meshwatch {

/// Shows what it holds in its full height: what comes to be shown later makes the window grow, as far as the
/// screen has room, and scrolls beyond that. A layout alone squeezes it, since texts that wrap have no height
/// of their own to insist on.
class GrowingArea : public QScrollArea {
    Q_OBJECT
public:
    /// Takes over `content`, which has a layout.
    explicit GrowingArea(QWidget* content, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// Scrolls there once what has just been shown has its place.
    void bringUp(QWidget* widget);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] int heightOfContent(int width) const;
    void growWindow();
};

} // namespace meshwatch
