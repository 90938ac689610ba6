// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/result.h>
#include <meshwatch/events/eventfacts.h>

#include <memory>

namespace meshwatch {

/// Reads a delivery's body: is it an event, and what does it say? Fast enough for every request of a
/// receiver; keeps its buffers, so one parser serves one thread.
class EventParser {
public:
    /// How trigger and data travel (reference, events, “Mechanics”).
    enum class Form : quint8 {
        Envelope, ///< webhooks, files: {"data":…,"trigger":…}
        BareData, ///< brokers: the data alone; the trigger is the routing key, topic, channel or attribute
    };

    EventParser();
    ~EventParser();
    EventParser(EventParser&&) noexcept;
    EventParser& operator=(EventParser&&) noexcept;

    /// The facts of `body`. `trigger` is the name known from outside (path, query, routing key) and may be
    /// empty in an envelope; where both are present and differ that is an error. Errors ("event.…") say what
    /// is wrong and where: no JSON, no object, no trigger, a trigger that is not dotted words of letters,
    /// digits, `_` and `-`, `data` that is not an object, nesting too deep, not UTF-8.
    [[nodiscard]] Result<EventFacts> parse(QByteArrayView body, QByteArrayView trigger,
                                           Form form = Form::Envelope);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace meshwatch
