// SPDX-License-Identifier: MIT
#pragma once

#include <QPlainTextEdit>

namespace meshwatch {

/// Where the text of a Mail is written: plain text, whatever is pasted; files dropped here are attached.
/// Ctrl+Return sends, Tab goes on.
class MailBody : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit MailBody(QWidget* parent = nullptr);

    /// Local files of what is dragged or pasted.
    [[nodiscard]] static QStringList filesOf(const QMimeData* data);

Q_SIGNALS:
    void filesDropped(const QStringList& paths);

protected:
    void insertFromMimeData(const QMimeData* source) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData* source) const override;
};

} // namespace meshwatch
