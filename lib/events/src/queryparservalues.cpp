// SPDX-License-Identifier: MIT
// The half of QueryParser that reads values; queryparser.cpp has the grammar around them.
#include "queryparser.h"

#include "queryvalues.h"

namespace meshwatch {

namespace {

/// More would outgrow SQLite's limit on the depth of expressions (1000).
constexpr int maxValues = 200;

/// How much work one expression may do on one text before it counts as no match (PCRE2's own measure).
constexpr char matchLimit[] = "(*LIMIT_MATCH=200000)";

/// The text as JSON writes it between quotes.
QString escaped(const QString& text) {
    QString json;
    for (const QChar c : text) {
        if (c == QLatin1Char('"') || c == QLatin1Char('\\'))
            json.append(QLatin1Char('\\')).append(c);
        else if (c == QLatin1Char('\n'))
            json.append(QLatin1String("\\n"));
        else if (c == QLatin1Char('\t'))
            json.append(QLatin1String("\\t"));
        else
            json.append(c);
    }
    return json;
}

} // namespace

void QueryParser::countValue(qsizetype at) {
    if (++m_values > maxValues)
        fail(at, 1, tr("A filter has at most %1 values.").arg(maxValues));
}

void QueryParser::readFreeText(Node& node) {
    const qsizetype start = m_at;
    countValue(start);
    QueryValue value;
    if (isAt('"')) {
        readQuoted(value);
    } else {
        while (!atEnd() && !m_text[m_at].isSpace() && !isAt(')'))
            value.text.append(m_text[m_at++]);
        // "/…/" is an expression; a path such as /hooks/a is text.
        const bool isExpression = value.text.startsWith(QLatin1Char('/'));
        if (isExpression && m_text.indexOf(QLatin1Char('/'), start + 1) >= 0) {
            const qsizetype behindWord = m_at;
            QueryValue expression;
            m_at = start;
            readExpression(expression);
            if (m_error || atEnd() || m_text[m_at].isSpace() || isAt(')'))
                value = expression;
            else
                m_at = behindWord;
        }
    }
    interpret(node, query::Comparing::Texts, value, start);
    node.values.push_back(std::move(value));
}

void QueryParser::readValue(Node& node, query::Comparing comparing, const QString& fieldName) {
    if (m_error)
        return;
    const qsizetype start = m_at;
    countValue(start);
    QueryValue value;
    if (isAt('"')) {
        readQuoted(value);
    } else if (node.op == QueryOperator::Contains && isAt('/')) {
        readExpression(value);
    } else if (isAt('(')) {
        fail(m_at, 1,
             tr("Several values are written a,b; a value that begins with a bracket stands in quotes."));
    } else {
        while (!atEnd() && !m_text[m_at].isSpace() && !isAt(')') && !isAt(','))
            value.text.append(m_text[m_at++]);
        if (value.text.isEmpty())
            fail(m_at, atEnd() ? 0 : 1,
                 tr("A value was expected behind “%1”; \"\" is the empty one.").arg(fieldName));
    }
    if (m_error)
        return;
    interpret(node, comparing, value, start);
    node.values.push_back(std::move(value));
}

void QueryParser::readQuoted(QueryValue& value) {
    const qsizetype start = m_at;
    value.isQuoted = true;
    for (++m_at; !atEnd() && !isAt('"'); ++m_at) {
        if (isAt('\\') && m_at + 1 < m_text.size())
            ++m_at;
        value.text.append(m_text[m_at]);
    }
    if (atEnd())
        fail(start, 1, tr("This quote is not closed."));
    ++m_at;
}

void QueryParser::readExpression(QueryValue& value) {
    const qsizetype start = m_at;
    value.isRegularExpression = true;
    for (++m_at; !atEnd() && !isAt('/'); ++m_at) {
        if (isAt('\\') && m_at + 1 < m_text.size()) {
            if (m_text[m_at + 1] != QLatin1Char('/'))
                value.text.append(m_text[m_at]);
            ++m_at;
        }
        value.text.append(m_text[m_at]);
    }
    if (atEnd())
        fail(start, 1, tr("This regular expression is not closed with “/”."));
    ++m_at;
    value.expression = QRegularExpression(QLatin1String(matchLimit) + value.text,
                                          QRegularExpression::CaseInsensitiveOption |
                                              QRegularExpression::UseUnicodePropertiesOption);
    if (!value.expression.isValid()) {
        const qsizetype offset = value.expression.patternErrorOffset() - qsizetype(sizeof matchLimit - 1);
        fail(start + 1 + qBound(qsizetype(0), offset, value.text.size()), 1,
             tr("This is no regular expression: %1.").arg(value.expression.errorString()));
    }
}

void QueryParser::interpret(const Node& node, query::Comparing comparing, QueryValue& value, qsizetype at) {
    value.utf8 = value.text.toUtf8();
    value.folded = query::folded(value.utf8);
    value.isAscii = query::isAscii(value.utf8);
    value.needle = QueryNeedle(value.text);
    const QString json = escaped(value.text);
    if (json != value.text)
        value.escapedNeedle = QueryNeedle(json);
    switch (comparing) {
    case query::Comparing::Texts:
        break;
    case query::Comparing::Words:
        readWord(node, value, at);
        break;
    case query::Comparing::Moment:
    case query::Comparing::Times:
        readMoment(value, at);
        break;
    case query::Comparing::Durations:
        readLag(value, at);
        break;
    case query::Comparing::Numbers:
        readNumber(node, value, at);
        break;
    case query::Comparing::Values:
        value.real = value.text.toDouble(&value.isNumber);
        break;
    }
}

void QueryParser::readWord(const Node& node, const QueryValue& value, qsizetype at) {
    const QStringList known = query::words(node.field);
    const bool isChannel = node.field == QueryField::Via && channelFromName(value.text);
    if (isChannel || known.contains(value.text, Qt::CaseInsensitive))
        return;
    const auto& names = query::fieldNames();
    const auto field = std::find_if(names.begin(), names.end(),
                                    [&node](const auto& each) { return each.field == node.field; });
    fail(at, m_at - at,
         tr("“%1” can be: %2.").arg(QLatin1String(field->name), known.join(QLatin1String(", "))));
}

void QueryParser::readMoment(QueryValue& value, qsizetype at) {
    const auto span = queryvalues::time(value.text, m_now);
    if (span) {
        value.number = span->begin;
        value.numberEnd = span->end;
        value.isInstant = span->end == std::numeric_limits<qint64>::max();
        return;
    }
    fail(
        at, m_at - at,
        tr("A time was expected: 30m, 2h, 7d, 14:30, today, yesterday, 2026-01-31 or 2026-01-31T12:00:00Z."));
}

void QueryParser::readLag(QueryValue& value, qsizetype at) {
    const bool isNegative = value.text.startsWith(QLatin1Char('-'));
    const QString text = isNegative ? value.text.sliced(1) : value.text;
    const auto duration = queryvalues::duration(text);
    value.number = isNegative ? -duration.value_or(0) : duration.value_or(0);
    value.numberEnd = value.number + queryvalues::precision(text);
    value.isInstant = true;
    if (!duration)
        fail(at, m_at - at, tr("A duration was expected, such as 500ms, 2s or 5m."));
}

void QueryParser::readNumber(const Node& node, QueryValue& value, qsizetype at) {
    bool isSound = false;
    if (node.field == QueryField::Size) {
        const auto bytes = queryvalues::bytes(value.text);
        isSound = bytes.has_value();
        value.number = bytes.value_or(0);
    } else {
        value.number = value.text.toLongLong(&isSound);
        isSound = isSound && value.number < std::numeric_limits<qint64>::max();
    }
    value.numberEnd = value.number + 1;
    if (!isSound)
        fail(at, m_at - at,
             node.field == QueryField::Size ? tr("A size was expected, such as 500, 20KB or 1MB.")
                                            : tr("A whole number was expected."));
}

} // namespace meshwatch
