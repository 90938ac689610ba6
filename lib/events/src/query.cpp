// SPDX-License-Identifier: MIT
#include <meshwatch/events/query.h>

#include "querynode.h"
#include "queryparser.h"

#include <QCoreApplication>

#include <algorithm>

namespace meshwatch {

namespace query {

const std::vector<FieldName>& fieldNames() {
    static const std::vector<FieldName> names{
        {"trigger", QueryField::Trigger, QT_TRANSLATE_NOOP("Query", "name of the event")},
        {"peer", QueryField::Peer, QT_TRANSLATE_NOOP("Query", "name or address of the other side")},
        {"since", QueryField::Since, QT_TRANSLATE_NOOP("Query", "received from then on")},
        {"until", QueryField::Until, QT_TRANSLATE_NOOP("Query", "received before")},
        {"family", QueryField::Family, QT_TRANSLATE_NOOP("Query", "kind of event")},
        {"object", QueryField::Object, QT_TRANSLATE_NOOP("Query", "id of the object")},
        {"id", QueryField::Object, QT_TRANSLATE_NOOP("Query", "id of the object")},
        {"connection", QueryField::Connection, QT_TRANSLATE_NOOP("Query", "name of the connection")},
        {"via", QueryField::Via, QT_TRANSLATE_NOOP("Query", "channel it came by")},
        {"channel", QueryField::Via, QT_TRANSLATE_NOOP("Query", "channel it came by")},
        {"lag", QueryField::Lag, QT_TRANSLATE_NOOP("Query", "from the object's time to arrival")},
        {"is", QueryField::Is, QT_TRANSLATE_NOOP("Query", "recovered, merged, failure")},
        {"has", QueryField::Has, QT_TRANSLATE_NOOP("Query", "object, peer, time, correlation")},
        {"state", QueryField::State, QT_TRANSLATE_NOOP("Query", "state the object is in")},
        {"created", QueryField::Created, QT_TRANSLATE_NOOP("Query", "the object's own time")},
        {"received", QueryField::Received, QT_TRANSLATE_NOOP("Query", "time of arrival")},
        {"correlation", QueryField::Correlation, QT_TRANSLATE_NOOP("Query", "id of the call or sync run")},
        {"seq", QueryField::Seq, QT_TRANSLATE_NOOP("Query", "number in the store")},
        {"size", QueryField::Size, QT_TRANSLATE_NOOP("Query", "bytes of the body")},
    };
    return names;
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

namespace {

QStringList fixedValues(QueryField field) {
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
        return {QStringLiteral("object"), QStringLiteral("peer"), QStringLiteral("time"), QStringLiteral("correlation")};
    case QueryField::Since:
    case QueryField::Until:
        return {QStringLiteral("5m"), QStringLiteral("30m"), QStringLiteral("2h"), QStringLiteral("today"),
                QStringLiteral("yesterday"), QStringLiteral("7d")};
    case QueryField::Lag:
        return {QStringLiteral("500ms"), QStringLiteral("2s"), QStringLiteral("1m")};
    default:
        break;
    }
    return list;
}

/// Quoted where a bare word would end early.
QString asValue(const QString& text) {
    const bool isWord = std::none_of(text.begin(), text.end(), [](QChar c) {
        return c.isSpace() || QStringView(u"(),\"*/").contains(c);
    });
    if (isWord && !text.isEmpty())
        return text;
    QString quoted = text;
    quoted.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QLatin1Char('"') + quoted + QLatin1Char('"');
}

} // namespace

QList<Query::Completion> Query::complete(const QString& text, qsizetype cursor,
                                         const std::function<QStringList(const QString&)>& values) {
    qsizetype start = cursor;
    while (start > 0 && !text[start - 1].isSpace() && text[start - 1] != QLatin1Char('('))
        --start;
    if (start < cursor && text[start] == QLatin1Char('-'))
        ++start;
    const QString word = text.sliced(start, cursor - start);
    const qsizetype colon = word.indexOf(QLatin1Char(':'));
    QList<Completion> list;
    if (colon < 0) {
        for (const auto& field : query::fieldNames()) {
            const QString name = QLatin1String(field.name);
            if (name.startsWith(word, Qt::CaseInsensitive))
                list.append({start, name + QLatin1Char(':'), QCoreApplication::translate("Query", field.hint)});
        }
        return list;
    }
    const qsizetype from = start + qMax(colon, word.lastIndexOf(QLatin1Char(','))) + 1;
    QString begun = text.sliced(from, cursor - from);
    if (begun.startsWith(QLatin1Char('"')))
        begun.remove(0, 1);
    const QString name = word.left(colon).toLower();
    for (const auto& field : query::fieldNames()) {
        if (name != QLatin1String(field.name))
            continue;
        QStringList known = fixedValues(field.field);
        if (known.isEmpty() && values)
            known = values(name);
        // What begins so comes first, what only contains it after.
        std::stable_partition(known.begin(), known.end(), [&begun](const QString& value) {
            return value.startsWith(begun, Qt::CaseInsensitive);
        });
        for (const QString& value : std::as_const(known)) {
            if (value.contains(begun, Qt::CaseInsensitive) && list.size() < 50)
                list.append({from, asValue(value), {}});
        }
    }
    return list;
}

} // namespace meshwatch
