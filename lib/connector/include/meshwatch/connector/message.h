// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/file.h>
#include <meshwatch/connector/record.h>

namespace meshwatch::connector {

/// One who gets a message.
class Recipient : public Record {
public:
    Recipient() = default;
    [[nodiscard]] static ConnectorResult<Recipient> fromJson(const QJsonObject& json,
                                                             const QString& path = {});

    [[nodiscard]] QString address() const { return textOf("address"); }
    /// 0 until it is known to have arrived.
    [[nodiscard]] Micros receivedAt() const { return timeOf("receivedAt"); }
    [[nodiscard]] QString receivedByDevice() const { return textOf("receivedByDevice"); }
    [[nodiscard]] QString relationshipId() const { return textOf("relationshipId"); }

private:
    explicit Recipient(QJsonObject json)
        : Record(std::move(json)) {}
};

/// A message, sent or received: GET Messages/….
class Message : public Record {
public:
    Message() = default;
    [[nodiscard]] static ConnectorResult<Message> fromJson(const QJsonObject& json, const QString& path = {});

    [[nodiscard]] QString id() const { return textOf("id"); }
    [[nodiscard]] bool isOwn() const { return flagOf("isOwn"); } ///< sent by this identity
    /// Mail, Request, ResponseWrapper, Notification, ArbitraryMessageContent, …
    [[nodiscard]] Content content() const { return Content(objectOf("content")); }
    [[nodiscard]] QString createdBy() const { return textOf("createdBy"); }
    [[nodiscard]] QString createdByDevice() const { return textOf("createdByDevice"); }
    [[nodiscard]] Micros createdAt() const { return timeOf("createdAt"); }
    [[nodiscard]] Micros wasReadAt() const { return timeOf("wasReadAt"); } ///< 0: not read
    [[nodiscard]] std::vector<Recipient> recipients() const;
    /// Ids, whether the attachments came as ids (lists) or as files (a single message).
    [[nodiscard]] QStringList attachmentIds() const;
    /// The attachments where they came as files; else empty.
    [[nodiscard]] std::vector<File> attachedFiles() const;

private:
    explicit Message(QJsonObject json)
        : Record(std::move(json)) {}
};

} // namespace meshwatch::connector
