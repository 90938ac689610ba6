// SPDX-License-Identifier: MIT
#include "filter.h"

#include <QJsonArray>

namespace meshwatch::sandbox {

using namespace Qt::StringLiterals;

namespace {

QString decoded(QByteArray text) {
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
}

/// A value that reads wholly as a number or boolean becomes one.
QJsonValue guessed(const QString& text) {
    if (text == "true"_L1 || text == "false"_L1)
        return text == "true"_L1;
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber && !text.isEmpty() ? QJsonValue(number) : QJsonValue(text);
}

/// Every value at a path; lists on the way, and at its end, stand for each of their elements.
void collect(const QJsonValue& value, const QStringList& path, qsizetype step, QJsonArray& found) {
    if (value.isArray()) {
        if (step == path.size())
            found.append(value);
        const QJsonArray elements = value.toArray();
        for (const QJsonValue& element : elements)
            collect(element, path, step, found);
        return;
    }
    if (step == path.size()) {
        found.append(value);
        return;
    }
    const QJsonObject object = value.toObject();
    if (const auto member = object.constFind(path[step]); member != object.constEnd())
        collect(*member, path, step + 1, found);
}

/// Below zero, zero, above; nothing where the two cannot be compared. Dates are compared as text.
std::optional<int> compared(const QJsonValue& a, const QJsonValue& b) {
    if (a.isDouble() && b.isDouble())
        return a.toDouble() < b.toDouble() ? -1 : a.toDouble() > b.toDouble() ? 1 : 0;
    if (a.isString() && b.isString())
        return a.toString().compare(b.toString());
    return std::nullopt;
}

} // namespace

QueryItems::QueryItems(const QByteArray& query) {
    for (const QByteArray& item : query.split('&')) {
        if (item.isEmpty())
            continue;
        const qsizetype equals = item.indexOf('=');
        m_items.append({decoded(equals < 0 ? item : item.left(equals)),
                        equals < 0 ? QString() : decoded(item.mid(equals + 1))});
    }
}

bool QueryItems::contains(const QString& name) const {
    return std::ranges::any_of(m_items, [&](const auto& item) { return item.first == name; });
}

QString QueryItems::value(const QString& name) const {
    const QStringList found = values(name);
    return found.isEmpty() ? QString() : found.first();
}

QStringList QueryItems::values(const QString& name) const {
    QStringList found;
    for (const auto& [key, value] : m_items) {
        if (key == name)
            found.append(value);
    }
    return found;
}

Outcome<Filter::Condition> Filter::condition(const QString& text, FilterName::Kind kind) {
    using Kind = FilterName::Kind;
    if (kind == Kind::Presence && !text.isEmpty() && text != "!"_L1)
        return errors::invalidValue(u"the value must be '' or '!'"_s);
    if (kind == Kind::FileIds && text == "+"_L1)
        return Condition{Test::Exists, {}, {}};
    if (kind == Kind::Text || kind == Kind::FileIds || kind == Kind::Participant)
        return Condition{Test::Equal, text, {}};
    if (text.isEmpty())
        return Condition{Test::Exists, {}, {}};
    const QString rest = text.mid(1);
    const auto pattern = [](const QString& expression) -> Outcome<Condition> {
        const QRegularExpression compiled(expression, QRegularExpression::CaseInsensitiveOption);
        if (!compiled.isValid())
            return errors::unexpected();
        return Condition{Test::Pattern, {}, compiled};
    };
    switch (text[0].unicode()) {
    case u'!':
        return rest.isEmpty() ? Condition{Test::Missing, {}, {}}
                              : Condition{Test::NotEqual, guessed(rest), {}};
    case u'>':
        return rest.startsWith(u'=') ? Condition{Test::GreaterEqual, guessed(rest.mid(1)), {}}
                                     : Condition{Test::Greater, guessed(rest), {}};
    case u'<':
        return rest.startsWith(u'=') ? Condition{Test::LessEqual, guessed(rest.mid(1)), {}}
                                     : Condition{Test::Less, guessed(rest), {}};
    case u'^':
        return pattern(u'^' + QRegularExpression::escape(rest));
    case u'$':
        return pattern(QRegularExpression::escape(rest) + u'$');
    case u'~':
        return pattern(rest);
    default:
        return Condition{Test::Equal, guessed(text), {}};
    }
}

Outcome<Filter> Filter::read(const QueryItems& query, std::span<const FilterName> names, Unknown unknown) {
    Filter filter;
    QHash<QString, qsizetype> places;
    for (const auto& [name, value] : query.all()) {
        const auto known = std::ranges::find_if(
            names, [&key = name](const FilterName& n) { return key == QLatin1String(n.name); });
        if (known == names.end()) {
            if (unknown == Unknown::Ignored)
                continue;
            return errors::invalidValue(u"query must NOT have additional properties"_s);
        }
        if (known->kind == FilterName::Kind::Option)
            continue;
        auto read = condition(value, known->kind);
        if (!read)
            return read.error();
        if (!places.contains(name)) {
            places.insert(name, filter.m_clauses.size());
            filter.m_clauses.append({name.split(u'.'), known->kind, {}});
        }
        filter.m_clauses[places.value(name)].conditions.append(*read);
    }
    return filter;
}

bool Filter::holds(const Condition& condition, const QJsonArray& found) {
    const auto any = [&](auto test) { return std::any_of(found.begin(), found.end(), test); };
    const auto ordered = [&](auto fits) {
        return any([&](const QJsonValue& value) {
            const auto order = compared(value, condition.value);
            return order && fits(*order);
        });
    };
    switch (condition.test) {
    case Test::Equal:
        return any([&](const QJsonValue& value) { return value == condition.value; });
    case Test::NotEqual:
        return !any([&](const QJsonValue& value) { return value == condition.value; });
    case Test::Exists:
        return !found.isEmpty();
    case Test::Missing:
        return found.isEmpty();
    case Test::Less:
        return ordered([](int order) { return order < 0; });
    case Test::LessEqual:
        return ordered([](int order) { return order <= 0; });
    case Test::Greater:
        return ordered([](int order) { return order > 0; });
    case Test::GreaterEqual:
        return ordered([](int order) { return order >= 0; });
    case Test::Pattern:
        return any([&](const QJsonValue& value) {
            return value.isString() && condition.pattern.match(value.toString()).hasMatch();
        });
    }
    return false;
}

bool Filter::holds(const Clause& clause, const QJsonArray& found) {
    // Values alone mean “one of”; everything else, and both ends of a range, must hold.
    bool hasChoice = false, isChosen = false;
    for (const Condition& condition : clause.conditions) {
        const bool holdsNow = holds(condition, found);
        if (condition.test == Test::Equal || condition.test == Test::Pattern) {
            hasChoice = true;
            isChosen = isChosen || holdsNow;
        } else if (!holdsNow) {
            return false;
        }
    }
    return !hasChoice || isChosen;
}

bool Filter::matches(const QJsonObject& record) const {
    return std::ranges::all_of(m_clauses, [&](const Clause& clause) {
        QJsonArray found;
        if (clause.kind == FilterName::Kind::Participant) {
            collect(record, {u"createdBy"_s}, 0, found);
            collect(record, {u"recipients"_s, u"address"_s}, 0, found);
        } else {
            collect(record, clause.path, 0, found);
        }
        if (clause.kind == FilterName::Kind::FileIds && !found.isEmpty())
            found.removeFirst(); // the list itself: an empty one means no file
        return holds(clause, found);
    });
}

} // namespace meshwatch::sandbox
