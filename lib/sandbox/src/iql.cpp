// SPDX-License-Identifier: MIT
#include "iql.h"
#include "content.h"

#include <meshwatch/core/json.h>

#include <QJsonArray>

#include <algorithm>

namespace meshwatch::sandbox::iql {

using namespace Qt::StringLiterals;

namespace {

using Parsed = Result<Expression, ParseError>;

/// or := and ('||' and)* ; and := unary ('&&' unary)* ; unary := '!' unary | '(' or ')' | operand
class Parser {
public:
    explicit Parser(const QString& text)
        : m_text(text) {}

    Parsed whole() {
        auto expression = joined(u"||"_s, Expression::Kind::Any, &Parser::conjunction);
        skipBlanks();
        if (expression && m_at < m_text.size())
            return expected(u"\"&&\", \"||\" or end of input"_s);
        return expression;
    }

private:
    using Rule = Parsed (Parser::*)();

    Parsed conjunction() { return joined(u"&&"_s, Expression::Kind::All, &Parser::unary); }

    Parsed joined(const QString& sign, Expression::Kind kind, Rule part) {
        auto first = (this->*part)();
        if (!first)
            return first;
        Expression all{kind, {*first}, {}, {}};
        while (take(sign)) {
            auto next = (this->*part)();
            if (!next)
                return next;
            all.parts.push_back(*next);
        }
        return all.parts.size() == 1 ? all.parts.front() : all;
    }

    Parsed unary() {
        if (take(u"!"_s)) {
            auto inner = unary();
            return inner ? Parsed(Expression{Expression::Kind::Not, {*inner}, {}, {}}) : inner;
        }
        if (take(u"("_s)) {
            auto inner = joined(u"||"_s, Expression::Kind::Any, &Parser::conjunction);
            if (inner && !take(u")"_s))
                return expected(u"\")\""_s);
            return inner;
        }
        return operand();
    }

    Parsed operand() {
        if (take(u"#"_s)) {
            const QString tag = peek() == u'\'' ? quoted() : word(u":/-_"_s);
            return tag.isEmpty() ? expected(u"a tag"_s)
                                 : Parsed(Expression{Expression::Kind::Tag, {}, tag, {}});
        }
        const QString name = word(u"."_s);
        if (name.isEmpty() || !name[0].isLetter())
            return expected(u"\"!\", \"(\", \"#\" or an attribute"_s);
        if (!take(u"="_s))
            return Expression{Expression::Kind::Type, {}, name, {}};
        skipBlanks();
        if (peek() != u'\'')
            return expected(u"a value in single quotes"_s);
        return Expression{Expression::Kind::Equals, {}, name, quoted()};
    }

    [[nodiscard]] QChar peek() const { return m_at < m_text.size() ? m_text[m_at] : QChar(); }

    void skipBlanks() {
        while (peek().isSpace())
            ++m_at;
    }

    bool take(const QString& sign) {
        skipBlanks();
        if (!QStringView(m_text).sliced(m_at).startsWith(sign))
            return false;
        m_at += sign.size();
        return true;
    }

    QString word(const QString& more) {
        skipBlanks();
        const qsizetype start = m_at;
        while (peek().isLetterOrNumber() || (!peek().isNull() && more.contains(peek())))
            ++m_at;
        return m_text.mid(start, m_at - start);
    }

    QString quoted() {
        const qsizetype start = ++m_at;
        const qsizetype end = m_text.indexOf(u'\'', start);
        m_at = end < 0 ? m_text.size() : end + 1;
        return m_text.mid(start, (end < 0 ? m_text.size() : end) - start);
    }

    [[nodiscard]] Parsed expected(const QString& what) const {
        const QString found = m_at < m_text.size() ? u'"' + m_text.mid(m_at, 1) + u'"' : u"end of input"_s;
        return ParseError{"Expected "_L1 + what + " but "_L1 + found + " found."_L1, int(m_at)};
    }

    QString m_text;
    qsizetype m_at = 0;
};

} // namespace

bool Expression::matches(const QJsonObject& attribute) const {
    const auto holds = [&](const Expression& part) { return part.matches(attribute); };
    const QJsonObject content = attribute.value("value"_L1).toObject();
    const QString type = name.section(u'.', 0, 0), member = name.section(u'.', 1);
    const bool isType = typeOf(content) == type;
    switch (kind) {
    case Kind::All:
        return std::ranges::all_of(parts, holds);
    case Kind::Any:
        return std::ranges::any_of(parts, holds);
    case Kind::Not:
        return !holds(parts.front());
    case Kind::Tag:
        return attribute.value("tags"_L1).toArray().contains(name);
    case Kind::Type:
        return isType && (member.isEmpty() || !json::at(content, member).isUndefined());
    case Kind::Equals:
        return isType && json::textAt(content, member.isEmpty() ? u"value"_s : member) == value;
    }
    return false;
}

Result<Expression, ParseError> parse(const QString& text) { return Parser(text).whole(); }

} // namespace meshwatch::sandbox::iql
