// SPDX-License-Identifier: MIT
#pragma once

#include "amqpconnection.h"
#include "sinklink.h"

#include <QSet>

#include <map>

namespace meshwatch {

/// Publishes webhooks to an exchange of an AMQP broker, many at a time, and keeps the receipt of each when
/// the broker has confirmed it.
class AmqpPublishing : public SinkLink {
public:
    explicit AmqpPublishing(RemoteSink::Settings settings);

    [[nodiscard]] Result<void> run(SinkQueue& queue) override;

private:
    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<void> work(SinkQueue& queue);
    [[nodiscard]] Result<void> publishSome(SinkQueue& queue);
    [[nodiscard]] Result<void> publish(SinkItem item);
    [[nodiscard]] bool isWritable() const;
    [[nodiscard]] Result<void> readAnswers();
    [[nodiscard]] Result<void> takeMethod(const amqp_method_t& method);
    void settle(quint64 tag, bool andAllBefore, bool isKept);
    void takeReturn(const amqp_basic_return_t& method);
    /// Of the message whose return began: its name says which it was.
    void takeReturned(const amqp_basic_properties_t& properties);
    [[nodiscard]] bool isOverdue() const;
    void wait(SinkQueue& queue) const;
    void tellState();
    [[nodiscard]] Error ended(const AmqpAnswer& answer) const;

    const RemoteSink::Settings m_settings;
    const QByteArray m_exchange;
    const QByteArray m_session; ///< first half of the messages' names
    std::unique_ptr<AmqpConnection> m_connection;
    SinkQueue* m_queue = nullptr;
    std::map<quint64, SinkItem> m_open; ///< published and not confirmed, by delivery tag
    quint64 m_lastTag = 0;
    QSet<QByteArray> m_unrouted; ///< triggers that no queue took
};

} // namespace meshwatch
