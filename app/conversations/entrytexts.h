// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/events/event.h>
#include <meshwatch/messaging/conversationentry.h>

#include <QColor>
#include <QCoreApplication>
#include <QDate>
#include <QTimeZone>

namespace meshwatch {

/// What an entry of a conversation says in words, for the eye and for screen readers.
class EntryTexts {
    Q_DECLARE_TR_FUNCTIONS(EntryTexts)
public:
    /// "21:09:58 · accepted by Connector +38 ms · messageSent +112 ms · answered 21:14:06".
    [[nodiscard]] static QString meta(const ConversationEntry& entry, const QTimeZone& zone);
    /// The event that proves most of it; none if only REST tells of the entry.
    [[nodiscard]] static EventSeq mainEvent(const ConversationEntry& entry);
    /// "messageSent · 21:09:58": for a menu.
    [[nodiscard]] static QString ofProof(const Proof& proof, const QTimeZone& zone);
    /// "Today", "Yesterday", "Friday, 3 October 2026".
    [[nodiscard]] static QString day(const QDate& date);
    [[nodiscard]] static QDate dateOf(Micros time, const QTimeZone& zone);

    /// State of a Request in a word, and its colour.
    [[nodiscard]] static QString outcome(const ConversationEntry& entry);
    [[nodiscard]] static QColor outcomeColour(const ConversationEntry& entry);
    /// What an item wants to do: "Read", "Consent", …
    [[nodiscard]] static QString verb(const QString& itemType);
    /// "✓ accepted", and its colour.
    [[nodiscard]] static QString result(const ConversationEntry::ItemResult& item);
    [[nodiscard]] static QColor resultColour(const ConversationEntry::ItemResult& item);
    /// What was answered to an item, if it is short enough to be shown; else empty.
    [[nodiscard]] static QString answer(const ConversationEntry::ItemResult& item);

    /// The whole entry as one text for screen readers.
    [[nodiscard]] static QString accessible(const ConversationEntry& entry, const QString& peerName,
                                            const QTimeZone& zone);
    /// The whole entry for the clipboard and the window that shows all of a text.
    [[nodiscard]] static QString whole(const ConversationEntry& entry);
};

} // namespace meshwatch
