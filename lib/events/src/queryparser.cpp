// SPDX-License-Identifier: MIT
#include "queryparser.h"

namespace meshwatch {

namespace {

// A tree that SQLite's limit on the depth of expressions (1000) has room for.
constexpr int maxNesting = 100;
constexpr qsizetype maxLength = 10'000;

bool isFieldCharacter(QChar c) { return c.isLetterOrNumber() || QStringView(u"._@-").contains(c); }

bool isOrdering(QueryOperator op) { return op >= QueryOperator::Greater; }

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
        const int away = distance(QStringView(name).left(20), candidate);
        if (away < least && away < int(candidate.size())) {
            least = away;
            best = candidate;
        }
    }
    return best;
}

/// What is cheap to find out is asked first.
int cost(const query::NodePointer& node) {
    if (node->kind != Query::Node::Kind::Term)
        return 3;
    const bool isExpression = std::any_of(node->values.begin(), node->values.end(),
                                          [](const QueryValue& value) { return value.isRegularExpression; });
    if (node->field == QueryField::Text)
        return isExpression ? 4 : 1;
    return node->field == QueryField::Data || node->field == QueryField::Is ? 2 : 0;
}

query::NodePointer combined(Query::Node::Kind kind, std::vector<query::NodePointer> parts, bool isSound) {
    if (parts.size() == 1)
        return parts.front();
    auto node = std::make_shared<Query::Node>();
    node->kind = kind;
    node->children = std::move(parts);
    if (isSound)
        std::stable_sort(node->children.begin(), node->children.end(),
                         [](const auto& a, const auto& b) { return cost(a) < cost(b); });
    return node;
}

} // namespace

Result<query::NodePointer, QueryError> QueryParser::parse() {
    if (m_text.size() > maxLength)
        return QueryError{maxLength, m_text.size() - maxLength,
                          tr("A filter has at most %1 characters.").arg(maxLength)};
    skipBlanks();
    if (atEnd())
        return query::NodePointer(std::make_shared<Node>());
    query::NodePointer root = parseOr();
    skipBlanks();
    if (!atEnd())
        fail(m_at, 1, tr("This “)” closes no “(”."));
    if (m_error)
        return *m_error;
    return root;
}

void QueryParser::fail(qsizetype at, qsizetype length, const QString& message) {
    if (!m_error)
        m_error = QueryError{qMin(at, m_text.size()),
                             qBound(qsizetype(0), length, m_text.size() - qMin(at, m_text.size())), message};
}

void QueryParser::skipBlanks() {
    while (!atEnd() && m_text[m_at].isSpace())
        ++m_at;
}

bool QueryParser::startsWithWord(QLatin1String word) const {
    const QStringView rest = QStringView(m_text).sliced(qMin(m_at, m_text.size()));
    if (!rest.startsWith(word, Qt::CaseInsensitive))
        return false;
    return rest.size() == word.size() || rest[word.size()].isSpace() ||
           QStringView(u"()").contains(rest[word.size()]);
}

bool QueryParser::takeWord(QLatin1String word) {
    if (!startsWithWord(word))
        return false;
    m_at += word.size();
    skipBlanks();
    return true;
}

query::NodePointer QueryParser::parseOr() {
    std::vector<query::NodePointer> parts{parseAnd()};
    while (!m_error && takeWord(QLatin1String("or")))
        parts.push_back(parseAnd());
    return combined(Node::Kind::Or, std::move(parts), !m_error);
}

query::NodePointer QueryParser::parseAnd() {
    std::vector<query::NodePointer> parts;
    bool isTermDue = true;
    skipBlanks();
    while (!m_error && !atEnd() && !isAt(')') && !startsWithWord(QLatin1String("or"))) {
        const qsizetype before = m_at;
        if (takeWord(QLatin1String("and"))) {
            if (isTermDue)
                fail(before, 3, tr("“and” stands between two terms."));
            isTermDue = true;
            continue;
        }
        parts.push_back(parseUnary());
        isTermDue = false;
        skipBlanks();
    }
    if (isTermDue)
        fail(m_at,
             atEnd()                               ? 0
             : startsWithWord(QLatin1String("or")) ? 2
                                                   : 1,
             tr("A term was expected here, such as trigger:transport.*"));
    if (m_error)
        return nullptr;
    return combined(Node::Kind::And, std::move(parts), true);
}

query::NodePointer QueryParser::parseUnary() {
    const qsizetype at = m_at;
    if (++m_depth > maxNesting)
        fail(m_at, 1, tr("This is nested more than %1 levels deep.").arg(maxNesting));
    query::NodePointer result;
    bool isNot = false;
    if (isAt('-')) {
        isNot = true;
        ++m_at;
    } else if (takeWord(QLatin1String("not"))) {
        isNot = true;
    }
    if (isNot && (atEnd() || m_text[m_at].isSpace() || isAt(')')))
        fail(at, m_at - at, tr("What shall not be? A term was expected behind this."));
    if (!m_error && isNot) {
        auto node = std::make_shared<Node>();
        node->kind = Node::Kind::Not;
        node->children.push_back(parseUnary());
        result = node;
    } else if (!m_error) {
        result = parsePrimary();
    }
    --m_depth;
    return result;
}

query::NodePointer QueryParser::parsePrimary() {
    if (!isAt('('))
        return parseTerm();
    const qsizetype open = m_at++;
    query::NodePointer inner = parseOr();
    skipBlanks();
    if (!isAt(')'))
        fail(open, 1, tr("This “(” is not closed."));
    ++m_at;
    return inner;
}

bool QueryParser::takeOperator(QueryOperator& into) {
    static const std::pair<QLatin1String, QueryOperator> operators[] = {
        {QLatin1String("!="), QueryOperator::Differs},
        {QLatin1String(">="), QueryOperator::GreaterOrEqual},
        {QLatin1String("<="), QueryOperator::LessOrEqual},
        {QLatin1String(":"), QueryOperator::Matches},
        {QLatin1String("="), QueryOperator::Equals},
        {QLatin1String("~"), QueryOperator::Contains},
        {QLatin1String(">"), QueryOperator::Greater},
        {QLatin1String("<"), QueryOperator::Less}};
    for (const auto& [text, op] : operators) {
        if (QStringView(m_text).sliced(m_at).startsWith(text)) {
            m_at += text.size();
            into = op;
            return true;
        }
    }
    return false;
}

query::NodePointer QueryParser::parseTerm() {
    auto node = std::make_shared<Node>();
    node->kind = Node::Kind::Term;
    const qsizetype start = m_at;
    auto comparing = query::Comparing::Texts;
    if (!readField(*node, comparing)) {
        readFreeText(*node);
        return node;
    }
    const QString fieldName = m_text.sliced(start, m_at - start);
    do {
        readValue(*node, comparing, fieldName);
    } while (!m_error && isAt(',') && ++m_at);
    const bool takesOne = comparing == query::Comparing::Moment || isOrdering(node->op);
    if (takesOne && node->values.size() > 1)
        fail(start, m_at - start, tr("One value can stand here, not a list."));
    if (node->op != QueryOperator::Differs)
        return node;
    // What a field lacks is different too: exactly what “not” says.
    node->op = QueryOperator::Matches;
    auto opposite = std::make_shared<Node>();
    opposite->kind = Node::Kind::Not;
    opposite->children.push_back(std::move(node));
    return opposite;
}

/// Takes "field<operator>" and says whether there is one; else what stands here is free text.
bool QueryParser::readField(Node& node, query::Comparing& comparing) {
    const qsizetype start = m_at;
    qsizetype end = m_at;
    while (end < m_text.size() && isFieldCharacter(m_text[end]))
        ++end;
    m_at = end;
    const bool hasOperator = end > start && !atEnd() && takeOperator(node.op);
    const QString name = m_text.sliced(start, end - start);
    // Addresses and links are pasted as they are.
    const QStringView behind = QStringView(m_text).sliced(qMin(m_at, m_text.size()));
    const bool isAddress = name == QLatin1String("did") || behind.startsWith(QLatin1String("//"));
    if (!hasOperator || (node.op == QueryOperator::Matches && isAddress)) {
        node.op = QueryOperator::Matches;
        m_at = start;
        return false;
    }
    if (name.startsWith(QLatin1String("data."), Qt::CaseInsensitive) && name.size() > 5) {
        node.field = QueryField::Data;
        node.path = name.sliced(5).split(QLatin1Char('.'));
        comparing = query::Comparing::Values;
        return true;
    }
    const query::FieldName* field = query::findField(name);
    if (!field) {
        failUnknownField(start, name);
        return true;
    }
    node.field = field->field;
    comparing = field->comparing;
    checkOperator(node.op, name, comparing, end);
    return true;
}

void QueryParser::checkOperator(QueryOperator op, const QString& name, query::Comparing comparing,
                                qsizetype at) {
    using query::Comparing;
    const qsizetype length = m_at - at;
    const bool isOrdered = comparing == Comparing::Times || comparing == Comparing::Durations ||
                           comparing == Comparing::Numbers || comparing == Comparing::Values;
    const bool hasText = comparing == Comparing::Texts || comparing == Comparing::Values;
    if (isOrdering(op) && !isOrdered)
        fail(at, length, tr("“%1” cannot be compared with < and >.").arg(name));
    else if (op == QueryOperator::Contains && !hasText)
        fail(at, length, tr("“%1” is no text: “~” cannot be used with it.").arg(name));
    else if (comparing == Comparing::Moment && op == QueryOperator::Differs)
        fail(at, length, tr("“%1” wants “:” and a time.").arg(name));
}

void QueryParser::failUnknownField(qsizetype at, const QString& name) {
    const QString nearest = nearestField(name.toLower());
    if (name.compare(QLatin1String("data"), Qt::CaseInsensitive) == 0)
        fail(at, name.size(), tr("Behind “data” comes a path, as in data.content.subject~certificate."));
    else if (!nearest.isEmpty())
        fail(at, name.size(), tr("There is no field “%1”. Did you mean “%2”?").arg(name, nearest));
    else
        fail(at, name.size(), tr("There is no field “%1”. Put text that is no field in quotes.").arg(name));
}

} // namespace meshwatch
