// SPDX-License-Identifier: MIT
#pragma once

#include "linediff.h"

#include <QPlainTextEdit>

namespace meshwatch {

/// Shows a LineDiff as programmers read it: green is new, red goes.
class DiffView : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit DiffView(QWidget* parent = nullptr);

    void setDiff(const QList<LineDiff::Line>& lines);
    /// In place of a diff.
    void setNote(const QString& note);
};

} // namespace meshwatch
