// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/request.h>
#include <meshwatch/events/eventreader.h>
#include <meshwatch/messaging/conversationentry.h>

#include <array>
#include <cstring>
#include <vector>

namespace meshwatch {

/// What an entry is found by: the object's id (20 characters, reference rest-api 1.6) and, of a relationship,
/// which change.
struct EntryKey {
    std::array<char, 22> id{};
    quint16 part = 0;

    /// Parts of a relationship's changes that its audit log does not count.
    static constexpr quint16 decomposed = 0xffff;
    static constexpr quint16 aboutPeer = 0x8000; ///< with the lowest bits of the event's number

    EntryKey() = default;
    explicit EntryKey(QStringView text, quint16 partOf = 0);
    [[nodiscard]] QString objectId() const;
    /// "MSG…", "REL…/2".
    [[nodiscard]] QString text() const;
    auto operator<=>(const EntryKey&) const = default;
    friend size_t qHash(const EntryKey& key, size_t seed) {
        return qHashBits(key.id.data(), key.id.size(), seed) ^ key.part;
    }
};

/// What one event, or one object of the REST API, tells of one entry of a conversation.
struct EntryTrace {
    /// Which time an entry is ordered by, if several are known: the last of these.
    enum class TimeOf : quint8 { Answer, Request, Message };

    EntryKey key;
    EntryKey message; ///< that carried a Request; else empty
    qint64 seq = 0;   ///< 0: from REST
    Micros time;
    ConversationEntry::Kind kind = ConversationEntry::Kind::Other;
    TimeOf timeOf = TimeOf::Message;
    bool isOwn = false;
    quint8 rank = 0; ///< of a Request: how far it is, requestRank()
    ConversationEntry::Outcome outcome = ConversationEntry::Outcome::Pending;
};
using EntryTraces = std::vector<EntryTrace>;

/// States of a Request in the order in which it can take them; what is later counts. An answer made before
/// the end completes an expired one.
[[nodiscard]] quint8 requestRank(const QString& status);

/// Is the entry's event about an exchange with a peer at all? Others carry attributes, files, …
[[nodiscard]] bool isOfConversation(QByteArrayView trigger);
/// The entries that an event tells of; the body must be there.
[[nodiscard]] EntryTraces tracesOf(const EventReader::Glance& event);
/// The same of a message or Request as REST lists it.
void addTracesOfMessage(EntryTraces& traces, const QJsonObject& message, qint64 seq);
void addTracesOfRequest(EntryTraces& traces, const QJsonObject& request, qint64 seq);

} // namespace meshwatch
