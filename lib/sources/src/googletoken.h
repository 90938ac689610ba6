// SPDX-License-Identifier: MIT
#pragma once

#include "httpcalls.h"
#include "serviceaccount.h"

#include <vector>

namespace meshwatch {

/// Fetches an access token with a service account's key and keeps it until shortly before it expires. Calls
/// that need one at the same time share one fetch.
class GoogleToken {
public:
    using Done = std::function<void(Result<QByteArray>)>;

    /// `scope` is what the token is to be good for.
    GoogleToken(ServiceAccount account, QByteArray scope);

    [[nodiscard]] const ServiceAccount& account() const { return m_account; }
    /// The token, now or when it came. Errors: "source.refused" where the key is not taken, else
    /// "source.broken".
    void obtain(Done done);
    /// The server did not take this token: if it is still the one we have, the next obtain() fetches another.
    void reject(const QByteArray& token);
    /// Nobody is told of a fetch under way any more.
    void cancel();

private:
    void fetch();
    [[nodiscard]] Result<QByteArray> read(const HttpCalls::Answer& answer);
    [[nodiscard]] Error refusal(int status, const QByteArray& body) const;

    ServiceAccount m_account;
    QByteArray m_scope;
    HttpCalls m_calls;
    QByteArray m_token;
    qint64 m_usableUntilMs = 0; ///< wall clock: a computer that slept finds its token expired
    bool m_isFetching = false;
    std::vector<Done> m_waiting;
};

} // namespace meshwatch
