// SPDX-License-Identifier: MIT
#include "connectiondraft.h"

#include <meshwatch/core/loopback.h>

#include <QCoreApplication>
#include <QFile>

namespace meshwatch {

namespace {

Result<QByteArray> fileContent(const QString& path) {
    if (path.isEmpty())
        return QByteArray();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{QStringLiteral("connection.file"),
                     QCoreApplication::translate("ConnectionDraft", "The file %1 cannot be read: %2.")
                         .arg(path, file.errorString()),
                     QCoreApplication::translate("ConnectionDraft", "Choose a PEM file that you may read.")};
    return file.readAll();
}

} // namespace

std::optional<SecretKind> ConnectionDraft::secretKind() const {
    switch (connection.authentication) {
    case Connection::Authentication::ApiKey:
        return SecretKind::ApiKey;
    case Connection::Authentication::Bearer:
        return SecretKind::BearerToken;
    case Connection::Authentication::OAuth2:
        return SecretKind::ClientSecret;
    case Connection::Authentication::None:
        break;
    }
    return {};
}

Result<ConnectorSettings> ConnectionDraft::settings() const {
    ConnectorSettings settings;
    settings.baseUrl = connection.url;
    switch (connection.authentication) {
    case Connection::Authentication::None:
        break;
    case Connection::Authentication::ApiKey:
        settings.authentication =
            ConnectorSettings::ApiKey{connection.apiKeyHeader.toLatin1(), secret.toUtf8()};
        break;
    case Connection::Authentication::Bearer:
        settings.authentication = ConnectorSettings::Bearer{secret.toUtf8()};
        break;
    case Connection::Authentication::OAuth2:
        settings.authentication = ConnectorSettings::OAuth2ClientCredentials{
            connection.tokenUrl, connection.clientId, secret, connection.scope};
        break;
    }
    const std::pair<QString, QByteArray*> files[] = {
        {connection.caCertificateFile, &settings.caCertificatesPem},
        {connection.clientCertificateFile, &settings.clientCertificatePem},
        {connection.clientKeyFile, &settings.clientKeyPem}};
    for (const auto& [path, target] : files) {
        auto content = fileContent(path);
        if (!content)
            return content.error();
        *target = std::move(*content);
    }
    return settings;
}

QUrl urlFromInput(const QString& text) {
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return {};
    if (trimmed.contains(QLatin1String("://")))
        return QUrl(trimmed, QUrl::StrictMode);
    const QUrl local(QLatin1String("http://") + trimmed, QUrl::StrictMode);
    return isLoopbackHost(local.host()) ? local : QUrl(QLatin1String("https://") + trimmed, QUrl::StrictMode);
}

} // namespace meshwatch
