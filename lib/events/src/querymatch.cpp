// SPDX-License-Identifier: MIT
#include "querynode.h"

#include "queryvalues.h"

#include <meshwatch/core/json.h>

#include <simdjson.h>

#include <QJsonObject>

#include <cstring>

namespace meshwatch {

namespace query {

QByteArray lowered(QByteArrayView text) {
    QByteArray lower = text.toByteArray();
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z')
            c = char(c + ('a' - 'A'));
    }
    return lower;
}

bool matchesWildcard(QByteArrayView pattern, QByteArrayView text) {
    // The last star can always take more: one place to go back to is enough.
    qsizetype p = 0, t = 0, star = -1, resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

namespace {

bool isAscii(const QByteArray& text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 128; });
}

bool containsAscii(QByteArrayView text, const QByteArray& lower) {
    if (lower.isEmpty())
        return true;
    const char small = lower.front();
    const char large = small >= 'a' && small <= 'z' ? char(small - ('a' - 'A')) : small;
    const char* const end = text.data() + text.size() - lower.size() + 1;
    const auto isHere = [&lower](const char* at) {
        for (qsizetype i = 1; i < lower.size(); ++i) {
            char c = at[i];
            if (c >= 'A' && c <= 'Z')
                c = char(c + ('a' - 'A'));
            if (c != lower[i])
                return false;
        }
        return true;
    };
    // Two searches by memchr, each far faster than a look at every byte.
    for (const char first : {small, large}) {
        for (const char* at = text.data(); at < end; ++at) {
            at = static_cast<const char*>(std::memchr(at, first, size_t(end - at)));
            if (!at)
                break;
            if (isHere(at))
                return true;
        }
        if (small == large)
            break;
    }
    return false;
}

} // namespace

bool containsText(QByteArrayView text, const QueryValue& needle) {
    if (needle.isRegularExpression)
        return needle.expression.match(QString::fromUtf8(text)).hasMatch();
    if (isAscii(needle.lower))
        return containsAscii(text, needle.lower);
    return QString::fromUtf8(text).contains(needle.text, Qt::CaseInsensitive);
}

} // namespace query

namespace {

using Node = Query::Node;
using simdjson::dom::element;

bool matchesText(QueryOperator op, const QueryValue& value, QByteArrayView text, bool hasCase) {
    if (value.isRegularExpression)
        return query::containsText(text, value);
    if (op == QueryOperator::Contains)
        return query::lowered(text).contains(value.lower);
    const QByteArray shown = hasCase ? text.toByteArray() : query::lowered(text);
    const QByteArray& wanted = hasCase ? value.utf8 : value.lower;
    if (op == QueryOperator::Matches && !value.isQuoted)
        return query::matchesWildcard(wanted, shown);
    return shown == wanted;
}

bool anyText(const Node& node, std::initializer_list<QByteArrayView> texts, bool hasCase) {
    bool isAny = false;
    for (const QueryValue& value : node.values) {
        for (const QByteArrayView text : texts)
            isAny = isAny || (!text.isNull() && matchesText(node.op, value, text, hasCase));
    }
    return isAny != (node.op == QueryOperator::Differs);
}

bool compares(QueryOperator op, double left, double right) {
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

bool anyNumber(const Node& node, double number) {
    const bool isAny = std::any_of(node.values.begin(), node.values.end(), [&](const QueryValue& value) {
        return compares(node.op, number, value.number);
    });
    return isAny != (node.op == QueryOperator::Differs);
}

bool matchesElement(const Node& node, const QueryValue& value, const element& found) {
    std::string_view text;
    double number = 0;
    bool flag = false;
    if (node.op >= QueryOperator::Greater) {
        if (!found.get_string().get(text)) {
            // Times compare as texts do: the Connector writes them all in one form.
            const int order = QByteArrayView(text.data(), qsizetype(text.size())).compare(value.utf8);
            return compares(node.op, order, 0);
        }
        return value.isNumber && !found.get_double().get(number) && compares(node.op, number, value.number);
    }
    if (!found.get_string().get(text))
        return matchesText(node.op, value, QByteArrayView(text.data(), qsizetype(text.size())), false);
    if (!found.get_bool().get(flag))
        return value.lower == (flag ? "true" : "false") || (value.lower == "*" && !value.isQuoted);
    if (!found.get_double().get(number))
        return (value.isNumber && number == value.number) || (value.lower == "*" && !value.isQuoted);
    if (found.is_null())
        return value.lower == "null";
    return value.lower == "*" && !value.isQuoted;
}

/// Any element at the rest of a path; a list is looked into whether or not the path names an index.
bool anyAtPath(const Node& node, const element& from, QStringView rest) {
    simdjson::dom::array list;
    if (rest.isEmpty()) {
        for (const QueryValue& value : node.values) {
            if (matchesElement(node, value, from))
                return true;
        }
        if (from.get_array().get(list))
            return false;
        return std::any_of(list.begin(), list.end(), [&](const element& item) { return anyAtPath(node, item, {}); });
    }
    const qsizetype dot = rest.indexOf(QLatin1Char('.'));
    const QStringView step = dot < 0 ? rest : rest.first(dot);
    const QStringView behind = dot < 0 ? QStringView() : rest.sliced(dot + 1);
    if (!from.get_array().get(list)) {
        bool isIndex = false;
        const uint index = step.toUInt(&isIndex);
        element item;
        if (isIndex)
            return !list.at(index).get(item) && anyAtPath(node, item, behind);
        return std::any_of(list.begin(), list.end(), [&](const element& each) { return anyAtPath(node, each, rest); });
    }
    element member;
    const QByteArray key = step.toUtf8();
    if (from.at_key(std::string_view(key.constData(), size_t(key.size()))).get(member))
        return false;
    return anyAtPath(node, member, behind);
}

bool matchesData(const Node& node, QByteArrayView body) {
    thread_local simdjson::dom::parser parser;
    element root, data;
    bool isAny = false;
    if (!parser.parse(body.data(), size_t(body.size())).get(root)) {
        element ignored;
        const bool isEnvelope = root.is_object() && !root.at_key("trigger").get(ignored);
        if (!isEnvelope)
            data = root;
        if (!isEnvelope || !root.at_key("data").get(data))
            isAny = anyAtPath(node, data, node.path);
    }
    return isAny != (node.op == QueryOperator::Differs);
}

bool matchesFreeText(const Node& node, const QueryRow& row) {
    return std::any_of(node.values.begin(), node.values.end(), [&row](const QueryValue& value) {
        return query::containsText(row.body, value) || query::containsText(row.trigger, value)
               || (!row.peerName.isEmpty() && query::containsText(row.peerName.toUtf8(), value));
    });
}

bool isFailure(const QueryRow& row) {
    const auto body = json::parseObject(row.body);
    return body && EventCatalogue::isFailure(row.trigger, body->value(QLatin1String("data")).toObject());
}

bool matchesFlag(const Node& node, const QueryRow& row) {
    bool isAny = false;
    for (const QueryValue& value : node.values) {
        const QByteArray& name = value.lower;
        isAny = isAny || (name == "recovered" && row.isRecovered) || (name == "merged" && row.arrivals > 1)
                || (name == "failure" && isFailure(row)) || (name == "object" && !row.object.isEmpty())
                || (name == "peer" && !row.peer.isEmpty()) || (name == "time" && row.createdAt.isValid())
                || (name == "correlation" && !row.correlationId.isEmpty());
    }
    return isAny != (node.op == QueryOperator::Differs);
}

bool matchesChannel(const Node& node, const QueryRow& row) {
    const bool isAny = std::any_of(node.values.begin(), node.values.end(), [&row](const QueryValue& value) {
        return row.channels.contains(*channelFromName(value.text));
    });
    return isAny != (node.op == QueryOperator::Differs);
}

bool matchesFamily(const Node& node, const QueryRow& row) {
    const Family family = EventCatalogue::kind(row.trigger).family;
    const bool isAny = std::any_of(node.values.begin(), node.values.end(), [family](const QueryValue& value) {
        return queryvalues::family(value.text) == family;
    });
    return isAny != (node.op == QueryOperator::Differs);
}

/// What the store keeps as NULL is no text.
QByteArrayView orNull(QByteArrayView text) { return text.isEmpty() ? QByteArrayView() : text; }

bool matchesTerm(const Node& node, const QueryRow& row) {
    switch (node.field) {
    case QueryField::Text:
        return matchesFreeText(node, row);
    case QueryField::Trigger:
        return anyText(node, {row.trigger}, false);
    case QueryField::Family:
        return matchesFamily(node, row);
    case QueryField::Object:
        return anyText(node, {orNull(row.object)}, true);
    case QueryField::Peer: {
        const QByteArray name = row.peerName.toUtf8();
        const bool hasPeer = !row.peer.isEmpty();
        return anyText(node, {hasPeer ? QByteArrayView(name.isNull() ? QByteArray("") : name) : QByteArrayView(), orNull(row.peer)}, false);
    }
    case QueryField::Connection:
        return anyText(node, {row.connection.toUtf8()}, false);
    case QueryField::Via:
        return matchesChannel(node, row);
    case QueryField::Since:
        return double(row.receivedAt.value) >= node.values.front().number;
    case QueryField::Until:
        return double(row.receivedAt.value) < node.values.front().number;
    case QueryField::Received:
        return anyNumber(node, double(row.receivedAt.value));
    case QueryField::Created:
        return row.createdAt.isValid() && anyNumber(node, double(row.createdAt.value));
    case QueryField::Lag:
        return row.createdAt.isValid() && !row.isRecovered
               && anyNumber(node, double(row.receivedAt.value - row.createdAt.value));
    case QueryField::Seq:
        return anyNumber(node, double(row.seq));
    case QueryField::State:
        return anyText(node, {row.state.isNull() ? QByteArrayView("") : row.state}, false);
    case QueryField::Correlation:
        return anyText(node, {orNull(row.correlationId)}, true);
    case QueryField::Is:
    case QueryField::Has:
        return matchesFlag(node, row);
    case QueryField::Data:
        return matchesData(node, row.body);
    case QueryField::Size:
        return anyNumber(node, double(row.body.size()));
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

bool Query::matches(const QueryRow& row) const { return matchesNode(*m_root, row); }

} // namespace meshwatch
