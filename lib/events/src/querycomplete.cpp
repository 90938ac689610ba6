// SPDX-License-Identifier: MIT
#include "querynode.h"

#include <QCoreApplication>

namespace meshwatch {

namespace {

constexpr qsizetype maxProposals = 50;

/// Where the word at the cursor begins, and what is quoted in it.
struct Word {
    qsizetype begin = 0; ///< behind blanks, "(" and "-"
    qsizetype value =
        -1; ///< where the value at the cursor begins, behind operator or comma; -1: still the field
    qsizetype fieldEnd = -1;
    bool isQuoteOpen = false;
};

bool isOperator(QChar c) { return QStringView(u":=!~<>").contains(c); }

Word wordAt(QStringView text) {
    Word word;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (word.isQuoteOpen) {
            if (c == QLatin1Char('\\'))
                ++i;
            else if (c == QLatin1Char('"'))
                word.isQuoteOpen = false;
        } else if (c.isSpace() || c == QLatin1Char('(') || c == QLatin1Char(')')) {
            word = Word{i + 1, -1, -1, false};
        } else if (c == QLatin1Char('-') && i == word.begin) {
            ++word.begin;
        } else if (c == QLatin1Char('"')) {
            word.isQuoteOpen = true;
        } else if (isOperator(c) && word.value < 0) {
            word.fieldEnd = i;
            word.value = i + (i + 1 < text.size() && text[i + 1] == QLatin1Char('=') ? 2 : 1);
            i = word.value - 1;
        } else if (c == QLatin1Char(',') && word.value >= 0) {
            word.value = i + 1;
        }
    }
    return word;
}

/// Quoted where a bare word would end early or mean something else.
QString asValue(const QString& text) {
    const bool isWord = std::none_of(
        text.begin(), text.end(), [](QChar c) { return c.isSpace() || QStringView(u"(),\"*/").contains(c); });
    if (isWord && !text.isEmpty())
        return text;
    QString quoted = text;
    quoted.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QLatin1Char('"') + quoted + QLatin1Char('"');
}

QStringList knownValues(const query::FieldName& field,
                        const std::function<QStringList(const QString&)>& values) {
    switch (field.comparing) {
    case query::Comparing::Words:
        return query::words(field.field);
    case query::Comparing::Moment:
    case query::Comparing::Times:
        return {QStringLiteral("5m"),    QStringLiteral("30m"),       QStringLiteral("2h"),
                QStringLiteral("today"), QStringLiteral("yesterday"), QStringLiteral("7d")};
    case query::Comparing::Durations:
        return {QStringLiteral("500ms"), QStringLiteral("2s"), QStringLiteral("1m")};
    case query::Comparing::Numbers:
        return field.field == QueryField::Size ? QStringList{QStringLiteral("20KB"), QStringLiteral("1MB")}
                                               : QStringList();
    default:
        return values ? values(QLatin1String(field.name)) : QStringList();
    }
}

QList<Query::Completion> fieldsLike(QStringView begun, qsizetype from) {
    QList<Query::Completion> list;
    for (const auto& field : query::fieldNames()) {
        const QString name = QLatin1String(field.name);
        if (name.startsWith(begun, Qt::CaseInsensitive)) {
            const QLatin1Char op(field.comparing == query::Comparing::Durations ? '>' : ':');
            list.append({from, name + op, QCoreApplication::translate("Query", field.hint)});
        }
    }
    if (QStringView(u"data.").startsWith(begun, Qt::CaseInsensitive))
        list.append({from, QStringLiteral("data."),
                     QCoreApplication::translate(
                         "Query", "a member of the event's data, as in data.content.subject~word")});
    for (const char* word : {"and", "or", "not"}) {
        if (!begun.isEmpty() && QLatin1String(word).startsWith(begun, Qt::CaseInsensitive))
            list.append({from, QLatin1String(word) + QLatin1Char(' '), {}});
    }
    return list;
}

} // namespace

QList<Query::Completion> Query::complete(const QString& text, qsizetype cursor,
                                         const std::function<QStringList(const QString&)>& values) {
    cursor = qBound(qsizetype(0), cursor, text.size());
    const QStringView before = QStringView(text).first(cursor);
    const Word word = wordAt(before);
    if (word.value < 0)
        return word.isQuoteOpen ? QList<Completion>() : fieldsLike(before.sliced(word.begin), word.begin);
    const auto* field = query::findField(before.sliced(word.begin, word.fieldEnd - word.begin).toString());
    if (!field)
        return {};
    QStringView begun = before.sliced(word.value);
    if (begun.startsWith(QLatin1Char('"')))
        begun = begun.sliced(1);
    // What begins like the word comes before what only holds it.
    QList<Completion> list, inside;
    for (const QString& value : knownValues(*field, values)) {
        if (value.startsWith(begun, Qt::CaseInsensitive))
            list.append({word.value, asValue(value), {}});
        else if (value.contains(begun, Qt::CaseInsensitive))
            inside.append({word.value, asValue(value), {}});
    }
    list.append(inside);
    return list.mid(0, maxProposals);
}

} // namespace meshwatch
