// SPDX-License-Identifier: MIT
#include "eventbody.h"
#include "querynode.h"
#include "queryvalues.h"

#include <meshwatch/core/json.h>

namespace meshwatch {

namespace {

using Node = Query::Node;
using simdjson::dom::element;

/// A parser keeps its buffers; above this size they are given back after use.
constexpr size_t bufferKept = 1024 * 1024;

/// A list of values means one of them.
template<typename Matches>
bool anyValue(const Node& node, const Matches& matches) {
    return std::any_of(node.values.begin(), node.values.end(), matches);
}

bool matchesText(const Node& node, const QueryValue& value, QByteArrayView text, bool hasCase) {
    if (value.isRegularExpression)
        return value.expression.match(QString::fromUtf8(text)).hasMatch();
    if (node.op == QueryOperator::Contains)
        return query::folded(text).contains(value.folded);
    if (hasCase)
        return node.isWildcard(value) ? query::matchesWildcard(value.utf8, text) : text == value.utf8;
    return node.isWildcard(value) ? query::matchesWildcard(value.folded, query::folded(text))
                                  : query::folded(text) == value.folded;
}

bool matchesText(const Node& node, QByteArrayView text, bool hasCase = false) {
    return anyValue(node, [&](const QueryValue& value) { return matchesText(node, value, text, hasCase); });
}

template<typename Number>
bool compares(QueryOperator op, Number left, Number right) {
    switch (op) {
    case QueryOperator::Greater:
        return left > right;
    case QueryOperator::GreaterOrEqual:
        return left >= right;
    case QueryOperator::Less:
        return left < right;
    case QueryOperator::LessOrEqual:
        return left <= right;
    default:
        return left == right;
    }
}

bool matchesNumber(const Node& node, qint64 number) {
    return anyValue(node, [&](const QueryValue& value) {
        switch (node.op) {
        case QueryOperator::Greater:
            return value.isInstant ? number > value.number : number >= value.numberEnd;
        case QueryOperator::GreaterOrEqual:
            return number >= value.number;
        case QueryOperator::Less:
            return number < value.number;
        case QueryOperator::LessOrEqual:
            return value.isInstant ? number <= value.number : number < value.numberEnd;
        default:
            return number >= value.number && number < value.numberEnd;
        }
    });
}

/// A number, truth value or null as JSON writes it.
QByteArray scalarText(const element& found) {
    const std::string text = simdjson::minify(found);
    return {text.data(), qsizetype(text.size())};
}

bool matchesElement(const Node& node, const QueryValue& value, const element& found) {
    std::string_view text;
    const bool isText = !found.get_string().get(text);
    const QByteArrayView view(text.data(), qsizetype(text.size()));
    const bool isOrdering = node.op >= QueryOperator::Greater;
    // Times compare as texts do: the Connector writes them all in one form.
    if (isText)
        return isOrdering ? compares(node.op, view.compare(value.utf8), 0)
                          : matchesText(node, value, view, false);
    double number = 0;
    const bool isNumber = found.is_number() && !found.get_double().get(number);
    if (isOrdering)
        return isNumber && value.isNumber && compares(node.op, number, value.real);
    if (found.is_object() || found.is_array())
        return node.isWildcard(value) && value.utf8 == "*";
    if (matchesText(node, value, scalarText(found), false))
        return true;
    // 1.0 and 1e0 are written differently; whole numbers are compared as text, which is exact.
    return isNumber && value.isNumber && !found.is_int64() && !found.is_uint64() &&
           node.op != QueryOperator::Contains && number == value.real;
}

/// Any element at the rest of a path; a list is looked into whether or not the path names an index.
bool anyAtPath(const Node& node, const element& from, qsizetype step) {
    simdjson::dom::array list;
    const bool isList = !from.get_array().get(list);
    if (step == node.path.size()) {
        return anyValue(node, [&](const QueryValue& value) { return matchesElement(node, value, from); }) ||
               (isList && std::any_of(list.begin(), list.end(),
                                      [&](const element& item) { return anyAtPath(node, item, step); }));
    }
    element next;
    if (isList) {
        bool isIndex = false;
        const uint index = node.path[step].toUInt(&isIndex);
        if (isIndex)
            return !list.at(index).get(next) && anyAtPath(node, next, step + 1);
        return std::any_of(list.begin(), list.end(),
                           [&](const element& item) { return anyAtPath(node, item, step); });
    }
    const QByteArray key = node.path[step].toUtf8();
    return from.is_object() &&
           !from.at_key(std::string_view(key.constData(), size_t(key.size()))).get(next) &&
           anyAtPath(node, next, step + 1);
}

bool matchesData(const Node& node, QByteArrayView body) {
    thread_local simdjson::dom::parser parser;
    element root, data;
    const bool isAny = !parser.parse(body.data(), size_t(body.size())).get(root) &&
                       eventbody::dataOf(root, data) && anyAtPath(node, data, 0);
    if (parser.capacity() > bufferKept)
        parser = simdjson::dom::parser();
    return isAny;
}

bool matchesFreeText(const Node& node, const QueryRow& row) {
    return query::isInBody(node, row.body) || query::isInName(node, row.trigger) ||
           query::isInName(node, row.peerName.toUtf8());
}

bool isFailure(const QueryRow& row) {
    const auto body = json::parseObject(row.body);
    return EventCatalogue::isFailure(row.trigger, body ? eventbody::dataOf(*body) : QJsonObject());
}

bool matchesFlag(const QueryValue& value, const QueryRow& row) {
    const QByteArray& name = value.folded;
    return (name == "recovered" && row.isRecovered) || (name == "merged" && row.arrivals > 1) ||
           (name == "object" && !row.object.isEmpty()) || (name == "peer" && !row.peer.isEmpty()) ||
           (name == "time" && row.createdAt.isValid()) ||
           (name == "correlation" && !row.correlationId.isEmpty()) || (name == "failure" && isFailure(row));
}

bool matchesPeer(const Node& node, const QueryRow& row) {
    return !row.peer.isEmpty() && (matchesText(node, row.peerName.toUtf8()) || matchesText(node, row.peer));
}

bool matchesTerm(const Node& node, const QueryRow& row) {
    switch (node.field) {
    case QueryField::Text:
        return matchesFreeText(node, row);
    case QueryField::Trigger:
        return matchesText(node, row.trigger);
    case QueryField::Family: {
        const Family family = EventCatalogue::kind(row.trigger).family;
        return anyValue(
            node, [family](const QueryValue& value) { return queryvalues::family(value.text) == family; });
    }
    case QueryField::Object:
        return !row.object.isEmpty() && matchesText(node, row.object, true);
    case QueryField::Peer:
        return matchesPeer(node, row);
    case QueryField::Connection:
        return matchesText(node, row.connection.toUtf8());
    case QueryField::Via:
        return anyValue(node, [&row](const QueryValue& value) {
            const auto channel = channelFromName(value.text);
            return channel && row.channels.contains(*channel);
        });
    case QueryField::Since:
        return row.receivedAt.value >= node.values.front().number;
    case QueryField::Until:
        return row.receivedAt.value < node.values.front().number;
    case QueryField::Received:
        return matchesNumber(node, row.receivedAt.value);
    case QueryField::Created:
        return row.createdAt.value > 0 && matchesNumber(node, row.createdAt.value);
    case QueryField::Lag:
        return row.createdAt.value > 0 && !row.isRecovered &&
               matchesNumber(node, row.receivedAt.value - row.createdAt.value);
    case QueryField::Seq:
        return matchesNumber(node, row.seq);
    case QueryField::State:
        return matchesText(node, row.state);
    case QueryField::Correlation:
        return !row.correlationId.isEmpty() && matchesText(node, row.correlationId, true);
    case QueryField::Is:
    case QueryField::Has:
        return anyValue(node, [&row](const QueryValue& value) { return matchesFlag(value, row); });
    case QueryField::Data:
        return matchesData(node, row.body);
    case QueryField::Size:
        return matchesNumber(node, row.body.size());
    }
    return false;
}

bool matchesNode(const Node& node, const QueryRow& row) {
    const auto matchesChild = [&row](const auto& child) { return matchesNode(*child, row); };
    switch (node.kind) {
    case Node::Kind::All:
        return true;
    case Node::Kind::And:
        return std::all_of(node.children.begin(), node.children.end(), matchesChild);
    case Node::Kind::Or:
        return std::any_of(node.children.begin(), node.children.end(), matchesChild);
    case Node::Kind::Not:
        return !matchesChild(node.children.front());
    case Node::Kind::Term:
        break;
    }
    return matchesTerm(node, row);
}

} // namespace

bool query::isInBody(const Node& text, QByteArrayView body) {
    return anyValue(text, [body](const QueryValue& value) {
        if (value.isRegularExpression)
            return value.expression.match(QString::fromUtf8(body)).hasMatch();
        return value.needle.isIn(body) ||
               (!value.escapedNeedle.text.isEmpty() && value.escapedNeedle.isIn(body));
    });
}

bool query::isInName(const Node& text, QByteArrayView name) {
    return anyValue(text, [name](const QueryValue& value) {
        return value.isRegularExpression ? value.expression.match(QString::fromUtf8(name)).hasMatch()
                                         : value.needle.isIn(name);
    });
}

bool Query::matches(const QueryRow& row) const { return matchesNode(*m_root, row); }

} // namespace meshwatch
