// SPDX-License-Identifier: MIT
#pragma once

#include "conversationindex.h"
#include "entrybuilder.h"
#include "resthistory.h"
#include "storethread.h"

#include <meshwatch/messaging/conversation.h>

#include <QCache>
#include <QSet>
#include <QTimer>

namespace meshwatch {

/// Reading of one conversation: first what the store has, newest first; then what was sent to several at once
/// and is filed under another peer; then what only REST still has; and always what comes.
class Conversation::Private {
public:
    using Slot = ConversationIndex::Slot;
    /// What reading a stretch of the store gave.
    struct Stretch {
        EntryTraces traces;
        EventSeq next;  ///< where to go on downwards; 0 at the end
        EventSeq first; ///< oldest event of the store, and when it arrived
        Micros firstReceived;
    };

    Private(Conversation& conversation, EventStore& eventStore, ConnectorClient* connectorClient,
            ConnectionId connectionId, QString peerAddress);

    void readHistory(EventSeq from);
    void readSentToSeveral(EventSeq from);
    void readRest();
    void readRelationships();
    void takeRelationships(const ConnectorResult<std::vector<connector::Relationship>>& list);
    void takeNews();
    void finishReading();

    void add(const EntryTraces& traces);
    void noteRelationships(const EntryTraces& traces);
    void updateGone();

    void wish(Slot slot);
    void readWishes();
    void readFromRest(const EntryWish& wish, ConversationEntry partial);
    void keep(const EntryWish& wish, ConversationEntry entry);
    [[nodiscard]] EntryWish wishFor(Slot slot) const;

    Conversation& q;
    EventStore& store;
    ConnectorClient* client;
    const ConnectionId connection;
    const QString peer;

    ConversationIndex index;
    QCache<Slot, ConversationEntry> cache;
    QSet<Slot> dirty;   ///< in the cache, and changed since
    QSet<Slot> reading; ///< asked of the thread or REST
    std::vector<Slot> wishes;
    int restReads = 0;
    QHash<QString, SendResult> accepted; ///< our own posts by message id

    bool isReading = false;
    bool isGone = false;
    Stretch store0;            ///< what the first stretch said of the store's beginning
    QSet<EntryKey> decomposed; ///< relationships, with part 0
    EntryKey newestRelationship;
    Micros newestRelationshipTime;
    Micros restAskedAt;
    bool restHasNone = false; ///< REST answered and knows no relationship with the peer
    Micros relationshipBegan;

    EventSeq newsFirst, newsLast;
    QList<EventSeq> mergedSeqs;
    QTimer newsTimer, wishTimer;
    bool isAskingRelationships = false;
    bool restWaits = false; ///< for the answer to that
    std::unique_ptr<RestHistory> rest;
    StoreThread thread; ///< last: ends before what it reports to
};

} // namespace meshwatch
