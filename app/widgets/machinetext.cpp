// SPDX-License-Identifier: MIT
#include "machinetext.h"

#include "theme.h"

#include <cmath>

namespace meshwatch {

MachineText::MachineText(const QString& text, QWidget* parent)
    : QTextEdit(parent) {
    setReadOnly(true);
    setAcceptRichText(false);
    setFrameShape(QFrame::NoFrame);
    setProperty("bare", true);
    setFont(Theme::monospace());
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAnywhere);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(0);
    setPlainText(text);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize MachineText::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 12, fontMetrics().height() + 2};
}

int MachineText::heightForWidth(int width) const {
    const int columns = qMax(1, int(width / QFontMetricsF(font()).horizontalAdvance(QLatin1Char('0'))));
    const int lines = qMax(1, int(std::ceil(double(toPlainText().size()) / columns)));
    return lines * fontMetrics().lineSpacing() + 2;
}

} // namespace meshwatch
