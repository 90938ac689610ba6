// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/identifiers.h>
#include <meshwatch/core/result.h>

#include <QObject>

#include <memory>

namespace meshwatch {

/// The webhook configuration that is being worked on for each connection; survives a crash. Kept in one file
/// of the workspace's folder, which is written in a thread of its own a moment after the last change. Secrets
/// do not belong here: SecretKind::WebhookTargets has them.
class WebhookDraftStore : public QObject {
    Q_OBJECT
public:
    struct Draft {
        QByteArray webhooks;     ///< JSON of `modules.webhooks` without secrets; empty: none is worked on
        bool isExported = false; ///< an operator has it as it is
        bool operator==(const Draft&) const = default;
    };

    /// Reads the file at once: it is small, and made once at start. A damaged one is set aside.
    explicit WebhookDraftStore(const QString& workspaceFolder, QObject* parent = nullptr);
    /// Writes what is not written yet, and waits for it.
    ~WebhookDraftStore() override;

    [[nodiscard]] Draft draft(ConnectionId connection) const;
    /// An empty one is removed.
    void setDraft(ConnectionId connection, const Draft& draft);
    /// Writes now and waits.
    void flush();

Q_SIGNALS:
    /// The file could not be written; the drafts stay in memory and the next change tries again.
    void failed(const meshwatch::Error& error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace meshwatch
