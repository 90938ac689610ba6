// SPDX-License-Identifier: MIT
#include "querynode.h"
#include "queryvalues.h"

namespace meshwatch {

namespace {

using Node = Query::Node;
using Sql = Query::Sql;

/// A condition that says nothing; matches() decides.
Sql open(bool needsBody) { return {"1", {}, false, needsBody}; }

/// GLOB's form of a text. `stars`: is `*` a wildcard in it? What is not ASCII becomes one: GLOB and lower()
/// know no other letters' cases, so they let through more and matches() decides.
QByteArray globbed(const QByteArray& text, bool stars) {
    QByteArray glob;
    for (const char c : text) {
        if (static_cast<uchar>(c) >= 128 || (c == '*' && stars)) {
            if (!glob.endsWith('*') || glob.endsWith("[*"))
                glob.append('*');
        } else if (c == '[' || c == '?' || c == '*') {
            glob.append('[').append(c).append(']');
        } else {
            glob.append(c);
        }
    }
    return glob;
}

/// One text column against one value.
QByteArray textCondition(const Node& node, const QueryValue& value, const QByteArray& column, bool hasCase,
                         Sql& sql) {
    if (hasCase && node.op != QueryOperator::Contains) {
        if (!node.isWildcard(value)) {
            sql.bindings.append(value.utf8);
            return column + " = ?";
        }
        sql.isComplete = sql.isComplete && value.isAscii;
        sql.bindings.append(globbed(value.utf8, true));
        return column + " GLOB ?";
    }
    sql.isComplete = sql.isComplete && value.isAscii;
    if (node.op == QueryOperator::Contains) {
        sql.bindings.append(QByteArray('*' + globbed(value.folded, false) + '*'));
        return "lower(" + column + ") GLOB ?";
    }
    if (node.isWildcard(value) || !value.isAscii) {
        sql.bindings.append(globbed(value.folded, node.isWildcard(value)));
        return "lower(" + column + ") GLOB ?";
    }
    sql.bindings.append(value.folded);
    return "lower(" + column + ") = ?";
}

/// One of the values in one of the columns. `before` and `after` stand around it.
Sql texts(const Node& node, const QByteArrayList& columns, bool hasCase, const QByteArray& before = {},
          const QByteArray& after = {}) {
    Sql sql;
    sql.isComplete = true;
    QByteArrayList parts;
    for (const QueryValue& value : node.values) {
        if (value.isRegularExpression)
            return open(false);
        for (const QByteArray& column : columns)
            parts.append(textCondition(node, value, column, hasCase, sql));
    }
    sql.where = before + parts.join(" OR ") + after;
    return sql;
}

/// Whole ids are looked up, since events have no index of them (EventLookups); parts of ids are compared in
/// each event.
Sql objects(const Node& node) {
    Sql sql = texts(node, {"object"}, true);
    if (sql.where != QByteArrayList(node.values.size(), "object = ?").join(" OR "))
        return sql;
    sql.where = "events.seq IN (SELECT seq FROM objects WHERE " + sql.where + ')';
    return sql;
}

Sql numbers(const Node& node, const QByteArray& expression, const QByteArray& condition = {}) {
    Sql sql;
    sql.isComplete = true;
    QByteArrayList parts;
    const auto add = [&](const char* comparison, qint64 number) {
        parts.append(expression + comparison);
        sql.bindings.append(number);
    };
    for (const QueryValue& value : node.values) {
        switch (node.op) {
        case QueryOperator::Greater:
            value.isInstant ? add(" > ?", value.number) : add(" >= ?", value.numberEnd);
            break;
        case QueryOperator::GreaterOrEqual:
            add(" >= ?", value.number);
            break;
        case QueryOperator::Less:
            add(" < ?", value.number);
            break;
        case QueryOperator::LessOrEqual:
            value.isInstant ? add(" <= ?", value.number) : add(" < ?", value.numberEnd);
            break;
        default:
            parts.append('(' + expression + " >= ? AND " + expression + " < ?)");
            sql.bindings << value.number << value.numberEnd;
        }
    }
    sql.where = parts.join(" OR ");
    if (!condition.isEmpty())
        sql.where = condition + " AND (" + sql.where + ')';
    return sql;
}

Sql flags(const Node& node) {
    static const std::pair<const char*, const char*> conditions[] = {
        {"recovered", "recovered = 1"},   {"merged", "arrivals > 1"},
        {"object", "object IS NOT NULL"}, {"peer", "peer_id IS NOT NULL"},
        {"time", "created > 0"},          {"correlation", "correlation IS NOT NULL"}};
    QByteArrayList parts;
    for (const QueryValue& value : node.values) {
        const auto* known = std::find_if(std::begin(conditions), std::end(conditions),
                                         [&value](const auto& each) { return value.folded == each.first; });
        if (known == std::end(conditions))
            return open(true);
        parts.append(known->second);
    }
    return {parts.join(" OR "), {}, true, false};
}

Sql channels(const Node& node) {
    Channels wanted;
    for (const QueryValue& value : node.values) {
        if (const auto channel = channelFromName(value.text))
            wanted.insert(*channel);
    }
    return {"(channels & ?) <> 0", {qint64(wanted.bits())}, true, false};
}

/// Known triggers by name; families of others are guessed from their names, which SQL leaves to matches().
Sql families(const Node& node) {
    QByteArrayList others;
    for (const EventKind& kind : EventCatalogue::kinds()) {
        const bool isWanted =
            std::any_of(node.values.begin(), node.values.end(), [&kind](const QueryValue& value) {
                return queryvalues::family(value.text) == kind.family;
            });
        if (!isWanted)
            others.append('\'' + kind.trigger + '\'');
    }
    return {"trigger_id NOT IN (SELECT id FROM triggers WHERE name IN (" + others.join(',') + "))",
            {},
            false,
            false};
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
        return objects(node);
    case QueryField::Correlation:
        return texts(node, {"correlation"}, true);
    case QueryField::State:
        return texts(node, {"state"}, false);
    case QueryField::Via:
        return channels(node);
    case QueryField::Since:
        return {"received >= ?", {node.values.front().number}, true, false};
    case QueryField::Until:
        return {"received < ?", {node.values.front().number}, true, false};
    case QueryField::Received:
        return numbers(node, "received");
    case QueryField::Created:
        return numbers(node, "created", "created > 0");
    case QueryField::Lag:
        return numbers(node, "(received - created)", "created > 0 AND recovered = 0");
    case QueryField::Seq:
        return numbers(node, "events.seq");
    case QueryField::Is:
    case QueryField::Has:
        return flags(node);
    case QueryField::Family:
        return families(node);
    case QueryField::Size: {
        // length() of a blob is in the row's header: the body itself is not read.
        Sql sql = numbers(node, "(SELECT length(body) FROM bodies WHERE bodies.seq = events.seq)");
        sql.needsBody = true;
        return sql;
    }
    case QueryField::Text:
    case QueryField::Data:
        break;
    }
    return open(true);
}

Sql ofNode(const Node& node, bool isNegated);

Sql ofList(const Node& node, bool isNegated) {
    const bool isAnd = (node.kind == Node::Kind::And) != isNegated;
    Sql all;
    all.isComplete = true;
    QByteArrayList parts;
    bool isOpen = false;
    QList<QVariant> bindings;
    for (const auto& child : node.children) {
        const Sql one = ofNode(*child, isNegated);
        all.isComplete = all.isComplete && one.isComplete;
        all.needsBody = all.needsBody || one.needsBody;
        if (one.where == "1") {
            isOpen = true;
            continue;
        }
        parts.append('(' + one.where + ')');
        bindings.append(one.bindings);
    }
    // One part that lets everything through opens an “or”; in an “and” it is left out.
    if (parts.isEmpty() || (isOpen && !isAnd)) {
        all.where = "1";
        return all;
    }
    all.where = parts.join(isAnd ? " AND " : " OR ");
    all.bindings = bindings;
    return all;
}

/// “not” goes down to the terms: there it is known whether a condition is complete, and NULL is still apart.
Sql ofNode(const Node& node, bool isNegated) {
    switch (node.kind) {
    case Node::Kind::All:
        return {"1", {}, true, false};
    case Node::Kind::Not:
        return ofNode(*node.children.front(), !isNegated);
    case Node::Kind::And:
    case Node::Kind::Or:
        return ofList(node, isNegated);
    case Node::Kind::Term:
        break;
    }
    Sql sql = ofTerm(node);
    if (!isNegated)
        return sql;
    // What columns let through too generously must not be excluded.
    if (!sql.isComplete)
        return open(sql.needsBody);
    sql.where = '(' + sql.where + ") IS NOT TRUE";
    return sql;
}

} // namespace

Query::Sql Query::toSql() const {
    Sql sql = ofNode(*m_root, false);
    if (sql.isComplete)
        sql.needsBody = false;
    return sql;
}

} // namespace meshwatch
