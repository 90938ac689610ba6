// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/record.h>

namespace meshwatch::connector {

/// How far the deletion of a shared attribute has got.
enum class AttributeDeletion {
    Unknown,
    DeletionRequestSent,
    DeletionRequestRejected,
    ToBeDeletedByRecipient,
    DeletedByRecipient,
    ToBeDeleted,
    DeletedByEmitter,
};

/// Something known about an identity or a relationship: GET Attributes/….
class Attribute : public Record {
public:
    enum class Kind {
        Unknown,
        OwnIdentityAttribute,
        PeerIdentityAttribute,
        OwnRelationshipAttribute,
        PeerRelationshipAttribute,
        ThirdPartyRelationshipAttribute,
    };

    Attribute() = default;
    [[nodiscard]] static ConnectorResult<Attribute> fromJson(const QJsonObject& json,
                                                             const QString& path = {});

    /// Shared copies have the same one on both sides.
    [[nodiscard]] QString id() const { return textOf("id"); }
    [[nodiscard]] Micros createdAt() const { return timeOf("createdAt"); }
    /// IdentityAttribute or RelationshipAttribute.
    [[nodiscard]] Content content() const { return Content(objectOf("content")); }
    [[nodiscard]] Content value() const {
        return Content(objectOf("content").value(QLatin1String("value")).toObject());
    }
    [[nodiscard]] QString succeeds() const { return textOf("succeeds"); }
    [[nodiscard]] QString succeededBy() const { return textOf("succeededBy"); }
    [[nodiscard]] QString peer() const { return textOf("peer"); }
    [[nodiscard]] QString sourceReference() const { return textOf("sourceReference"); }
    [[nodiscard]] QString initialAttributePeer() const { return textOf("initialAttributePeer"); }
    [[nodiscard]] Micros wasViewedAt() const { return timeOf("wasViewedAt"); }
    [[nodiscard]] bool isDefault() const { return flagOf("isDefault"); }
    [[nodiscard]] qint64 numberOfForwards() const { return numberOf("numberOfForwards"); }
    /// Whose and of what.
    [[nodiscard]] Named<Kind> kind() const;
    /// Unknown with empty text: not deleted.
    [[nodiscard]] Named<AttributeDeletion> deletionStatus() const;
    [[nodiscard]] Micros deletionDate() const;

private:
    explicit Attribute(QJsonObject json)
        : Record(std::move(json)) {}
};

/// With whom an attribute was shared: GET Attributes/{id}/ForwardingDetails.
class AttributeForwardingDetails : public Record {
public:
    AttributeForwardingDetails() = default;
    [[nodiscard]] static ConnectorResult<AttributeForwardingDetails> fromJson(const QJsonObject& json,
                                                                              const QString& path = {});

    [[nodiscard]] QString peer() const { return textOf("peer"); }
    [[nodiscard]] QString sourceReference() const { return textOf("sourceReference"); }
    [[nodiscard]] Micros sharedAt() const { return timeOf("sharedAt"); }
    [[nodiscard]] Named<AttributeDeletion> deletionStatus() const;
    [[nodiscard]] Micros deletionDate() const;

private:
    explicit AttributeForwardingDetails(QJsonObject json)
        : Record(std::move(json)) {}
};

} // namespace meshwatch::connector
