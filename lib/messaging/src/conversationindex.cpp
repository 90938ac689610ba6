// SPDX-License-Identifier: MIT
#include "conversationindex.h"

#include <algorithm>

namespace meshwatch {

namespace {

/// More separate places than this are told of as a reset: each moves what is behind it.
constexpr size_t mostRuns = 64;
/// An own Mail further back than this is not looked for when the peer answers.
constexpr int mostUnanswered = 1000;

} // namespace

bool ConversationIndex::isBefore(Slot a, Slot b) const {
    const Record& left = m_records[a];
    const Record& right = m_records[b];
    return left.time != right.time ? left.time < right.time : left.key < right.key;
}

/// False if the record knew all of it.
bool ConversationIndex::unite(Record& record, const EntryTrace& trace, bool isPlaced) {
    bool isNew = false;
    if (trace.seq != 0 && !record.seqs.contains(trace.seq)) {
        record.seqs.append(trace.seq);
        isNew = true;
    }
    if (trace.rank > record.rank) {
        record.rank = trace.rank;
        isNew = true;
    }
    using Outcome = ConversationEntry::Outcome;
    if (trace.outcome != Outcome::Pending && record.outcome != trace.outcome &&
        (record.outcome == Outcome::Pending || record.outcome == Outcome::Expired)) {
        record.outcome = trace.outcome;
        isNew = true;
    }
    if (!isPlaced && trace.timeOf >= record.timeOf) {
        record.timeOf = trace.timeOf;
        record.time = trace.time;
        record.isOwn = trace.isOwn;
    }
    return isNew;
}

void ConversationIndex::add(const EntryTraces& traces, const Observer& observer) {
    const Slot firstNew = Slot(m_records.size());
    std::vector<Slot> changed;
    for (const EntryTrace& trace : traces) {
        const auto known = m_slots.find(trace.key);
        const Slot slot = known.value_or(Slot(m_records.size()));
        if (!known) {
            Record& record = m_records.emplace_back();
            record.key = trace.key;
            record.kind = trace.kind;
            record.isOwn = trace.isOwn;
            record.time = trace.time;
            m_slots.insert(trace.key, slot);
        }
        if (trace.message != EntryKey())
            m_requestOfMessage.insert(trace.message, slot);
        if (unite(m_records[slot], trace, slot < firstNew) && slot < firstNew)
            changed.push_back(slot);
    }
    std::vector<Slot> added;
    for (Slot slot = firstNew; slot < m_records.size(); ++slot)
        added.push_back(slot);
    place(std::move(added), observer);
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    for (const Slot slot : changed)
        observer.changed(slot);
}

void ConversationIndex::place(std::vector<Slot> added, const Observer& observer) {
    const auto before = [this](Slot a, Slot b) { return isBefore(a, b); };
    std::sort(added.begin(), added.end(), before);
    // Where each belongs among the entries that are there; those with one place are one run.
    struct Run {
        size_t at;
        size_t from, to; // in `added`
    };
    std::vector<Run> runs;
    for (size_t i = 0; i < added.size(); ++i) {
        const auto at = std::lower_bound(m_order.begin(), m_order.end(), added[i], before) - m_order.begin();
        if (runs.empty() || runs.back().at != size_t(at))
            runs.push_back({size_t(at), i, i});
        ++runs.back().to;
    }
    if (runs.size() > mostRuns) {
        const auto middle = m_order.insert(m_order.end(), added.begin(), added.end());
        std::inplace_merge(m_order.begin(), middle, m_order.end(), before);
        observer.reset();
        return;
    }
    size_t shift = 0;
    for (const Run& run : runs) {
        const size_t at = run.at + shift;
        m_order.insert(m_order.begin() + qsizetype(at), added.begin() + qsizetype(run.from),
                       added.begin() + qsizetype(run.to));
        shift += run.to - run.from;
        observer.inserted(int(at), int(run.to - run.from));
    }
    for (size_t i = 0, moved = 0; i < runs.size(); ++i) {
        const int length = int(runs[i].to - runs[i].from);
        tellAnswered(int(runs[i].at + moved), length, observer);
        moved += size_t(length);
    }
}

/// A new Mail of the peer answers the own ones before it, up to the peer's Mail before those.
void ConversationIndex::tellAnswered(int first, int count, const Observer& observer) const {
    const auto isAnswer = [this](int index) { return at(index).kind == Kind::Mail && !at(index).isOwn; };
    int answer = first;
    while (answer < first + count && !isAnswer(answer))
        ++answer;
    if (answer == first + count)
        return;
    const int last = qMax(0, first - mostUnanswered);
    for (int i = first - 1; i >= last && !isAnswer(i); --i) {
        if (at(i).kind == Kind::Mail)
            observer.changed(slotAt(i));
    }
}

int ConversationIndex::indexOf(Slot slot) const {
    const auto it = std::lower_bound(m_order.begin(), m_order.end(), slot,
                                     [this](Slot a, Slot b) { return isBefore(a, b); });
    return it != m_order.end() && *it == slot ? int(it - m_order.begin()) : -1;
}

int ConversationIndex::indexOf(const EntryKey& key) const {
    auto slot = m_slots.find(key);
    if (!slot)
        slot = m_requestOfMessage.find(key);
    return slot ? indexOf(*slot) : -1;
}

int ConversationIndex::answerTo(int index) const {
    if (at(index).kind != Kind::Mail || !at(index).isOwn)
        return -1;
    const int end = qMin(count(), index + mostUnanswered);
    for (int i = index + 1; i < end; ++i) {
        if (at(i).kind == Kind::Mail && !at(i).isOwn)
            return i;
    }
    return -1;
}

} // namespace meshwatch
