// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/micros.h>

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <concepts>
#include <utility>
#include <vector>

namespace meshwatch::connector {

/// Narrows a list: names of properties ("content.@type") with what they must be, all of which must hold.
///
///     Filter().is(u"content.@type", u"Mail").createdBetween(monthAgo, now)
///
/// The Connector has no paging and no order: long lists are asked for in windows of `createdAt`. It takes the
/// first characters of a value as an operator and guesses types (a subject "2026" would be the number); is()
/// writes values so that they mean what they say, if need be as a regular expression that disregards case.
/// Names that the route does not take make the call fail as Invalid.
class Filter {
public:
    /// Exactly this text.
    Filter& is(QStringView name, QStringView value);
    // A template, because a literal would rather become a bool than a QStringView.
    Filter& is(QStringView name, std::same_as<bool> auto value) {
        return raw(name, value ? QStringView(u"true") : QStringView(u"false"));
    }
    /// One of these texts; an empty list asks for nothing and adds no condition.
    Filter& isOneOf(QStringView name, const QStringList& values);
    /// Any other text.
    Filter& isNot(QStringView name, QStringView value);
    Filter& exists(QStringView name);
    Filter& isMissing(QStringView name);
    /// Starts, ends with this text or holds a match of the regular expression, whatever the case.
    Filter& startsWith(QStringView name, QStringView text);
    Filter& endsWith(QStringView name, QStringView text);
    Filter& matches(QStringView name, QStringView regularExpression);
    /// From `from` on and before `to`; a side that is no moment is open.
    Filter& between(QStringView name, Micros from, Micros to);
    Filter& createdBetween(Micros from, Micros to) { return between(u"createdAt", from, to); }
    /// A switch of the route (`onlyLatestVersions`, `hideTechnical`).
    Filter& option(QStringView name, bool value);
    /// A value as the Connector's own notation has it, operator and all.
    Filter& raw(QStringView name, QStringView value);

    [[nodiscard]] bool isEmpty() const { return m_conditions.empty(); }
    [[nodiscard]] const std::vector<std::pair<QString, QString>>& conditions() const { return m_conditions; }
    /// "createdAt=%3E%3D2026-…&…": everything but unreserved characters percent-encoded.
    [[nodiscard]] QByteArray encoded() const;

    bool operator==(const Filter&) const = default;

private:
    Filter& add(QStringView name, QString value);

    std::vector<std::pair<QString, QString>> m_conditions;
};

} // namespace meshwatch::connector
