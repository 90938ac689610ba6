// SPDX-License-Identifier: MIT
#include <meshwatch/events/query.h>

#include "querynode.h"
#include "queryparser.h"

namespace meshwatch {

namespace query {

const std::vector<FieldName>& fieldNames() {
    using F = QueryField;
    using C = Comparing;
    static const std::vector<FieldName> names{
        {"trigger", F::Trigger, C::Texts, QT_TRANSLATE_NOOP("Query", "name of the event")},
        {"peer", F::Peer, C::Texts, QT_TRANSLATE_NOOP("Query", "name or address of the other side")},
        {"since", F::Since, C::Moment, QT_TRANSLATE_NOOP("Query", "received from then on")},
        {"until", F::Until, C::Moment, QT_TRANSLATE_NOOP("Query", "received before")},
        {"family", F::Family, C::Words, QT_TRANSLATE_NOOP("Query", "kind of event")},
        {"object", F::Object, C::Texts, QT_TRANSLATE_NOOP("Query", "id of the object")},
        {"id", F::Object, C::Texts, QT_TRANSLATE_NOOP("Query", "id of the object")},
        {"connection", F::Connection, C::Texts, QT_TRANSLATE_NOOP("Query", "name of the connection")},
        {"via", F::Via, C::Words, QT_TRANSLATE_NOOP("Query", "channel it came by")},
        {"channel", F::Via, C::Words, QT_TRANSLATE_NOOP("Query", "channel it came by")},
        {"lag", F::Lag, C::Durations, QT_TRANSLATE_NOOP("Query", "from the object's time to arrival")},
        {"is", F::Is, C::Words, QT_TRANSLATE_NOOP("Query", "recovered, merged, failure")},
        {"has", F::Has, C::Words, QT_TRANSLATE_NOOP("Query", "object, peer, time, correlation")},
        {"state", F::State, C::Texts, QT_TRANSLATE_NOOP("Query", "state the object is in")},
        {"created", F::Created, C::Times, QT_TRANSLATE_NOOP("Query", "the object's own time")},
        {"received", F::Received, C::Times, QT_TRANSLATE_NOOP("Query", "time of arrival")},
        {"correlation", F::Correlation, C::Texts, QT_TRANSLATE_NOOP("Query", "id of the call or sync run")},
        {"seq", F::Seq, C::Numbers, QT_TRANSLATE_NOOP("Query", "number in the store")},
        {"size", F::Size, C::Numbers, QT_TRANSLATE_NOOP("Query", "bytes of the body")},
    };
    return names;
}

const FieldName* findField(const QString& name) {
    for (const FieldName& field : fieldNames()) {
        if (name.compare(QLatin1String(field.name), Qt::CaseInsensitive) == 0)
            return &field;
    }
    return nullptr;
}

QStringList words(QueryField field) {
    QStringList list;
    switch (field) {
    case QueryField::Via:
        for (int i = 0; i < channelCount; ++i)
            list.append(channelName(Channel(i)));
        break;
    case QueryField::Family:
        for (int i = 0; i <= int(Family::Other); ++i)
            list.append(familyName(Family(i)));
        break;
    case QueryField::Is:
        return {QStringLiteral("recovered"), QStringLiteral("merged"), QStringLiteral("failure")};
    case QueryField::Has:
        return {QStringLiteral("object"), QStringLiteral("peer"), QStringLiteral("time"),
                QStringLiteral("correlation")};
    default:
        break;
    }
    return list;
}

} // namespace query

Query::Query()
    : m_root(std::make_shared<Node>()) {}

Result<Query, QueryError> Query::parse(const QString& text, Micros now) {
    auto root = QueryParser(text, now).parse();
    if (!root)
        return root.error();
    Query query;
    query.m_root = std::move(*root);
    query.m_text = text;
    return query;
}

bool Query::isEmpty() const { return m_root->kind == Node::Kind::All; }

QString Query::text() const { return m_text; }

} // namespace meshwatch
