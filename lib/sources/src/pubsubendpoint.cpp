// SPDX-License-Identifier: MIT
#include "pubsubendpoint.h"

#include "sourcelink.h"

#include <meshwatch/core/loopback.h>

#include <QCoreApplication>

namespace meshwatch {

namespace {

struct PubSubEndpointText {
    Q_DECLARE_TR_FUNCTIONS(EventSource)
};

/// "localhost:8085", as the emulator itself prints it; some write it as an address.
QUrl emulatorUrl(const QString& host) {
    return QUrl(host.contains(QLatin1String("://")) ? host : QLatin1String("http://") + host,
                QUrl::StrictMode);
}

bool isBase(const QUrl& url) {
    return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasQuery() &&
           !url.hasFragment() &&
           (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"));
}

Error badEndpoint(const QString& endpoint) {
    return sourceerror::refused(
        PubSubEndpointText::tr("“%1” is no endpoint of Pub/Sub.").arg(endpoint.left(200)),
        PubSubEndpointText::tr(
            "It is an address like https://pubsub.googleapis.com, without user and query."));
}

} // namespace

Result<PubSubEndpoint> PubSubEndpoint::resolve(const SourceAddress& address, const QByteArray& secret,
                                               const QString& emulatorHost) {
    PubSubEndpoint made;
    made.project = address.host();
    made.subscription = address.path();
    const bool isEmulator = !address.has("endpoint") && !emulatorHost.isEmpty();
    made.base = isEmulator ? emulatorUrl(emulatorHost) : QUrl(address.value("endpoint"), QUrl::StrictMode);
    if (!isBase(made.base))
        return badEndpoint(isEmulator ? emulatorHost : made.base.toDisplayString());
    if (isEmulator)
        return made;
    const bool isEncrypted = made.base.scheme() == QLatin1String("https");
    const bool hasSecret = !secret.trimmed().isEmpty();
    if (!hasSecret && isEncrypted)
        return sourceerror::refused(
            PubSubEndpointText::tr("%1 needs the key of a service account.").arg(address.place()),
            PubSubEndpointText::tr(
                "Give the whole text of its JSON file as the secret. The account needs the role "
                "Pub/Sub Subscriber (roles/pubsub.subscriber)."));
    if (!hasSecret)
        return made;
    if (!isEncrypted && !isLoopbackHost(made.base.host()))
        return sourceerror::refused(
            PubSubEndpointText::tr(
                "The endpoint %1 is not encrypted: an access token would be readable on its way.")
                .arg(made.base.toDisplayString()),
            PubSubEndpointText::tr("Write https://, or leave the secret out if it is an emulator."));
    auto account = ServiceAccount::parse(secret);
    if (!account)
        return account.error();
    made.account = std::move(*account);
    return made;
}

QUrl PubSubEndpoint::url(const char* verb) const {
    QUrl url = base;
    QString path = base.path(QUrl::FullyEncoded);
    if (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    path += QLatin1String("/v1/projects/") + QString::fromLatin1(QUrl::toPercentEncoding(project)) +
            QLatin1String("/subscriptions/") + QString::fromLatin1(QUrl::toPercentEncoding(subscription)) +
            QLatin1String(verb);
    url.setPath(path, QUrl::StrictMode);
    return url;
}

QString PubSubEndpoint::resource() const {
    return QLatin1String("projects/") + project + QLatin1String("/subscriptions/") + subscription;
}

} // namespace meshwatch
