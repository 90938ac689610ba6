// SPDX-License-Identifier: MIT
#pragma once

#include "querynode.h"

#include <QCoreApplication>

namespace meshwatch {

/// Reads the text of a filter into a tree; docs/query.md has the grammar. Goes on until the first error.
class QueryParser {
    Q_DECLARE_TR_FUNCTIONS(Query)
public:
    QueryParser(const QString& text, Micros now)
        : m_text(text)
        , m_now(now) {}
    [[nodiscard]] Result<query::NodePointer, QueryError> parse();

private:
    using Node = Query::Node;
    [[nodiscard]] query::NodePointer parseOr();
    [[nodiscard]] query::NodePointer parseAnd();
    [[nodiscard]] query::NodePointer parseUnary();
    [[nodiscard]] query::NodePointer parsePrimary();
    [[nodiscard]] query::NodePointer parseTerm();
    bool readField(Node& node, query::Comparing& comparing);
    void readFreeText(Node& node);
    void readValue(Node& node, query::Comparing comparing, const QString& fieldName);
    void readQuoted(QueryValue& value);
    void readExpression(QueryValue& value);
    void interpret(const Node& node, query::Comparing comparing, QueryValue& value, qsizetype at);
    void readWord(const Node& node, const QueryValue& value, qsizetype at);
    void readMoment(QueryValue& value, qsizetype at);
    void readLag(QueryValue& value, qsizetype at);
    void readNumber(const Node& node, QueryValue& value, qsizetype at);

    void skipBlanks();
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] bool isAt(char c) const { return !atEnd() && m_text[m_at] == QLatin1Char(c); }
    [[nodiscard]] bool startsWithWord(QLatin1String word) const;
    [[nodiscard]] bool takeWord(QLatin1String word);
    [[nodiscard]] bool takeOperator(QueryOperator& into);
    void fail(qsizetype at, qsizetype length, const QString& message);
    void checkOperator(QueryOperator op, const QString& name, query::Comparing comparing, qsizetype at);
    void failUnknownField(qsizetype at, const QString& name);
    void countValue(qsizetype at);

    const QString m_text;
    const Micros m_now;
    qsizetype m_at = 0;
    int m_depth = 0;
    int m_values = 0;
    std::optional<QueryError> m_error;
};

} // namespace meshwatch
