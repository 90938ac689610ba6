// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/connectorclient.h>

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>

#include <deque>
#include <optional>

namespace meshwatch {

/// Names and sizes of the attachments on the screen: events carry only their ids, so the Connector is asked,
/// a few at a time, the latest wish first.
class AttachmentBook : public QObject {
    Q_OBJECT
public:
    /// `client` may be null or go: then nothing more becomes known.
    explicit AttachmentBook(ConnectorClient* client, QObject* parent = nullptr);

    /// What is known; asks for it otherwise.
    [[nodiscard]] std::optional<connector::File> file(const QString& messageId, const QString& attachmentId);

Q_SIGNALS:
    /// An attachment of this message is known now.
    void known(const QString& messageId);

private:
    struct Wish {
        QString message;
        QString attachment;
    };
    void askNext();

    QPointer<ConnectorClient> m_client;
    QHash<QString, connector::File> m_files; ///< by id
    QSet<QString> m_asked;                   ///< what cannot be read is not asked for again
    std::deque<Wish> m_wishes;
    int m_underWay = 0;
};

} // namespace meshwatch
