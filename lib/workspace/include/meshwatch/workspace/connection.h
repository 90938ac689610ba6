// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/identifiers.h>
#include <meshwatch/core/result.h>
#include <meshwatch/workspace/brokersource.h>

#include <QJsonObject>
#include <QUrl>

#include <vector>

namespace meshwatch {

/// A Connector as the user set it up in a workspace; without its secrets, which SecretStore keeps.
struct Connection {
    enum class Authentication { None, ApiKey, Bearer, OAuth2 };
    /// What a delivery must show.
    enum class ReceiverAuthentication {
        None,   ///< nothing, even if there is a key
        ApiKey, ///< SecretKind::ReceiverKey, if it is set
        OAuth2, ///< a token of our token endpoint; refused while SecretKind::ReceiverClientSecret is not
                ///< known
    };

    ConnectionId id; ///< given by the store; stays when the name changes
    QString name;    ///< unique; also the receiver's path: POST /<slug>
    QString colour;  ///< "#rrggbb"
    QUrl url;        ///< empty: only receives
    Authentication authentication = Authentication::ApiKey;
    QString apiKeyHeader = QStringLiteral("X-API-KEY");
    QUrl tokenUrl;
    QString clientId;
    QString scope;
    QString caCertificateFile;     ///< PEM
    QString clientCertificateFile; ///< PEM
    QString clientKeyFile;         ///< PEM
    bool receivesWebhooks = true;
    ReceiverAuthentication receiverAuthentication = ReceiverAuthentication::ApiKey;
    QString receiverClientId;                                ///< OAuth2
    QString receiverKeyHeader = QStringLiteral("x-api-key"); ///< compared if SecretKind::ReceiverKey is set
    bool asksForKey =
        false; ///< it has a ReceiverKey; the workspace keeps this, and refuses while the key is not known
    std::vector<BrokerSource> sources; ///< where else its events come from
    int syncSeconds = 60;              ///< pause between two runs of BackboneSync; 0: only on demand

    /// The path segment of its webhook address: the name in lower case, what is no letter or digit as "-".
    [[nodiscard]] QString slug() const;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<Connection> fromJson(const QJsonObject& json);
    bool operator==(const Connection&) const = default;
};

/// The secrets a connection can have.
enum class SecretKind {
    ApiKey,
    BearerToken,
    ClientSecret,
    ReceiverKey,
    ReceiverClientSecret,
    WebhookTargets, ///< of the webhook configuration that is worked on (webhooksecrets.h), as JSON
    Source,         ///< of one BrokerSource, by its number
};

/// One secret of a connection; the number is that of a BrokerSource, for SecretKind::Source.
struct SecretName {
    SecretKind kind;
    int number = 0;
    SecretName(SecretKind of, int ofNumber = 0) // NOLINT(*-explicit-*): a kind is the name of all but sources
        : kind(of)
        , number(ofNumber) {}
};

} // namespace meshwatch
