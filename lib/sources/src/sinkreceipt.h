// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/events/arrivalsink.h>

#include <atomic>
#include <memory>

namespace meshwatch {

/// Answers for the arrivals of one ArrivalSink::append(): when the last of them is let go of, it calls back
/// whether every one of them was kept. What is forgotten on the way was not.
class SinkReceipt {
public:
    /// What all receipts of a sink have come to.
    struct Account {
        std::atomic<qint64> bytes = 0; ///< held at the moment
        std::atomic<qint64> stored = 0;
        std::atomic<qint64> refused = 0;
    };

    SinkReceipt(ArrivalSink::Committed committed, qint64 arrivals, qint64 bytes,
                std::shared_ptr<Account> account)
        : m_committed(std::move(committed))
        , m_arrivals(arrivals)
        , m_bytes(bytes)
        , m_account(std::move(account)) {
        m_account->bytes += bytes;
    }
    ~SinkReceipt() {
        m_account->bytes -= m_bytes;
        m_account->stored += m_kept;
        m_account->refused += m_arrivals - m_kept;
        if (m_committed)
            m_committed(m_kept == m_arrivals);
    }
    SinkReceipt(const SinkReceipt&) = delete;
    SinkReceipt& operator=(const SinkReceipt&) = delete;

    /// One of the arrivals is safe.
    void keep() { ++m_kept; }

private:
    const ArrivalSink::Committed m_committed;
    const qint64 m_arrivals;
    const qint64 m_bytes;
    const std::shared_ptr<Account> m_account;
    qint64 m_kept = 0;
};

} // namespace meshwatch
