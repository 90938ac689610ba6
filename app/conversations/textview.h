// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

namespace meshwatch {

/// All of a text that the thread only begins, to read, mark and copy.
class TextView : public QDialog {
    Q_OBJECT
public:
    TextView(const QString& title, const QString& text, QWidget* parent = nullptr);
};

} // namespace meshwatch
