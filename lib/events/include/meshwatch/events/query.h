// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/micros.h>
#include <meshwatch/core/result.h>
#include <meshwatch/events/channel.h>

#include <QList>
#include <QStringList>
#include <QVariant>

#include <functional>
#include <limits>
#include <memory>

namespace meshwatch {

/// Where and why a filter cannot be read.
struct QueryError {
    qsizetype position = 0; ///< of the first character in question, from 0
    qsizetype length = 0;   ///< how many characters to underline; 0 at the end of the text
    QString message;        ///< translated: what was found and what was expected
};

/// What Query::matches() looks at: one event, without owning any of it.
struct QueryRow {
    qint64 seq = 0;
    Micros receivedAt;
    Micros createdAt;
    Channels channels;
    bool isRecovered = false;
    int arrivals = 1;
    QStringView connection; ///< name
    QByteArrayView trigger;
    QByteArrayView object;
    QByteArrayView peer; ///< address
    QStringView peerName;
    QByteArrayView correlationId;
    QByteArrayView state;
    QByteArrayView body; ///< may be null where Sql::isComplete
};

/// A filter: `trigger:transport.message* peer:"Hana Weiss" -via:sync since:30m
/// data.content.subject~certificate "free text"` with `and`, `or`, `not` and parentheses. docs/query.md is
/// its reference.
///
/// Parsed once to a tree; the tree becomes SQL as far as columns go and looks at the rest itself. The same
/// tree matches an event in memory. Copies share the tree.
class Query {
public:
    Query(); ///< matches everything

    /// Relative times ("since:30m") count from `now`.
    [[nodiscard]] static Result<Query, QueryError> parse(const QString& text, Micros now = Micros::now());

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] QString text() const;

    /// A condition on the store's table `events` (with `triggers`, `peers`, `connections`, `bodies` beside
    /// it) that every matching event fulfils. Positive conditions are written so that indexes serve them.
    struct Sql {
        QByteArray where;         ///< "1" if columns say nothing; `?` for each binding
        QList<QVariant> bindings; ///< qint64, or QByteArray: text in UTF-8
        bool isComplete = false;  ///< true: what fulfils it matches; false: ask matches() too
        bool needsBody = false;   ///< matches() looks into the body
    };
    [[nodiscard]] Sql toSql() const;

    [[nodiscard]] bool matches(const QueryRow& row) const;

    /// One proposal of complete(): the text from `from` to the cursor becomes `text`.
    struct Completion {
        qsizetype from = 0;
        QString text;
        QString hint; ///< translated, what it means; may be empty
    };
    /// What may stand at the cursor. `values` gives known values of a field ("trigger", "peer",
    /// "connection").
    [[nodiscard]] static QList<Completion>
    complete(const QString& text, qsizetype cursor,
             const std::function<QStringList(const QString& field)>& values);

    class Node; ///< the tree; known to the implementation only

    struct Times {
        Micros first{std::numeric_limits<qint64>::min()};
        Micros last{std::numeric_limits<qint64>::max()};
    };
    /// Every match was received between these, both included.
    [[nodiscard]] Times receivedBetween() const;
    /// Free text that every match has in its body, or in the name of its trigger or peer; null if the filter
    /// asks for none such.
    [[nodiscard]] const Node* commonText() const;

private:
    std::shared_ptr<const Node> m_root;
    QString m_text;
};

} // namespace meshwatch
