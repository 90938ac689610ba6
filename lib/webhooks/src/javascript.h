// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/configjson.h>

#include <QStringList>

#include <optional>

/// What JavaScript makes of values that came from JSON; a null pointer is `undefined`. The Connector is
/// written in it, so these rules decide what it says of a configuration of a wrong shape (ECMAScript, Type
/// Conversion).
namespace meshwatch::javascript {

/// `value.name`, where no prototype has a member of this name.
[[nodiscard]] const ConfigJson* member(const ConfigJson* value, const std::string& name);
[[nodiscard]] bool isTruthy(const ConfigJson* value);
/// `String(value)`; nothing where that throws, since an object hides `toString`.
[[nodiscard]] std::optional<QString> toString(const ConfigJson* value);
/// A number as text: 5, 1e+21, 0.1.
[[nodiscard]] QString numberToString(double number);
/// The names over which `for (… in value)` goes, in its order: those that are list indices first.
[[nodiscard]] QStringList names(const ConfigJson* value);
/// `value[name]` of a name that names() gave.
[[nodiscard]] ConfigJson at(const ConfigJson& value, const QString& name);
/// The elements over which `for (… of value)` goes; nothing where it is not iterable.
[[nodiscard]] std::optional<std::vector<ConfigJson>> elements(const ConfigJson* value);
/// Is this a member that every object inherits (`toString`), so that `object[name]` finds it?
[[nodiscard]] bool isInherited(const QString& name);
/// Is the text an index of a list: "0", "17", not "01"?
[[nodiscard]] std::optional<quint32> index(QStringView text);

} // namespace meshwatch::javascript
