// SPDX-License-Identifier: MIT
#include "conversation_p.h"

#include <QElapsedTimer>

namespace meshwatch {

namespace {

/// The first stretch is what a window shows at once; later ones are as long as the window's thread can take
/// in a few milliseconds.
constexpr size_t firstTraces = 150;
constexpr size_t mostTraces = 600;
constexpr int sliceMs = 50;
/// Events of sent messages looked through at once for one more recipient.
constexpr int mostSent = 5000;
/// Clocks differ by less than this.
constexpr qint64 clockMargin = 86'400'000'000;
constexpr int mostRestReads = 4;

/// Was it filed under another peer because it was sent to several?
bool isSentToSeveral(const EventReader::Glance& event, const QByteArray& peer) {
    return event.peer != peer && event.body.indexOf(peer) >= 0;
}

void append(EntryTraces& traces, const EventReader::Glance& event) {
    EntryTraces more = tracesOf(event);
    traces.insert(traces.end(), more.begin(), more.end());
}

} // namespace

void Conversation::Private::readHistory(EventSeq from) {
    const bool isFirst = from.value == std::numeric_limits<qint64>::max();
    const size_t most = isFirst ? firstTraces : mostTraces;
    const auto work = [this, from, most, isFirst, address = peer.toUtf8()](const EventReader& reader) {
        Stretch stretch;
        if (isFirst) {
            stretch.first = reader.range().first;
            reader.visit({stretch.first}, [&stretch](const EventReader::Glance& event) {
                stretch.firstReceived = event.receivedAt;
                return true;
            });
        }
        QElapsedTimer timer;
        timer.start();
        EventReader::Selection selection{connection, address};
        selection.last = from;
        selection.newestFirst = true;
        selection.withBody = true;
        reader.visit(selection, [&](const EventReader::Glance& event) {
            if (thread.isStopping() || stretch.traces.size() >= most || timer.elapsed() > sliceMs) {
                stretch.next = event.seq;
                return false;
            }
            append(stretch.traces, event);
            return true;
        });
        return stretch;
    };
    thread.run(&q, work, [this, isFirst](const Stretch& stretch) {
        if (isFirst)
            store0 = stretch;
        add(stretch.traces);
        if (stretch.next.isValid())
            readHistory(stretch.next);
        else
            readSentToSeveral({std::numeric_limits<qint64>::max()});
    });
}

void Conversation::Private::readSentToSeveral(EventSeq from) {
    const auto work = [this, from, address = peer.toUtf8()](const EventReader& reader) {
        Stretch stretch;
        int seen = 0;
        EventReader::Selection selection{connection, {}, "transport.messageSent"};
        selection.last = from;
        selection.newestFirst = true;
        selection.withBody = true;
        reader.visit(selection, [&](const EventReader::Glance& event) {
            if (thread.isStopping() || ++seen > mostSent) {
                stretch.next = event.seq;
                return false;
            }
            if (isSentToSeveral(event, address))
                append(stretch.traces, event);
            return true;
        });
        // Our own decomposition names no peer; it is few events in all.
        selection = {connection, {}, "transport.relationshipDecomposedBySelf"};
        selection.withBody = true;
        if (!stretch.next.isValid())
            reader.visit(selection, [&](const EventReader::Glance& event) {
                append(stretch.traces, event);
                return true;
            });
        return stretch;
    };
    thread.run(&q, work, [this](Stretch stretch) {
        std::erase_if(stretch.traces, [this](const EntryTrace& trace) {
            return trace.key.part == EntryKey::decomposed &&
                   !index.contains(EntryKey(trace.key.objectId(), 1));
        });
        add(stretch.traces);
        if (stretch.next.isValid())
            readSentToSeveral(stretch.next);
        else
            readRest();
    });
}

void Conversation::Private::readRest() {
    const bool isTrimmed = store0.first.value > 1;
    // Where the store's part is short it is read before REST has said when the relationship began.
    if (isTrimmed && isAskingRelationships) {
        restWaits = true;
        return;
    }
    if (!client || !isTrimmed || restHasNone || !relationshipBegan.isValid())
        return finishReading();
    // What is younger than the store's oldest event has its events there.
    const Micros to{store0.firstReceived.value + clockMargin};
    const Micros from{relationshipBegan.value - clockMargin};
    rest = std::make_unique<RestHistory>(*client, peer, from, to, nullptr);
    QObject::connect(rest.get(), &RestHistory::page, &q, [this](const EntryTraces& traces) { add(traces); });
    QObject::connect(rest.get(), &RestHistory::finished, &q, [this] { finishReading(); });
    QObject::connect(rest.get(), &RestHistory::failed, &q, [this](const ConnectorError& error) {
        Q_EMIT q.failed(error);
        finishReading();
    });
    rest->start();
}

void Conversation::Private::finishReading() {
    isReading = false;
    Q_EMIT q.readingFinished();
}

void Conversation::Private::readRelationships() {
    if (!client)
        return;
    restAskedAt = Micros::now();
    isAskingRelationships = true;
    using List = ConnectorResult<std::vector<connector::Relationship>>;
    connector::whenFinished(client->relationships().list(connector::Filter().is(u"peer", peer)), &q,
                            [this](const List& list) {
                                takeRelationships(list);
                                isAskingRelationships = false;
                                if (std::exchange(restWaits, false))
                                    readRest();
                            });
}

void Conversation::Private::takeRelationships(
    const ConnectorResult<std::vector<connector::Relationship>>& list) {
    if (!list)
        return; // the store has what it has; reading REST reports why
    restHasNone = list->empty();
    for (const auto& relationship : *list) {
        const auto log = relationship.auditLog();
        if (!log.empty() && (!relationshipBegan.isValid() || log.front().createdAt() < relationshipBegan))
            relationshipBegan = log.front().createdAt();
    }
    updateGone();
}

void Conversation::Private::takeNews() {
    const EventSeq first = std::exchange(newsFirst, {});
    const EventSeq last = std::exchange(newsLast, {});
    std::vector<EventSeq> merged(mergedSeqs.begin(), mergedSeqs.end());
    mergedSeqs.clear();
    struct News {
        EntryTraces traces;
        EntryTraces merged;
    };
    const auto work = [this, first, last, merged, address = peer.toUtf8()](const EventReader& reader) {
        News news;
        const auto take = [&news](const EventReader::Glance& event) {
            append(news.traces, event);
            return true;
        };
        EventReader::Selection selection{connection, address, {}, first, last, false, true};
        if (first.isValid()) {
            reader.visit(selection, take);
            selection.peer.clear();
            selection.trigger = "transport.messageSent";
            reader.visit(selection, [&](const EventReader::Glance& event) {
                return !isSentToSeveral(event, address) || take(event);
            });
            selection.trigger = "transport.relationshipDecomposedBySelf";
            reader.visit(selection, take);
        }
        reader.visit(merged, [&](const EventReader::Glance& event) {
            if (event.peer == address || isSentToSeveral(event, address))
                for (const EntryTrace& trace : tracesOf(event))
                    news.merged.push_back(trace);
            return true;
        });
        return news;
    };
    thread.run(&q, work, [this](News news) {
        std::erase_if(news.traces, [this](const EntryTrace& trace) {
            return trace.key.part == EntryKey::decomposed &&
                   !index.contains(EntryKey(trace.key.objectId(), 1));
        });
        add(news.traces);
        for (const EntryTrace& trace : news.merged) {
            const int at = index.indexOf(trace.key);
            if (at < 0)
                continue;
            const Slot slot = index.slotAt(at);
            dirty.insert(slot);
            if (cache.contains(slot))
                wish(slot);
        }
    });
}

void Conversation::Private::readFromRest(const EntryWish& wish, ConversationEntry partial) {
    if (restReads >= mostRestReads) {
        // Later, when one of those under way has come back.
        reading.remove(wish.slot);
        wishes.push_back(wish.slot);
        return;
    }
    ++restReads;
    const auto done = [this, wish, partial = std::move(partial)](const auto& result, auto take) {
        --restReads;
        ConversationEntry entry = partial;
        if (result)
            take(entry, result->toJson());
        keep(wish, std::move(entry));
        if (!wishes.empty() && !wishTimer.isActive())
            wishTimer.start();
    };
    const QString id = wish.key.objectId();
    if (wish.kind == ConversationEntry::Kind::Request) {
        const auto take = [done](const ConnectorResult<connector::Request>& request) {
            done(request, &entrybuilder::takeRequest);
        };
        if (wish.isOwn)
            connector::whenFinished(client->outgoingRequests().get(id), &q, take);
        else
            connector::whenFinished(client->incomingRequests().get(id), &q, take);
        return;
    }
    connector::whenFinished(client->messages().get(id), &q,
                            [done](const ConnectorResult<connector::Message>& message) {
                                done(message, &entrybuilder::takeMessage);
                            });
}

} // namespace meshwatch
