// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QPair>
#include <QString>

namespace meshwatch {

/// What a JsonForm asks for at one place of its JSON object.
struct FormField {
    enum class Kind {
        Text,
        LongText,
        Integer,
        Number,
        Switch,  ///< on or off; off writes nothing
        YesNo,   ///< undefined until one of them is chosen
        Choice,  ///< one of `options`
        Choices, ///< a list of some of `options`
        Texts,   ///< a list, one a line
        Moment,  ///< date and time; ISO 8601
        Day,     ///< "2026-01-31"
        Rating,  ///< 1 to `most`
        Json,
    };
    QString path; ///< "query.valueType"
    QString label;
    Kind kind = Kind::Text;
    bool isRequired = false;
    bool isMachine = false;                   ///< ids and references
    bool isShaping = false;                   ///< its value decides which other fields there are
    QString hint{};                           ///< shown where nothing is filled in yet, or as unit
    QList<QPair<QString, QString>> options{}; ///< value and title
    int most = 5;

    bool operator==(const FormField&) const = default;
};

using FormFields = QList<FormField>;

} // namespace meshwatch
