// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/request.h>

#include <QJsonObject>
#include <QStringList>

namespace meshwatch::connector {

/// A message to be sent: POST Messages.
struct MessageDraft {
    enum class BodyFormat { PlainText, Markdown };

    QStringList recipients;  ///< addresses
    QJsonObject content;     ///< Mail, Request or ArbitraryMessageContent
    QStringList attachments; ///< ids of files that the Connector knows

    /// To `to` and `cc`. A Connector takes 300 characters of subject and 50 000 of body.
    [[nodiscard]] static MessageDraft mail(const QStringList& to, const QStringList& cc,
                                           const QString& subject, const QString& body,
                                           BodyFormat format = BodyFormat::PlainText);
    /// Sends what outgoingRequests().create() gave: its content unchanged, to its peer.
    [[nodiscard]] static MessageDraft request(const Request& draft);
    /// Any JSON, for programs.
    [[nodiscard]] static MessageDraft arbitrary(const QStringList& recipients, const QJsonValue& value);

    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace meshwatch::connector
