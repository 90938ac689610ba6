// SPDX-License-Identifier: MIT
#pragma once

#include "storethread.h"

#include <meshwatch/connector/message.h>

#include <QSet>

#include <optional>

namespace meshwatch {

/// Which call a message came of: its transport.messageSent carries the X-Correlation-ID of the POST (observed
/// on real Connectors), which tells a message from an equal one that another client sent.
class SentProofs {
public:
    struct Found {
        std::optional<connector::Message> message; ///< of the call that was asked for
        QSet<QString> others;                      ///< ids of messages that certainly came of other calls
    };
    SentProofs(QString storePath, ConnectionId connection)
        : m_path(std::move(storePath))
        , m_connection(connection) {}

    /// Calls `then(Found)` in the thread of `context`, unless that is gone.
    template<typename Then>
    void find(QObject* context, const QString& peer, const QByteArray& correlationId, Then then) {
        if (!m_thread)
            m_thread = std::make_unique<StoreThread>(m_path, "sent proofs");
        m_thread->run(
            context,
            [connection = m_connection, address = peer.toUtf8(), correlationId](const EventReader& reader) {
                return read(reader, connection, address, correlationId);
            },
            std::move(then));
    }

private:
    [[nodiscard]] static Found read(const EventReader& reader, ConnectionId connection,
                                    const QByteArray& peer, const QByteArray& correlationId);

    const QString m_path;
    const ConnectionId m_connection;
    std::unique_ptr<StoreThread> m_thread; ///< from the first question on: few ever ask
};

} // namespace meshwatch
