// SPDX-License-Identifier: MIT
#pragma once

#include "transport.h"

#include <vector>

namespace meshwatch::connector {

/// Fetches and keeps the access token of OAuth2 client credentials. Calls that need one at the same time
/// share one fetch; it is used until ten seconds before it expires.
class TokenSource : public QObject {
public:
    using Done = std::function<void(ConnectorResult<QByteArray>)>;

    TokenSource(const ConnectorSettings& settings, ConnectorSettings::OAuth2ClientCredentials credentials,
                QObject* parent);

    /// The token, now or when it came. Dropped silently if `receiver` is gone by then.
    void obtain(QObject* receiver, Done done);
    /// The server did not take this token: if it is still the one we have, the next obtain() fetches another.
    void reject(const QByteArray& token);

private:
    void fetch();
    void fetched(const ConnectorResult<Answer>& answer);
    [[nodiscard]] ConnectorResult<QByteArray> read(const ConnectorResult<Answer>& answer);

    ConnectorSettings m_settings;
    ConnectorSettings::OAuth2ClientCredentials m_credentials;
    Transport m_transport;
    QByteArray m_token;
    qint64 m_usableUntilMs = 0; ///< wall clock: a computer that slept finds its token expired
    bool m_isFetching = false;
    std::vector<std::pair<QPointer<QObject>, Done>> m_waiting;
};

} // namespace meshwatch::connector
