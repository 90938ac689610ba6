// SPDX-License-Identifier: MIT
#include "agecheck.h"

#include <meshwatch/connector/identityinfo.h>
#include <meshwatch/connector/version.h>

namespace meshwatch::connector {

namespace {

/// Not in routes::all(): it is no operation of the API that we speak.
constexpr Route oldIdentityInfo{"GET", "/api/v2/Account/IdentityInfo", AnswerForm::Enveloped};

} // namespace

bool AgeCheck::isSuspicious(const ConnectorError& error, const Route& route) {
    if (error.httpStatus != 404 || !QByteArrayView(route.path).startsWith("/api/core/"))
        return false;
    return error.kind == ConnectorError::Kind::NotJson ||
           error.code == QLatin1String("error.connector.http.routeDoesNotExist");
}

ConnectorError AgeCheck::tooOld(const QString& version) {
    ConnectorError error;
    error.kind = ConnectorError::Kind::TooOld;
    error.message =
        version.isEmpty()
            ? ConnectorError::tr("This Connector is too old: it speaks /api/v2, as versions up to 6 do.")
            : ConnectorError::tr("This Connector is too old: version %1 speaks /api/v2.").arg(version);
    error.advice =
        ConnectorError::tr("Meshwatch needs version 7 or newer, which speaks /api/core/v1: update the "
                           "Connector.");
    return error;
}

void AgeCheck::ask(Done done) {
    m_waiting.push_back(std::move(done));
    if (m_waiting.size() > 1)
        return;
    m_send({&routes::version}, [this](const ConnectorResult<Answer>& answer) {
        if (!answer)
            return askPath();
        const auto version = readOne<Version>(*answer, AnswerForm::Bare);
        if (!version || version->major() < 0)
            return askPath();
        tell(version->major() < firstSupportedMajor ? std::optional(tooOld(version->version()))
                                                    : std::nullopt);
    });
}

void AgeCheck::askPath() {
    m_send({&oldIdentityInfo}, [this](const ConnectorResult<Answer>& answer) {
        const bool isOld = answer ? bool(readOne<IdentityInfo>(*answer, AnswerForm::Enveloped))
                                  : answer.error().kind == ConnectorError::Kind::Forbidden;
        tell(isOld ? std::optional(tooOld({})) : std::nullopt);
    });
}

void AgeCheck::tell(const std::optional<ConnectorError>& verdict) {
    for (const auto& done : std::exchange(m_waiting, {}))
        done(verdict);
}

} // namespace meshwatch::connector
