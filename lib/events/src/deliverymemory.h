// SPDX-License-Identifier: MIT
#pragma once

#include "sqlite.h"

#include <meshwatch/events/arrival.h>

namespace meshwatch {

/// Deliveries that a broker may repeat although they are stored: those it does not yet know to be
/// acknowledged. The caller owns the transaction.
class DeliveryMemory {
public:
    explicit DeliveryMemory(sqlite::Database& database);

    /// A delivery's `key` is the broker's id, else the digest of its content; and that has a zero behind it
    /// if the event has no object: such events can be equal without being the same (as SQL).
    static constexpr char isIndistinct[] = "length(key) = 17 AND substr(key, 17) = x'00'";

    enum class Verdict { New, Repeat, Failed };
    /// Is it one that is stored already? Each stored delivery answers for one repeat in a session, so that
    /// two equal messages stay two.
    [[nodiscard]] Verdict judge(const Arrival& arrival);
    /// Remembers a delivery that is stored with this transaction.
    [[nodiscard]] bool remember(const Arrival& arrival);

private:
    sqlite::Statement m_find, m_claim, m_add;
    qint64 m_last; ///< tells deliveries of the same microsecond apart
};

} // namespace meshwatch
