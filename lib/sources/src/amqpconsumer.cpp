// SPDX-License-Identifier: MIT
#include "amqpconsumer.h"

#include "sourcelink.h"

#include <QCoreApplication>

#include <poll.h>

namespace meshwatch {

namespace {

struct AmqpConsumerText {
    Q_DECLARE_TR_FUNCTIONS(EventSource)
};

/// So many frames in a row, then it is looked what else there is to do.
constexpr int amqpFramesInRow = 500;
constexpr int amqpWaitMs = 500;

} // namespace

AmqpConsumer::AmqpConsumer(AmqpConnection& connection, const AmqpQueue& queue, SourceFeed& feed,
                           const SourceAddress& address)
    : m_connection(connection)
    , m_queue(queue)
    , m_feed(feed)
    , m_onlyConnection(address.value("connection").toUtf8())
    , m_roundTrips(queue, feed, connection.heartbeatSeconds(), address.number("prefetch")) {}

void AmqpConsumer::goOnAfter(qint64 position, Micros lastSeen) {
    m_position = position;
    m_positionSeen = lastSeen;
    m_roundTrips.setDoubtful(true);
}

Result<void> AmqpConsumer::run() {
    while (!m_feed.isStopping()) {
        if (m_feed.hasFailed())
            return sourceerror::notStored();
        acknowledge();
        if (!m_roundTrips.work())
            return m_queue.ended(AmqpConnection::failure(AMQP_STATUS_CONNECTION_CLOSED));
        if (m_feed.isFull()) {
            keepAlive();
            wait(false);
            continue;
        }
        const auto read = readSome();
        if (!read) {
            m_feed.submit();
            m_connection.giveUp();
            return read.error();
        }
        if (*read == Reading::More)
            continue;
        m_feed.submit();
        wait(true);
    }
    acknowledge();
    return {};
}

Result<AmqpConsumer::Reading> AmqpConsumer::readSome() {
    for (int frames = 0; frames < amqpFramesInRow && !m_feed.isFull(); ++frames) {
        amqp_frame_t frame;
        constexpr timeval atOnce{0, 0};
        const int status = amqp_simple_wait_frame_noblock(m_connection.state(), &frame, &atOnce);
        if (status == AMQP_STATUS_TIMEOUT)
            return Reading::Nothing;
        if (status != AMQP_STATUS_OK)
            return m_queue.ended(AmqpConnection::failure(status));
        if (const auto taken = takeFrame(frame); !taken)
            return taken.error();
        amqp_maybe_release_buffers_on_channel(m_connection.state(), frame.channel);
    }
    return Reading::More;
}

Result<void> AmqpConsumer::takeFrame(const amqp_frame_t& frame) {
    if (frame.frame_type == AMQP_FRAME_METHOD && frame.payload.method.id != AMQP_BASIC_DELIVER_METHOD)
        return takeMethod(frame);
    if (frame.channel == AmqpQueue::channel && m_assembler.take(frame))
        takeMessage();
    return {};
}

Result<void> AmqpConsumer::takeMethod(const amqp_frame_t& frame) {
    const amqp_method_t& method = frame.payload.method;
    switch (method.id) {
    case AMQP_QUEUE_DECLARE_OK_METHOD:
        m_roundTrips.answered(static_cast<const amqp_queue_declare_ok_t*>(method.decoded)->message_count);
        return {};
    case AMQP_BASIC_CANCEL_METHOD:
        return sourceerror::broken(
            AmqpConsumerText::tr("The queue “%1” was deleted, or its node of the cluster "
                                 "went down.")
                .arg(m_queue.name()),
            AmqpConsumerText::tr("It is made anew if need be."));
    case AMQP_CHANNEL_CLOSE_METHOD:
    case AMQP_CONNECTION_CLOSE_METHOD:
        return m_queue.ended(AmqpConnection::closing(method));
    default:
        return {};
    }
}

void AmqpConsumer::takeMessage() {
    AmqpMessage& message = m_assembler.message();
    if (isKnownOffset() || isOfAnotherConnection()) {
        m_queue.acknowledge(message.tag, false);
        return;
    }
    // Each later than the one before it: what is acknowledged is told from the rest by this time.
    m_lastReceived = {qMax(Micros::now().value, m_lastReceived.value + 1)};
    m_open.push_back({message.tag, m_lastReceived});
    m_roundTrips.noteTaken(m_lastReceived);
    m_roundTrips.noteOpen(qint64(m_open.size()));
    SourceDelivery delivery;
    delivery.trigger = message.routingKey;
    delivery.path = std::move(message.routingKey);
    delivery.headers = std::move(message.headers);
    delivery.correlationId = std::move(message.correlationId);
    delivery.body = std::move(message.body);
    delivery.canRepeat = m_queue.type() != AmqpQueue::Type::Stream;
    delivery.mayBeRepeat = message.mayBeRepeat;
    delivery.receivedAt = m_lastReceived;
    if (message.webhook)
        makeWebhook(delivery, std::move(*message.webhook));
    if (message.isTooLarge())
        m_feed.takeTooLarge(delivery, message.size);
    else
        m_feed.take(std::move(delivery));
    if (message.streamOffset)
        m_feed.setPosition(QByteArray::number(*message.streamOffset));
}

/// What it was before a relay published it, so that it is one with the same delivery by another way.
void AmqpConsumer::makeWebhook(SourceDelivery& delivery, AmqpWebhook webhook) {
    delivery.channel = Channel::Webhook;
    delivery.form = EventParser::Form::Envelope;
    delivery.id = std::move(webhook.name);
    delivery.path = std::move(webhook.path);
    delivery.headers = std::move(webhook.headers);
    delivery.takenAt = delivery.receivedAt;
    if (webhook.receivedAt.isValid())
        delivery.receivedAt = webhook.receivedAt;
}

/// Of a stream: is it one that is stored already? A broker may begin before the offset it was asked for; if
/// it begins later, what is between is no longer kept.
bool AmqpConsumer::isKnownOffset() {
    const auto offset = m_assembler.message().streamOffset;
    if (!offset || !m_position)
        return false;
    if (*offset <= *m_position)
        return true;
    // Some offsets are the broker's own, so that this can be a gap in which nothing was.
    if (std::exchange(m_isFirst, false) && *offset > *m_position + 1 && m_positionSeen.isValid())
        m_feed.addGap(Gap::Reason::PositionLost, m_positionSeen, Micros::now());
    m_roundTrips.setDoubtful(false);
    return false;
}

/// Relays may publish for several connections; each source has a queue of its own and leaves out the rest.
bool AmqpConsumer::isOfAnotherConnection() {
    const auto& webhook = m_assembler.message().webhook;
    return webhook && !m_onlyConnection.isEmpty() && webhook->connection != m_onlyConnection;
}

void AmqpConsumer::acknowledge() {
    std::optional<Open> last;
    for (const qint64 settled = m_feed.settled(); m_acknowledged < settled; ++m_acknowledged) {
        last = m_open.front();
        m_open.pop_front();
    }
    if (!last)
        return;
    m_queue.acknowledge(last->tag, true);
    m_roundTrips.noteAcknowledged(last->receivedAt);
    m_roundTrips.noteOpen(qint64(m_open.size()));
}

/// While nothing is read the library sends no heartbeats.
void AmqpConsumer::keepAlive() {
    const auto now = std::chrono::steady_clock::now();
    const int seconds = m_connection.heartbeatSeconds();
    if (seconds == 0 || now - m_lastHeartbeat < std::chrono::milliseconds(500 * seconds))
        return;
    m_lastHeartbeat = now;
    m_connection.sendHeartbeat();
}

void AmqpConsumer::wait(bool forSocketToo) {
    pollfd watched[]{{m_feed.wakeDescriptor(), POLLIN, 0}, {m_connection.descriptor(), POLLIN, 0}};
    poll(watched, forSocketToo ? 2 : 1, amqpWaitMs);
    if (watched[0].revents != 0)
        m_feed.drainWake();
}

} // namespace meshwatch
