// SPDX-License-Identifier: MIT
#include "diffview.h"

#include "widgets/theme.h"

#include <QTextBlock>

namespace meshwatch {

DiffView::DiffView(QWidget* parent)
    : QPlainTextEdit(parent) {
    setReadOnly(true);
    setTabChangesFocus(true);
    setFont(Theme::monospace());
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setAccessibleName(tr("What changes"));
}

void DiffView::setNote(const QString& note) { setPlainText(note); }

void DiffView::setDiff(const QList<LineDiff::Line>& lines) {
    clear();
    const Theme::Colours& c = Theme::colours();
    QTextCursor cursor(document());
    bool isFirst = true;
    for (const LineDiff::Line& line : lines) {
        QTextBlockFormat block;
        QTextCharFormat letters;
        QString sign = QStringLiteral("  ");
        if (line.kind == LineDiff::Kind::Added || line.kind == LineDiff::Kind::Removed) {
            const bool isNew = line.kind == LineDiff::Kind::Added;
            QColor colour = isNew ? c.green : c.red;
            letters.setForeground(colour);
            colour.setAlpha(Theme::badgeAlpha() / 2);
            block.setBackground(colour);
            sign = isNew ? QStringLiteral("+ ") : QStringLiteral("− ");
        } else {
            letters.setForeground(c.muted);
        }
        if (!isFirst)
            cursor.insertBlock();
        isFirst = false;
        cursor.setBlockFormat(block);
        cursor.insertText(line.kind == LineDiff::Kind::Gap ? QStringLiteral("  ⋯") : sign + line.text,
                          letters);
    }
    moveCursor(QTextCursor::Start);
}

} // namespace meshwatch
