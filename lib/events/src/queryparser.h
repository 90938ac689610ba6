// SPDX-License-Identifier: MIT
#pragma once

#include "querynode.h"

namespace meshwatch {

/// Reads the text of a filter into a tree; docs/query.md has the grammar.
class QueryParser {
public:
    QueryParser(const QString& text, Micros now)
        : m_text(text), m_now(now) {}
    [[nodiscard]] Result<query::NodePointer, QueryError> parse();

private:
    using Node = Query::Node;
    [[nodiscard]] query::NodePointer parseOr();
    [[nodiscard]] query::NodePointer parseAnd();
    [[nodiscard]] query::NodePointer parseUnary();
    [[nodiscard]] query::NodePointer parsePrimary();
    [[nodiscard]] query::NodePointer parseTerm();
    void parseValues(Node& node, const QString& fieldName);
    void readValue(Node& node, const QString& fieldName);
    void readText(QueryValue& value);
    void interpret(Node& node, QueryValue& value, qsizetype at);
    void compileExpression(QueryValue& value, qsizetype at);
    void readTime(QueryValue& value, qsizetype at);

    void skipBlanks();
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] bool takeWord(QLatin1String word);
    [[nodiscard]] std::optional<QueryOperator> takeOperator();
    void fail(qsizetype at, qsizetype length, const QString& message);

    const QString m_text;
    const Micros m_now;
    qsizetype m_at = 0;
    int m_depth = 0;
    std::optional<QueryError> m_error;
};

} // namespace meshwatch
