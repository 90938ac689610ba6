// SPDX-License-Identifier: MIT
#include "pem.h"
#include "requestbody.h"

#include <meshwatch/connector/connectorsettings.h>

#include <QSslCertificate>

#include <algorithm>

namespace meshwatch {

namespace {

using connector::invalid;

bool isWebAddress(const QUrl& url) {
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
}

/// Header values of ours are visible ASCII: anything else is a mistake of copying, and a line break would
/// start another header.
bool isHeaderValue(const QByteArray& value) {
    return !value.isEmpty() &&
           std::all_of(value.begin(), value.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

bool isHeaderName(const QByteArray& name) {
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    });
}

std::optional<ConnectorError> problemOf(const ConnectorSettings::Authentication& authentication) {
    const QString copied = ConnectorError::tr("Copy it again, without blanks and line breaks.");
    if (const auto* key = std::get_if<ConnectorSettings::ApiKey>(&authentication)) {
        if (!isHeaderName(key->headerName))
            return invalid(ConnectorError::tr("The header name of the API key is not one."),
                           ConnectorError::tr("Use X-API-KEY unless the Connector is configured otherwise."));
        if (!isHeaderValue(key->key))
            return invalid(ConnectorError::tr("The API key is empty or holds characters that no key has."),
                           copied);
    }
    if (const auto* bearer = std::get_if<ConnectorSettings::Bearer>(&authentication)) {
        if (!isHeaderValue(bearer->token))
            return invalid(ConnectorError::tr("The token is empty or holds characters that no token has."),
                           copied);
    }
    if (const auto* oauth = std::get_if<ConnectorSettings::OAuth2ClientCredentials>(&authentication)) {
        if (!isWebAddress(oauth->tokenUrl))
            return invalid(ConnectorError::tr("The address of the OAuth2 server is not one."),
                           ConnectorError::tr("It starts with https:// and usually ends in /token."));
        if (oauth->clientId.isEmpty())
            return invalid(ConnectorError::tr("OAuth2 needs a client id."), {});
    }
    return {};
}

} // namespace

QSslKey connector::privateKeyFromPem(const QByteArray& pem) {
    for (const auto algorithm : {QSsl::Rsa, QSsl::Ec}) {
        QSslKey key(pem, algorithm, QSsl::Pem, QSsl::PrivateKey);
        if (!key.isNull())
            return key;
    }
    return {};
}

QUrl ConnectorSettings::rootUrl() const {
    QUrl url = baseUrl.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
    QString path = url.path();
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    for (const auto* copiedAlong : {"/api/core/v1", "/api/v2", "/health", "/docs"}) {
        if (path.endsWith(QLatin1String(copiedAlong), Qt::CaseInsensitive))
            path.chop(qsizetype(qstrlen(copiedAlong)));
    }
    url.setPath(path);
    return url;
}

std::optional<ConnectorError> ConnectorSettings::problem() const {
    if (!isWebAddress(baseUrl))
        return invalid(
            ConnectorError::tr("“%1” is not the address of a Connector.")
                .arg(baseUrl.toDisplayString(QUrl::RemoveUserInfo)),
            ConnectorError::tr("Write it like https://connector.example.com or http://localhost:8080."));
    if (!baseUrl.userInfo().isEmpty())
        return invalid(ConnectorError::tr("The address holds a user name or password."),
                       ConnectorError::tr("Remove it; a Connector takes an API key or a token."));
    if (auto problem = problemOf(authentication))
        return problem;
    if (!caCertificatesPem.isEmpty() && QSslCertificate::fromData(caCertificatesPem, QSsl::Pem).isEmpty())
        return invalid(
            ConnectorError::tr("There is no certificate in the file with the certificate authorities."),
            ConnectorError::tr("It must be a PEM file: its first line is -----BEGIN CERTIFICATE-----."));
    if (!clientCertificatePem.isEmpty() || !clientKeyPem.isEmpty()) {
        if (QSslCertificate::fromData(clientCertificatePem, QSsl::Pem).isEmpty())
            return invalid(
                ConnectorError::tr("There is no certificate in the file with the client certificate."), {});
        if (connector::privateKeyFromPem(clientKeyPem).isNull())
            return invalid(ConnectorError::tr("There is no usable private key for the client certificate."),
                           ConnectorError::tr("It must be a PEM file without a passphrase."));
    }
    return {};
}

} // namespace meshwatch
