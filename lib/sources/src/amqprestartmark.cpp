// SPDX-License-Identifier: MIT
#include "amqprestartmark.h"

#include <QUuid>

namespace meshwatch {

AmqpRestartMark::AmqpRestartMark(AmqpConnection& connection, const QString& queue)
    : m_connection(connection)
    , m_name(queue.toUtf8() + ".alive") {}

QByteArray AmqpRestartMark::read() {
    if (!open())
        return {};
    QByteArray mark = peek();
    m_connection.closeChannel(channel);
    return mark;
}

QByteArray AmqpRestartMark::place() {
    if (!open())
        return {};
    QByteArray mark = QUuid::createUuid().toByteArray(QUuid::Id128);
    amqp_basic_publish(m_connection.state(), channel, amqp_empty_bytes, amqpView(m_name), false, false,
                       nullptr, amqpView(mark));
    // A refusal comes unasked, so something is asked.
    amqp_queue_declare(m_connection.state(), channel, amqpView(m_name), true, true, false, false,
                       amqp_empty_table);
    if (!m_connection.answer(channel).isDone())
        return {};
    m_connection.closeChannel(channel);
    return mark;
}

bool AmqpRestartMark::open() {
    if (!m_connection.openChannel(channel).isDone())
        return false;
    amqp_table_entry_t entries[2]{};
    entries[0].key = amqp_cstring_bytes("x-queue-type");
    entries[0].value.kind = AMQP_FIELD_KIND_UTF8;
    entries[0].value.value.bytes = amqp_cstring_bytes("classic");
    entries[1].key = amqp_cstring_bytes("x-max-length");
    entries[1].value.kind = AMQP_FIELD_KIND_I32;
    entries[1].value.value.i32 = 1;
    amqp_queue_declare(m_connection.state(), channel, amqpView(m_name), false, true, false, false,
                       {2, entries});
    return m_connection.answer(channel).isDone();
}

/// Takes the message out without acknowledging it: with the channel's end it lies there again.
QByteArray AmqpRestartMark::peek() {
    const auto got = amqp_basic_get(m_connection.state(), channel, amqpView(m_name), false);
    if (got.reply_type != AMQP_RESPONSE_NORMAL) {
        (void)m_connection.answer(channel);
        return {};
    }
    return got.reply.id == AMQP_BASIC_GET_OK_METHOD ? takeBody() : QByteArray();
}

QByteArray AmqpRestartMark::takeBody() {
    amqp_message_t message;
    const auto read = amqp_read_message(m_connection.state(), channel, &message, 0);
    if (read.reply_type != AMQP_RESPONSE_NORMAL) {
        m_connection.giveUp();
        return {};
    }
    QByteArray mark = amqpCopy(message.body);
    amqp_destroy_message(&message);
    return mark;
}

} // namespace meshwatch
