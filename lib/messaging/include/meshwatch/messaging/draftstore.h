// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/identifiers.h>
#include <meshwatch/core/result.h>
#include <meshwatch/messaging/postedmail.h>

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace meshwatch {

/// What was written to peers and not sent yet; survives a crash. Kept in one file of the workspace's folder,
/// written as a whole by a thread of its own, a moment after the last change.
class DraftStore : public QObject {
    Q_OBJECT
public:
    struct Draft {
        MailDraft mail;
        QJsonObject request; ///< a Request that is being built, complete or not; empty if none is
        /// Set before the Mail is posted and taken away when it is known what became of it: so it can be
        /// looked up even by the next start of the program.
        std::optional<PostedMail> posted{};
        [[nodiscard]] bool isEmpty() const { return mail.isEmpty() && request.isEmpty() && !posted; }
        bool operator==(const Draft&) const = default;
    };

    /// Reads the file at once, in the caller's thread: it is small, and made once at start. A damaged one is
    /// set aside.
    explicit DraftStore(const QString& workspaceFolder, QObject* parent = nullptr);
    /// Writes what is not written yet, and waits for it.
    ~DraftStore() override;

    [[nodiscard]] Draft draft(ConnectionId connection, const QString& peer) const;
    /// An empty draft is removed.
    void setDraft(ConnectionId connection, const QString& peer, const Draft& draft);
    /// Peers of a connection with a draft.
    [[nodiscard]] QStringList peers(ConnectionId connection) const;
    /// Writes now and calls back, unless `context` (of this thread) is gone by then, once it is on disk or
    /// has failed().
    void whenWritten(QObject* context, std::function<void()> then);
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
