// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/result.h>

#include <nlohmann/json.hpp>

#include <QByteArray>
#include <QHash>
#include <QString>

namespace meshwatch {

/// A Connector's configuration or a part of it: JSON that keeps the order of its members, because the
/// Connector's checks go in that order (Connector reference, webhook verdicts), and any wrong shape, because
/// a mistake is to be shown and not to be lost.
using ConfigJson = nlohmann::ordered_json;

namespace configjson {

/// How deep lists and objects may be nested; nobody's configuration is.
inline constexpr int maximumDepth = 500;

/// Parses as JSON.parse does: the last of equal members wins at the first one's place, numbers are doubles
/// (whole ones up to 2^53 are kept as integers, `1e400` is infinite), what is no Unicode becomes U+FFFD. The
/// error "configuration.badJson" names line and column.
[[nodiscard]] Result<ConfigJson> parse(QByteArrayView text);
/// In which line of a text that is JSON each member and element begins, by its JSON pointer; from 1.
[[nodiscard]] QHash<QString, int> lines(QByteArrayView text);
/// JSON text; `indent` blanks a level, or in one line when below 0.
[[nodiscard]] QByteArray write(const ConfigJson& value, int indent = 2);
/// A text from UTF-8 that is a part of another: a byte order mark in front is kept.
[[nodiscard]] QString unicode(QByteArrayView text);
[[nodiscard]] QString toString(const ConfigJson& text);
[[nodiscard]] ConfigJson fromString(const QString& text);

} // namespace configjson
} // namespace meshwatch
