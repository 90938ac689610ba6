// SPDX-License-Identifier: MIT
#pragma once

#include "apierror.h"

#include <QJsonObject>
#include <QList>
#include <QRegularExpression>

#include <span>

namespace meshwatch::sandbox {

/// The items of a query string, decoded, in order and with repetitions.
class QueryItems {
public:
    QueryItems() = default;
    explicit QueryItems(const QByteArray& query);

    [[nodiscard]] bool contains(const QString& name) const;
    [[nodiscard]] QString value(const QString& name) const;
    [[nodiscard]] QStringList values(const QString& name) const;
    [[nodiscard]] const QList<std::pair<QString, QString>>& all() const { return m_items; }

private:
    QList<std::pair<QString, QString>> m_items;
};

/// One name that a list route takes in its query.
struct FilterName {
    enum class Kind {
        Property,    ///< compared with the operators, values guessed to be numbers or booleans
        Text,        ///< compared as it stands: exact tag, password, …; repetition means one of
        Presence,    ///< only empty (there) or `!` (not there)
        FileIds,     ///< `+` is any, else one of the ids
        Participant, ///< sender or recipient
        Option       ///< no filter: the route itself reads it
    };
    const char* name;
    Kind kind = Kind::Property;
};

/// The filter of one list call: what a record must fulfil (reference/rest-api.md 1.7).
class Filter {
public:
    enum class Unknown { Refused, Ignored };

    /// Reads the query. An unknown name is refused with the code of a failed validation, or ignored.
    [[nodiscard]] static Outcome<Filter> read(const QueryItems& query, std::span<const FilterName> names,
                                              Unknown unknown = Unknown::Refused);
    [[nodiscard]] bool matches(const QJsonObject& record) const;

private:
    enum class Test { Equal, NotEqual, Exists, Missing, Less, LessEqual, Greater, GreaterEqual, Pattern };
    struct Condition {
        Test test;
        QJsonValue value;
        QRegularExpression pattern;
    };
    struct Clause {
        QStringList path;
        FilterName::Kind kind;
        QList<Condition> conditions;
    };
    static Outcome<Condition> condition(const QString& text, FilterName::Kind kind);
    static bool holds(const Condition& condition, const QJsonArray& found);
    static bool holds(const Clause& clause, const QJsonArray& found);

    QList<Clause> m_clauses;
};

} // namespace meshwatch::sandbox
