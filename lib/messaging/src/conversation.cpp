// SPDX-License-Identifier: MIT
#include "conversation_p.h"

#include <chrono>

namespace meshwatch {

namespace {

using namespace std::chrono_literals;

/// Whole entries kept: some screens.
constexpr int cacheSize = 2000;
constexpr int mostWanted = 1000;
/// News are gathered for so long before the store is asked about them.
constexpr auto newsPause = 30ms;

/// Did the store have what is to be shown? Retention may have left the answer to a Request and not the
/// Request.
bool isWhole(const ConversationEntry& entry) {
    return entry.hasMessage() || entry.hasRequest() ||
           entry.kind == ConversationEntry::Kind::RelationshipChange;
}

} // namespace

Conversation::Private::Private(Conversation& conversation, EventStore& eventStore,
                               ConnectorClient* connectorClient, ConnectionId connectionId,
                               QString peerAddress)
    : q(conversation)
    , store(eventStore)
    , client(connectorClient)
    , connection(connectionId)
    , peer(std::move(peerAddress))
    , cache(cacheSize)
    , thread(eventStore.path(), "conversation") {
    newsTimer.setSingleShot(true);
    newsTimer.setInterval(newsPause);
    wishTimer.setSingleShot(true);
    wishTimer.setInterval(0ms);
    QObject::connect(&newsTimer, &QTimer::timeout, &q, [this] { takeNews(); });
    QObject::connect(&wishTimer, &QTimer::timeout, &q, [this] { readWishes(); });
}

Conversation::Conversation(EventStore& store, ConnectorClient* client, ConnectionId connection,
                           const QString& peer, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, store, client, connection, peer)) {}

Conversation::~Conversation() = default;

void Conversation::start() {
    d->isReading = true;
    connect(&d->store, &EventStore::appended, this, [this](EventSeq first, EventSeq last) {
        d->newsFirst = d->newsFirst.isValid() ? qMin(d->newsFirst, first) : first;
        d->newsLast = qMax(d->newsLast, last);
        if (!d->newsTimer.isActive())
            d->newsTimer.start();
    });
    connect(&d->store, &EventStore::merged, this, [this](const QList<EventSeq>& seqs) {
        d->mergedSeqs.append(seqs);
        if (!d->newsTimer.isActive())
            d->newsTimer.start();
    });
    d->readHistory({std::numeric_limits<qint64>::max()});
    d->readRelationships();
}

QString Conversation::peer() const { return d->peer; }
bool Conversation::isReading() const { return d->isReading; }
bool Conversation::isGone() const { return d->isGone; }
int Conversation::count() const { return d->index.count(); }
ConversationEntry::Kind Conversation::kind(int index) const { return d->index.at(index).kind; }
Micros Conversation::time(int index) const { return d->index.at(index).time; }
bool Conversation::isOwn(int index) const { return d->index.at(index).isOwn; }
QString Conversation::id(int index) const { return d->index.at(index).key.text(); }

int Conversation::indexOf(const QString& id) const {
    const qsizetype slash = id.indexOf(QLatin1Char('/'));
    const EntryKey key =
        slash < 0 ? EntryKey(id)
                  : EntryKey(QStringView(id).left(slash), QStringView(id).sliced(slash + 1).toUShort());
    return d->index.indexOf(key);
}

const ConversationEntry* Conversation::entry(int index) const {
    return d->cache.object(d->index.slotAt(index));
}

void Conversation::want(int first, int last) {
    first = qMax(0, first);
    last = qMin(count() - 1, last);
    if (last - first >= mostWanted) {
        first += (last - first + 1 - mostWanted) / 2;
        last = first + mostWanted - 1;
    }
    // What waits and is not wanted any more is not read.
    d->wishes.clear();
    for (int i = last; i >= first; --i) {
        const auto slot = d->index.slotAt(i);
        if (!d->cache.contains(slot) || d->dirty.contains(slot))
            d->wish(slot);
    }
}

void Conversation::noteSent(const SendResult& result) {
    if (result.state != SendResult::State::Sent || result.peer != d->peer)
        return;
    const QString id = result.message.id();
    d->accepted.insert(id, result);
    if (const int index = indexOf(id); index >= 0) {
        const auto slot = d->index.slotAt(index);
        d->dirty.insert(slot);
        if (d->cache.contains(slot))
            d->wish(slot);
    }
}

void Conversation::Private::add(const EntryTraces& traces) {
    const ConversationIndex::Observer observer{
        [this](int first, int count) { Q_EMIT q.inserted(first, count); },
        [this](Slot slot) {
            // A whole entry stays on show until the new one is read.
            if (cache.contains(slot)) {
                dirty.insert(slot);
                wish(slot);
            } else if (const int at = index.indexOf(slot); at >= 0) {
                Q_EMIT q.changed(at, at);
            }
        },
        [this] { Q_EMIT q.reset(); },
    };
    noteRelationships(traces);
    index.add(traces, observer);
    updateGone();
}

void Conversation::Private::noteRelationships(const EntryTraces& traces) {
    for (const EntryTrace& trace : traces) {
        if (trace.kind != ConversationEntry::Kind::RelationshipChange)
            continue;
        const EntryKey relationship(trace.key.objectId());
        if (trace.key.part == EntryKey::decomposed) {
            decomposed.insert(relationship);
        } else if (trace.time >= newestRelationshipTime) {
            // A relationship that began after REST was asked is one that it did not know yet.
            if (trace.time >= restAskedAt)
                restHasNone = false;
            newestRelationship = relationship;
            newestRelationshipTime = trace.time;
        }
        if (!relationshipBegan.isValid() || trace.time < relationshipBegan)
            relationshipBegan = trace.time;
    }
}

void Conversation::Private::updateGone() {
    const bool isKnown = newestRelationship != EntryKey();
    const bool now = isKnown && (restHasNone || decomposed.contains(newestRelationship));
    if (now == isGone)
        return;
    isGone = now;
    Q_EMIT q.goneChanged();
}

EntryWish Conversation::Private::wishFor(Slot slot) const {
    const auto& record = index.record(slot);
    EntryWish wish;
    wish.slot = slot;
    wish.key = record.key;
    wish.time = record.time;
    wish.kind = record.kind;
    wish.isOwn = record.isOwn;
    for (const qint64 seq : record.seqs)
        wish.seqs.push_back({seq});
    std::sort(wish.seqs.begin(), wish.seqs.end());
    if (const int answer = index.answerTo(index.indexOf(slot)); answer >= 0) {
        const auto& other = index.at(answer);
        wish.answeredBy = other.key.text();
        if (!other.seqs.isEmpty())
            wish.answerSeq = {*std::min_element(other.seqs.begin(), other.seqs.end())};
    }
    return wish;
}

void Conversation::Private::wish(Slot slot) {
    wishes.push_back(slot);
    if (!wishTimer.isActive())
        wishTimer.start();
}

void Conversation::Private::readWishes() {
    static constexpr size_t atOnce = 50;
    std::vector<EntryWish> batch;
    while (!wishes.empty() && batch.size() < atOnce) {
        const Slot slot = wishes.front();
        wishes.erase(wishes.begin());
        if (reading.contains(slot))
            continue;
        reading.insert(slot);
        dirty.remove(slot);
        batch.push_back(wishFor(slot));
    }
    if (batch.empty())
        return;
    const auto work = [batch](const EventReader& reader) {
        std::vector<ConversationEntry> entries;
        entries.reserve(batch.size());
        for (const EntryWish& wish : batch)
            entries.push_back(entrybuilder::fromEvents(reader, wish));
        return entries;
    };
    thread.run(&q, work, [this, batch](std::vector<ConversationEntry> entries) {
        for (size_t i = 0; i < entries.size(); ++i) {
            if (!client || isWhole(entries[i]))
                keep(batch[i], std::move(entries[i]));
            else
                readFromRest(batch[i], std::move(entries[i]));
        }
        if (!wishes.empty())
            wishTimer.start();
    });
}

void Conversation::Private::keep(const EntryWish& wish, ConversationEntry entry) {
    reading.remove(wish.slot);
    if (const auto it = accepted.constFind(entry.message.id()); it != accepted.constEnd()) {
        Proof proof;
        proof.step = Proof::Step::Accepted;
        proof.time = it->postedAt;
        proof.tookMs = it->tookMs;
        entry.proofs.insert(entry.proofs.begin(), proof);
    }
    cache.insert(wish.slot, new ConversationEntry(std::move(entry)));
    if (dirty.contains(wish.slot))
        this->wish(wish.slot);
    if (const int at = index.indexOf(wish.slot); at >= 0)
        Q_EMIT q.changed(at, at);
}

} // namespace meshwatch
