// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/relationship.h>

#include <optional>

namespace meshwatch::connector {

/// Is a challenge signed by whom it names: POST Challenges/Validate.
class ChallengeValidation : public Record {
public:
    ChallengeValidation() = default;
    [[nodiscard]] static ConnectorResult<ChallengeValidation> fromJson(const QJsonObject& json,
                                                                       const QString& path = {});

    [[nodiscard]] bool isValid() const { return flagOf("isValid"); }
    /// With whom it was made.
    [[nodiscard]] std::optional<Relationship> correspondingRelationship() const;

private:
    explicit ChallengeValidation(QJsonObject json)
        : Record(std::move(json)) {}
};

} // namespace meshwatch::connector
