// SPDX-License-Identifier: MIT
#include "uploads.h"

#include <meshwatch/messaging/maildraft.h>

#include <QFileInfo>
#include <QTimer>

namespace meshwatch {

Uploads::Uploads(ConnectorClient& client, QStringList attachments, QObject* parent)
    : QObject(parent)
    , m_client(client)
    , m_attachments(std::move(attachments)) {
    for (const QString& attachment : m_attachments) {
        if (!MailDraft::isFileId(attachment))
            m_total += QFileInfo(attachment).size();
    }
}

void Uploads::start() { QTimer::singleShot(0, this, &Uploads::next); }

void Uploads::cancel() {
    m_isCancelled = true;
    m_upload.cancel();
}

void Uploads::next() {
    while (m_ids.size() < m_attachments.size() && MailDraft::isFileId(m_attachments.at(m_ids.size())))
        m_ids.append(m_attachments.at(m_ids.size()));
    if (m_isCancelled)
        return;
    if (m_ids.size() == m_attachments.size()) {
        Q_EMIT finished(m_ids);
        return;
    }
    const QString path = m_attachments.at(m_ids.size());
    m_upload = m_client.files().upload(connector::FileUpload::fromFile(path));
    auto* watcher = new QFutureWatcher<ConnectorResult<connector::File>>(this);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, this,
            [this](int bytes) { Q_EMIT progress(m_sent + bytes, m_total); });
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, path] {
        watcher->deleteLater();
        if (m_isCancelled || watcher->future().resultCount() == 0)
            return;
        const auto file = watcher->result();
        if (!file) {
            Q_EMIT failed(file.error());
            return;
        }
        m_ids.append(file->id());
        m_sent += QFileInfo(path).size();
        Q_EMIT progress(m_sent, m_total);
        next();
    });
    watcher->setFuture(m_upload);
}

} // namespace meshwatch
