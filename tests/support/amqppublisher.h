// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <amqp.h>
#include <amqp_tcp_socket.h>

#include <optional>
#include <set>

/// Publishes as the Connector does: a transient message without properties, the trigger as routing key, the
/// data alone as body. Waits for the broker; for use beside a broker of the test's own.
class AmqpPublisher {
public:
    struct Event {
        QByteArray trigger;
        QByteArray body;
    };

    explicit AmqpPublisher(quint16 port)
        : m_state(amqp_new_connection()) {
        const timeval patience{20, 0};
        amqp_set_rpc_timeout(m_state, &patience);
        amqp_set_handshake_timeout(m_state, &patience);
        auto* socket = amqp_tcp_socket_new(m_state);
        m_isOpen = amqp_socket_open_noblock(socket, "127.0.0.1", port, &patience) == AMQP_STATUS_OK &&
                   isGood(amqp_login(m_state, "/", 0, 131072, 0, AMQP_SASL_METHOD_PLAIN, "guest", "guest")) &&
                   openChannel();
    }
    ~AmqpPublisher() { amqp_destroy_connection(m_state); }
    AmqpPublisher(const AmqpPublisher&) = delete;
    AmqpPublisher& operator=(const AmqpPublisher&) = delete;

    bool isOpen() const { return m_isOpen; }
    bool makeExchange(const QByteArray& name) {
        amqp_exchange_declare(m_state, 1, bytes(name), amqp_cstring_bytes("topic"), false, true, false, false,
                              amqp_empty_table);
        return succeeded();
    }
    /// A classic queue, or one of the type named; an exclusive one belongs to this connection.
    bool makeQueue(const QByteArray& name, bool isExclusive, const QByteArray& type = {}) {
        amqp_table_entry_t entry{};
        entry.key = amqp_cstring_bytes("x-queue-type");
        entry.value.kind = AMQP_FIELD_KIND_UTF8;
        entry.value.value.bytes = bytes(type);
        amqp_queue_declare(m_state, 1, bytes(name), false, true, isExclusive, false,
                           type.isEmpty() ? amqp_empty_table : amqp_table_t{1, &entry});
        return succeeded();
    }
    bool bind(const QByteArray& queue, const QByteArray& exchange, const QByteArray& routingKey) {
        amqp_queue_bind(m_state, 1, bytes(queue), bytes(exchange), bytes(routingKey), amqp_empty_table);
        return succeeded();
    }
    bool deleteQueue(const QByteArray& name) {
        amqp_queue_delete(m_state, 1, bytes(name), false, false);
        return succeeded();
    }
    /// Messages that wait; nothing if there is no such queue.
    std::optional<int> waiting(const QByteArray& queue) {
        const auto* found =
            amqp_queue_declare(m_state, 1, bytes(queue), true, true, false, false, amqp_empty_table);
        const std::optional<int> count = found ? std::optional(int(found->message_count)) : std::nullopt;
        (void)succeeded();
        return count;
    }

    bool publish(const QByteArray& exchange, const Event& event,
                 const amqp_basic_properties_t* properties = nullptr) {
        ++m_published;
        return amqp_basic_publish(m_state, 1, bytes(exchange), bytes(event.trigger), false, false, properties,
                                  bytes(event.body)) == AMQP_STATUS_OK;
    }
    /// Publishes and waits for the broker's confirmations: which of the events it surely has. Fewer than all
    /// if the connection broke.
    std::set<int> publishConfirmed(const QByteArray& exchange, const QList<Event>& events) {
        std::set<int> confirmed;
        if (!m_confirms) {
            amqp_confirm_select(m_state, 1);
            if (!succeeded())
                return confirmed;
            m_confirms = true;
            m_published = 0;
        }
        const int before = m_published;
        for (const Event& event : events) {
            if (!publish(exchange, event))
                break;
        }
        const int sent = m_published - before;
        while (int(confirmed.size()) < sent) {
            amqp_frame_t frame;
            const timeval patience{30, 0};
            if (amqp_simple_wait_frame_noblock(m_state, &frame, &patience) != AMQP_STATUS_OK ||
                frame.payload.method.id != AMQP_BASIC_ACK_METHOD)
                break;
            const auto* ack = static_cast<const amqp_basic_ack_t*>(frame.payload.method.decoded);
            const int last = int(ack->delivery_tag) - before - 1;
            for (int i = ack->multiple ? 0 : last; i <= last; ++i)
                confirmed.insert(i);
            amqp_maybe_release_buffers(m_state);
        }
        return confirmed;
    }

private:
    static amqp_bytes_t bytes(const QByteArray& text) {
        return {size_t(text.size()), const_cast<char*>(text.constData())};
    }
    static bool isGood(const amqp_rpc_reply_t& reply) { return reply.reply_type == AMQP_RESPONSE_NORMAL; }
    bool openChannel() {
        amqp_channel_open(m_state, 1);
        return isGood(amqp_get_rpc_reply(m_state));
    }
    /// A refusal ends the channel: there is another one afterwards.
    bool succeeded() {
        const auto reply = amqp_get_rpc_reply(m_state);
        amqp_maybe_release_buffers(m_state);
        if (isGood(reply))
            return true;
        amqp_channel_close_ok_t seen{};
        amqp_send_method(m_state, 1, AMQP_CHANNEL_CLOSE_OK_METHOD, &seen);
        m_isOpen = openChannel();
        return false;
    }

    amqp_connection_state_t m_state;
    bool m_isOpen = false;
    bool m_confirms = false;
    int m_published = 0;
};
