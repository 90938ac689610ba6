// SPDX-License-Identifier: MIT
#include <meshwatch/workspace/workspace.h>

#include "connectionlist.h"
#include "receiverpresence.h"
#include "watchedconnection.h"
#include "workspacefolder.h"

#include <QDir>
#include <QTimer>

namespace meshwatch {

namespace {

/// How many ports after the wanted one are tried when another program has it.
constexpr int portsToTry = 20;

/// A second's tick that is so late was slept through: timers stand still while a computer is suspended.
constexpr qint64 sleepMicros = 5'000'000;

/// Colours that tell connections apart on light and dark ground.
constexpr const char* palette[] = {"#2f6fed", "#0d8f9c", "#7a4ce0", "#c98a04",
                                   "#1f9d61", "#d13a3a", "#b0469c", "#5f6b7a"};

} // namespace

class Workspace::Private {
public:
    QString folder;
    Use use = Use::Everything;
    std::unique_ptr<QLockFile> lock;
    ConnectionList list;
    std::unique_ptr<EventStore> store;
    std::unique_ptr<SecretStore> secrets;
    std::unique_ptr<WebhookReceiver> receiver;
    std::unique_ptr<ReceiverPresence> presence;
    std::unique_ptr<DraftStore> drafts;
    std::unique_ptr<MessageTemplateStore> templates;
    std::unique_ptr<WebhookDraftStore> webhookDrafts;
    std::vector<Connection> connections;
    std::vector<std::unique_ptr<WatchedConnection>> watched; ///< in the order of `connections`
    QTimer ticker;
    Micros lastTick;

    explicit Private(const QString& path)
        : folder(path)
        , list(QDir(path).filePath(QStringLiteral("workspace.json"))) {}

    [[nodiscard]] WatchedConnection* find(ConnectionId id) const {
        for (const auto& one : watched) {
            if (one->connection().id == id)
                return one.get();
        }
        return nullptr;
    }
    /// What this process does of it: who only receives leaves brokers alone.
    [[nodiscard]] Connection usedPart(Connection connection) const {
        if (use != Use::Everything)
            connection.sources.clear();
        return connection;
    }
    [[nodiscard]] Result<void> save() { return list.save(connections); }
    void rememberKey(ConnectionId id);
    void refreshEndpoints();
};

/// Keeps in the file that a connection asks for a key, so that it is not open to all where the key cannot be
/// read.
void Workspace::Private::rememberKey(ConnectionId id) {
    if (use != Use::Everything || !secrets->isKnown(id, SecretKind::ReceiverKey))
        return;
    const bool asks = !secrets->known(id, SecretKind::ReceiverKey).isEmpty();
    for (Connection& connection : connections) {
        if (connection.id != id || connection.asksForKey == asks ||
            connection.receiverAuthentication != Connection::ReceiverAuthentication::ApiKey)
            continue;
        connection.asksForKey = asks;
        // A file that cannot be written now is written with the next change; what is in memory holds.
        (void)save();
    }
}

void Workspace::Private::refreshEndpoints() {
    std::vector<WebhookReceiver::Endpoint> endpoints;
    for (const Connection& connection : connections) {
        if (!connection.receivesWebhooks)
            continue;
        endpoints.push_back(receiverEndpoint(connection, *secrets));
        endpoints.back().path = connection.slug();
        if (connection.name.compare(connection.slug(), Qt::CaseInsensitive) != 0) {
            endpoints.push_back(endpoints.back());
            endpoints.back().path = connection.name;
        }
    }
    receiver->setEndpoints(std::move(endpoints));
}

Result<std::unique_ptr<Workspace>> Workspace::open(const QString& folder, Use use) {
    const QString path = QDir(folder).absolutePath();
    auto d = std::make_unique<Private>(path);
    d->use = use;
    auto lock = workspacefolder::take(path);
    if (!lock)
        return lock.error();
    d->lock = std::move(*lock);
    auto connections = d->list.load();
    if (!connections)
        return connections.error();
    auto store = EventStore::open(QDir(path).filePath(QStringLiteral("events.sqlite")));
    if (!store)
        return store.error();
    d->connections = std::move(*connections);
    d->store = std::move(*store);
    d->store->setRetention(d->list.retention());
    d->secrets = std::make_unique<SecretStore>(d->list.workspaceId());
    d->receiver = std::make_unique<WebhookReceiver>(*d->store);
    d->presence = std::make_unique<ReceiverPresence>(*d->store, *d->receiver);
    d->drafts = std::make_unique<DraftStore>(path);
    d->templates = std::make_unique<MessageTemplateStore>(MessageTemplateStore::fileName(path));
    d->webhookDrafts = std::make_unique<WebhookDraftStore>(path);
    std::unique_ptr<Workspace> workspace(new Workspace(std::move(d)));
    return workspace;
}

Workspace::Workspace(std::unique_ptr<Private> data)
    : d(std::move(data)) {
    for (const Connection& connection : d->connections)
        wire(connection);
    d->refreshEndpoints();
    connect(d->receiver.get(), &WebhookReceiver::listeningChanged, this, [this] {
        d->presence->update(d->connections);
        Q_EMIT listeningChanged();
    });
    connect(d->receiver.get(), &WebhookReceiver::drillBegan, this, &Workspace::drillChanged);
    connect(d->receiver.get(), &WebhookReceiver::drillEnded, this, &Workspace::drillChanged);
    connect(d->presence.get(), &ReceiverPresence::gapEnded, this, [this](ConnectionId id) {
        if (BackboneSync* behind = sync(id))
            behind->syncNow();
    });
    d->lastTick = Micros::now();
    connect(&d->ticker, &QTimer::timeout, this, [this] {
        catchUpAfterSleep();
        d->presence->update(d->connections);
        for (const auto& one : d->watched)
            one->tick(d->receiver->statistics(one->connection().id));
    });
    d->ticker.start(1000);
}

Workspace::~Workspace() {
    d->receiver->stop();
    d->watched.clear();
}

void Workspace::catchUpAfterSleep() {
    const Micros now = Micros::now();
    const Micros since = std::exchange(d->lastTick, now);
    if (now.value - since.value < sleepMicros || d->use != Use::Everything)
        return;
    d->presence->slept(since);
    // Deliveries of that time are lost, and nobody repeats them.
    for (const auto& one : d->watched) {
        if (one->sync())
            one->sync()->syncNow();
    }
}

void Workspace::wire(const Connection& connection) {
    auto one = std::make_unique<WatchedConnection>(d->usedPart(connection), subscriber(connection), *d->store,
                                                   *d->secrets);
    connect(one.get(), &WatchedConnection::changed, this,
            [this, id = connection.id] { Q_EMIT statusChanged(id); });
    connect(one.get(), &WatchedConnection::secretsChanged, this, [this, id = connection.id] {
        d->rememberKey(id);
        d->refreshEndpoints();
    });
    connect(one.get(), &WatchedConnection::messengerGoes, this,
            [this, id = connection.id] { Q_EMIT messengerGoes(id); });
    connect(one.get(), &WatchedConnection::messengerChanged, this,
            [this, id = connection.id] { Q_EMIT messengerChanged(id); });
    d->watched.push_back(std::move(one));
    if (d->use == Use::Everything)
        d->watched.back()->readSecrets();
}

QString Workspace::folder() const { return d->folder; }
EventStore& Workspace::store() { return *d->store; }
SecretStore& Workspace::secrets() { return *d->secrets; }
WebhookReceiver& Workspace::receiver() { return *d->receiver; }
const std::vector<Connection>& Workspace::connections() const { return d->connections; }

const Connection* Workspace::connection(const QString& name) const {
    for (const Connection& connection : d->connections) {
        if (connection.name.compare(name, Qt::CaseInsensitive) == 0)
            return &connection;
    }
    return nullptr;
}

Result<void> Workspace::checkName(const Connection& connection) const {
    if (connection.name.trimmed().isEmpty() || connection.name.size() > 100)
        return Error{QStringLiteral("workspace.badName"),
                     tr("A connection needs a name of at most 100 characters."),
                     {}};
    for (const Connection& other : d->connections) {
        const bool isSame = other.name.compare(connection.name, Qt::CaseInsensitive) == 0 ||
                            other.slug() == connection.slug();
        if (other.id != connection.id && isSame)
            return Error{QStringLiteral("workspace.nameTaken"),
                         tr("There is a connection named “%1” already.").arg(other.name),
                         tr("Choose another name.")};
    }
    return {};
}

Result<ConnectionId> Workspace::add(Connection connection) {
    connection.name = connection.name.trimmed();
    if (const auto checked = checkName(connection); !checked)
        return checked.error();
    const auto id = d->store->connectionId(connection.name);
    if (!id)
        return id.error();
    connection.id = *id;
    if (connection.colour.isEmpty())
        connection.colour = QLatin1String(palette[size_t(connection.id.value - 1) % std::size(palette)]);
    d->connections.push_back(connection);
    if (const auto saved = d->save(); !saved) {
        d->connections.pop_back();
        return saved.error();
    }
    wire(connection);
    d->refreshEndpoints();
    Q_EMIT connectionsChanged();
    return connection.id;
}

Result<void> Workspace::update(const Connection& connection) {
    if (const auto checked = checkName(connection); !checked)
        return checked;
    for (size_t i = 0; i < d->connections.size(); ++i) {
        Connection& known = d->connections[i];
        if (known.id != connection.id)
            continue;
        const Connection before = std::exchange(known, connection);
        known.asksForKey = before.asksForKey;
        if (const auto saved = d->save(); !saved) {
            known = before;
            return saved;
        }
        if (before.name != connection.name)
            d->store->renameConnection(connection.id, connection.name);
        d->watched[i]->setConnection(d->usedPart(known));
        d->refreshEndpoints();
        Q_EMIT connectionsChanged();
        return {};
    }
    return Error{QStringLiteral("workspace.unknownConnection"), tr("There is no such connection."), {}};
}

Result<void> Workspace::remove(ConnectionId id) {
    for (size_t i = 0; i < d->connections.size(); ++i) {
        if (d->connections[i].id != id)
            continue;
        const Connection removed = d->connections[i];
        const auto at = qptrdiff(i);
        d->connections.erase(d->connections.begin() + at);
        if (const auto saved = d->save(); !saved) {
            d->connections.insert(d->connections.begin() + at, removed);
            return saved;
        }
        (void)d->receiver->setDrill(id, std::nullopt);
        d->watched[i]->dropMessenger();
        d->watched.erase(d->watched.begin() + at);
        for (const SecretKind kind :
             {SecretKind::ApiKey, SecretKind::BearerToken, SecretKind::ClientSecret, SecretKind::ReceiverKey,
              SecretKind::ReceiverClientSecret, SecretKind::WebhookTargets})
            (void)d->secrets->write(id, kind, {});
        for (const BrokerSource& source : removed.sources)
            (void)d->secrets->write(id, {SecretKind::Source, source.number}, {});
        d->webhookDrafts->setDraft(id, {});
        d->refreshEndpoints();
        Q_EMIT connectionsChanged();
        return {};
    }
    return Error{QStringLiteral("workspace.unknownConnection"), tr("There is no such connection."), {}};
}

ConnectionStatus Workspace::status(ConnectionId id) const {
    const WatchedConnection* one = d->find(id);
    return one ? one->status() : ConnectionStatus();
}

ConnectorClient* Workspace::client(ConnectionId id) const {
    const WatchedConnection* one = d->find(id);
    return one ? one->client() : nullptr;
}

BackboneSync* Workspace::sync(ConnectionId id) const {
    const WatchedConnection* one = d->find(id);
    return one ? one->sync() : nullptr;
}

Messenger* Workspace::messenger(ConnectionId id) const {
    const WatchedConnection* one = d->find(id);
    return one ? one->messenger() : nullptr;
}

std::vector<ConnectionSources::Status> Workspace::sources(ConnectionId id) const {
    WatchedConnection* one = d->find(id);
    return one ? one->sources().statuses() : std::vector<ConnectionSources::Status>();
}

EventSource::Settings Workspace::sourceSettings(const Connection& connection,
                                                const BrokerSource& source) const {
    return ConnectionSources::settingsOf(connection, source, subscriber(connection), *d->secrets);
}

QString Workspace::subscriber(const Connection& connection) const {
    // By its number, which stays when the name changes.
    return QStringLiteral("meshwatch-%1-%2").arg(d->list.workspaceId().left(8)).arg(connection.id.value);
}

DraftStore& Workspace::drafts() { return *d->drafts; }
MessageTemplateStore& Workspace::templates() { return *d->templates; }
WebhookDraftStore& Workspace::webhookDrafts() { return *d->webhookDrafts; }

ConnectorSettings Workspace::settings(const Connection& connection) const {
    return connectorSettings(connection, *d->secrets);
}

void Workspace::reloadSecrets(ConnectionId id) {
    // What is in memory holds at once: no delivery may slip in without the key while the rest is read.
    d->refreshEndpoints();
    if (WatchedConnection* one = d->find(id))
        one->readSecrets();
}

Listening Workspace::listening() const { return d->list.listening(); }

Result<void> Workspace::setListening(const Listening& listening) {
    const Listening before = d->list.listening();
    d->list.setListening(listening);
    if (const auto saved = d->save(); !saved) {
        d->list.setListening(before);
        return saved;
    }
    d->receiver->stop();
    return listen();
}

Result<void> Workspace::listen() {
    auto options = d->list.listening().options();
    if (!options)
        return options.error();
    const int ports = options->port == Listening().port ? portsToTry : 1;
    Result<void> started;
    for (int i = 0; i < ports; ++i, ++options->port) {
        started = d->receiver->start(*options);
        if (started || started.error().code != QLatin1String("http.listen"))
            return started;
    }
    return started;
}

QString Workspace::webhookUrl(const Connection& connection) const {
    return d->receiver->isListening() ? d->receiver->url() + QLatin1Char('/') + connection.slug() : QString();
}

QString Workspace::tokenUrl(const Connection& connection) const {
    const bool usesTokens = connection.receiverAuthentication == Connection::ReceiverAuthentication::OAuth2;
    const QString url = usesTokens ? webhookUrl(connection) : QString();
    return url.isEmpty() ? url : url + QStringLiteral("/oauth/token");
}

Result<void> Workspace::setDrill(ConnectionId id, const std::optional<FaultDrill>& drill) {
    if (!d->find(id))
        return Error{QStringLiteral("workspace.unknownConnection"), tr("There is no such connection."), {}};
    return d->receiver->setDrill(id, drill);
}

std::optional<FaultDrill> Workspace::drill(ConnectionId id) const { return d->receiver->drill(id); }

FaultDrillStatistics Workspace::drillStatistics(ConnectionId id) const {
    return d->receiver->drillStatistics(id);
}

Retention Workspace::retention() const { return d->list.retention(); }

Result<void> Workspace::setRetention(const Retention& retention) {
    d->list.setRetention(retention);
    d->store->setRetention(retention);
    return d->save();
}

} // namespace meshwatch
