// SPDX-License-Identifier: MIT
#include "attachmentsaving.h"

#include "plainbox.h"
#include "widgets/safetext.h"

#include <QDir>
#include <QFileDialog>
#include <QFutureWatcher>
#include <QProgressDialog>
#include <QStandardPaths>

namespace meshwatch {

AttachmentSaving::AttachmentSaving(ConnectorClient& client, const QString& messageId,
                                   const connector::File& file, QWidget* window)
    : QObject(window)
    , m_window(*window)
    , m_client(&client)
    , m_messageId(messageId)
    , m_file(file) {}

QString AttachmentSaving::suggestedName() const { return SafeText::fileName(m_file.filename()); }

void AttachmentSaving::ask() {
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    auto* dialog = new QFileDialog(&m_window, tr("Save attachment"), folder.path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggestedName());
    connect(dialog, &QFileDialog::fileSelected, this, &AttachmentSaving::saveTo);
    connect(dialog, &QDialog::rejected, this, &AttachmentSaving::ended);
    dialog->open();
}

void AttachmentSaving::saveTo(const QString& path) {
    if (!m_client)
        return;
    const auto saving = m_client->messages().downloadAttachmentTo(m_messageId, m_file.id(), path);
    auto* progress = new QProgressDialog(tr("Saving…"), tr("Cancel"), 0, 0, &m_window);
    progress->setWindowTitle(tr("Save attachment"));
    progress->setWindowModality(Qt::WindowModal);
    progress->setMinimumDuration(700);
    auto* watcher = new QFutureWatcher<ConnectorResult<connector::SavedDownload>>(progress);
    connect(watcher, &QFutureWatcherBase::progressRangeChanged, progress, &QProgressDialog::setRange);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, progress, &QProgressDialog::setValue);
    connect(watcher, &QFutureWatcherBase::finished, progress, &QObject::deleteLater);
    connect(progress, &QProgressDialog::canceled, this, [this, watcher] {
        watcher->future().cancel();
        Q_EMIT ended();
    });
    watcher->setFuture(saving);
    connector::whenFinished(saving, this,
                            [this, path](const ConnectorResult<connector::SavedDownload>& done) {
                                if (done)
                                    Q_EMIT saved(path);
                                else
                                    PlainBox::warn(&m_window, tr("Not saved"), done.error().toError().text());
                                Q_EMIT ended();
                            });
}

} // namespace meshwatch
