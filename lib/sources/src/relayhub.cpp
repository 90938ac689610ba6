// SPDX-License-Identifier: MIT
#include "relayhub.h"

#include <QSslKey>
#include <QTcpSocket>

namespace meshwatch {

namespace {

constexpr int relayBatchEvents = 500;
/// While events keep coming, those of so long are sent together: two hundred subscribers are written to a few
/// times a second, not with every commit.
constexpr qint64 livePause = 40;
constexpr std::chrono::milliseconds relayTick{500};
constexpr qint64 wrongTokenNews = 10'000;
constexpr qsizetype maxRelayFilter = 10'000;

qint64 hubClock() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

std::pair<QString, quint16> peerOf(const QHostAddress& address, quint16 port) {
    return {address.toString(), port};
}

Result<std::optional<QSslConfiguration>> relayTls(const RelayServer::Options& options) {
    if (options.certificatePem.isEmpty())
        return std::optional<QSslConfiguration>();
    const auto chain = QSslCertificate::fromData(options.certificatePem, QSsl::Pem);
    for (const auto algorithm : {QSsl::Ec, QSsl::Rsa, QSsl::Dsa}) {
        const QSslKey key(options.privateKeyPem, algorithm, QSsl::Pem);
        if (chain.isEmpty() || key.isNull())
            continue;
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificateChain(chain);
        tls.setPrivateKey(key);
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        tls.setProtocol(QSsl::TlsV1_2OrLater);
        return std::optional(tls);
    }
    return Error{QStringLiteral("relay.tls"),
                 RelayServer::tr("The relay's certificate or its key cannot be read."),
                 RelayServer::tr("Both must be PEM; the key without a password.")};
}

} // namespace

RelayHub::RelayHub(RelayServer& server, RelayServer::Options options, QByteArray epoch)
    : m_server(server)
    , m_options(std::move(options))
    , m_epoch(std::move(epoch))
    , m_webSockets(QStringLiteral("Meshwatch relay"), QWebSocketServer::NonSecureMode, this)
    , m_tick(this) {
    connect(&m_webSockets, &QWebSocketServer::newConnection, this, &RelayHub::meet);
    connect(&m_tick, &QTimer::timeout, this, &RelayHub::tick);
}

RelayHub::~RelayHub() = default;

Result<void> RelayHub::listen(RelayTokens tokens, const QString& storePath) {
    const auto tls = relayTls(m_options);
    if (!tls)
        return tls.error();
    auto reading = RelayReading::open(storePath, m_epoch, this);
    if (!reading)
        return reading.error();
    m_gate = std::make_unique<RelayGate>(
        RelayGate::Settings{std::move(tokens), *tls, m_options.handshakeTime, m_options.wrongTokensExplained},
        [this] { return m_subscribers.size() + qsizetype(m_guests.size()) < m_options.maxSubscribers; },
        [this](const RelayGate::Guest& guest) { admit(guest); }, nullptr);
    if (!m_gate->listen(m_options.address, m_options.port))
        return Error{QStringLiteral("relay.listen"),
                     RelayServer::tr("The relay cannot listen at %1, port %2: %3.")
                         .arg(m_options.address.toString())
                         .arg(m_options.port)
                         .arg(m_gate->errorString()),
                     RelayServer::tr("Check the address, and whether another program has the port.")};
    m_port = m_gate->serverPort();
    m_reading = std::move(*reading);
    m_webSockets.setMaxPendingConnections(m_options.maxSubscribers);
    m_tick.start(relayTick);
    return {};
}

void RelayHub::stop() {
    m_isStopping = true;
    m_tick.stop();
    m_gate.reset();
    m_reading.reset();
    const auto subscribers = m_subscribers.keys();
    for (RelaySubscriber* const subscriber : subscribers)
        subscriber->leave(QWebSocketProtocol::CloseCodeGoingAway, QStringLiteral("relay stops"));
    updateFigures();
}

void RelayHub::admit(const RelayGate::Guest& guest) {
    QTcpSocket* const socket = guest.socket;
    const auto peer = peerOf(socket->peerAddress(), socket->peerPort());
    m_guests.insert_or_assign(peer, guest);
    socket->setParent(this);
    connect(socket, &QTcpSocket::disconnected, this, [this, peer] { m_guests.erase(peer); });
    m_webSockets.handleConnection(socket);
}

void RelayHub::meet() {
    while (QWebSocket* const webSocket = m_webSockets.nextPendingConnection()) {
        const auto guest = m_guests.find(peerOf(webSocket->peerAddress(), webSocket->peerPort()));
        if (guest == m_guests.end() || m_isStopping) {
            webSocket->abort();
            webSocket->deleteLater();
            continue;
        }
        disconnect(guest->second.socket, &QTcpSocket::disconnected, this, nullptr);
        auto* const subscriber = new RelaySubscriber(
            webSocket, guest->second,
            {.greet = [this](RelaySubscriber& who) { greet(who); },
             .subscribe = [this](RelaySubscriber& who, const auto& wish) { subscribe(who, wish); },
             .serve = [this](RelaySubscriber& who) { serve(who); },
             .gone = [this](RelaySubscriber& who) { gone(who); }},
            this);
        m_guests.erase(guest);
        m_subscribers.insert(subscriber, nullptr);
    }
}

void RelayHub::greet(RelaySubscriber& subscriber) {
    const ConnectionId connection = subscriber.guest().offer.connection;
    m_reading->look(connection, [who = QPointer(&subscriber)](const RelayReading::Kept& kept) {
        if (!who)
            return;
        who->welcome({{QStringLiteral("type"), QStringLiteral("welcome")},
                      {QStringLiteral("version"), relay::protocolVersion},
                      {QStringLiteral("relay"), QLatin1String(MESHWATCH_VERSION)},
                      {QStringLiteral("connection"), who->guest().offer.name},
                      {QStringLiteral("firstSeq"), kept.range.first.value},
                      {QStringLiteral("lastSeq"), kept.range.last.value},
                      {QStringLiteral("events"), kept.events}});
    });
}

void RelayHub::subscribe(RelaySubscriber& subscriber, const RelaySubscriber::Wish& wish) {
    if (m_isStopping)
        return;
    auto query = wish.filter.size() > maxRelayFilter
                     ? Result<Query, QueryError>(QueryError{0, 0, RelayServer::tr("It is too long.")})
                     : Query::parse(wish.filter);
    if (!query) {
        subscriber.fail(relay::code::filter,
                        RelayServer::tr("The filter cannot be read: %1").arg(query.error().message));
        return;
    }
    const ConnectionId connection = subscriber.guest().offer.connection;
    auto& group = m_groups[{connection.value, wish.filter}];
    if (!group)
        group = std::make_shared<RelayGroup>(connection, *query);
    group->members.insert(&subscriber);
    m_subscribers[&subscriber] = group;
    m_reading->look(connection, [this, wish, who = QPointer(&subscriber)](const RelayReading::Kept& kept) {
        if (who)
            place(*who, wish, kept);
    });
}

void RelayHub::place(RelaySubscriber& subscriber, const RelaySubscriber::Wish& wish,
                     const RelayReading::Kept& kept) {
    if (m_isStopping)
        return;
    setLast(kept.range.last);
    const EventSeq beforeFirst{qMax<qint64>(kept.range.first.value - 1, 0)};
    if (!wish.from) {
        const EventSeq at = wish.isFromNow ? kept.range.last : beforeFirst;
        begin(subscriber, {m_epoch, at, wish.isFromNow ? Micros::now() : Micros()}, kept, {}, {});
        return;
    }
    const relay::Cursor& from = *wish.from;
    if (from.epoch == m_epoch && from.seq <= kept.range.last) {
        if (from.seq >= beforeFirst)
            begin(subscriber, from, kept, {}, {});
        else
            begin(subscriber, {m_epoch, beforeFirst, from.receivedAt}, kept, from.receivedAt, kept.since);
        return;
    }
    // Another store, or an older copy of this one: its numbers mean something else, its times do not.
    const Micros made{m_epoch.toLongLong()};
    m_reading->findTime(
        subscriber.guest().offer.connection, from.receivedAt,
        [this, from, kept, beforeFirst, made, who = QPointer(&subscriber)](EventSeq found) {
            if (!who)
                return;
            const Micros ended = from.epoch == m_epoch ? Micros::now() : qMax(made, from.receivedAt);
            begin(*who, {m_epoch, qMax(found, beforeFirst), from.receivedAt}, kept, from.receivedAt, ended);
        });
}

void RelayHub::begin(RelaySubscriber& subscriber, const relay::Cursor& cursor, const RelayReading::Kept& kept,
                     Micros gapBegan, Micros gapEnded) {
    QJsonObject frame{{QStringLiteral("type"), QStringLiteral("subscribed")},
                      {QStringLiteral("cursor"), QLatin1String(cursor.toText())},
                      {QStringLiteral("firstSeq"), kept.range.first.value},
                      {QStringLiteral("lastSeq"), kept.range.last.value}};
    if (gapEnded.isValid())
        frame.insert(QStringLiteral("gap"), QJsonObject{{QStringLiteral("began"), gapBegan.value},
                                                        {QStringLiteral("ended"), gapEnded.value}});
    Q_EMIT m_server.subscriberCame(subscriber.guest().holder, subscriber.guest().offer.name,
                                   subscriber.guest().address);
    subscriber.subscribed(frame, cursor);
}

void RelayHub::setLast(EventSeq last) {
    if (last <= m_last)
        return;
    m_last = last;
    for (const auto& group : std::as_const(m_groups))
        serveAll(*group, {});
}

/// Those at `at`, or all.
void RelayHub::serveAll(RelayGroup& group, EventSeq at) {
    const auto members = group.members;
    for (RelaySubscriber* const member : members) {
        if ((!at.isValid() || member->cursor.seq == at) && m_subscribers.contains(member))
            serve(*member);
    }
}

void RelayHub::serve(RelaySubscriber& subscriber) {
    const auto group = m_subscribers.value(&subscriber);
    while (group && !m_isStopping && subscriber.isSubscribed() && subscriber.credit() > 0 &&
           subscriber.canTake() && subscriber.cursor.seq < m_last) {
        const auto batch = group->find(subscriber.cursor.seq, subscriber.credit());
        if (!batch) {
            read(*group, subscriber);
            return;
        }
        hand(subscriber, *batch);
    }
}

void RelayHub::read(RelayGroup& group, RelaySubscriber& subscriber) {
    const EventSeq from = subscriber.cursor.seq;
    if (group.isLive(from)) {
        const qint64 left = group.liveReadAt + livePause - hubClock();
        if (left > 0) {
            if (!std::exchange(group.isPausing, true))
                QTimer::singleShot(left, this,
                                   [this, weak = std::weak_ptr(m_subscribers.value(&subscriber))] {
                                       if (const auto paused = weak.lock()) {
                                           paused->isPausing = false;
                                           serveAll(*paused, {});
                                       }
                                   });
            return;
        }
        group.liveReadAt = hubClock();
    }
    const int most = int(qMin<qint64>(subscriber.credit(), relayBatchEvents));
    // One at a time for each: credit that comes meanwhile is for the next.
    if (subscriber.isReadFor || !group.begin(from, most))
        return;
    subscriber.isReadFor = true;
    const RelayReading::Request request{group.next(from, m_last), most, subscriber.cursor.receivedAt};
    m_reading->read(request, [this, from, most, who = QPointer(&subscriber),
                              shared = m_subscribers.value(&subscriber)](const Result<RelayBatch>& batch) {
        if (who)
            who->isReadFor = false;
        take(shared, from, most, batch);
    });
}

void RelayHub::take(const std::shared_ptr<RelayGroup>& group, EventSeq from, int most,
                    const Result<RelayBatch>& batch) {
    if (m_isStopping)
        return;
    group->end(from, most);
    if (!batch) {
        failAll(batch.error());
        return;
    }
    ++m_batchesRead;
    if (batch->to > batch->from)
        group->keep(std::make_shared<const RelayBatch>(*batch));
    serveAll(*group, from);
    group->prune();
}

/// The cursor of a batch without events has the time of who had it read: everybody keeps its own.
void RelayHub::hand(RelaySubscriber& subscriber, const RelayBatch& batch) {
    if (batch.lostUntil.isValid())
        subscriber.send({{QStringLiteral("type"), QStringLiteral("lost")},
                         {QStringLiteral("gap"),
                          QJsonObject{{QStringLiteral("began"), subscriber.cursor.receivedAt.value},
                                      {QStringLiteral("ended"), batch.lostUntil.value}}}});
    subscriber.cursor.seq = batch.to;
    if (batch.count == 0)
        return;
    subscriber.cursor.receivedAt = batch.cursor.receivedAt;
    ++m_batchesSent;
    m_eventsSent += batch.count;
    subscriber.sendEvents(batch.message, batch.count);
}

void RelayHub::failAll(const Error& error) {
    Q_EMIT m_server.failed(error);
    const auto subscribers = m_subscribers.keys();
    for (RelaySubscriber* const subscriber : subscribers)
        subscriber->fail(relay::code::store, RelayServer::tr("The relay's store cannot be read."),
                         QWebSocketProtocol::CloseCodeBadOperation);
}

void RelayHub::gone(RelaySubscriber& subscriber) {
    const auto group = m_subscribers.take(&subscriber);
    if (!group)
        return;
    group->members.remove(&subscriber);
    if (group->members.isEmpty())
        m_groups.removeIf([&](const auto& entry) { return entry.value() == group; });
    Q_EMIT m_server.subscriberWent(subscriber.guest().holder, subscriber.guest().offer.name,
                                   subscriber.guest().address, subscriber.sent(), subscriber.reason());
}

void RelayHub::tick() {
    const auto subscribers = m_subscribers.keys();
    for (RelaySubscriber* const subscriber : subscribers) {
        subscriber->tick(m_options);
        if (m_subscribers.contains(subscriber))
            tellPosition(*subscriber);
    }
    const qint64 wrong = m_gate->wrongTokens();
    if (wrong > m_wrongTokensTold && hubClock() - m_wrongTokensToldAt > wrongTokenNews) {
        Q_EMIT m_server.tokensRefused(wrong - m_wrongTokensTold, m_gate->lastWrongAddress());
        m_wrongTokensTold = wrong;
        m_wrongTokensToldAt = hubClock();
    }
    updateFigures();
}

void RelayHub::tellPosition(RelaySubscriber& subscriber) {
    const qint64 now = hubClock();
    if (!subscriber.isSubscribed() || !subscriber.canTake() ||
        now - subscriber.positionToldAt < m_options.positionPause.count())
        return;
    subscriber.positionToldAt = now;
    QJsonObject frame{{QStringLiteral("type"), QStringLiteral("position")},
                      {QStringLiteral("cursor"), QLatin1String(subscriber.cursor.toText())}};
    if (subscriber.cursor.seq >= m_last)
        frame.insert(QStringLiteral("upTo"), Micros::now().value);
    subscriber.send(frame);
}

void RelayHub::updateFigures() {
    RelayServer::Figures figures;
    for (auto it = m_subscribers.cbegin(); it != m_subscribers.cend(); ++it) {
        const RelaySubscriber& subscriber = *it.key();
        if (!subscriber.isSubscribed())
            continue;
        figures.subscribers.push_back({subscriber.guest().holder, subscriber.guest().offer.name,
                                       subscriber.guest().address, subscriber.since(), subscriber.sent(),
                                       m_last.value - subscriber.cursor.seq.value, subscriber.bytesUnsent()});
    }
    if (m_gate) {
        figures.wrongTokens = m_gate->wrongTokens();
        figures.refused = m_gate->refused();
    }
    figures.eventsSent = m_eventsSent;
    figures.batchesRead = m_batchesRead;
    figures.batchesSent = m_batchesSent;
    for (const auto& group : std::as_const(m_groups))
        figures.bytesCached += group->bytesKept();
    const std::lock_guard lock(m_mutex);
    m_figures = std::move(figures);
}

RelayServer::Figures RelayHub::figures() const {
    const std::lock_guard lock(m_mutex);
    return m_figures;
}

} // namespace meshwatch
