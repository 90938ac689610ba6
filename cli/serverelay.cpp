// SPDX-License-Identifier: MIT
#include "serverelay.h"

#include "servelog.h"

namespace meshwatch::cli {

void ServeRelay::addTo(CLI::App& command) {
    auto* relay = command
                      .add_option("--relay", m_listen,
                                  "hand the connections' events on to subscribers: where to listen for them")
                      ->option_text("ADDR:PORT");
    auto* tokens =
        command
            .add_option("--relay-token-env", m_tokenVariables,
                        "environment variable with a subscriber's token, or lines of NAME=TOKEN or "
                        "NAME@CONNECTION,…=TOKEN; may be given several times")
            ->option_text("VAR")
            ->needs(relay);
    relay->needs(tokens);
    auto* certificate =
        command
            .add_option("--relay-tls-cert", m_certificate,
                        "the relay's certificate chain, PEM; without it that of --tls-cert is used")
            ->option_text("FILE")
            ->needs(relay);
    auto* key = command.add_option("--relay-tls-key", m_privateKey, "its private key, PEM")
                    ->option_text("FILE")
                    ->needs(relay);
    certificate->needs(key);
    key->needs(certificate);
    command.add_option("--relay-max-subscribers", m_maxSubscribers, "subscribers at once")
        ->check(CLI::Range(1, 100'000))
        ->option_text("N (1000)")
        ->needs(relay);
    command
        .add_option("--status", m_statusListen,
                    "tell by HTTP how this program is: /healthz, and /metrics for Prometheus")
        ->option_text("ADDR:PORT");
}

std::vector<RelayServer::Token> ServeRelay::tokens(const QByteArray& content, const QString& variable) {
    std::vector<RelayServer::Token> list;
    for (const QByteArray& raw : content.split('\n')) {
        const QByteArray line = raw.trimmed();
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        // A token can end in "=", as Base64 does.
        qsizetype end = line.size();
        while (end > 0 && line.at(end - 1) == '=')
            --end;
        const qsizetype equals = QByteArrayView(line).first(end).indexOf('=');
        if (equals < 0) {
            list.push_back({variable, line, {}});
            continue;
        }
        const QString name = QString::fromUtf8(line.left(equals));
        const qsizetype at = name.indexOf(QLatin1Char('@'));
        list.push_back({at < 0 ? name : name.left(at), line.mid(equals + 1),
                        at < 0 ? QStringList() : name.mid(at + 1).split(QLatin1Char(','))});
    }
    return list;
}

Result<void> ServeRelay::read() {
    if (!m_statusListen.empty()) {
        const auto address = listenAddress(m_statusListen);
        if (!address)
            return address.error();
        m_statusOptions.address = address->address;
        m_statusOptions.port = address->port;
    }
    if (m_listen.empty())
        return {};
    const auto address = listenAddress(m_listen);
    if (!address)
        return address.error();
    m_options.address = address->address;
    m_options.port = address->port;
    m_options.maxSubscribers = m_maxSubscribers;
    for (const std::string& variable : m_tokenVariables) {
        const auto content = secretFrom(variable);
        if (!content)
            return content.error();
        const auto found = tokens(*content, text(variable));
        m_options.tokens.insert(m_options.tokens.end(), found.begin(), found.end());
    }
    return {};
}

Result<void> ServeRelay::start(Workspace& workspace, const std::vector<std::string>& connections,
                               const std::string& certificate, const std::string& key, const ServeLog& log) {
    std::vector<RelayServer::Offer> offers;
    for (const std::string& name : connections) {
        const Connection& connection = *workspace.connection(text(name));
        offers.push_back({connection.id, connection.name, connection.slug()});
    }
    if (!m_listen.empty()) {
        const bool hasOwn = !m_certificate.empty();
        if (const auto read = readTls(hasOwn ? m_certificate : certificate, hasOwn ? m_privateKey : key);
            !read)
            return read;
        m_options.offers = offers;
        if (const auto started = startRelay(workspace, log); !started)
            return started;
    }
    return m_statusListen.empty() ? Result<void>() : startStatus(workspace, std::move(offers));
}

Result<void> ServeRelay::readTls(const std::string& certificate, const std::string& key) {
    if (certificate.empty()) {
        if (!m_options.address.isLoopback())
            complain(QStringLiteral("the relay is not encrypted: put it behind a proxy that is, or give "
                                    "--relay-tls-cert and --relay-tls-key. Subscribers use relay:// on their "
                                    "own computer only."));
        return {};
    }
    const auto chain = fileContent(certificate);
    const auto privateKey = fileContent(key);
    if (!chain || !privateKey)
        return chain ? privateKey.error() : chain.error();
    m_options.certificatePem = *chain;
    m_options.privateKeyPem = *privateKey;
    return {};
}

Result<void> ServeRelay::startRelay(Workspace& workspace, const ServeLog& log) {
    const std::vector<RelayServer::Offer> offers = m_options.offers;
    m_server = std::make_unique<RelayServer>(workspace.store());
    tellTo(log);
    if (const auto started = m_server->start(std::exchange(m_options, {})); !started)
        return started;
    for (const RelayServer::Offer& offer : offers)
        print(QStringLiteral("%1 relay: %2/%3\n").arg(offer.name, m_server->url(), offer.path).toLocal8Bit());
    return {};
}

Result<void> ServeRelay::startStatus(Workspace& workspace, std::vector<RelayServer::Offer> offers) {
    // Who watches over us comes now and then.
    m_statusOptions.maxConnections = 50;
    m_status = std::make_unique<StatusEndpoint>(StatusEndpoint::Subjects{
        &workspace.store(), &workspace.receiver(), m_server.get(), std::move(offers)});
    if (const auto started = m_status->start(m_statusOptions); !started)
        return started;
    print(QStringLiteral("status: %1/healthz %1/metrics\n").arg(m_status->url()).toLocal8Bit());
    return {};
}

void ServeRelay::tellTo(const ServeLog& log) {
    const auto who = [](const QString& name, const QString& connection, const QString& address) {
        return QJsonObject{{QStringLiteral("subscriber"), name},
                           {QStringLiteral("connection"), connection},
                           {QStringLiteral("address"), address}};
    };
    RelayServer* const relay = m_server.get();
    QObject::connect(relay, &RelayServer::subscriberCame, relay,
                     [&log, who](const QString& name, const QString& connection, const QString& address) {
                         log.tell("subscriberCame", {}, who(name, connection, address));
                     });
    QObject::connect(relay, &RelayServer::subscriberWent, relay,
                     [&log, who](const QString& name, const QString& connection, const QString& address,
                                 qint64 sent, const QString& reason) {
                         QJsonObject details = who(name, connection, address);
                         details.insert(QStringLiteral("sent"), sent);
                         details.insert(QStringLiteral("reason"), reason);
                         log.tell("subscriberWent", {}, details);
                     });
    QObject::connect(
        relay, &RelayServer::tokensRefused, relay, [&log](qint64 count, const QString& lastAddress) {
            log.tell("tokensRefused",
                     QStringLiteral("the relay refused %1 wrong tokens, the last from %2")
                         .arg(count)
                         .arg(lastAddress),
                     {{QStringLiteral("count"), count}, {QStringLiteral("lastAddress"), lastAddress}});
        });
    QObject::connect(relay, &RelayServer::failed, relay, [&log](const Error& error) {
        log.tell("storeTrouble", error.text(), {{QStringLiteral("code"), error.code}});
    });
}

void ServeRelay::stop() {
    if (m_status)
        m_status->stop();
    m_status.reset();
    m_server.reset();
}

} // namespace meshwatch::cli
