// SPDX-License-Identifier: MIT
#include <meshwatch/messaging/conversationlist.h>

#include "peerbook.h"
#include "storethread.h"

#include <meshwatch/messaging/templatevalues.h>

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <numeric>

namespace meshwatch {

namespace {

using namespace std::chrono_literals;

constexpr auto listNewsPause = 150ms;

QString sinceMark() { return QStringLiteral("conversationsSince"); }

} // namespace

class ConversationList::Private {
public:
    struct Snapshot {
        std::vector<PeerSummary> peers;
        EventSeq last;
        QString sinceToKeep; ///< the mark was not there
    };
    ConversationList& q;
    EventStore& store;
    ConnectorClient* client;
    const ConnectionId connection;
    std::shared_ptr<PeerBook> book; ///< used by the thread alone
    std::vector<PeerSummary> fromStore;
    std::vector<PeerSummary> peers;
    EventSeq last;
    bool isReady = false;
    bool areNamesDue = false;
    EventSeq newsFirst, newsLast;
    QTimer newsTimer;

    QHash<QString, connector::Relationship> relationships; ///< as REST tells, by peer
    QHash<QString, QString> names;                         ///< the same
    /// Relationships that the store knows and REST no longer: decomposed while nobody watched.
    QSet<QString> goneUnseen;
    bool isComparisonDue = false; ///< REST has answered, the store not yet
    StoreThread thread;           ///< last: ends before what it reports to

    Private(ConversationList& list, EventStore& eventStore, ConnectorClient* connectorClient, ConnectionId id)
        : q(list)
        , store(eventStore)
        , client(connectorClient)
        , connection(id)
        , book(std::make_shared<PeerBook>(id))
        , thread(eventStore.path(), "conversations") {}

    void load();
    void takeNews();
    void show(Snapshot snapshot);
    void compare();
    void combine();
    void overlay(PeerSummary& peer) const;
    void readRelationships();
    void readNames();
};

ConversationList::ConversationList(EventStore& store, ConnectorClient* client, ConnectionId connection,
                                   QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, store, client, connection)) {
    d->newsTimer.setSingleShot(true);
    d->newsTimer.setInterval(listNewsPause);
    connect(&d->newsTimer, &QTimer::timeout, this, [this] { d->takeNews(); });
}

ConversationList::~ConversationList() = default;

void ConversationList::start() {
    connect(&d->store, &EventStore::appended, this, [this](EventSeq first, EventSeq last) {
        d->newsFirst = d->newsFirst.isValid() ? qMin(d->newsFirst, first) : first;
        d->newsLast = qMax(d->newsLast, last);
        if (!d->newsTimer.isActive())
            d->newsTimer.start();
    });
    connect(&d->store, &EventStore::peerNamesChanged, this, [this] {
        d->areNamesDue = true;
        if (!d->newsTimer.isActive())
            d->newsTimer.start();
    });
    d->load();
    refresh();
}

bool ConversationList::isReady() const { return d->isReady; }
const std::vector<PeerSummary>& ConversationList::peers() const { return d->peers; }

const PeerSummary* ConversationList::peer(const QString& address) const {
    const auto it = std::find_if(d->peers.begin(), d->peers.end(),
                                 [&address](const PeerSummary& peer) { return peer.address == address; });
    return it == d->peers.end() ? nullptr : &*it;
}

std::vector<PeerSummary> ConversationList::search(const QString& text) const {
    std::vector<PeerSummary> found;
    std::copy_if(d->peers.begin(), d->peers.end(), std::back_inserter(found),
                 [&text](const PeerSummary& peer) {
                     return peer.name.contains(text, Qt::CaseInsensitive) ||
                            peer.address.contains(text, Qt::CaseInsensitive);
                 });
    return found;
}

int ConversationList::unread() const {
    return std::accumulate(d->peers.begin(), d->peers.end(), 0,
                           [](int sum, const PeerSummary& peer) { return sum + peer.unread; });
}

int ConversationList::waiting() const {
    return std::accumulate(d->peers.begin(), d->peers.end(), 0,
                           [](int sum, const PeerSummary& peer) { return sum + peer.waiting; });
}

void ConversationList::markRead(const QString& address) {
    const auto* known = peer(address);
    if (!known || known->unread == 0)
        return;
    const QByteArray key = address.toUtf8();
    d->store.setMark(d->connection, PeerBook::readMark(key), QString::number(d->last.value));
    d->thread.run(
        this,
        [book = d->book, key](const EventReader&) {
            book->markRead(key);
            return Private::Snapshot{book->summaries(), book->last(), {}};
        },
        [this](Private::Snapshot snapshot) { d->show(std::move(snapshot)); });
}

void ConversationList::refresh() {
    if (!d->client)
        return;
    d->readRelationships();
    d->readNames();
}

void ConversationList::Private::load() {
    thread.run(
        &q,
        [this, book = book](const EventReader& reader) {
            Snapshot snapshot;
            PeerBook::Since since;
            if (const auto mark = reader.mark(connection, sinceMark())) {
                since.seq = mark->section(QLatin1Char(' '), 0, 0).toLongLong();
                since.time =
                    Micros::fromIso(mark->section(QLatin1Char(' '), 1).toLatin1()).value_or(Micros());
            } else {
                since = {reader.range().last.value, Micros::now()};
                snapshot.sinceToKeep = QString::number(since.seq) + QLatin1Char(' ') + since.time.toIso();
            }
            book->load(reader, since, thread.isStopping());
            snapshot.peers = book->summaries();
            snapshot.last = book->last();
            return snapshot;
        },
        [this](Snapshot snapshot) {
            if (!snapshot.sinceToKeep.isEmpty())
                store.setMark(connection, sinceMark(), snapshot.sinceToKeep);
            isReady = true;
            show(std::move(snapshot));
            Q_EMIT q.changed();
        });
}

void ConversationList::Private::takeNews() {
    const EventSeq first = std::exchange(newsFirst, {});
    const EventSeq until = std::exchange(newsLast, {});
    const bool withNames = std::exchange(areNamesDue, false);
    thread.run(
        &q,
        [book = book, first, until, withNames](const EventReader& reader) {
            // What was there when everything was read is not taken twice.
            const EventSeq from = qMax(first, EventSeq{book->last().value + 1});
            if (first.isValid() && from <= until)
                book->add(reader, from, until);
            if (withNames)
                book->readNames(reader);
            return Snapshot{book->summaries(), book->last(), {}};
        },
        [this](Snapshot snapshot) { show(std::move(snapshot)); });
}

void ConversationList::Private::show(Snapshot snapshot) {
    fromStore = std::move(snapshot.peers);
    last = snapshot.last;
    combine();
}

void ConversationList::Private::overlay(PeerSummary& peer) const {
    if (peer.name.isEmpty())
        peer.name = names.value(peer.address);
    using Status = PeerSummary::Status;
    if (goneUnseen.contains(peer.relationshipId))
        peer.status = Status::Gone;
    // What events say is newer than what REST said once; it fills in what they do not know.
    const auto it = relationships.constFind(peer.address);
    if (it == relationships.constEnd() || (peer.status != Status::Unknown && peer.status != Status::Gone) ||
        peer.relationshipId == it->id())
        return;
    peer.relationshipId = it->id();
    peer.status = peerStatus(*it);
}

void ConversationList::Private::compare() {
    isComparisonDue = false;
    goneUnseen.clear();
    for (const PeerSummary& peer : fromStore) {
        if (!peer.relationshipId.isEmpty() && !relationships.contains(peer.address))
            goneUnseen.insert(peer.relationshipId);
    }
}

void ConversationList::Private::combine() {
    if (isComparisonDue && isReady)
        compare();
    std::vector<PeerSummary> combined = fromStore;
    QSet<QString> known;
    for (PeerSummary& peer : combined) {
        known.insert(peer.address);
        overlay(peer);
    }
    for (auto it = relationships.begin(); it != relationships.end(); ++it) {
        if (known.contains(it.key()))
            continue;
        PeerSummary peer;
        peer.address = it.key();
        overlay(peer);
        const auto log = it->auditLog();
        if (!log.empty())
            peer.lastTime = log.back().createdAt();
        combined.push_back(peer);
    }
    std::sort(combined.begin(), combined.end(), [](const PeerSummary& a, const PeerSummary& b) {
        return a.lastTime != b.lastTime ? a.lastTime > b.lastTime : a.address < b.address;
    });
    if (combined == peers)
        return;
    peers = std::move(combined);
    Q_EMIT q.changed();
}

void ConversationList::Private::readRelationships() {
    using List = ConnectorResult<std::vector<connector::Relationship>>;
    connector::whenFinished(client->relationships().list(), &q, [this](const List& list) {
        if (!list) {
            Q_EMIT q.failed(list.error());
            return;
        }
        relationships.clear();
        for (const connector::Relationship& relationship : *list) {
            const auto known = relationships.constFind(relationship.peer());
            if (known == relationships.constEnd() || beginOf(*known) < beginOf(relationship))
                relationships.insert(relationship.peer(), relationship);
        }
        isComparisonDue = true;
        combine();
    });
}

void ConversationList::Private::readNames() {
    using List = ConnectorResult<std::vector<connector::Attribute>>;
    connector::Filter filter;
    filter.is(u"@type", u"PeerIdentityAttribute")
        .isOneOf(u"content.value.@type",
                 {QStringLiteral("DisplayName"), QStringLiteral("GivenName"), QStringLiteral("Surname")})
        .isMissing(u"succeededBy");
    connector::whenFinished(client->attributes().list(filter), &q, [this](const List& list) {
        if (!list)
            return; // names of the store do
        QHash<QString, std::vector<connector::Attribute>> ofPeer;
        for (const connector::Attribute& attribute : *list)
            ofPeer[attribute.peer()].push_back(attribute);
        names.clear();
        for (auto it = ofPeer.begin(); it != ofPeer.end(); ++it) {
            TemplateValues values;
            values.addPeer(it.key(), it.value());
            names.insert(it.key(), values.value(QStringLiteral("peer.name")));
        }
        combine();
    });
}

} // namespace meshwatch
