// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/connectorclient.h>

#include <QObject>

namespace meshwatch {

/// Uploads the attachments of a Mail one after the other; those that are ids already stay as they are.
class Uploads : public QObject {
    Q_OBJECT
public:
    Uploads(ConnectorClient& client, QStringList attachments, QObject* parent);
    /// A signal follows, never before this returns.
    void start();
    /// Nothing follows any more.
    void cancel();

Q_SIGNALS:
    /// Bytes of all files.
    void progress(qint64 sent, qint64 total);
    void finished(const QStringList& ids);
    void failed(const meshwatch::ConnectorError& error);

private:
    void next();

    ConnectorClient& m_client;
    const QStringList m_attachments;
    QStringList m_ids;
    qint64 m_sent = 0;
    qint64 m_total = 0;
    bool m_isCancelled = false;
    connector::Future<connector::File> m_upload;
};

} // namespace meshwatch
