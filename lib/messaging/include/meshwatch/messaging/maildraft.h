// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace meshwatch {

/// A Mail as it is written, before it is sent.
struct MailDraft {
    /// Limits of the Connector (reference, dto 3).
    static constexpr int maxSubject = 300;
    static constexpr int maxBody = 50'000;

    QString subject;
    QString body;
    bool isMarkdown = false;
    QStringList
        attachments; ///< files of this computer, uploaded on sending; or ids ("FIL…") of the Connector's

    [[nodiscard]] bool isEmpty() const {
        return subject.isEmpty() && body.isEmpty() && attachments.isEmpty();
    }
    /// Is it the id of a file that the Connector has, rather than a path?
    [[nodiscard]] static bool isFileId(const QString& attachment);
    /// What hinders sending, translated: too long, a file that is missing or over 10 MiB. Looks at the files.
    [[nodiscard]] QStringList problems() const;
    /// The content of a message to one peer.
    [[nodiscard]] QJsonObject content(const QString& peer) const;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static MailDraft fromJson(const QJsonObject& json);
    bool operator==(const MailDraft&) const = default;
};

} // namespace meshwatch
