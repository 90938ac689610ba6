// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/error.h>
#include <meshwatch/core/result.h>

#include <QCoreApplication>
#include <QMetaType>
#include <QString>

namespace meshwatch {

/// Why a call to a Connector gave no value, as a value: what happened, which request it belongs to, and what
/// a person can do about it. Holds no secret: neither header, body nor query of the request.
struct ConnectorError {
    Q_DECLARE_TR_FUNCTIONS(ConnectorError)
public:
    enum class Kind {
        Network,           ///< no connection, or it broke: DNS, refused, dropped, proxy
        Tls,               ///< no trust in the server's certificate, or it refused ours
        TimedOut,          ///< nothing came for the time allowed
        Cancelled,         ///< the client went away; a cancelled future has no result at all
        Redirected,        ///< 3xx: a login page (OIDC) or a moved address; never followed
        NotJson,           ///< HTML, text or broken JSON where JSON was due
        NoResult,          ///< JSON, but without `result`
        WrongType,         ///< a member is missing or of another type; `message` names its path
        UnexpectedContent, ///< a file or picture was asked for and something else came
        TooLarge,          ///< the answer went over ConnectorSettings::maxResponseBytes
        Unauthorized,      ///< 401: key or token missing, wrong, expired
        Forbidden,         ///< 403: the key's scope does not include this
        NotFound,          ///< 404: no such record or route
        Connector,         ///< the Connector's own error of any other status
        TooOld,            ///< a Connector up to 6.x, which speaks /api/v2
        TokenRefused,      ///< the OAuth2 server gave no token
        Invalid,           ///< the call or the settings cannot be right; nothing was sent
        LocalFile,         ///< a file on this computer cannot be read or written
    };

    Kind kind = Kind::Network;
    int httpStatus = 0;    ///< 0 when there was no answer
    QString code;          ///< the Connector's ("error.runtime.recordNotFound") or the OAuth2 server's
    QString message;       ///< the Connector's own words, or ours (translated)
    QString id;            ///< the Connector's id of this failure, found in its log ("ERR…")
    QString time;          ///< when, by the Connector's clock, ISO 8601
    QString docs;          ///< address of the code's documentation
    QString correlationId; ///< as sent in X-Correlation-ID; the Connector logs it
    QString method;        ///< "GET"
    QString path;          ///< "/api/core/v1/Messages", decoded for people
    QString advice;        ///< translated; what a person can do about it; may be empty
    /// Of a call that changes something: it may have been done all the same, so look before trying again.
    /// False where it is certain that nothing was done: the request never left whole, or it was refused.
    bool isInDoubt = false;

    /// A stable word for the kind: "network", "tls", "timedOut", …
    [[nodiscard]] static QString kindName(Kind kind);

    /// For display: code "connector.<kindName>", message with request, status, code and id, and a warning
    /// where it is in doubt what happened.
    [[nodiscard]] Error toError() const;

    bool operator==(const ConnectorError&) const = default;
};

/// What every call of the client gives.
template<typename T>
using ConnectorResult = Result<T, ConnectorError>;

} // namespace meshwatch

Q_DECLARE_METATYPE(meshwatch::ConnectorError)
