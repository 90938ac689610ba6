// SPDX-License-Identifier: MIT
#pragma once

#include "eventreader_p.h"

namespace meshwatch {

/// Goes through the events that match a filter: what columns say is asked of SQLite, the rest of the filter.
/// Where only free text decides, it reads nothing but bodies, and the rest of those that have it.
class EventReader::Private::Matches {
public:
    Matches(Private& reader, const Query& query, Order order);

    /// Goes on with these numbers.
    void begin(qint64 low, qint64 high);
    /// To the next event that may match; false at the end, or with the reader's failure.
    [[nodiscard]] bool next() { return m_reader.next(m_find); }
    /// Of the event that next() came to.
    [[nodiscard]] EventSeq seq() const { return {m_find.integer(0)}; }
    [[nodiscard]] bool isMatch();
    /// About how many bytes have been read of it.
    [[nodiscard]] qsizetype looked() const;

private:
    [[nodiscard]] QByteArrayView body() const;
    [[nodiscard]] bool isMatchBesideBody();

    Private& m_reader;
    const Query& m_query;
    const Query::Sql m_sql;
    const Query::Node* m_text = nullptr; ///< set: bodies are read first
    sqlite::Statement m_find;
    sqlite::Statement m_findRest; ///< what m_find left unread
};

} // namespace meshwatch
