// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/events/eventcatalogue.h>
#include <meshwatch/events/query.h>

#include <QRegularExpression>

#include <vector>

namespace meshwatch {

/// A field that a term can ask for, by the name it is written with.
enum class QueryField {
    Text, Trigger, Family, Object, Peer, Connection, Via, Since, Until, Lag, Created, Received, Seq, State,
    Correlation, Is, Has, Data, Size
};

enum class QueryOperator { Matches, Equals, Differs, Contains, Greater, GreaterOrEqual, Less, LessOrEqual };

/// One value of a term, read as the field wants it.
struct QueryValue {
    QString text;
    QByteArray utf8;              ///< as written
    QByteArray lower;             ///< ASCII letters in lower case
    double number = 0;            ///< micros, bytes, sequence number or plain number
    bool isNumber = false;
    bool isQuoted = false;        ///< then `*` is a star
    bool isRegularExpression = false;
    QRegularExpression expression;
};

/// The tree of a Query. Never changes after parsing, so threads share it.
class Query::Node {
public:
    enum class Kind { All, And, Or, Not, Term };
    Kind kind = Kind::All;
    std::vector<std::shared_ptr<const Node>> children;

    QueryField field = QueryField::Text;
    QueryOperator op = QueryOperator::Matches;
    QString path;                 ///< of a data field, without "data."
    std::vector<QueryValue> values;
};

namespace query {

using NodePointer = std::shared_ptr<const Query::Node>;

/// Does `text` match `pattern`, in which `*` stands for any number of bytes? Compares bytes.
[[nodiscard]] bool matchesWildcard(QByteArrayView pattern, QByteArrayView text);
/// The bytes with ASCII letters in lower case; others stay, so that SQL's lower() gives the same.
[[nodiscard]] QByteArray lowered(QByteArrayView text);
/// Does `text` hold `needle` whatever the case? `lowerNeedle` is lowered().
[[nodiscard]] bool containsText(QByteArrayView text, const QueryValue& needle);

struct FieldName {
    const char* name;
    QueryField field;
    const char* hint; ///< for completion, to be translated
};
[[nodiscard]] const std::vector<FieldName>& fieldNames();

} // namespace query
} // namespace meshwatch
