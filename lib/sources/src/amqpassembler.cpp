// SPDX-License-Identifier: MIT
#include "amqpassembler.h"

#include "amqpwebhook.h"

namespace meshwatch {

namespace {

/// As much as a refused body's beginning is kept of.
constexpr qint64 amqpKeptBytes = 64 * 1024;
constexpr qsizetype amqpHeaderBytes = 4096;

/// A value as a line shows it; nothing for tables and the like.
std::optional<QByteArray> amqpValue(const amqp_field_value_t& field) {
    switch (field.kind) {
    case AMQP_FIELD_KIND_UTF8:
        return amqpCopy(field.value.bytes);
    case AMQP_FIELD_KIND_BOOLEAN:
        return QByteArray(field.value.boolean ? "true" : "false");
    case AMQP_FIELD_KIND_I8:
        return QByteArray::number(field.value.i8);
    case AMQP_FIELD_KIND_I16:
        return QByteArray::number(field.value.i16);
    case AMQP_FIELD_KIND_I32:
        return QByteArray::number(field.value.i32);
    case AMQP_FIELD_KIND_I64:
        return QByteArray::number(qlonglong(field.value.i64));
    case AMQP_FIELD_KIND_TIMESTAMP:
        return QByteArray::number(qulonglong(field.value.u64));
    default:
        return std::nullopt;
    }
}

std::optional<qint64> amqpNumber(const amqp_field_value_t& field) {
    const auto text = amqpValue(field);
    bool isNumber = false;
    const qint64 number = text ? text->toLongLong(&isNumber) : 0;
    return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace

bool AmqpAssembler::take(const amqp_frame_t& frame) {
    switch (frame.frame_type) {
    case AMQP_FRAME_METHOD:
        if (frame.payload.method.id == AMQP_BASIC_DELIVER_METHOD)
            begin(*static_cast<const amqp_basic_deliver_t*>(frame.payload.method.decoded));
        return false;
    case AMQP_FRAME_HEADER:
        m_message.size = m_missing = qint64(frame.payload.properties.body_size);
        takeProperties(*static_cast<const amqp_basic_properties_t*>(frame.payload.properties.decoded));
        m_message.body.reserve(m_message.isTooLarge() ? amqpKeptBytes : m_message.size);
        return m_missing == 0;
    case AMQP_FRAME_BODY: {
        const amqp_bytes_t part = frame.payload.body_fragment;
        const qint64 kept = m_message.isTooLarge() ? amqpKeptBytes : m_message.size;
        m_message.body.append(static_cast<const char*>(part.bytes),
                              qMin(qsizetype(part.len), qsizetype(kept - m_message.body.size())));
        m_missing -= qint64(part.len);
        return m_missing <= 0;
    }
    default:
        return false;
    }
}

void AmqpAssembler::begin(const amqp_basic_deliver_t& deliver) {
    m_message = {};
    m_message.tag = deliver.delivery_tag;
    m_message.mayBeRepeat = deliver.redelivered;
    m_message.routingKey = amqpCopy(deliver.routing_key);
}

void AmqpAssembler::takeProperties(const amqp_basic_properties_t& properties) {
    const auto add = [&](amqp_flags_t flag, const char* name, amqp_bytes_t value) {
        if (properties._flags & flag)
            m_message.headers += name + QByteArray(": ") + amqpCopy(value).simplified() + '\n';
    };
    add(AMQP_BASIC_CONTENT_TYPE_FLAG, "content-type", properties.content_type);
    add(AMQP_BASIC_CONTENT_ENCODING_FLAG, "content-encoding", properties.content_encoding);
    add(AMQP_BASIC_MESSAGE_ID_FLAG, "message-id", properties.message_id);
    add(AMQP_BASIC_TYPE_FLAG, "type", properties.type);
    add(AMQP_BASIC_APP_ID_FLAG, "app-id", properties.app_id);
    if (properties._flags & AMQP_BASIC_TIMESTAMP_FLAG)
        m_message.headers += "timestamp: " + QByteArray::number(qulonglong(properties.timestamp)) + '\n';
    if (properties._flags & AMQP_BASIC_CORRELATION_ID_FLAG)
        m_message.correlationId = amqpCopy(properties.correlation_id);
    if (properties._flags & AMQP_BASIC_HEADERS_FLAG)
        takeHeaders(properties.headers);
    if (properties._flags & AMQP_BASIC_TYPE_FLAG && amqpCopy(properties.type) == amqpwebhook::type)
        takeWebhook(properties);
}

void AmqpAssembler::takeWebhook(const amqp_basic_properties_t& properties) {
    AmqpWebhook webhook;
    if (properties._flags & AMQP_BASIC_MESSAGE_ID_FLAG)
        webhook.name = amqpCopy(properties.message_id);
    if (properties._flags & AMQP_BASIC_HEADERS_FLAG) {
        const auto textOf = [&](const char* name) {
            const auto* entry = amqpEntry(properties.headers, name);
            return entry && entry->kind == AMQP_FIELD_KIND_UTF8 ? amqpCopy(entry->value.bytes) : QByteArray();
        };
        webhook.connection = textOf(amqpwebhook::connection);
        webhook.path = textOf(amqpwebhook::path);
        webhook.headers = textOf(amqpwebhook::headers);
        if (const auto* received = amqpEntry(properties.headers, amqpwebhook::receivedAt))
            webhook.receivedAt = {amqpNumber(*received).value_or(0)};
    }
    m_message.webhook = std::move(webhook);
}

void AmqpAssembler::takeHeaders(const amqp_table_t& table) {
    for (int i = 0; i < table.num_entries; ++i) {
        const amqp_table_entry_t& entry = table.entries[i];
        const QByteArray name = amqpCopy(entry.key);
        // Two words of the broker's own, which say nothing about the event.
        if (name == "x-stream-offset") {
            m_message.streamOffset = amqpNumber(entry.value);
        } else if (name == "x-delivery-count") {
            m_message.mayBeRepeat |= amqpNumber(entry.value).value_or(0) > 0;
        } else if (const auto value = amqpValue(entry.value);
                   value && m_message.headers.size() + name.size() + value->size() < amqpHeaderBytes) {
            m_message.headers += name.simplified() + ": " + value->simplified() + '\n';
        }
    }
}

} // namespace meshwatch
