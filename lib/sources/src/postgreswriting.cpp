// SPDX-License-Identifier: MIT
#include "postgreswriting.h"

#include <QCoreApplication>

#include <poll.h>

namespace meshwatch {

namespace {

struct PostgresWritingText {
    Q_DECLARE_TR_FUNCTIONS(EventSource)
};

constexpr size_t postgresBatchItems = 1000;
constexpr qint64 postgresBatchBytes = 8LL * 1024 * 1024;
constexpr int postgresWaitMs = 500;

std::vector<SinkItem> postgresBatch(SinkQueue& queue) {
    std::vector<SinkItem> batch;
    qint64 bytes = 0;
    while (batch.size() < postgresBatchItems && bytes < postgresBatchBytes) {
        auto item = queue.next();
        if (!item)
            break;
        bytes += item->arrival.body.size() + item->arrival.headers.size();
        batch.push_back(std::move(*item));
    }
    return batch;
}

} // namespace

Result<void> PostgresWriting::run(SinkQueue& queue) {
    const auto connection = PostgresConnection::open(m_settings.address, m_settings.secret, {});
    if (!connection)
        return connection.error();
    PostgresHistory history(**connection, m_settings.address);
    if (auto opened = history.openForWriting(); !opened)
        return opened;
    queue.connected(PostgresWritingText::tr("writing to the database “%1” at %2")
                        .arg(m_settings.address.path(), m_settings.address.place()));
    for (;;) {
        if (auto batch = postgresBatch(queue); !batch.empty()) {
            if (auto written = write(history, batch); !written)
                return written;
            continue;
        }
        if (queue.isStopping())
            return {};
        pollfd watched[]{{(*connection)->descriptor(), POLLIN, 0}, {queue.wakeDescriptor(), POLLIN, 0}};
        poll(watched, 2, postgresWaitMs);
        if (watched[1].revents != 0)
            queue.drainWake();
        // A connection that ended while nothing was written is made anew before the next webhook needs it.
        if (watched[0].revents != 0) {
            if (const auto taken = (*connection)->takeUnasked(); !taken)
                return taken.error();
        }
    }
}

Result<void> PostgresWriting::write(PostgresHistory& history, const std::vector<SinkItem>& batch) const {
    std::vector<std::pair<QByteArray, const Arrival*>> arrivals;
    arrivals.reserve(batch.size());
    for (const SinkItem& item : batch)
        arrivals.emplace_back(m_settings.connections.value(item.arrival.connection).toUtf8(), &item.arrival);
    // If the connection breaks on the way it may be there or not: its receipts go as not kept.
    if (auto kept = history.keep(arrivals); !kept)
        return kept;
    for (const SinkItem& item : batch)
        item.receipt->keep();
    return {};
}

} // namespace meshwatch
