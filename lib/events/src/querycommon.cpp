// SPDX-License-Identifier: MIT
// What all matches of a filter have in common, so that a search can pass over the rest unread.
#include "querynode.h"

namespace meshwatch {

namespace {

using Node = Query::Node;
using Times = Query::Times;

Times both(const Times& a, const Times& b) { return {qMax(a.first, b.first), qMin(a.last, b.last)}; }
Times either(const Times& a, const Times& b) { return {qMin(a.first, b.first), qMax(a.last, b.last)}; }

Times timesOfValue(QueryOperator op, const QueryValue& value) {
    switch (op) {
    case QueryOperator::Greater:
    case QueryOperator::GreaterOrEqual:
        return {{value.number}, Times().last};
    case QueryOperator::Less:
    case QueryOperator::LessOrEqual:
        return {Times().first, {qMax(value.number, value.numberEnd)}};
    default:
        return {{value.number}, {value.numberEnd}};
    }
}

template<typename List, typename TimesOf>
Times anyOf(const List& list, const TimesOf& times) {
    Times all = times(list.front());
    for (const auto& each : list)
        all = either(all, times(each));
    return all;
}

Times timesOfTerm(const Node& node) {
    switch (node.field) {
    case QueryField::Since:
        return {{node.values.front().number}, Times().last};
    case QueryField::Until:
        return {Times().first, {node.values.front().number}};
    case QueryField::Received:
        return anyOf(node.values, [&node](const QueryValue& value) { return timesOfValue(node.op, value); });
    default:
        return {};
    }
}

Times timesOf(const Node& node) {
    Times all;
    switch (node.kind) {
    case Node::Kind::And:
        for (const auto& child : node.children)
            all = both(all, timesOf(*child));
        return all;
    case Node::Kind::Or:
        return anyOf(node.children, [](const auto& child) { return timesOf(*child); });
    case Node::Kind::Term:
        return timesOfTerm(node);
    case Node::Kind::All:
    case Node::Kind::Not:
        break;
    }
    return all;
}

const Node* textOf(const Node& node) {
    if (node.kind == Node::Kind::Term)
        return node.field == QueryField::Text ? &node : nullptr;
    if (node.kind != Node::Kind::And)
        return nullptr;
    for (const auto& child : node.children) {
        if (const Node* text = textOf(*child))
            return text;
    }
    return nullptr;
}

} // namespace

Query::Times Query::receivedBetween() const { return timesOf(*m_root); }

const Query::Node* Query::commonText() const { return textOf(*m_root); }

} // namespace meshwatch
