// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/connectorclient.h>

#include <QPointer>
#include <QWidget>

namespace meshwatch {

/// Saves an attachment where the person says, with progress that can be stopped. What does not work is said
/// in a box.
class AttachmentSaving : public QObject {
    Q_OBJECT
public:
    /// Its dialogs belong to `window`, and so does it.
    AttachmentSaving(ConnectorClient& client, const QString& messageId, const connector::File& file,
                     QWidget* window);

    /// The name that the peer gave it, cleaned.
    [[nodiscard]] QString suggestedName() const;
    /// Asks where to.
    void ask();
    void saveTo(const QString& path);

Q_SIGNALS:
    void saved(const QString& path);
    /// Saved, not saved, or given up.
    void ended();

private:
    QWidget& m_window;
    QPointer<ConnectorClient> m_client;
    QString m_messageId;
    connector::File m_file;
};

} // namespace meshwatch
