// SPDX-License-Identifier: MIT
#include <meshwatch/sandbox/sandbox.h>

#include "life.h"
#include "lifetexts.h"
#include "sandboxconnector.h"

#include <QJsonArray>

namespace meshwatch::sandbox {

using namespace Qt::StringLiterals;

class Sandbox::Private {
public:
    explicit Private(Options given)
        : options(std::move(given))
        , backbone(options.clock ? options.clock : Clock(&Micros::now)) {}

    Result<void> start(Sandbox* owner);
    [[nodiscard]] QString nameOf(int connector) const;

    Options options;
    Backbone backbone;
    std::vector<std::unique_ptr<SandboxConnector>> connectors;
    std::unique_ptr<Life> life;
    std::vector<quint16> ports;
};

QString Sandbox::Private::nameOf(int connector) const {
    if (connector < options.names.size())
        return options.names[connector];
    const auto& names = lifetexts::organisations();
    const QString& name = names[connector % names.size()];
    return connector < names.size() ? name : name + u' ' + QString::number(connector / names.size() + 1);
}

Result<void> Sandbox::Private::start(Sandbox* owner) {
    for (int i = 0; i < options.connectors; ++i) {
        const Runtime::Setup setup{nameOf(i), options.seed * 1000 + quint64(i), options.keep};
        auto connector = std::make_unique<SandboxConnector>(backbone, setup, options.isDebug);
        connector->server().setDelayScale(options.loginDelayScale);
        if (const auto set = connector->setWebhooks(options.webhooks); !set)
            return set;
        connectors.push_back(std::move(connector));
    }
    ports.assign(connectors.size(), 0);
    for (size_t i = 0; i < connectors.size(); ++i) {
        const auto port = options.basePort ? quint16(options.basePort + i) : quint16(0);
        if (const auto started = connectors[i]->start(port, options.syncInterval); !started)
            return started;
        ports[i] = connectors[i]->server().port();
    }
    std::vector<SandboxConnector*> inhabitants;
    for (const auto& connector : connectors)
        inhabitants.push_back(connector.get());
    life = std::make_unique<Life>(backbone, std::move(inhabitants),
                                  Life::Setup{options.seed, options.people, options.keep}, owner);
    life->setRate(options.rate);
    return {};
}

Sandbox::Sandbox(Options options, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(options))) {}

Sandbox::~Sandbox() { stop(); }

Result<void> Sandbox::start() {
    stop();
    auto started = d->start(this);
    if (!started)
        stop();
    return started;
}

void Sandbox::stop() {
    d->life.reset();
    for (const auto& connector : d->connectors)
        connector->stop();
    d->connectors.clear();
    d = std::make_unique<Private>(d->options);
}

QList<Sandbox::ConnectorInfo> Sandbox::connectors() const {
    QList<ConnectorInfo> infos;
    for (size_t i = 0; i < d->connectors.size(); ++i) {
        SandboxConnector& connector = *d->connectors[i];
        infos.append({connector.runtime().identity().name,
                      "http://127.0.0.1:"_L1 + QString::number(d->ports[i]), connector.apiKey(),
                      connector.runtime().address()});
    }
    return infos;
}

QJsonObject Sandbox::toJson() const {
    QJsonArray list;
    for (const ConnectorInfo& info : connectors())
        list.append(QJsonObject{{u"name"_s, info.name},
                                {u"url"_s, info.url},
                                {u"apiKey"_s, info.apiKey},
                                {u"address"_s, info.address}});
    return {{u"connectors"_s, list}};
}

Result<void> Sandbox::setWebhooks(int connector, const QJsonObject& module) {
    return d->connectors.at(size_t(connector))->setWebhooks(module);
}

Result<void> Sandbox::setWebhookUrl(int connector, const QString& url, const QString& key,
                                    const QString& keyHeader) {
    return setWebhooks(connector, webhookModule(url, key, keyHeader));
}

QJsonObject Sandbox::webhookModule(const QString& url, const QString& key, const QString& keyHeader) {
    QJsonObject target{{u"url"_s, url}};
    if (!key.isEmpty())
        target.insert(
            "authentication"_L1,
            QJsonObject{{u"type"_s, u"ApiKey"_s}, {u"apiKey"_s, key}, {u"headerName"_s, keyHeader}});
    return {{u"enabled"_s, true},
            {u"targets"_s, QJsonObject{{u"meshwatch"_s, target}}},
            {u"webhooks"_s,
             QJsonArray{QJsonObject{{u"triggers"_s, QJsonArray{u"**"_s}}, {u"target"_s, u"meshwatch"_s}}}}};
}

void Sandbox::addAccess(int connector, const Access& access) {
    d->connectors.at(size_t(connector))->server().addAccess(access);
}

void Sandbox::sync(int connector) { d->connectors.at(size_t(connector))->sync(); }

void Sandbox::setWebhooksPaused(int connector, bool isPaused) {
    d->connectors.at(size_t(connector))->webhooks().setPaused(isPaused);
}

Result<void> Sandbox::setRunning(int connector, bool isRunning) {
    SandboxConnector& stopped = *d->connectors.at(size_t(connector));
    if (isRunning == stopped.server().isListening())
        return {};
    if (isRunning)
        return stopped.start(d->ports.at(size_t(connector)), d->options.syncInterval);
    stopped.stop();
    return {};
}

void Sandbox::setFault(int connector, Fault fault, std::chrono::milliseconds duration) {
    d->connectors.at(size_t(connector))
        ->server()
        .setFault(fault, Micros{d->backbone.now().value + duration.count() * 1000});
}

void Sandbox::setBackboneDown(bool isDown) { d->backbone.setDown(isDown); }

void Sandbox::setRate(double actionsPerSecond) {
    d->options.rate = actionsPerSecond;
    if (d->life)
        d->life->setRate(actionsPerSecond);
}

void Sandbox::act(int actions) {
    if (d->life)
        d->life->act(actions);
}

} // namespace meshwatch::sandbox
