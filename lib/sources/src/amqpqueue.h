// SPDX-License-Identifier: MIT
#pragma once

#include "amqpconnection.h"

#include <meshwatch/sources/eventsource.h>

namespace meshwatch {

/// The queue that a source reads from, as it stands at the broker: found, made, bound, consumed. Failures are
/// said in words, with what to do about them.
class AmqpQueue {
public:
    enum class Type : quint8 { Quorum, Classic, Stream };
    /// The one channel that the queue is used on.
    static constexpr amqp_channel_t channel = 1;

    AmqpQueue(AmqpConnection& connection, const EventSource::Settings& settings);

    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] Type type() const { return m_type; }
    /// It goes with the connection: nothing of ours stays at the broker.
    [[nodiscard]] bool isPassing() const { return m_isPassing; }

    /// Opens the channel and looks whether there is such an exchange, and a broker new enough.
    [[nodiscard]] Result<void> open();
    /// The messages that wait in it; nothing if there is no such queue.
    [[nodiscard]] Result<std::optional<qint64>> find();
    /// Makes the queue; of an existing one it says whether it is of the right kind.
    [[nodiscard]] Result<void> declare();
    [[nodiscard]] Result<void> bind();
    /// Deliveries begin. Streams: after the offset `position`, or where the address says if it is empty.
    [[nodiscard]] Result<void> consume(const QByteArray& position);
    /// Asks for the messages that wait, and does not wait for the answer (Queue.DeclareOk): it comes when the
    /// broker has done all that was asked before.
    [[nodiscard]] bool ask() const;
    void acknowledge(quint64 tag, bool andAllBefore) const;

    /// The error of a “close” that came unasked.
    [[nodiscard]] Error ended(const AmqpAnswer& answer) const;

private:
    enum class Step : quint8 { Channel, Exchange, Find, Declare, Bind, Consume };
    [[nodiscard]] Result<void> checkVersion() const;
    [[nodiscard]] amqp_queue_declare_t question() const;
    [[nodiscard]] Error problem(const AmqpAnswer& answer, Step step) const;
    [[nodiscard]] Error otherKind(const AmqpAnswer& answer) const;
    [[nodiscard]] Error noRights(const AmqpAnswer& answer) const;

    AmqpConnection& m_connection;
    const SourceAddress m_address;
    const QString m_name;
    const QByteArray m_nameBytes;
    const QByteArray m_exchange;
    const bool m_isPassing;
    const Type m_type;
};

} // namespace meshwatch
