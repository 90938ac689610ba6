// SPDX-License-Identifier: MIT
#include "caller.h"

namespace meshwatch::connector {

namespace {

QString nameOf(ChallengeType type) {
    switch (type) {
    case ChallengeType::Identity:
        return QStringLiteral("Identity");
    case ChallengeType::Device:
        return QStringLiteral("Device");
    case ChallengeType::Relationship:
        return QStringLiteral("Relationship");
    case ChallengeType::Unknown:
        break;
    }
    return {};
}

} // namespace

Future<Challenge> ChallengeCalls::create(ChallengeType type, const QString& relationshipId,
                                         const CallOptions& options) {
    QJsonObject json{{QStringLiteral("challengeType"), nameOf(type)}};
    if (!relationshipId.isEmpty())
        json.insert(QLatin1String("relationship"), relationshipId);
    return Caller::one<Challenge>(m_client,
                                  {&routes::createChallenge, {}, {}, false, options, jsonBody(json)});
}

Future<ChallengeValidation> ChallengeCalls::validate(const QString& challengeString, const QString& signature,
                                                     const CallOptions& options) {
    return Caller::one<ChallengeValidation>(m_client,
                                            {&routes::validateChallenge,
                                             {},
                                             {},
                                             false,
                                             options,
                                             jsonBody({{QStringLiteral("challengeString"), challengeString},
                                                       {QStringLiteral("signature"), signature}})});
}

} // namespace meshwatch::connector
