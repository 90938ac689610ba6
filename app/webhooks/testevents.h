// SPDX-License-Identifier: MIT
#pragma once

#include "widgets/storereading.h"

#include <meshwatch/webhooks/delivery.h>

#include <functional>

namespace meshwatch {

/// Events to try a delivery with: samples, or the last one that was recorded.
class TestEvents {
public:
    /// `reading` must outlive this.
    explicit TestEvents(StoreReading& reading)
        : m_reading(reading) {}

    /// A sample of a trigger, with invented people.
    [[nodiscard]] static DeliveryEvent sample(const QString& trigger);
    /// The newest recorded event of a trigger; a sample if there is none. `answer` runs in the thread of
    /// `context`.
    void last(ConnectionId connection, const QString& trigger, QObject* context,
              const std::function<void(const DeliveryEvent&)>& answer);

private:
    StoreReading& m_reading;
};

} // namespace meshwatch
