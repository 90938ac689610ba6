// SPDX-License-Identifier: MIT
#include <meshwatch/messaging/requestwatch.h>

#include "entrytrace.h"
#include "storethread.h"

#include <QHash>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace meshwatch {

namespace {

using namespace std::chrono_literals;

constexpr auto requestNewsPause = 500ms;
/// A Request is read so long after its end: the Connector's clock may be behind.
constexpr auto afterEnd = 500ms;
/// Pause before another try: the Connector did not answer, or by its clock it is not over.
constexpr auto retryPause = 15s;
/// A timer cannot wait for longer than 24 days; the rest is waited for then.
constexpr auto longestWait = 24h;

bool isOpen(const QString& status) {
    const quint8 rank = requestRank(status);
    return rank >= requestRank(QStringLiteral("Open")) && rank < requestRank(QStringLiteral("Decided"));
}

} // namespace

class RequestWatch::Private {
public:
    struct Watched {
        QString peer;
        bool isOwn = false;
        Micros expiresAt;
        Micros readAt; ///< when it is to be read
    };
    RequestWatch& q;
    ConnectorClient& client;
    EventStore& store;
    const ConnectionId connection;
    QHash<QString, Watched> requests;
    QTimer timer, newsTimer;
    EventSeq newsFirst, newsLast;
    StoreThread thread;

    Private(RequestWatch& watch, ConnectorClient& connectorClient, EventStore& eventStore, ConnectionId id)
        : q(watch)
        , client(connectorClient)
        , store(eventStore)
        , connection(id)
        , thread(eventStore.path(), "request watch") {}

    void take(const QJsonObject& request);
    void takeNews();
    void readDue();
    void read(const QString& id, const Watched& watched);
    void setTimer();
    template<typename Calls>
    void ask(Calls calls, const QStringList& statuses);
};

RequestWatch::RequestWatch(ConnectorClient& client, EventStore& store, ConnectionId connection,
                           QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, client, store, connection)) {
    d->timer.setSingleShot(true);
    d->newsTimer.setSingleShot(true);
    d->newsTimer.setInterval(requestNewsPause);
    connect(&d->timer, &QTimer::timeout, this, [this] { d->readDue(); });
    connect(&d->newsTimer, &QTimer::timeout, this, [this] { d->takeNews(); });
}

RequestWatch::~RequestWatch() = default;

void RequestWatch::start() {
    connect(&d->store, &EventStore::appended, this, [this](EventSeq first, EventSeq last) {
        d->newsFirst = d->newsFirst.isValid() ? qMin(d->newsFirst, first) : first;
        d->newsLast = qMax(d->newsLast, last);
        if (!d->newsTimer.isActive())
            d->newsTimer.start();
    });
    d->ask(d->client.incomingRequests(), {QStringLiteral("Open"), QStringLiteral("DecisionRequired"),
                                          QStringLiteral("ManualDecisionRequired")});
    d->ask(d->client.outgoingRequests(), {QStringLiteral("Open")});
}

int RequestWatch::watched() const { return int(d->requests.size()); }

Micros RequestWatch::next() const {
    Micros nearest;
    for (const auto& watched : std::as_const(d->requests)) {
        if (!nearest.isValid() || watched.expiresAt < nearest)
            nearest = watched.expiresAt;
    }
    return nearest;
}

template<typename Calls>
void RequestWatch::Private::ask(Calls calls, const QStringList& statuses) {
    connector::Filter filter;
    filter.isOneOf(u"status", statuses).exists(u"content.expiresAt");
    using List = ConnectorResult<std::vector<connector::Request>>;
    connector::whenFinished(calls.list(filter), &q, [this, calls, statuses](const List& list) {
        if (!list) {
            // Not now; a key that may not read Requests never will.
            if (list.error().kind != ConnectorError::Kind::Forbidden)
                QTimer::singleShot(retryPause, &q, [this, calls, statuses] { ask(calls, statuses); });
            return;
        }
        for (const connector::Request& request : *list)
            take(request.toJson());
        setTimer();
        Q_EMIT q.watchedChanged();
    });
}

void RequestWatch::Private::take(const QJsonObject& json) {
    const auto request = connector::Request::fromJson(json);
    if (!request)
        return;
    const auto end = Micros::fromIso(request->at(u"content.expiresAt").toString().toLatin1());
    if (!isOpen(request->status().text))
        requests.remove(request->id());
    else if (end)
        requests.insert(request->id(), {request->peer(), request->isOwn(), *end,
                                        Micros{end->value + std::chrono::microseconds(afterEnd).count()}});
}

void RequestWatch::Private::takeNews() {
    const EventSeq first = std::exchange(newsFirst, {});
    const EventSeq last = std::exchange(newsLast, {});
    const auto work = [this, first, last](const EventReader& reader) {
        std::vector<EventSeq> seqs;
        reader.visit({connection, {}, {}, first, last}, [&seqs](const EventReader::Glance& event) {
            if (event.trigger.startsWith("consumption.incomingRequest") ||
                event.trigger.startsWith("consumption.outgoingRequest"))
                seqs.push_back(event.seq);
            return true;
        });
        std::vector<QJsonObject> news;
        reader.visit(seqs, [&news](const EventReader::Glance& event) {
            const QJsonObject data = event.data();
            const QJsonValue request = data.value(QLatin1String("request"));
            news.push_back(request.isObject() ? request.toObject() : data);
            return true;
        });
        return news;
    };
    thread.run(&q, work, [this](std::vector<QJsonObject> news) {
        if (news.empty())
            return;
        // Deliveries overtake each other: a late “Open” does not bring back what is over.
        std::stable_sort(news.begin(), news.end(), [](const QJsonObject& a, const QJsonObject& b) {
            return requestRank(a.value(QLatin1String("status")).toString()) <
                   requestRank(b.value(QLatin1String("status")).toString());
        });
        for (const QJsonObject& request : news)
            take(request);
        setTimer();
        Q_EMIT q.watchedChanged();
    });
}

void RequestWatch::Private::setTimer() {
    Micros nearest;
    for (const Watched& watched : std::as_const(requests)) {
        if (!nearest.isValid() || watched.readAt < nearest)
            nearest = watched.readAt;
    }
    if (!nearest.isValid())
        return timer.stop();
    const std::chrono::microseconds wait(qMax<qint64>(0, nearest.value - Micros::now().value));
    timer.start(std::min<std::chrono::milliseconds>(
        std::chrono::duration_cast<std::chrono::milliseconds>(wait) + 1ms, longestWait));
}

void RequestWatch::Private::readDue() {
    const Micros now = Micros::now();
    for (auto it = requests.begin(); it != requests.end(); ++it) {
        if (it->readAt > now)
            continue;
        it->readAt = {now.value + std::chrono::microseconds(retryPause).count()};
        read(it.key(), *it);
    }
    setTimer();
}

void RequestWatch::Private::read(const QString& id, const Watched& watched) {
    const auto take = [this, id, peer = watched.peer](const ConnectorResult<connector::Request>& request) {
        if (!request && request.error().kind != ConnectorError::Kind::NotFound)
            return; // tried again after the pause
        if (request && isOpen(request->status().text))
            return;
        requests.remove(id);
        Q_EMIT q.watchedChanged();
        if (request && request->status() == connector::Request::Status::Expired)
            Q_EMIT q.expired(id, peer);
    };
    if (watched.isOwn)
        connector::whenFinished(client.outgoingRequests().get(id), &q, take);
    else
        connector::whenFinished(client.incomingRequests().get(id), &q, take);
}

} // namespace meshwatch
