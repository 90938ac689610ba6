// SPDX-License-Identifier: MIT
#include "pairfixture.h"

#include <meshwatch/messaging/requestdraft.h>

#include <QJsonArray>

using namespace meshwatch;
using sandbox::Sandbox;

namespace {

void mustBe(const Result<void>& result) {
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
}

} // namespace

PairFixture::PairFixture()
    : m_store(std::move(*EventStore::open(m_folder.filePath(QStringLiteral("events.sqlite"))))) {
    m_receiver = std::make_unique<WebhookReceiver>(*m_store);
    std::vector<WebhookReceiver::Endpoint> endpoints;
    for (int side = 0; side < 2; ++side) {
        const QString name = side == 0 ? QStringLiteral("a") : QStringLiteral("b");
        m_connections[side] = *m_store->connectionId(name);
        WebhookReceiver::Endpoint endpoint;
        endpoint.connection = m_connections[side];
        endpoint.path = name;
        endpoints.push_back(endpoint);
    }
    m_receiver->setEndpoints(endpoints);
    mustBe(m_receiver->start({}));
    Sandbox::Options options;
    options.syncInterval = std::chrono::milliseconds(100);
    options.loginDelayScale = 0;
    m_sandbox = std::make_unique<Sandbox>(options);
    mustBe(m_sandbox->start());
    for (int side = 0; side < 2; ++side) {
        mustBe(m_sandbox->setWebhookUrl(side, m_receiver->url() +
                                                  (side == 0 ? QStringLiteral("/a") : QStringLiteral("/b"))));
        m_clients[side] = std::make_unique<ConnectorClient>(settings(side));
    }
    connectPeers();
}

PairFixture::~PairFixture() {
    m_sandbox.reset();
    m_receiver.reset();
}

ConnectorSettings PairFixture::settings(int side, quint16 port) const {
    const auto info = m_sandbox->connectors().at(side);
    ConnectorSettings settings;
    settings.baseUrl = QUrl(info.url);
    if (port != 0)
        settings.baseUrl.setPort(port);
    settings.authentication = ConnectorSettings::ApiKey{"X-API-KEY", info.apiKey.toUtf8()};
    settings.proxyUse = ConnectorSettings::ProxyUse::None;
    settings.repeating.tries = 1;
    return settings;
}

/// A invites with a template that asks for a name; B accepts; A accepts the relationship.
void PairFixture::connectPeers() {
    valueOf(
        client(1).attributes().create({QJsonObject{{QStringLiteral("@type"), QStringLiteral("DisplayName")},
                                                   {QStringLiteral("value"), QStringLiteral("Bodo")}},
                                       {}}));
    RequestDraft request;
    RequestItem item;
    item.kind = RequestItem::Authentication{QStringLiteral("Be known")};
    request.items.emplace_back(item);
    connector::TemplateDraft draft;
    draft.content = {{QStringLiteral("@type"), QStringLiteral("RelationshipTemplateContent")},
                     {QStringLiteral("onNewRelationship"), request.toJson()}};
    draft.expiresAt = Micros{Micros::now().value + 3'600'000'000};
    const auto invitation = valueOf(client(0).relationshipTemplates().create(draft));
    valueOf(client(1).relationshipTemplates().load(invitation.reference().truncated));
    std::vector<connector::Request> waiting;
    const connector::Filter filter = connector::Filter().is(u"status", u"ManualDecisionRequired");
    while (waiting.empty())
        waiting = valueOf(client(1).incomingRequests().list(filter));
    valueOf(client(1).incomingRequests().accept(waiting.front().id(), {connector::Decision::accept()}));
    std::vector<connector::Relationship> pending;
    while (pending.empty()) {
        valueOf(client(0).account().sync());
        pending = valueOf(client(0).relationships().list(connector::Filter().is(u"status", u"Pending")));
    }
    valueOf(client(0).relationships().accept(pending.front().id()));
    valueOf(client(1).account().sync());
}

int PairFixture::countSent(int side, const QString& subject) {
    int count = 0;
    for (const auto& message :
         valueOf(client(side).messages().list(connector::Filter().is(u"isOwn", true)))) {
        const auto content = message.content();
        count += content.at(u"subject").toString() == subject || content.at(u"title").toString() == subject;
    }
    return count;
}
