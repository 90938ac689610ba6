// SPDX-License-Identifier: MIT
#include "sendhere.h"

#include "connections/firstevent.h"
#include "connections/webhooksnippet.h"
#include "ownaddress.h"
#include "widgets/format.h"

#include <meshwatch/connector/whenfinished.h>
#include <meshwatch/webhooks/resolvedwebhooks.h>

namespace meshwatch {

using Place = WebhookConfiguration::Place;
using Authentication = WebhookConfiguration::Authentication;

namespace {
constexpr char ownName[] = "meshwatch";
constexpr char defaultHeader[] = "x-api-key";
constexpr char defaultClient[] = "connector";

Authentication typeOf(SendHere::Protection protection) {
    return protection == SendHere::Protection::ApiKey   ? Authentication::ApiKey
           : protection == SendHere::Protection::OAuth2 ? Authentication::OAuth2
                                                        : Authentication::None;
}

SecretKind kindOf(SendHere::Protection protection) {
    return protection == SendHere::Protection::OAuth2 ? SecretKind::ReceiverClientSecret
                                                      : SecretKind::ReceiverKey;
}

Connection withProtection(Connection connection, SendHere::Protection protection) {
    connection.receiverAuthentication = protection;
    if (protection == SendHere::Protection::OAuth2 && connection.receiverClientId.isEmpty())
        connection.receiverClientId = QLatin1String(defaultClient);
    return connection;
}

} // namespace

SendHere::SendHere(Workspace& workspace, StoreReading& reading, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_reading(reading) {}

std::optional<Place> SendHere::target(const WebhookConfiguration& webhooks,
                                      const Connection& connection) const {
    const QList<Place> places = webhooks.targets();
    for (const Place& place : places) {
        const QString url = ResolvedWebhooks::urlFor(webhooks.text(place, "url"), QStringLiteral("x.y"));
        if (OwnAddress::is(m_workspace, connection, url))
            return place;
    }
    return std::nullopt;
}

SendHere::Protection SendHere::usual(const Connection& connection) const {
    if (connection.receiverAuthentication == Protection::OAuth2)
        return Protection::OAuth2;
    const bool hasKey = connection.asksForKey ||
                        !m_workspace.secrets().known(connection.id, SecretKind::ReceiverKey).isEmpty();
    // Who delivers without a key already must not be refused.
    return hasKey || m_workspace.receiver().statistics(connection.id).accepted == 0 ? Protection::ApiKey
                                                                                    : Protection::None;
}

WebhookConfiguration SendHere::added(const WebhookConfiguration& webhooks, const Connection& connection,
                                     Protection protection) {
    WebhookConfiguration changed = webhooks.withEnabled(true);
    Place place;
    if (const auto present = target(webhooks, connection)) {
        place = *present;
    } else {
        place.name = webhooks.freeName(QLatin1String(ownName));
        changed = changed.withNewTarget(place.name, ConfigJson::object());
    }
    changed = changed.withUrl(place, m_workspace.webhookUrl(connection));
    Chosen& chosen = m_chosen[connection.id];
    chosen.protection = protection;
    if (chosen.key.isEmpty())
        chosen.key = WebhookSnippet::newKey();
    if (chosen.clientSecret.isEmpty())
        chosen.clientSecret = WebhookSnippet::newKey();
    changed = changed.withAuthentication(place, typeOf(protection));
    if (protection == Protection::ApiKey) {
        changed = changed.withAuthenticationText(place, "apiKey", secret(connection, protection));
        if (connection.receiverKeyHeader != QLatin1String(defaultHeader))
            changed = changed.withAuthenticationText(place, "headerName", connection.receiverKeyHeader);
    } else if (protection == Protection::OAuth2) {
        const Connection asking = withProtection(connection, protection);
        changed = changed.withAuthenticationText(place, "accessTokenUrl", m_workspace.tokenUrl(asking))
                      .withAuthenticationText(place, "clientId", asking.receiverClientId)
                      .withAuthenticationText(place, "clientSecret", secret(connection, protection));
    }
    if (changed.triggers(place).isEmpty())
        changed = changed.withSubscription(place, QStringLiteral("**"), true);
    return changed;
}

QString SendHere::secret(const Connection& connection, Protection protection) const {
    const QString known = m_workspace.secrets().known(connection.id, kindOf(protection));
    if (!known.isEmpty())
        return known;
    const Chosen chosen = m_chosen.value(connection.id);
    return protection == Protection::ApiKey ? chosen.key : chosen.clientSecret;
}

bool SendHere::isAsChosen(const WebhookConfiguration& webhooks, const Place& place,
                          const Connection& connection) const {
    const auto protection = m_chosen.value(connection.id).protection;
    if (!protection || webhooks.authentication(place) != typeOf(*protection))
        return false;
    if (*protection == Protection::None)
        return true;
    const char* member = *protection == Protection::ApiKey ? "apiKey" : "clientSecret";
    return webhooks.authenticationText(place, member) == secret(connection, *protection);
}

void SendHere::exported(const WebhookConfiguration& webhooks, const Connection& connection) {
    const auto place = target(webhooks, connection);
    if (!place)
        return;
    if (!isAsChosen(webhooks, *place, connection))
        return wait(connection);
    const Protection protection = *m_chosen.value(connection.id).protection;
    if (protection == Protection::None)
        return ask(connection, protection);
    connector::whenFinished(
        m_workspace.secrets().write(connection.id, kindOf(protection), secret(connection, protection)), this,
        [this, connection, protection](const Result<void>& written) {
            if (!written)
                Q_EMIT progress(tr("%1 The secret is not asked for yet.").arg(written.error().message),
                                false);
            else
                ask(connection, protection);
        });
}

void SendHere::ask(const Connection& exported, Protection protection) {
    const auto& all = m_workspace.connections();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Connection& one) { return one.id == exported.id; });
    if (found == all.end())
        return;
    const Connection changed = withProtection(*found, protection);
    if (const auto updated = m_workspace.update(changed); !updated)
        return Q_EMIT progress(updated.error().text(), false);
    m_workspace.reloadSecrets(changed.id);
    wait(changed);
}

void SendHere::wait(const Connection& connection) {
    if (m_first)
        m_first->deleteLater();
    m_first = new FirstEvent(m_workspace, m_reading, connection.id, this);
    Q_EMIT progress(
        tr("Waiting for the first event of %1… Restart it: it sends runtime.modulesStarted by itself.")
            .arg(connection.name),
        false);
    connect(m_first, &FirstEvent::arrived, this, [this](const EventRow& row) {
        if (!row.channels.contains(Channel::Webhook))
            return;
        const QString lag =
            row.lag() ? tr(" (%1 after it happened)").arg(Format::duration(*row.lag())) : QString();
        Q_EMIT progress(tr("It works. First event: %1%2").arg(row.trigger, lag), true);
    });
    connect(m_first, &FirstEvent::refused, this, [this](int status) {
        Q_EMIT progress(status == 401
                            ? tr("A delivery was refused with 401: its key or token is missing or wrong. "
                                 "Export again and restart the Connector.")
                            : tr("A delivery was refused with %1.").arg(status),
                        false);
    });
}

} // namespace meshwatch
