// SPDX-License-Identifier: MIT
#include "querynode.h"

#include "queryvalues.h"

namespace meshwatch {

namespace {

using Node = Query::Node;
using Sql = Query::Sql;

/// A condition that says nothing; the body decides.
Sql open(bool needsBody) { return {"1", {}, false, needsBody}; }

/// GLOB's form of a text in which only `*` is special.
QByteArray globbed(const QueryValue& value, bool inLower) {
    QByteArray glob;
    for (const char c : inLower ? value.lower : value.utf8) {
        if (c == '[' || c == '?' || (c == '*' && value.isQuoted))
            glob.append('[').append(c).append(']');
        else
            glob.append(c);
    }
    return glob;
}

/// One text column against one value.
QByteArray textCondition(const QByteArray& column, QueryOperator op, const QueryValue& value, bool hasCase, Sql& sql) {
    const QByteArray left = hasCase ? column : "lower(" + column + ')';
    const bool isWild = op == QueryOperator::Matches && !value.isQuoted && value.utf8.contains('*');
    if (op == QueryOperator::Contains) {
        sql.bindings.append(value.lower);
        return "instr(lower(" + column + "), ?) > 0";
    }
    if (isWild) {
        sql.bindings.append(globbed(value, !hasCase));
        return left + " GLOB ?";
    }
    sql.bindings.append(hasCase ? value.utf8 : value.lower);
    return left + " = ?";
}

/// One of the values; Differs: none of them. NULL columns count as unequal to everything.
Sql texts(const Node& node, const QByteArrayList& columns, bool hasCase, const QByteArray& wrapBefore = {},
          const QByteArray& wrapAfter = {}) {
    Sql sql;
    sql.isComplete = true;
    QByteArrayList parts;
    for (const QueryValue& value : node.values) {
        if (value.isRegularExpression)
            return open(false);
        for (const QByteArray& column : columns)
            parts.append(textCondition(column, node.op, value, hasCase, sql));
    }
    const QByteArray any = wrapBefore + parts.join(" OR ") + wrapAfter;
    sql.where = QByteArray(node.op == QueryOperator::Differs ? "NOT " : "") + "coalesce((" + any + "), 0)";
    return sql;
}

const char* comparison(QueryOperator op) {
    switch (op) {
    case QueryOperator::Greater:
        return ">";
    case QueryOperator::GreaterOrEqual:
        return ">=";
    case QueryOperator::Less:
        return "<";
    case QueryOperator::LessOrEqual:
        return "<=";
    case QueryOperator::Differs:
        return "<>";
    default:
        return "=";
    }
}

Sql numbers(const Node& node, const QByteArray& expression, const QByteArray& condition = "1") {
    Sql sql;
    sql.isComplete = true;
    QByteArrayList parts;
    for (const QueryValue& value : node.values) {
        parts.append(expression + ' ' + comparison(node.op) + " ?");
        sql.bindings.append(qint64(value.number));
    }
    sql.where = '(' + condition + " AND (" + parts.join(node.op == QueryOperator::Differs ? " AND " : " OR ") + "))";
    return sql;
}

Sql flags(const Node& node, const std::vector<std::pair<QString, QByteArray>>& conditions) {
    Sql sql;
    sql.isComplete = true;
    QByteArrayList parts;
    for (const QueryValue& value : node.values) {
        for (const auto& [name, condition] : conditions) {
            if (value.text.compare(name, Qt::CaseInsensitive) == 0)
                parts.append(condition);
        }
        if (parts.isEmpty())
            return open(true);
    }
    sql.where = QByteArray(node.op == QueryOperator::Differs ? "NOT " : "") + '(' + parts.join(" OR ") + ')';
    return sql;
}

Sql channels(const Node& node) {
    Sql sql;
    sql.isComplete = true;
    quint32 bits = 0;
    for (const QueryValue& value : node.values)
        bits |= Channels(*channelFromName(value.text)).bits();
    sql.bindings.append(qint64(bits));
    sql.where = node.op == QueryOperator::Differs ? "(channels & ?) = 0" : "(channels & ?) <> 0";
    return sql;
}

Sql ofTerm(const Node& node) {
    switch (node.field) {
    case QueryField::Trigger:
        return texts(node, {"name"}, false, "trigger_id IN (SELECT id FROM triggers WHERE ", ")");
    case QueryField::Peer:
        return texts(node, {"name", "address"}, false, "peer_id IN (SELECT id FROM peers WHERE ", ")");
    case QueryField::Connection:
        return texts(node, {"name"}, false, "connection_id IN (SELECT id FROM connections WHERE ", ")");
    case QueryField::Object:
        return texts(node, {"object"}, true);
    case QueryField::Correlation:
        return texts(node, {"correlation"}, true);
    case QueryField::State:
        return texts(node, {"state"}, false);
    case QueryField::Via:
        return channels(node);
    case QueryField::Since:
        return {"received >= ?", {qint64(node.values.front().number)}, true, false};
    case QueryField::Until:
        return {"received < ?", {qint64(node.values.front().number)}, true, false};
    case QueryField::Received:
        return numbers(node, "received");
    case QueryField::Created:
        return numbers(node, "created", "created > 0");
    case QueryField::Lag:
        return numbers(node, "(received - created)", "created > 0 AND recovered = 0");
    case QueryField::Seq:
        return numbers(node, "events.seq");
    case QueryField::Is:
        return flags(node, {{QStringLiteral("recovered"), "recovered = 1"}, {QStringLiteral("merged"), "arrivals > 1"}});
    case QueryField::Has:
        return flags(node, {{QStringLiteral("object"), "object IS NOT NULL"},
                            {QStringLiteral("peer"), "peer_id IS NOT NULL"},
                            {QStringLiteral("time"), "created > 0"},
                            {QStringLiteral("correlation"), "correlation IS NOT NULL"}});
    case QueryField::Family:
        return open(false);
    case QueryField::Text:
    case QueryField::Data:
    case QueryField::Size:
        break;
    }
    return open(true);
}

Sql ofNode(const Node& node) {
    switch (node.kind) {
    case Node::Kind::All:
        return {"1", {}, true, false};
    case Node::Kind::Term:
        return ofTerm(node);
    case Node::Kind::Not: {
        Sql inner = ofNode(*node.children.front());
        // What the columns let through too generously must not be excluded.
        if (!inner.isComplete)
            return open(inner.needsBody);
        inner.where = "NOT (" + inner.where + ')';
        return inner;
    }
    case Node::Kind::And:
    case Node::Kind::Or:
        break;
    }
    Sql all;
    all.isComplete = true;
    QByteArrayList parts;
    for (const auto& child : node.children) {
        const Sql one = ofNode(*child);
        parts.append('(' + one.where + ')');
        all.bindings.append(one.bindings);
        all.isComplete = all.isComplete && one.isComplete;
        all.needsBody = all.needsBody || one.needsBody;
    }
    all.where = parts.join(node.kind == Node::Kind::And ? " AND " : " OR ");
    return all;
}

} // namespace

Query::Sql Query::toSql() const { return ofNode(*m_root); }

} // namespace meshwatch
