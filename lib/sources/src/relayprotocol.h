// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/result.h>
#include <meshwatch/events/eventreader.h>

#include <QJsonObject>

#include <memory>
#include <optional>

/// What a relay and its subscribers say to each other: JSON texts in WebSocket messages, one object each with
/// a "type". docs/relay-protocol.md is the reference.
namespace meshwatch::relay {

inline constexpr int protocolVersion = 1;
/// What a subscriber sends is small.
inline constexpr qint64 maxRequestBytes = 64 * 1024;
/// Of a larger body only the beginning is handed on: subscribers keep no larger one.
inline constexpr qint64 maxBodyBytes = 64LL * 1024 * 1024;
inline constexpr qint64 keptOfLargeBody = 64 * 1024;

/// Where a subscriber goes on: behind which event of which store, and when that was received, so that the
/// place can be found in a store that was made anew. To the subscriber a text without meaning.
struct Cursor {
    QByteArray epoch;
    EventSeq seq;
    Micros receivedAt;

    [[nodiscard]] QByteArray toText() const;
    [[nodiscard]] static std::optional<Cursor> fromText(const QByteArray& text);
    bool operator==(const Cursor&) const = default;
};

/// One message as it goes out: whole WebSocket frames, which all subscribers share.
using Message = std::shared_ptr<const QByteArrayList>;
/// `text` as a WebSocket text message, in frames of at most so many bytes: what is pinged meanwhile need not
/// wait for the end of a large one, and no more than a frame need lie in the socket's buffer.
inline constexpr qsizetype frameBytes = 64 * 1024;
[[nodiscard]] Message message(const QByteArray& text);
[[nodiscard]] Message message(const QJsonObject& object);

/// Appends `utf8` as a JSON string. It must be valid UTF-8.
void appendString(QByteArray& json, QByteArrayView utf8);
/// Appends an event's object.
void appendEvent(QByteArray& json, const EventReader::Delivered& event, const Cursor& cursor);

/// What a relay refuses with, in an "error" frame.
namespace code {
inline constexpr char badFrame[] = "badFrame";
inline constexpr char version[] = "version";
inline constexpr char filter[] = "filter";
inline constexpr char store[] = "store";
inline constexpr char timeOut[] = "timeOut";
} // namespace code

} // namespace meshwatch::relay
