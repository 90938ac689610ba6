// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/callgroup.h>
#include <meshwatch/connector/challenge.h>
#include <meshwatch/connector/challengevalidation.h>

namespace meshwatch::connector {

/// Proofs of who one is, handed over by other means than the Backbone.
class ChallengeCalls : public CallGroup {
public:
    using CallGroup::CallGroup;

    /// `relationshipId` for the type Relationship, and only for that.
    [[nodiscard]] Future<Challenge> create(ChallengeType type, const QString& relationshipId = {},
                                           const CallOptions& options = {});
    /// One of the type Device cannot be checked.
    [[nodiscard]] Future<ChallengeValidation>
    validate(const QString& challengeString, const QString& signature, const CallOptions& options = {});
};

} // namespace meshwatch::connector
