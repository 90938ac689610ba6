// SPDX-License-Identifier: MIT
#include <meshwatch/messaging/peerprofile.h>

#include "peerstatus.h"
#include "peerstore.h"
#include "storethread.h"

#include <meshwatch/events/eventcatalogue.h>

#include <QTimer>

#include <chrono>

namespace meshwatch {

using Attributes = std::vector<connector::Attribute>;

namespace {

using namespace std::chrono_literals;

constexpr auto profileNewsPause = 300ms;

bool isOfProfile(QByteArrayView trigger) {
    const Family family = EventCatalogue::kind(trigger).family;
    return family == Family::Relationship || family == Family::Attribute || family == Family::Identity;
}

} // namespace

class PeerProfile::Private {
public:
    PeerProfile& q;
    EventStore& store;
    ConnectorClient* client;
    const ConnectionId connection;
    const QString peer;
    std::optional<connector::Relationship> relationship;
    Attributes byPeer, byUs, own;
    bool isLoaded = false;
    bool isGone = false;
    bool isFromRest = false;
    bool isReading = false;
    bool isStale = false; ///< something changed while it was read
    int reads = 0;        ///< answers of an earlier refresh() do not count
    QTimer newsTimer;
    EventSeq newsFirst, newsLast;
    StoreThread thread;

    Private(PeerProfile& profile, EventStore& eventStore, ConnectorClient* connectorClient, ConnectionId id,
            QString address)
        : q(profile)
        , store(eventStore)
        , client(connectorClient)
        , connection(id)
        , peer(std::move(address))
        , thread(eventStore.path(), "peer profile") {}

    void readRelationship();
    void readAttributes();
    void readStore(bool isKnownToBeGone);
    template<typename Then>
    void readList(const connector::Future<Attributes>& future, Then then);
    void done();
    void takeNews();
};

PeerProfile::PeerProfile(EventStore& store, ConnectorClient* client, ConnectionId connection,
                         const QString& peer, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, store, client, connection, peer)) {
    d->newsTimer.setSingleShot(true);
    d->newsTimer.setInterval(profileNewsPause);
    connect(&d->newsTimer, &QTimer::timeout, this, [this] { d->takeNews(); });
    connect(&store, &EventStore::appended, this, [this](EventSeq first, EventSeq last) {
        d->newsFirst = d->newsFirst.isValid() ? qMin(d->newsFirst, first) : first;
        d->newsLast = qMax(d->newsLast, last);
        if (d->reads > 0 && !d->newsTimer.isActive())
            d->newsTimer.start();
    });
}

PeerProfile::~PeerProfile() = default;

QString PeerProfile::peer() const { return d->peer; }
bool PeerProfile::isLoaded() const { return d->isLoaded; }
const std::optional<connector::Relationship>& PeerProfile::relationship() const { return d->relationship; }
bool PeerProfile::isGone() const { return d->isGone; }
const Attributes& PeerProfile::sharedByPeer() const { return d->byPeer; }
const Attributes& PeerProfile::sharedByUs() const { return d->byUs; }

Micros PeerProfile::since() const {
    if (!d->relationship)
        return {};
    for (const auto& entry : d->relationship->auditLog()) {
        if (entry.newStatus() == connector::RelationshipStatus::Active)
            return entry.createdAt();
    }
    return {};
}

PeerProfile::Reactivation PeerProfile::reactivation() const {
    if (!d->relationship || !d->relationship->hasOpenReactivation())
        return Reactivation::None;
    return d->relationship->auditLog().back().createdBy() == d->peer ? Reactivation::ByPeer
                                                                     : Reactivation::ByUs;
}

QString PeerProfile::peerDeletionStatus() const {
    return d->relationship ? d->relationship->peerDeletionStatus() : QString();
}

Micros PeerProfile::peerDeletionDate() const {
    if (!d->relationship)
        return {};
    const QString date = d->relationship->at(u"peerDeletionInfo.deletionDate").toString();
    return Micros::fromIso(date.toLatin1()).value_or(Micros());
}

std::vector<RelationshipAction> PeerProfile::actions() const {
    if (!d->client || !d->isFromRest || d->isGone || !d->relationship)
        return {};
    return RelationshipAction::possible(*d->relationship);
}

void PeerProfile::perform(RelationshipAction action) {
    if (!d->client || !d->relationship)
        return;
    connector::whenFinished(action.perform(*d->client, d->relationship->id()), this,
                            [this, action](const ConnectorResult<void>& result) {
                                if (result)
                                    Q_EMIT performed(action);
                                else
                                    Q_EMIT failed(result.error());
                                refresh(); // refused or not, it may be another state than was shown
                            });
}

TemplateValues PeerProfile::values() const {
    TemplateValues values;
    values.addPeer(d->peer, d->byPeer);
    values.addOwn(d->own);
    return values;
}

void PeerProfile::refresh() {
    ++d->reads;
    d->isReading = true;
    d->isStale = false;
    if (d->client)
        d->readRelationship();
    else
        d->readStore(false);
}

void PeerProfile::Private::readRelationship() {
    using List = ConnectorResult<std::vector<connector::Relationship>>;
    connector::whenFinished(client->relationships().list(connector::Filter().is(u"peer", peer)), &q,
                            [this, mine = reads](const List& list) {
                                if (mine != reads)
                                    return;
                                if (!list)
                                    Q_EMIT q.failed(list.error());
                                if (!list || list->empty())
                                    return readStore(bool(list));
                                relationship = *std::max_element(
                                    list->begin(), list->end(),
                                    [](const auto& a, const auto& b) { return beginOf(a) < beginOf(b); });
                                isGone = false;
                                isFromRest = true;
                                readAttributes();
                            });
}

template<typename Then>
void PeerProfile::Private::readList(const connector::Future<Attributes>& future, Then then) {
    connector::whenFinished(future, &q, [this, mine = reads, then](const ConnectorResult<Attributes>& list) {
        if (mine != reads)
            return;
        // A key that may not read attributes leaves the rest of the panel as it is.
        if (!list)
            Q_EMIT q.failed(list.error());
        Attributes attributes = list ? *list : Attributes();
        sortForPeople(attributes);
        then(std::move(attributes));
    });
}

void PeerProfile::Private::readAttributes() {
    readList(client->attributes().ofPeer(peer), [this](Attributes theirs) {
        byPeer = std::move(theirs);
        readList(client->attributes().ownShared(peer), [this](Attributes shared) {
            byUs = std::move(shared);
            readList(client->attributes().ownIdentity(), [this](Attributes mine) {
                own = std::move(mine);
                done();
            });
        });
    });
}

void PeerProfile::Private::readStore(bool isKnownToBeGone) {
    thread.run(
        &q,
        [id = connection, address = peer.toUtf8()](const EventReader& reader) {
            return PeerRecord::read(reader, id, address);
        },
        [this, isKnownToBeGone, mine = reads](PeerRecord record) {
            if (mine != reads)
                return;
            relationship = std::move(record.relationship);
            isGone = relationship && (isKnownToBeGone || record.wasDecomposed);
            isFromRest = false;
            byPeer = std::move(record.byPeer);
            byUs = std::move(record.byUs);
            sortForPeople(byPeer);
            sortForPeople(byUs);
            done();
        });
}

void PeerProfile::Private::takeNews() {
    const auto tells = [id = connection, address = peer.toUtf8(), first = std::exchange(newsFirst, {}),
                        last = std::exchange(newsLast, {})](const EventReader& reader) {
        bool isChanged = false;
        EventReader::Selection selection;
        selection.connection = id;
        selection.peer = address;
        selection.first = first;
        selection.last = last;
        reader.visit(selection, [&isChanged](const EventReader::Glance& event) {
            isChanged = isOfProfile(event.trigger);
            return !isChanged;
        });
        return isChanged;
    };
    thread.run(&q, tells, [this](bool isChanged) {
        // What is being read is read to its end: a stream of events must not keep it from that.
        if (isChanged && isReading)
            isStale = true;
        else if (isChanged)
            q.refresh();
    });
}

void PeerProfile::Private::done() {
    isLoaded = true;
    isReading = false;
    if (isStale)
        q.refresh();
    Q_EMIT q.changed();
}

} // namespace meshwatch
