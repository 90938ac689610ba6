// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/result.h>
#include <meshwatch/events/arrival.h>
#include <meshwatch/events/event.h>
#include <meshwatch/events/eventparser.h>

namespace meshwatch {

/// Events as lines of text, for files and other programs.
///
/// JSONL has one object a line with `seq, receivedAt, connection, channels, trigger, object, peer, createdAt,
/// data`; members without a value are absent, `channels` is a list. CSV (RFC 4180) has the same columns,
/// `channels` and `data` as text; cells that a spreadsheet would run as a formula start with an apostrophe.
namespace eventlines {

[[nodiscard]] QByteArray toJson(const Event& event, const QString& connection);
[[nodiscard]] QByteArray csvHeader();
[[nodiscard]] QByteArray toCsv(const Event& event, const QString& connection);

/// A line of such JSONL, read again.
struct Line {
    QString connection;
    Arrival arrival; ///< channel File, `connection` not set
};
/// Reads a line; `parser` derives the facts. Errors say what is wrong with the line.
[[nodiscard]] Result<Line> fromJson(const QByteArray& line, EventParser& parser);

} // namespace eventlines
} // namespace meshwatch
