// SPDX-License-Identifier: MIT
#include "queryparser.h"

#include "queryvalues.h"

#include <QCoreApplication>

namespace meshwatch {

namespace {

constexpr int maxDepth = 100;
constexpr qsizetype maxLength = 10'000;

QString tr(const char* text) { return QCoreApplication::translate("Query", text); }

bool isFieldCharacter(QChar c) {
    return c.isLetterOrNumber() || c == QLatin1Char('.') || c == QLatin1Char('_') || c == QLatin1Char('@')
           || c == QLatin1Char('-');
}

bool isOperatorCharacter(QChar c) { return QStringView(u":=!~<>").contains(c); }

/// How many letters have to be changed to make one word of another.
int distance(QStringView a, QStringView b) {
    std::vector<int> row(size_t(b.size()) + 1);
    for (size_t i = 0; i < row.size(); ++i)
        row[i] = int(i);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i) + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const int old = row[size_t(j) + 1];
            const int change = a[i] == b[j] ? diagonal : diagonal + 1;
            row[size_t(j) + 1] = std::min({change, old + 1, row[size_t(j)] + 1});
            diagonal = old;
        }
    }
    return row.back();
}

QString nearestField(const QString& name) {
    QString best;
    int least = 3;
    for (const auto& field : query::fieldNames()) {
        const QString candidate = QLatin1String(field.name);
        const int away = distance(name.left(20), candidate);
        if (away < least) {
            least = away;
            best = candidate;
        }
    }
    return best;
}

} // namespace

Result<query::NodePointer, QueryError> QueryParser::parse() {
    if (m_text.size() > maxLength)
        return QueryError{maxLength, 0, tr("A filter has at most %1 characters.").arg(maxLength)};
    skipBlanks();
    if (atEnd())
        return query::NodePointer(std::make_shared<Node>());
    query::NodePointer root = parseOr();
    skipBlanks();
    if (!m_error && !atEnd())
        fail(m_at, 1, tr("“)” without “(”."));
    if (m_error)
        return *m_error;
    return root;
}

void QueryParser::fail(qsizetype at, qsizetype length, const QString& message) {
    if (!m_error)
        m_error = QueryError{at, length, message};
}

void QueryParser::skipBlanks() {
    while (!atEnd() && m_text[m_at].isSpace())
        ++m_at;
}

bool QueryParser::takeWord(QLatin1String word) {
    const QStringView rest = QStringView(m_text).sliced(m_at);
    if (!rest.startsWith(word, Qt::CaseInsensitive))
        return false;
    const qsizetype end = m_at + word.size();
    if (end < m_text.size() && !m_text[end].isSpace() && m_text[end] != QLatin1Char('('))
        return false;
    m_at = end;
    skipBlanks();
    return true;
}

query::NodePointer QueryParser::parseOr() {
    auto first = parseAnd();
    std::vector<query::NodePointer> parts{first};
    while (!m_error && takeWord(QLatin1String("or"))) {
        if (atEnd())
            fail(m_at, 0, tr("A term was expected after “or”."));
        parts.push_back(parseAnd());
    }
    if (parts.size() == 1)
        return first;
    auto node = std::make_shared<Node>();
    node->kind = Node::Kind::Or;
    node->children = std::move(parts);
    return node;
}

query::NodePointer QueryParser::parseAnd() {
    std::vector<query::NodePointer> parts;
    skipBlanks();
    while (!m_error && !atEnd() && m_text[m_at] != QLatin1Char(')')) {
        const qsizetype before = m_at;
        if (takeWord(QLatin1String("or"))) {
            m_at = before;
            break;
        }
        if (takeWord(QLatin1String("and"))) {
            if (parts.empty() || atEnd())
                fail(before, 3, tr("“and” stands between two terms."));
            continue;
        }
        parts.push_back(parseUnary());
        skipBlanks();
    }
    if (parts.empty() && !m_error)
        fail(m_at, atEnd() ? 0 : 1, tr("A term was expected, such as trigger:transport.*"));
    if (parts.size() == 1)
        return parts.front();
    auto node = std::make_shared<Node>();
    node->kind = Node::Kind::And;
    node->children = std::move(parts);
    return node;
}

query::NodePointer QueryParser::parseUnary() {
    if (++m_depth > maxDepth)
        fail(m_at, 1, tr("Nested too deep."));
    query::NodePointer result;
    const bool isMinus = !atEnd() && m_text[m_at] == QLatin1Char('-');
    const qsizetype at = m_at;
    if (isMinus)
        ++m_at;
    if (!m_error && (isMinus || takeWord(QLatin1String("not")))) {
        if (atEnd() || m_text[m_at].isSpace())
            fail(at, m_at - at, tr("A term was expected behind this."));
        auto node = std::make_shared<Node>();
        node->kind = Node::Kind::Not;
        if (!m_error)
            node->children.push_back(parseUnary());
        result = node;
    } else if (!m_error) {
        result = parsePrimary();
    }
    --m_depth;
    return result;
}

query::NodePointer QueryParser::parsePrimary() {
    if (m_text[m_at] != QLatin1Char('('))
        return parseTerm();
    const qsizetype open = m_at++;
    query::NodePointer inner = parseOr();
    skipBlanks();
    if (!m_error && (atEnd() || m_text[m_at] != QLatin1Char(')')))
        fail(open, 1, tr("This “(” is not closed."));
    else
        ++m_at;
    return inner;
}

std::optional<QueryOperator> QueryParser::takeOperator() {
    static const std::pair<QLatin1String, QueryOperator> operators[] = {
        {QLatin1String("!="), QueryOperator::Differs},       {QLatin1String(">="), QueryOperator::GreaterOrEqual},
        {QLatin1String("<="), QueryOperator::LessOrEqual},   {QLatin1String(":"), QueryOperator::Matches},
        {QLatin1String("="), QueryOperator::Equals},         {QLatin1String("~"), QueryOperator::Contains},
        {QLatin1String(">"), QueryOperator::Greater},        {QLatin1String("<"), QueryOperator::Less}};
    for (const auto& [text, op] : operators) {
        if (QStringView(m_text).sliced(m_at).startsWith(text)) {
            m_at += text.size();
            return op;
        }
    }
    return std::nullopt;
}

query::NodePointer QueryParser::parseTerm() {
    auto node = std::make_shared<Node>();
    node->kind = Node::Kind::Term;
    const qsizetype start = m_at;
    qsizetype end = m_at;
    while (end < m_text.size() && isFieldCharacter(m_text[end]))
        ++end;
    const bool hasField = end > start && end < m_text.size() && isOperatorCharacter(m_text[end]);
    if (!hasField) {
        readValue(*node, {});
        return node;
    }
    const QString name = m_text.sliced(start, end - start);
    m_at = end;
    const auto op = takeOperator();
    if (!op) {
        fail(end, 1, tr("An operator was expected: : = != ~ > >= < <="));
        return node;
    }
    node->op = *op;
    if (name.startsWith(QLatin1String("data."), Qt::CaseInsensitive) && name.size() > 5) {
        node->field = QueryField::Data;
        node->path = name.sliced(5);
    } else {
        const auto& names = query::fieldNames();
        const auto known = std::find_if(names.begin(), names.end(), [&name](const query::FieldName& field) {
            return name.compare(QLatin1String(field.name), Qt::CaseInsensitive) == 0;
        });
        if (known == names.end()) {
            const QString near = nearestField(name.toLower());
            fail(start, end - start,
                 near.isEmpty() ? tr("There is no field “%1”. Put text with “:” in quotes.").arg(name)
                                : tr("There is no field “%1”. Did you mean “%2”?").arg(name, near));
            return node;
        }
        node->field = known->field;
    }
    parseValues(*node, name);
    return node;
}

void QueryParser::parseValues(Node& node, const QString& fieldName) {
    readValue(node, fieldName);
    while (!m_error && !atEnd() && m_text[m_at] == QLatin1Char(',')) {
        ++m_at;
        readValue(node, fieldName);
    }
}

void QueryParser::readValue(Node& node, const QString& fieldName) {
    const qsizetype start = m_at;
    QueryValue value;
    readText(value);
    if (m_error)
        return;
    if (value.text.isEmpty() && !value.isQuoted) {
        fail(m_at, atEnd() ? 0 : 1,
             fieldName.isEmpty() ? tr("A term was expected.") : tr("A value was expected after “%1”.").arg(fieldName));
        return;
    }
    value.utf8 = value.text.toUtf8();
    value.lower = query::lowered(value.utf8);
    interpret(node, value, start);
    node.values.push_back(std::move(value));
}

void QueryParser::readText(QueryValue& value) {
    const qsizetype start = m_at;
    if (!atEnd() && m_text[m_at] == QLatin1Char('"')) {
        value.isQuoted = true;
        for (++m_at; !atEnd() && m_text[m_at] != QLatin1Char('"'); ++m_at) {
            if (m_text[m_at] == QLatin1Char('\\') && m_at + 1 < m_text.size())
                ++m_at;
            value.text.append(m_text[m_at]);
        }
        if (atEnd())
            fail(start, 1, tr("This quote is not closed."));
        else
            ++m_at;
        return;
    }
    if (!atEnd() && m_text[m_at] == QLatin1Char('/')) {
        value.isRegularExpression = true;
        for (++m_at; !atEnd() && m_text[m_at] != QLatin1Char('/'); ++m_at) {
            if (m_text[m_at] == QLatin1Char('\\') && m_at + 1 < m_text.size() && m_text[m_at + 1] == QLatin1Char('/'))
                ++m_at;
            value.text.append(m_text[m_at]);
        }
        if (atEnd()) {
            fail(start, 1, tr("This regular expression is not closed with “/”."));
            return;
        }
        ++m_at;
        compileExpression(value, start);
        return;
    }
    while (!atEnd() && !m_text[m_at].isSpace() && m_text[m_at] != QLatin1Char(')') && m_text[m_at] != QLatin1Char(','))
        value.text.append(m_text[m_at++]);
}

void QueryParser::compileExpression(QueryValue& value, qsizetype at) {
    // PCRE2's own limits on matching end runaway expressions; they then count as no match.
    value.expression = QRegularExpression(value.text, QRegularExpression::CaseInsensitiveOption
                                                          | QRegularExpression::UseUnicodePropertiesOption);
    if (!value.expression.isValid())
        fail(at + 1 + value.expression.patternErrorOffset(), 1,
             tr("Not a regular expression: %1").arg(value.expression.errorString()));
}

void QueryParser::interpret(Node& node, QueryValue& value, qsizetype at) {
    const qsizetype length = m_at - at;
    const bool orders = node.op >= QueryOperator::Greater;
    switch (node.field) {
    case QueryField::Since:
    case QueryField::Until:
    case QueryField::Created:
    case QueryField::Received:
        if (const auto time = queryvalues::time(value.text, m_now)) {
            value.number = double(time->value);
            value.isNumber = true;
        } else {
            fail(at, length, tr("A time was expected: 30m, 2h, 7d, 14:30, today, 2026-01-31 or 2026-01-31T12:00:00Z."));
        }
        return;
    case QueryField::Lag:
        if (const auto duration = queryvalues::duration(value.text)) {
            value.number = double(*duration);
            value.isNumber = true;
        } else {
            fail(at, length, tr("A duration was expected, such as 500ms, 2s or 5m."));
        }
        return;
    case QueryField::Size:
        if (const auto bytes = queryvalues::bytes(value.text)) {
            value.number = *bytes;
            value.isNumber = true;
        } else {
            fail(at, length, tr("A size was expected, such as 500, 20KB or 1MB."));
        }
        return;
    case QueryField::Via:
        if (!channelFromName(value.text))
            fail(at, length, tr("A channel was expected: webhook, amqp, mqtt, redis, pubsub, relay, sync or file."));
        return;
    case QueryField::Family:
        if (!queryvalues::family(value.text))
            fail(at, length, tr("A family was expected: message, request, relationship, attribute, file, identity, "
                                "runtime or other."));
        return;
    case QueryField::Is:
        if (!QStringList{QStringLiteral("recovered"), QStringLiteral("merged"), QStringLiteral("failure")}.contains(
                value.text.toLower()))
            fail(at, length, tr("Expected after “is”: recovered, merged or failure."));
        return;
    case QueryField::Has:
        if (!QStringList{QStringLiteral("object"), QStringLiteral("peer"), QStringLiteral("time"),
                         QStringLiteral("correlation")}
                 .contains(value.text.toLower()))
            fail(at, length, tr("Expected after “has”: object, peer, time or correlation."));
        return;
    default:
        break;
    }
    value.number = value.text.toDouble(&value.isNumber);
    if (node.field == QueryField::Seq && !value.isNumber)
        fail(at, length, tr("A number was expected."));
    if (orders && node.field != QueryField::Seq && node.field != QueryField::Data)
        fail(at, length, tr("This field cannot be compared with < and >."));
}

} // namespace meshwatch
