// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/qrcode.h>

#include <QImage>
#include <QWidget>

#include <optional>

namespace meshwatch {

/// A QR code, black on white in every theme: that is what scanners expect.
class QrView : public QWidget {
    Q_OBJECT
public:
    explicit QrView(QWidget* parent = nullptr);

    /// The bytes are encoded as they are. Fails as QrCode::encode() does.
    Result<void> setText(const QString& text);
    void clear();
    [[nodiscard]] bool isEmpty() const { return !m_code; }

    /// The code with its light border; `pixels` is the least width, so that every module is a whole number
    /// wide.
    [[nodiscard]] QImage image(int pixels) const;
    [[nodiscard]] QByteArray svg() const;

    [[nodiscard]] QSize sizeHint() const override { return {240, 240}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 160}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// Draws into a square at the origin, `module` pixels for each module.
    void draw(QPainter& painter, int module) const;
    [[nodiscard]] int modules() const; ///< with the border

    std::optional<QrCode> m_code;
};

} // namespace meshwatch
