// SPDX-License-Identifier: MIT
#include "amqpqueue.h"

#include "sourcelink.h"

#include <QCoreApplication>
#include <QVersionNumber>

namespace meshwatch {

namespace {

struct AmqpQueueText {
    Q_DECLARE_TR_FUNCTIONS(EventSource)
};

AmqpQueue::Type amqpQueueType(const QString& word) {
    if (word == QLatin1String("classic"))
        return AmqpQueue::Type::Classic;
    return word == QLatin1String("stream") ? AmqpQueue::Type::Stream : AmqpQueue::Type::Quorum;
}

amqp_table_entry_t amqpTextEntry(const char* name, const QByteArray& value) {
    amqp_table_entry_t entry{};
    entry.key = amqp_cstring_bytes(name);
    entry.value.kind = AMQP_FIELD_KIND_UTF8;
    entry.value.value.bytes = amqpView(value);
    return entry;
}

} // namespace

AmqpQueue::AmqpQueue(AmqpConnection& connection, const EventSource::Settings& settings)
    : m_connection(connection)
    , m_address(settings.address)
    , m_name(!m_address.value("queue").isEmpty()
                 ? m_address.value("queue")
                 : QString(settings.subscriber + QLatin1Char('.') + m_address.value("exchange")))
    , m_nameBytes(m_name.toUtf8())
    , m_exchange(m_address.value("exchange").toUtf8())
    , m_isPassing(settings.isPassing && m_address.value("queue").isEmpty() &&
                  m_address.value("type") != QLatin1String("stream"))
    , m_type(m_isPassing ? Type::Classic : amqpQueueType(m_address.value("type"))) {}

Result<void> AmqpQueue::open() {
    if (const auto checked = checkVersion(); !checked)
        return checked;
    if (const auto opened = m_connection.openChannel(channel); !opened.isDone())
        return problem(opened, Step::Channel);
    amqp_exchange_declare(m_connection.state(), channel, amqpView(m_exchange), amqp_cstring_bytes("topic"),
                          true, true, false, false, amqp_empty_table);
    if (const auto exists = m_connection.answer(channel); !exists.isDone())
        return problem(exists, Step::Exchange);
    return {};
}

/// An old broker makes a classic queue of what it does not know, and says nothing.
Result<void> AmqpQueue::checkVersion() const {
    const QString told = m_connection.serverProperty("version");
    const auto version = QVersionNumber::fromString(told);
    if (version.isNull() || m_connection.serverProperty("product") != QLatin1String("RabbitMQ"))
        return {};
    const bool isStream = m_type == Type::Stream;
    const QVersionNumber first(3, isStream ? 9 : 8);
    if (m_type == Type::Classic || version >= first)
        return {};
    return sourceerror::refused(
        AmqpQueueText::tr("RabbitMQ %1 at %2 has no queues of the type %3: they come with version %4.")
            .arg(told, m_address.place(), m_address.value("type"), first.toString()),
        AmqpQueueText::tr(
            "Bring it up to date, or use ?type=classic, which loses what waits when it restarts."));
}

amqp_queue_declare_t AmqpQueue::question() const {
    amqp_queue_declare_t declare{};
    declare.queue = amqpView(m_nameBytes);
    declare.passive = true;
    return declare;
}

Result<std::optional<qint64>> AmqpQueue::find() {
    const auto* found = amqp_queue_declare(m_connection.state(), channel, amqpView(m_nameBytes), true, true,
                                           false, false, amqp_empty_table);
    if (found)
        return std::optional(qint64(found->message_count));
    const AmqpAnswer answer = m_connection.answer(channel);
    // “home node of durable queue … is down” has the same number, and is no absence.
    if (answer.code != AMQP_NOT_FOUND || answer.text.endsWith(QLatin1String("is down or inaccessible")))
        return problem(answer, Step::Find);
    if (const auto opened = m_connection.openChannel(channel); !opened.isDone())
        return problem(opened, Step::Channel);
    return std::optional<qint64>();
}

Result<void> AmqpQueue::declare() {
    const QByteArray type = m_address.value("type").toUtf8();
    amqp_table_entry_t entry = amqpTextEntry("x-queue-type", type);
    // Only a classic queue can go with its connection.
    amqp_queue_declare(m_connection.state(), channel, amqpView(m_nameBytes), false, !m_isPassing, m_isPassing,
                       m_isPassing, m_isPassing ? amqp_empty_table : amqp_table_t{1, &entry});
    const AmqpAnswer answer = m_connection.answer(channel);
    return answer.isDone() ? Result<void>() : problem(answer, Step::Declare);
}

Result<void> AmqpQueue::bind() {
    const QStringList keys = m_address.values("routing-key");
    for (const QString& key : keys) {
        const QByteArray bytes = key.toUtf8();
        amqp_queue_bind(m_connection.state(), channel, amqpView(m_nameBytes), amqpView(m_exchange),
                        amqpView(bytes), amqp_empty_table);
        if (const auto bound = m_connection.answer(channel); !bound.isDone())
            return problem(bound, Step::Bind);
    }
    return {};
}

Result<void> AmqpQueue::consume(const QByteArray& position) {
    amqp_basic_qos(m_connection.state(), channel, 0, quint16(m_address.number("prefetch")), false);
    if (const auto limited = m_connection.answer(channel); !limited.isDone())
        return problem(limited, Step::Consume);
    const QByteArray start = m_address.value("offset").toUtf8();
    amqp_table_entry_t offset = amqpTextEntry("x-stream-offset", start);
    bool isNumber = false;
    const qint64 number =
        position.isEmpty() ? start.toLongLong(&isNumber) : position.toLongLong(&isNumber) + 1;
    if (isNumber) {
        offset.value.kind = AMQP_FIELD_KIND_I64;
        offset.value.value.i64 = number;
    }
    amqp_basic_consume(m_connection.state(), channel, amqpView(m_nameBytes), amqp_empty_bytes, false, false,
                       false, {m_type == Type::Stream ? 1 : 0, &offset});
    const AmqpAnswer answer = m_connection.answer(channel);
    return answer.isDone() ? Result<void>() : problem(answer, Step::Consume);
}

bool AmqpQueue::ask() const {
    amqp_queue_declare_t declare = question();
    return amqp_send_method(m_connection.state(), channel, AMQP_QUEUE_DECLARE_METHOD, &declare) ==
           AMQP_STATUS_OK;
}

void AmqpQueue::acknowledge(quint64 tag, bool andAllBefore) const {
    // If it does not get there, reading says so.
    amqp_basic_ack(m_connection.state(), channel, tag, andAllBefore);
}

Error AmqpQueue::ended(const AmqpAnswer& answer) const {
    if (!answer.isRefused())
        return sourceerror::broken(
            AmqpQueueText::tr("The connection to %1 broke: %2.").arg(m_address.place(), answer.text));
    return sourceerror::broken(AmqpQueueText::tr("%1 ended the reading of the queue “%2”: %3")
                                   .arg(m_address.place(), m_name, answer.text));
}

Error AmqpQueue::problem(const AmqpAnswer& answer, Step step) const {
    // A quorum queue without a leader is found and declared, and then gives no answer at all.
    if (!answer.isRefused() && step == Step::Consume)
        return sourceerror::broken(
            AmqpQueueText::tr("The queue “%1” at %2 does not let itself be read: %3.")
                .arg(m_name, m_address.place(), answer.text),
            AmqpQueueText::tr(
                "If this stays so, RabbitMQ's log says what is wrong with it, such as that it has no "
                "leader. Deleting it there has it made anew."));
    if (!answer.isRefused())
        return ended(answer);
    const QString place = m_address.place();
    if (answer.code == AMQP_ACCESS_REFUSED && !answer.text.contains(QLatin1String("exclusive")))
        return noRights(answer);
    if (answer.code == AMQP_RESOURCE_LOCKED || answer.code == AMQP_ACCESS_REFUSED)
        return sourceerror::refused(
            AmqpQueueText::tr("The queue “%1” at %2 belongs to another program alone.").arg(m_name, place),
            AmqpQueueText::tr("Use a queue of another name: ?queue=…"));
    if (answer.code == AMQP_NOT_FOUND && (step == Step::Exchange || step == Step::Bind))
        return sourceerror::refused(
            AmqpQueueText::tr("There is no exchange “%1” in the virtual host “%2” at %3.")
                .arg(m_address.value("exchange"), m_address.path(), place),
            AmqpQueueText::tr(
                "Write it as in the Connector's configuration, whose start needs it too; make it "
                "there if there is none (type topic, durable)."));
    if (answer.code == AMQP_PRECONDITION_FAILED && step == Step::Declare)
        return otherKind(answer);
    if (answer.code == AMQP_NOT_FOUND)
        return sourceerror::broken(
            AmqpQueueText::tr("%1 cannot reach the queue “%2”: %3").arg(place, m_name, answer.text),
            AmqpQueueText::tr("Its node of the cluster may be down."));
    return sourceerror::refused(
        AmqpQueueText::tr("%1 refuses the queue “%2”: %3").arg(place, m_name, answer.text),
        AmqpQueueText::tr("Check the options of the address."));
}

Error AmqpQueue::otherKind(const AmqpAnswer& answer) const {
    if (answer.text.contains(QLatin1String("x-queue-type")))
        return sourceerror::refused(
            AmqpQueueText::tr("There is a queue “%1” at %2, but not one of the type %3: %4")
                .arg(m_name, m_address.place(), m_address.value("type"), answer.text),
            AmqpQueueText::tr(
                "Say what it is with ?type=…, use another name with ?queue=…, or delete it there "
                "when nothing waits in it."));
    return sourceerror::refused(
        AmqpQueueText::tr("The queue “%1” at %2 was made in another way than Meshwatch makes it: %3")
            .arg(m_name, m_address.place(), answer.text),
        AmqpQueueText::tr(
            "Use another name with ?queue=…, or delete it there when nothing waits in it. Limits are "
            "better set by a policy: rabbitmqctl set_policy."));
}

Error AmqpQueue::noRights(const AmqpAnswer& answer) const {
    const QString user = m_address.user().isEmpty() ? QStringLiteral("guest") : m_address.user();
    return sourceerror::refused(
        AmqpQueueText::tr("%1 does not allow “%2” what reading needs: %3")
            .arg(m_address.place(), user, answer.text),
        AmqpQueueText::tr(
            "It needs the rights “configure”, “write” and “read” on the queue “%1” and “read” on the "
            "exchange “%2”: rabbitmqctl set_permissions -p VHOST %3 CONFIGURE WRITE READ.")
            .arg(m_name, m_address.value("exchange"), user));
}

} // namespace meshwatch
