// SPDX-License-Identifier: MIT
#pragma once

#include "conversationindex.h"

namespace meshwatch {

/// Which entry to read, and from which events.
struct EntryWish {
    ConversationIndex::Slot slot = 0;
    EntryKey key;
    Micros time;
    ConversationEntry::Kind kind = ConversationEntry::Kind::Other;
    bool isOwn = false;
    std::vector<EventSeq> seqs;
    QString answeredBy; ///< id of the Mail that answers an own one
    EventSeq answerSeq; ///< an event of that Mail; 0 if it is known from REST alone
};

/// Makes whole entries from their events or, for what the store no longer has, from REST objects.
namespace entrybuilder {

/// Without any event left the entry has neither message nor request: it is to be asked of REST.
[[nodiscard]] ConversationEntry fromEvents(const EventReader& reader, const EntryWish& wish);
/// Takes a message or Request of REST into an entry.
void takeMessage(ConversationEntry& entry, const QJsonObject& message);
void takeRequest(ConversationEntry& entry, const QJsonObject& request);

} // namespace entrybuilder
} // namespace meshwatch
