// SPDX-License-Identifier: MIT
#pragma once

#include "entrytrace.h"

#include <QHash>
#include <QVarLengthArray>

#include <array>
#include <deque>
#include <functional>
#include <optional>

namespace meshwatch {

/// The entries of a conversation in their order, each as a small record; what events tell of one object
/// becomes one entry. Knows nothing of threads and stores.
class ConversationIndex {
public:
    using Kind = ConversationEntry::Kind;
    /// Number of an entry that stays when others are inserted before it.
    using Slot = quint32;

    /// About a hundred bytes; events beyond the third are on the heap.
    struct Record {
        EntryKey key;
        Micros time;
        QVarLengthArray<qint64, 3> seqs;
        Kind kind = Kind::Other;
        quint8 rank = 0;
        ConversationEntry::Outcome outcome = ConversationEntry::Outcome::Pending;
        EntryTrace::TimeOf timeOf = EntryTrace::TimeOf::Answer;
        bool isOwn = false;
    };
    struct Observer {
        std::function<void(int first, int count)> inserted; ///< indices after this insertion
        std::function<void(Slot)> changed;
        std::function<void()> reset;
    };

    /// Unites what is told with what is known. Entries keep their place once they have one: a Request whose
    /// message comes later stays where it is.
    void add(const EntryTraces& traces, const Observer& observer);

    [[nodiscard]] int count() const { return int(m_order.size()); }
    [[nodiscard]] Slot slotAt(int index) const { return m_order[size_t(index)]; }
    [[nodiscard]] const Record& record(Slot slot) const { return m_records[slot]; }
    [[nodiscard]] const Record& at(int index) const { return m_records[slotAt(index)]; }
    [[nodiscard]] int indexOf(Slot slot) const;
    /// By entry or by the message that carried a Request; -1 if unknown.
    [[nodiscard]] int indexOf(const EntryKey& key) const;
    [[nodiscard]] bool contains(const EntryKey& key) const { return m_slots.find(key).has_value(); }
    /// The Mail by which the peer answered an own Mail: the next one; -1 if there is none yet.
    [[nodiscard]] int answerTo(int index) const;

private:
    /// A hash that grows in small steps: one of a hundred thousand entries would hold the thread while it
    /// moves them all.
    class SlotMap {
    public:
        [[nodiscard]] std::optional<Slot> find(const EntryKey& key) const {
            const auto& part = m_parts[partOf(key)];
            const auto it = part.constFind(key);
            return it == part.constEnd() ? std::nullopt : std::optional(*it);
        }
        void insert(const EntryKey& key, Slot slot) { m_parts[partOf(key)].insert(key, slot); }

    private:
        static size_t partOf(const EntryKey& key) { return qHash(key, 0x5eed) % parts; }
        static constexpr size_t parts = 64;
        std::array<QHash<EntryKey, Slot>, parts> m_parts;
    };

    [[nodiscard]] bool unite(Record& record, const EntryTrace& trace, bool isPlaced);
    [[nodiscard]] bool isBefore(Slot a, Slot b) const;
    void place(std::vector<Slot> added, const Observer& observer);
    void tellAnswered(int first, int count, const Observer& observer) const;

    std::deque<Record> m_records; ///< by slot; growing moves none
    std::vector<Slot> m_order;    ///< by time
    SlotMap m_slots;
    SlotMap m_requestOfMessage;
};

} // namespace meshwatch
