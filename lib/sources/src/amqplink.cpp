// SPDX-License-Identifier: MIT
#include "amqplink.h"

#include "amqpconsumer.h"
#include "amqprestartmark.h"

#include <QCoreApplication>

namespace meshwatch {

namespace {

struct AmqpLinkText {
    Q_DECLARE_TR_FUNCTIONS(EventSource)
};

/// Kept as the position while a queue was made and is not bound yet.
constexpr char amqpUnbound[] = "unbound";

} // namespace

Result<void> AmqpLink::run(SourceFeed& feed) {
    const auto connection = AmqpConnection::open(m_settings.address, m_settings.secret);
    if (!connection)
        return connection.error();
    AmqpQueue queue(**connection, m_settings);
    if (auto opened = queue.open(); !opened)
        return opened;
    const auto start = prepare(**connection, queue, feed);
    if (!start)
        return start.error();
    if (auto consumed = queue.consume(*start); !consumed)
        return consumed;
    feed.connected(description(queue));
    AmqpConsumer consumer(**connection, queue, feed, m_settings.address);
    if (!start->isEmpty())
        consumer.goOnAfter(start->toLongLong(), feed.source().lastSeen);
    return consumer.run();
}

Result<QByteArray> AmqpLink::prepare(AmqpConnection& connection, AmqpQueue& queue, SourceFeed& feed) {
    if (queue.isPassing()) {
        // There is nothing before it to go on from.
        const auto declared = queue.declare();
        const auto bound = declared ? queue.bind() : declared;
        return bound ? Result<QByteArray>(QByteArray()) : bound.error();
    }
    const bool isStream = queue.type() == AmqpQueue::Type::Stream;
    const QByteArray position = feed.source().position;
    const Micros lastSeen = feed.source().lastSeen;
    const Micros before = Micros::now();
    const auto found = queue.find();
    if (!found)
        return found.error();
    const bool isNew = !found->has_value();
    // If it is made and cannot be bound, the next connection finds a queue that was not there.
    if (isNew && lastSeen.isValid()) {
        feed.setPosition(amqpUnbound);
        feed.submit();
    }
    if (const auto declared = queue.declare(); !declared)
        return declared.error();
    if (const auto bound = queue.bind(); !bound)
        return bound.error();
    const Micros now = Micros::now();
    const QByteArray mark = queue.type() == AmqpQueue::Type::Classic
                                ? AmqpRestartMark(connection, queue.name()).read()
                                : QByteArray();
    const bool wasEmptied = queue.type() == AmqpQueue::Type::Classic && (mark.isEmpty() || mark != position);
    const bool wasLost = isNew || wasEmptied || position == amqpUnbound;
    if (wasLost && lastSeen.isValid())
        feed.addGap(Gap::Reason::QueueLost, lastSeen, now);
    // A new queue holds nothing of the time before it.
    if (isNew)
        feed.noteSeen(before);
    // Behind the gap, so that it is noticed again if it could not be kept.
    if (wasLost) {
        const bool needsMark = queue.type() == AmqpQueue::Type::Classic && mark.isEmpty();
        feed.setPosition(needsMark ? AmqpRestartMark(connection, queue.name()).place() : mark);
        feed.submit();
    }
    return isStream && !wasLost ? position : QByteArray();
}

QString AmqpLink::description(const AmqpQueue& queue) const {
    const QString place = m_settings.address.place();
    if (queue.isPassing())
        return AmqpLinkText::tr("queue %1 at %2").arg(queue.name(), place);
    switch (queue.type()) {
    case AmqpQueue::Type::Classic:
        return AmqpLinkText::tr("queue %1 at %2; a restart of RabbitMQ loses what waits in it")
            .arg(queue.name(), place);
    case AmqpQueue::Type::Stream:
        return AmqpLinkText::tr("stream %1 at %2").arg(queue.name(), place);
    case AmqpQueue::Type::Quorum:
        break;
    }
    return AmqpLinkText::tr("queue %1 at %2").arg(queue.name(), place);
}

Result<QString> AmqpLink::look() {
    const auto connection = AmqpConnection::open(m_settings.address, m_settings.secret);
    if (!connection)
        return connection.error();
    AmqpQueue queue(**connection, m_settings);
    if (const auto opened = queue.open(); !opened)
        return opened.error();
    const auto found = queue.find();
    if (!found)
        return found.error();
    if (!found->has_value())
        return AmqpLinkText::tr("connects, exchange exists, the queue %1 will be made").arg(queue.name());
    // Changes nothing of a queue that exists, and tells whether it is of this type.
    if (const auto declared = queue.declare(); !declared)
        return declared.error();
    const int messages = int(**found);
    return queue.type() == AmqpQueue::Type::Stream
               ? AmqpLinkText::tr("connects, exchange exists, %n messages kept", nullptr, messages)
               : AmqpLinkText::tr("connects, exchange exists, %n messages waiting", nullptr, messages);
}

} // namespace meshwatch
