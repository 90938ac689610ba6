// SPDX-License-Identifier: MIT
#pragma once

#include <QTextEdit>

namespace meshwatch {

/// An id or address that can be marked and copied as it is, and that is broken anywhere rather than cut when
/// it is too long for its line.
class MachineText : public QTextEdit {
    Q_OBJECT
public:
    explicit MachineText(const QString& text, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
};

} // namespace meshwatch
