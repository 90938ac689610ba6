// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/record.h>
#include <meshwatch/connector/reference.h>

namespace meshwatch::connector {

/// An offer of a relationship, own or a peer's: GET RelationshipTemplates/….
class RelationshipTemplate : public Record {
public:
    RelationshipTemplate() = default;
    [[nodiscard]] static ConnectorResult<RelationshipTemplate> fromJson(const QJsonObject& json,
                                                                        const QString& path = {});

    [[nodiscard]] QString id() const { return textOf("id"); }
    [[nodiscard]] bool isOwn() const { return flagOf("isOwn"); }
    [[nodiscard]] QString createdBy() const { return textOf("createdBy"); }
    [[nodiscard]] QString createdByDevice() const { return textOf("createdByDevice"); }
    [[nodiscard]] Micros createdAt() const { return timeOf("createdAt"); }
    [[nodiscard]] Micros expiresAt() const { return timeOf("expiresAt"); } ///< 0: never
    /// -1: unlimited.
    [[nodiscard]] qint64 maxNumberOfAllocations() const { return numberOf("maxNumberOfAllocations", -1); }
    [[nodiscard]] QString forIdentity() const { return textOf("forIdentity"); }
    [[nodiscard]] Content content() const { return Content(objectOf("content")); }
    [[nodiscard]] bool isPasswordProtected() const { return has("passwordProtection"); }
    [[nodiscard]] Reference reference() const;

private:
    explicit RelationshipTemplate(QJsonObject json)
        : Record(std::move(json)) {}
};

} // namespace meshwatch::connector
