// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/record.h>

namespace meshwatch::connector {

/// Whose key signs a challenge.
enum class ChallengeType { Unknown, Identity, Device, Relationship };

/// A signed text that proves an identity to whoever is given it: POST Challenges.
class Challenge : public Record {
public:
    Challenge() = default;
    [[nodiscard]] static ConnectorResult<Challenge> fromJson(const QJsonObject& json,
                                                             const QString& path = {});

    [[nodiscard]] QString id() const { return textOf("id"); }
    [[nodiscard]] Micros expiresAt() const { return timeOf("expiresAt"); }
    [[nodiscard]] QString createdBy() const { return textOf("createdBy"); }
    [[nodiscard]] QString createdByDevice() const { return textOf("createdByDevice"); }
    [[nodiscard]] Named<ChallengeType> type() const;
    /// To be handed on as it is, with the signature.
    [[nodiscard]] QString challengeString() const { return textOf("challengeString"); }
    [[nodiscard]] QString signature() const { return textOf("signature"); } ///< Base64

private:
    explicit Challenge(QJsonObject json)
        : Record(std::move(json)) {}
};

} // namespace meshwatch::connector
