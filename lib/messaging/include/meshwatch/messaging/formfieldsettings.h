// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/messaging/requestproblem.h>

#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

#include <optional>
#include <variant>

namespace meshwatch {

/// What may be filled into a FormField item (Connector reference, dto 9).
struct FormFieldSettings {
    struct String {
        bool allowNewlines = false;
        std::optional<int> min; ///< characters
        std::optional<int> max;
        bool operator==(const String&) const = default;
    };
    struct Integer {
        QString unit;
        std::optional<qint64> min;
        std::optional<qint64> max;
        bool operator==(const Integer&) const = default;
    };
    struct Double {
        QString unit;
        std::optional<double> min;
        std::optional<double> max;
        bool operator==(const Double&) const = default;
    };
    struct Boolean {
        bool operator==(const Boolean&) const = default;
    };
    struct Date {
        bool operator==(const Date&) const = default;
    };
    struct Rating {
        int maxRating = 5; ///< 5 to 10
        bool operator==(const Rating&) const = default;
    };
    struct Selection {
        QStringList options;
        bool allowMultipleSelection = false;
        bool operator==(const Selection&) const = default;
    };
    std::variant<Boolean, String, Integer, Double, Date, Rating, Selection> kind;
    QJsonObject rest{}; ///< members that we do not know, kept

    void check(const QString& path, RequestProblems& problems) const;
    /// What is wrong with an answer, translated; empty if it fits.
    [[nodiscard]] QString problemOf(const QJsonValue& response) const;
    [[nodiscard]] QJsonObject toJson() const;
    /// An unknown "@type" becomes Boolean with everything in `rest`; check() names it.
    [[nodiscard]] static FormFieldSettings fromJson(const QJsonObject& json);
    bool operator==(const FormFieldSettings&) const = default;
};

} // namespace meshwatch
