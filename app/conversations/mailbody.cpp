// SPDX-License-Identifier: MIT
#include "mailbody.h"

#include <QMimeData>
#include <QUrl>

namespace meshwatch {

MailBody::MailBody(QWidget* parent)
    : QPlainTextEdit(parent) {
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
}

QStringList MailBody::filesOf(const QMimeData* data) {
    QStringList paths;
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

bool MailBody::canInsertFromMimeData(const QMimeData* source) const {
    return !filesOf(source).isEmpty() || QPlainTextEdit::canInsertFromMimeData(source);
}

void MailBody::insertFromMimeData(const QMimeData* source) {
    const QStringList paths = filesOf(source);
    if (paths.isEmpty())
        QPlainTextEdit::insertFromMimeData(source);
    else
        Q_EMIT filesDropped(paths);
}

} // namespace meshwatch
