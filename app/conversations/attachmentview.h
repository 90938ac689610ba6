// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/connectorclient.h>
#include <meshwatch/connector/download.h>

#include <QDialog>
#include <QFutureWatcher>
#include <QPointer>

class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace meshwatch {

class AttachmentSaving;
class Label;

/// An attachment: what it is called, a picture or the beginning of a text if it is one, and a way to save it.
/// What the peer says of its kind is not believed: only what a decoder makes of the bytes is shown.
class AttachmentView : public QDialog {
    Q_OBJECT
public:
    /// More is not loaded for looking at it.
    static constexpr qint64 mostPreviewed = 8LL * 1024 * 1024;

    AttachmentView(ConnectorClient& client, const QString& messageId, const connector::File& file,
                   QWidget* parent = nullptr);
    ~AttachmentView() override;

    [[nodiscard]] AttachmentSaving& saving() { return *m_saving; }

Q_SIGNALS:
    /// The preview is there, or it is said why there is none.
    void ready();

private:
    void load();
    void decode(const connector::Download& download);
    void showNote(const QString& text);

    QPointer<ConnectorClient> m_client;
    QString m_messageId;
    connector::File m_file;
    AttachmentSaving* m_saving = nullptr;
    QFuture<ConnectorResult<connector::Download>> m_loading;
    QStackedWidget* m_stack = nullptr;
    Label* m_note = nullptr;
    Label* m_picture = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace meshwatch
