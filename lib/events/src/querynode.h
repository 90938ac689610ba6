// SPDX-License-Identifier: MIT
#pragma once

#include "bytefinder.h"

#include <meshwatch/events/eventcatalogue.h>
#include <meshwatch/events/query.h>

#include <QRegularExpression>

#include <vector>

namespace meshwatch {

/// A field that a term can ask for.
enum class QueryField {
    Text,
    Trigger,
    Family,
    Object,
    Peer,
    Connection,
    Via,
    Since,
    Until,
    Lag,
    Created,
    Received,
    Seq,
    State,
    Correlation,
    Is,
    Has,
    Data,
    Size
};

/// Differs is read only: the tree says “not” and Matches.
enum class QueryOperator { Matches, Equals, Differs, Contains, Greater, GreaterOrEqual, Less, LessOrEqual };

/// Text to look for in texts of any length, whatever the case.
struct QueryNeedle {
    QString text;
    bool isAscii = true;
    ByteFinder finder; ///< of the whole text if that is ASCII, else of its longest ASCII part

    QueryNeedle() = default;
    explicit QueryNeedle(const QString& wanted);
    [[nodiscard]] bool isIn(QByteArrayView utf8) const;
};

/// One value of a term, read as the field wants it.
struct QueryValue {
    QString text;
    bool isQuoted = false; ///< then `*` is a star
    bool isRegularExpression = false;
    QRegularExpression expression;

    QByteArray utf8;   ///< as written
    QByteArray folded; ///< query::folded(utf8)
    bool isAscii = true;
    QueryNeedle needle;
    QueryNeedle escapedNeedle; ///< as JSON writes the text, where that differs; else empty

    qint64 number = 0;      ///< micros, bytes, sequence number
    qint64 numberEnd = 0;   ///< first number that `:` does not mean any more: a day has a length
    bool isInstant = false; ///< for < and > it is `number` alone: "2s" has no length there
    double real = 0;        ///< of a data field
    bool isNumber = false;
};

/// The tree of a Query. Never changes after parsing, so threads share it.
class Query::Node {
public:
    enum class Kind { All, And, Or, Not, Term };
    Kind kind = Kind::All;
    std::vector<std::shared_ptr<const Node>> children;

    QueryField field = QueryField::Text;
    QueryOperator op = QueryOperator::Matches;
    QStringList path; ///< steps of a data field, without "data"
    std::vector<QueryValue> values;

    [[nodiscard]] bool isWildcard(const QueryValue& value) const {
        return op == QueryOperator::Matches && !value.isQuoted && value.utf8.contains('*');
    }
};

namespace query {

using NodePointer = std::shared_ptr<const Query::Node>;

/// Does `text` match `pattern`, in which `*` stands for any number of bytes? Compares bytes.
[[nodiscard]] bool matchesWildcard(QByteArrayView pattern, QByteArrayView text);

/// Is one of the texts of a term of free text in a body? In a name, of a trigger or a peer?
[[nodiscard]] bool isInBody(const Query::Node& text, QByteArrayView body);
[[nodiscard]] bool isInName(const Query::Node& text, QByteArrayView name);

/// Text without case. ASCII letters fold among themselves only, so that SQL's lower() and GLOB, which know no
/// others, let through all that a comparison of folded texts accepts.
[[nodiscard]] QByteArray folded(QByteArrayView utf8);
[[nodiscard]] bool isAscii(QByteArrayView text);

/// Which operators a field understands.
enum class Comparing { Texts, Words, Moment, Times, Durations, Numbers, Values };

struct FieldName {
    const char* name;
    QueryField field;
    Comparing comparing;
    const char* hint; ///< for completion, to be translated
};
[[nodiscard]] const std::vector<FieldName>& fieldNames();
[[nodiscard]] const FieldName* findField(const QString& name);
/// The words that a field of Comparing::Words knows.
[[nodiscard]] QStringList words(QueryField field);

} // namespace query
} // namespace meshwatch
