// SPDX-License-Identifier: MIT
#include "amqppublishing.h"

#include "amqpwebhook.h"
#include "sourcelink.h"

#include <QCoreApplication>
#include <QUuid>

#include <array>
#include <poll.h>

namespace meshwatch {

namespace {

struct AmqpPublishingText {
    Q_DECLARE_TR_FUNCTIONS(EventSource)
};

constexpr amqp_channel_t amqpPublishChannel = 1;
/// Published and not confirmed at a time; more only lets the broker's answers come later.
constexpr size_t amqpPublishWindow = 2000;
/// So many in a row, then the broker's answers are read.
constexpr int amqpPublishInRow = 100;
constexpr int amqpPublishWaitMs = 500;
/// All properties must fit into one frame.
constexpr qsizetype amqpMostPath = 8 * 1024;
constexpr qsizetype amqpMostHeaders = 64 * 1024;
constexpr qsizetype amqpMostUnrouted = 20;

/// As many whole lines of `text` as `most` bytes hold.
QByteArray amqpWholeLines(const QByteArray& text, qsizetype most) {
    return text.size() <= most ? text : text.left(text.lastIndexOf('\n', most - 1) + 1);
}

amqp_table_entry_t amqpBytesEntry(const char* name, const QByteArray& value) {
    amqp_table_entry_t entry{};
    entry.key = amqp_cstring_bytes(name);
    entry.value.kind = AMQP_FIELD_KIND_UTF8;
    entry.value.value.bytes = amqpView(value);
    return entry;
}

} // namespace

AmqpPublishing::AmqpPublishing(RemoteSink::Settings settings)
    : m_settings(std::move(settings))
    , m_exchange(m_settings.address.value("exchange").toUtf8())
    , m_session(QUuid::createUuid().toByteArray(QUuid::WithoutBraces)) {}

Result<void> AmqpPublishing::run(SinkQueue& queue) {
    m_queue = &queue;
    if (auto opened = open(); !opened)
        return opened;
    tellState();
    auto ended = work(queue);
    // What is not confirmed by now may have got there or not: its receipts go as not kept.
    m_open.clear();
    if (!ended)
        m_connection->giveUp();
    return ended;
}

Result<void> AmqpPublishing::open() {
    auto connection = AmqpConnection::open(m_settings.address, m_settings.secret);
    if (!connection)
        return connection.error();
    m_connection = std::move(*connection);
    amqp_connection_state_t state = m_connection->state();
    if (const auto opened = m_connection->openChannel(amqpPublishChannel); !opened.isDone())
        return ended(opened);
    // A passive declaration asks nothing but whether it exists.
    amqp_exchange_declare(state, amqpPublishChannel, amqpView(m_exchange), amqp_cstring_bytes("topic"), true,
                          true, false, false, amqp_empty_table);
    if (const auto exists = m_connection->answer(amqpPublishChannel); !exists.isDone())
        return ended(exists);
    amqp_confirm_select(state, amqpPublishChannel);
    if (const auto confirms = m_connection->answer(amqpPublishChannel); !confirms.isDone())
        return ended(confirms);
    return {};
}

Result<void> AmqpPublishing::work(SinkQueue& queue) {
    for (;;) {
        if (auto published = publishSome(queue); !published)
            return published;
        if (auto read = readAnswers(); !read)
            return read;
        if (isOverdue())
            return sourceerror::broken(
                AmqpPublishingText::tr("%1 has not confirmed what was published for %2 seconds.")
                    .arg(m_settings.address.place())
                    .arg(SinkQueue::answerPatience.count()),
                AmqpPublishingText::tr("It may be short of memory or disk: rabbitmq-diagnostics alarms. A "
                                       "quorum queue confirms only while most of its nodes run."));
        if (queue.isStopping() && m_open.empty() && queue.isEmpty())
            return {};
        queue.dropOverdue();
        wait(queue);
    }
}

Result<void> AmqpPublishing::publishSome(SinkQueue& queue) {
    for (int i = 0; i < amqpPublishInRow && m_open.size() < amqpPublishWindow && isWritable(); ++i) {
        auto item = queue.next();
        if (!item)
            break;
        if (auto published = publish(std::move(*item)); !published)
            return published;
    }
    return {};
}

/// A broker that is short of something does not read any more: then nothing is written that would block.
bool AmqpPublishing::isWritable() const {
    pollfd socket{m_connection->descriptor(), POLLOUT, 0};
    return poll(&socket, 1, 0) > 0;
}

Result<void> AmqpPublishing::publish(SinkItem item) {
    const Arrival& arrival = item.arrival;
    const QByteArray name = m_session + '.' + QByteArray::number(++m_lastTag);
    const QByteArray connection = m_settings.connections.value(arrival.connection).toUtf8();
    const QByteArray path = arrival.path.left(amqpMostPath);
    const QByteArray headers = amqpWholeLines(arrival.headers, amqpMostHeaders);
    std::array entries{amqpBytesEntry(amqpwebhook::connection, connection),
                       amqpBytesEntry(amqpwebhook::path, path), amqpBytesEntry(amqpwebhook::headers, headers),
                       amqp_table_entry_t{}};
    entries.back().key = amqp_cstring_bytes(amqpwebhook::receivedAt);
    entries.back().value.kind = AMQP_FIELD_KIND_I64;
    entries.back().value.value.i64 = arrival.receivedAt.value;

    amqp_basic_properties_t properties{};
    properties._flags = AMQP_BASIC_CONTENT_TYPE_FLAG | AMQP_BASIC_DELIVERY_MODE_FLAG | AMQP_BASIC_TYPE_FLAG |
                        AMQP_BASIC_MESSAGE_ID_FLAG | AMQP_BASIC_TIMESTAMP_FLAG | AMQP_BASIC_HEADERS_FLAG;
    properties.content_type = amqp_cstring_bytes("application/json");
    properties.delivery_mode = AMQP_DELIVERY_PERSISTENT;
    properties.type = amqp_cstring_bytes(amqpwebhook::type);
    properties.message_id = amqpView(name);
    properties.timestamp = quint64(arrival.receivedAt.value / 1'000'000);
    properties.headers = {int(entries.size()), entries.data()};
    if (!arrival.correlationId.isEmpty()) {
        properties._flags |= AMQP_BASIC_CORRELATION_ID_FLAG;
        properties.correlation_id = amqpView(arrival.correlationId);
    }
    constexpr amqp_boolean_t isMandatory = 1;
    constexpr amqp_boolean_t isImmediate = 0;
    const int status = amqp_basic_publish(m_connection->state(), amqpPublishChannel, amqpView(m_exchange),
                                          amqpView(arrival.facts.trigger), isMandatory, isImmediate,
                                          &properties, amqpView(arrival.body));
    if (status != AMQP_STATUS_OK)
        return ended(AmqpConnection::failure(status));
    // It is on its way; the receipt goes on counting its bytes until the broker has it.
    item.arrival = {};
    m_open.emplace(m_lastTag, std::move(item));
    return {};
}

Result<void> AmqpPublishing::readAnswers() {
    for (;;) {
        amqp_frame_t frame;
        constexpr timeval atOnce{0, 0};
        const int status = amqp_simple_wait_frame_noblock(m_connection->state(), &frame, &atOnce);
        if (status == AMQP_STATUS_TIMEOUT)
            return {};
        if (status != AMQP_STATUS_OK)
            return ended(AmqpConnection::failure(status));
        if (frame.frame_type == AMQP_FRAME_METHOD) {
            if (auto taken = takeMethod(frame.payload.method); !taken)
                return taken;
        } else if (frame.frame_type == AMQP_FRAME_HEADER) {
            takeReturned(*static_cast<const amqp_basic_properties_t*>(frame.payload.properties.decoded));
        }
        amqp_maybe_release_buffers_on_channel(m_connection->state(), frame.channel);
    }
}

Result<void> AmqpPublishing::takeMethod(const amqp_method_t& method) {
    switch (method.id) {
    case AMQP_BASIC_ACK_METHOD: {
        const auto* ack = static_cast<const amqp_basic_ack_t*>(method.decoded);
        settle(ack->delivery_tag, ack->multiple, true);
        return {};
    }
    case AMQP_BASIC_NACK_METHOD: {
        const auto* nack = static_cast<const amqp_basic_nack_t*>(method.decoded);
        settle(nack->delivery_tag, nack->multiple, false);
        return {};
    }
    case AMQP_BASIC_RETURN_METHOD:
        takeReturn(*static_cast<const amqp_basic_return_t*>(method.decoded));
        return {};
    case AMQP_CHANNEL_CLOSE_METHOD:
    case AMQP_CONNECTION_CLOSE_METHOD:
        return ended(AmqpConnection::closing(method));
    default:
        return {};
    }
}

void AmqpPublishing::settle(quint64 tag, bool andAllBefore, bool isKept) {
    auto from = andAllBefore ? m_open.begin() : m_open.find(tag);
    while (from != m_open.end() && from->first <= tag) {
        if (isKept)
            from->second.receipt->keep();
        from = m_open.erase(from);
    }
}

void AmqpPublishing::takeReturn(const amqp_basic_return_t& method) {
    if (m_unrouted.size() >= amqpMostUnrouted)
        return;
    m_unrouted.insert(amqpCopy(method.routing_key));
    tellState();
}

/// A message that no queue took comes back before it is confirmed, and is nowhere.
void AmqpPublishing::takeReturned(const amqp_basic_properties_t& properties) {
    const QByteArray name =
        properties._flags & AMQP_BASIC_MESSAGE_ID_FLAG ? amqpCopy(properties.message_id) : QByteArray();
    if (name.startsWith(m_session))
        m_open.erase(name.mid(m_session.size() + 1).toULongLong());
}

bool AmqpPublishing::isOverdue() const {
    return !m_open.empty() &&
           SinkQueue::Clock::now() - m_open.begin()->second.since > SinkQueue::answerPatience;
}

void AmqpPublishing::wait(SinkQueue& queue) const {
    const bool hasRoom = m_open.size() < amqpPublishWindow;
    const bool hasMore = hasRoom && !queue.isEmpty();
    pollfd watched[]{{m_connection->descriptor(), short(hasMore ? POLLIN | POLLOUT : POLLIN), 0},
                     {queue.wakeDescriptor(), POLLIN, 0}};
    poll(watched, hasRoom ? 2 : 1, amqpPublishWaitMs);
    if (hasRoom && watched[1].revents != 0)
        queue.drainWake();
}

void AmqpPublishing::tellState() {
    QString text = AmqpPublishingText::tr("publishing to the exchange “%1” at %2")
                       .arg(m_settings.address.value("exchange"), m_settings.address.place());
    if (!m_unrouted.isEmpty()) {
        QStringList triggers;
        for (const QByteArray& trigger : std::as_const(m_unrouted))
            triggers.append(QString::fromUtf8(trigger));
        triggers.sort();
        text += AmqpPublishingText::tr("; refused, since no queue is bound there that takes them: %1")
                    .arg(triggers.join(QLatin1String(", ")));
    }
    m_queue->connected(text);
}

Error AmqpPublishing::ended(const AmqpAnswer& answer) const {
    const QString place = m_settings.address.place();
    const QString exchange = m_settings.address.value("exchange");
    const QString user =
        m_settings.address.user().isEmpty() ? QStringLiteral("guest") : m_settings.address.user();
    if (!answer.isRefused())
        return sourceerror::broken(
            AmqpPublishingText::tr("The connection to %1 broke: %2.").arg(place, answer.text));
    if (answer.code == AMQP_NOT_FOUND)
        return sourceerror::refused(
            AmqpPublishingText::tr("There is no exchange “%1” in the virtual host “%2” at %3.")
                .arg(exchange, m_settings.address.path(), place),
            AmqpPublishingText::tr("Make it there (type topic, durable), and bind a queue to it."));
    if (answer.code == AMQP_ACCESS_REFUSED)
        return sourceerror::refused(
            AmqpPublishingText::tr("%1 does not allow “%2” to publish to the exchange “%3”: %4")
                .arg(place, user, exchange, answer.text),
            AmqpPublishingText::tr("It needs the right “write” on it: rabbitmqctl set_permissions -p VHOST "
                                   "%1 CONFIGURE WRITE READ.")
                .arg(user));
    return sourceerror::broken(AmqpPublishingText::tr("%1 ended the publishing: %2").arg(place, answer.text));
}

} // namespace meshwatch
