// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/record.h>
#include <meshwatch/connector/reference.h>

namespace meshwatch::connector {

/// A small object handed on by reference: GET Tokens/….
class Token : public Record {
public:
    Token() = default;
    [[nodiscard]] static ConnectorResult<Token> fromJson(const QJsonObject& json, const QString& path = {});

    [[nodiscard]] QString id() const { return textOf("id"); }
    [[nodiscard]] bool isOwn() const { return flagOf("isOwn"); }
    [[nodiscard]] QString createdBy() const { return textOf("createdBy"); }
    [[nodiscard]] QString createdByDevice() const { return textOf("createdByDevice"); }
    [[nodiscard]] Micros createdAt() const { return timeOf("createdAt"); }
    [[nodiscard]] Micros expiresAt() const { return timeOf("expiresAt"); }
    [[nodiscard]] Content content() const { return Content(objectOf("content")); }
    [[nodiscard]] QString forIdentity() const { return textOf("forIdentity"); }
    /// Not stored: cannot be read again.
    [[nodiscard]] bool isEphemeral() const { return flagOf("isEphemeral"); }
    [[nodiscard]] Reference reference() const;

private:
    explicit Token(QJsonObject json)
        : Record(std::move(json)) {}
};

} // namespace meshwatch::connector
