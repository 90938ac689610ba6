// SPDX-License-Identifier: MIT
#include "amqppublisher.h"
#include "httppost.h"
#include "rabbitmqserver.h"
#include "readingdesktop.h"

#include <meshwatch/events/eventparser.h>
#include <meshwatch/sources/remotesink.h>
#include <meshwatch/sources/webhookreceiver.h>

#include <QTcpServer>

using namespace meshwatch;

namespace {

constexpr int patience = 120'000;

Arrival arrival(int number, const QByteArray& padding = {}) {
    Arrival arrival;
    arrival.connection = {7};
    arrival.receivedAt = Micros::now();
    arrival.path = "/riverside";
    arrival.headers = "content-type: application/json\nx-api-key: …\n";
    arrival.correlationId = "call-" + QByteArray::number(number);
    arrival.body = WebhookLoad::body(number) + padding;
    arrival.facts = *EventParser().parse(arrival.body, {});
    return arrival;
}

RemoteSink::Settings settings(const QString& url) {
    RemoteSink::Settings settings;
    settings.address = *SourceAddress::parse(url);
    settings.connections.insert({7}, QStringLiteral("Riverside"));
    return settings;
}

/// What a sink said of what it was given.
struct Answers {
    std::atomic<int> kept = 0;
    std::atomic<int> lost = 0;
    void append(RemoteSink& sink, Arrival one) {
        std::vector<Arrival> arrivals;
        arrivals.push_back(std::move(one));
        sink.append(std::move(arrivals), [this](bool stored) { ++(stored ? kept : lost); });
    }
    [[nodiscard]] int all() const { return kept + lost; }
};

/// The first message of a queue, as the broker has it.
struct Message {
    QByteArray body, type, correlation, contentType, path, headers, connection;
    int deliveryMode = 0;
    qint64 receivedAt = 0;
    bool hasName = false;

    Message(quint16 port, const QByteArray& queue) {
        amqp_connection_state_t state = amqp_new_connection();
        amqp_socket_t* socket = amqp_tcp_socket_new(state);
        amqp_socket_open(socket, "127.0.0.1", port);
        amqp_login(state, "/", 0, 131072, 0, AMQP_SASL_METHOD_PLAIN, "guest", "guest");
        amqp_channel_open(state, 1);
        amqp_basic_get(state, 1, {size_t(queue.size()), const_cast<char*>(queue.constData())}, true);
        amqp_message_t message;
        if (amqp_read_message(state, 1, &message, 0).reply_type == AMQP_RESPONSE_NORMAL) {
            take(message);
            amqp_destroy_message(&message);
        }
        amqp_destroy_connection(state);
    }

private:
    static QByteArray text(amqp_bytes_t bytes) {
        return {static_cast<const char*>(bytes.bytes), qsizetype(bytes.len)};
    }
    void take(const amqp_message_t& message) {
        const amqp_basic_properties_t& properties = message.properties;
        body = text(message.body);
        type = text(properties.type);
        correlation = text(properties.correlation_id);
        contentType = text(properties.content_type);
        deliveryMode = properties.delivery_mode;
        hasName = properties._flags & AMQP_BASIC_MESSAGE_ID_FLAG;
        for (int i = 0; i < properties.headers.num_entries; ++i) {
            const amqp_table_entry_t& entry = properties.headers.entries[i];
            const QByteArray name = text(entry.key);
            if (name == "meshwatch-path")
                path = text(entry.value.value.bytes);
            else if (name == "meshwatch-headers")
                headers = text(entry.value.value.bytes);
            else if (name == "meshwatch-connection")
                connection = text(entry.value.value.bytes);
            else if (name == "meshwatch-received-at")
                receivedAt = entry.value.value.i64;
        }
    }
};

} // namespace

/// Webhooks handed to a broker: what arrives there, and what is told to who waits.
class TestRemoteSink : public QObject {
    Q_OBJECT

    RabbitMqServer m_rabbit;

    [[nodiscard]] QString url(const QString& exchange) const {
        return m_rabbit.url(QStringLiteral("?exchange=") + exchange);
    }

private Q_SLOTS:
    void initTestCase() {
        if (!RabbitMqServer::isInstalled())
            QSKIP("RabbitMQ is not installed (rabbitmq-server)");
        QVERIFY2(m_rabbit.start(), m_rabbit.log());
    }

    void publishesTheWebhookWhole() {
        AmqpPublisher admin(m_rabbit.port());
        QVERIFY(admin.makeExchange("whole"));
        ReadingDesktop desktop(url(QStringLiteral("whole&queue=whole")));
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isConnected(), patience);
        desktop.stop();
        RemoteSink sink(settings(url(QStringLiteral("whole"))));
        sink.start();
        Answers answers;
        // With white space that a parser would lose.
        const Arrival sent = arrival(1, "\n  \n");
        answers.append(sink, sent);
        QTRY_COMPARE_WITH_TIMEOUT(answers.kept, 1, patience);
        // Confirmed, so it is there.
        const Message message(m_rabbit.port(), "whole");
        QCOMPARE(message.body, sent.body);
        QCOMPARE(message.type, "meshwatch.webhook");
        QCOMPARE(message.contentType, "application/json");
        QCOMPARE(message.correlation, "call-1");
        QCOMPARE(message.deliveryMode, 2);
        QCOMPARE(message.path, sent.path);
        QCOMPARE(message.headers, sent.headers);
        QCOMPARE(message.connection, "Riverside");
        QCOMPARE(message.receivedAt, sent.receivedAt.value);
        QVERIFY(message.hasName);
        QCOMPARE(sink.figures().stored, 1);
    }

    /// One webhook that comes directly and by the broker is one event of the channel “webhook”.
    void mergesWithTheSameWebhook() {
        QVERIFY(AmqpPublisher(m_rabbit.port()).makeExchange("merged"));
        ReadingDesktop desktop(url(QStringLiteral("merged")));
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isConnected(), patience);
        RemoteSink sink(settings(url(QStringLiteral("merged"))));
        sink.start();
        WebhookReceiver direct(desktop.store());
        WebhookReceiver relay(sink);
        for (WebhookReceiver* receiver : {&direct, &relay}) {
            WebhookReceiver::Endpoint endpoint;
            endpoint.connection = receiver == &direct ? desktop.connection() : ConnectionId{7};
            endpoint.path = QStringLiteral("riverside");
            receiver->setEndpoints({endpoint});
            QVERIFY(receiver->start({}));
        }
        HttpPost post;
        // The second says its trigger in the path only.
        const QByteArray bare = R"({"data":{"id":"MSG2","isOwn":true}})";
        for (const WebhookReceiver* receiver : {&direct, &relay}) {
            QCOMPARE(post.post(receiver->url() + QStringLiteral("/riverside"), WebhookLoad::body(1),
                               {{"x-correlation-id", "call-1"}})
                         .status,
                     204);
            QCOMPARE(post.post(receiver->url() + QStringLiteral("/riverside/transport.messageSent"), bare,
                               {{"x-correlation-id", "call-2"}})
                         .status,
                     204);
        }
        QTRY_COMPARE_WITH_TIMEOUT(desktop.source().figures().stored, 2, patience);
        QCOMPARE(desktop.stored(), 2);
        for (const qint64 seq : {1, 2}) {
            const auto event = desktop.reader()->event({seq});
            QVERIFY(event);
            QCOMPARE(event->row.arrivals, 2);
            QCOMPARE(event->row.channels, Channels(Channel::Webhook));
            QVERIFY(event->arrivals[1].path.startsWith(QLatin1String("/riverside")));
            QVERIFY(event->arrivals[1].headers.toLower().contains("content-type: application/json"));
        }
    }

    /// What the broker repeats because it heard no acknowledgement is known by its name.
    void isStoredOnceWhenRepeated() {
        QVERIFY(AmqpPublisher(m_rabbit.port()).makeExchange("repeated"));
        const QString address = url(QStringLiteral("repeated&queue=repeated"));
        ReadingDesktop desktop(address);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isConnected(), patience);
        RemoteSink sink(settings(url(QStringLiteral("repeated"))));
        sink.start();
        Answers answers;
        for (int number = 1; number <= 500; ++number)
            answers.append(sink, arrival(number));
        // Ended in the middle, whatever has been acknowledged by then.
        QTRY_VERIFY_WITH_TIMEOUT(desktop.source().figures().received > 0, patience);
        desktop.stop();
        desktop.start();
        QTRY_COMPARE_WITH_TIMEOUT(answers.kept, 500, patience);
        QTRY_COMPARE_WITH_TIMEOUT(desktop.stored(), 500, patience);
        QCOMPARE(desktop.judge(500), QString());
        const auto reader = desktop.reader();
        for (qint64 seq = 1; seq <= 500; ++seq)
            QCOMPARE(reader->event({seq})->row.arrivals, 1);
    }

    /// Relays for several connections share an exchange; a source that names one leaves out the others.
    void isReadByItsConnection() {
        QVERIFY(AmqpPublisher(m_rabbit.port()).makeExchange("several"));
        ReadingDesktop desktop(url(QStringLiteral("several&connection=Riverside&queue=riverside")));
        ReadingDesktop all(url(QStringLiteral("several&queue=all")));
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isConnected() && all.isConnected(), patience);
        auto both = settings(url(QStringLiteral("several")));
        both.connections.insert({8}, QStringLiteral("Hillside"));
        RemoteSink sink(both);
        sink.start();
        Answers answers;
        for (int number = 1; number <= 40; ++number) {
            Arrival one = arrival(number);
            one.connection = {number <= 20 ? 8 : 7};
            answers.append(sink, std::move(one));
        }
        QTRY_COMPARE_WITH_TIMEOUT(answers.kept, 40, patience);
        QTRY_COMPARE_WITH_TIMEOUT(all.stored(), 40, patience);
        QTRY_COMPARE_WITH_TIMEOUT(desktop.stored(), 20, patience);
        QCOMPARE(desktop.objects().first(), "MSG21");
        // Nothing is left in its queue either.
        desktop.stop();
        AmqpPublisher admin(m_rabbit.port());
        QTRY_COMPARE_WITH_TIMEOUT(admin.waiting("riverside"), 0, patience);
    }

    void tellsThatNoQueueTookIt() {
        QVERIFY(AmqpPublisher(m_rabbit.port()).makeExchange("unheard"));
        RemoteSink sink(settings(url(QStringLiteral("unheard"))));
        sink.start();
        Answers answers;
        for (int number = 1; number <= 50; ++number)
            answers.append(sink, arrival(number));
        QTRY_COMPARE_WITH_TIMEOUT(answers.lost, 50, patience);
        QCOMPARE(answers.kept, 0);
        QVERIFY2(sink.state().text.contains(QStringLiteral("transport.messageReceived")),
                 qPrintable(sink.state().text));
    }

    /// A broker that is not there: bounded in time and memory, and everybody gets an answer.
    void refusesWhileThereIsNoBroker() {
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress::LocalHost));
        const quint16 port = free.serverPort();
        free.close();
        RemoteSink sink(settings(QStringLiteral("amqp://127.0.0.1:%1/?exchange=away").arg(port)));
        Answers answers;
        const QByteArray megabyte(1024 * 1024, ' ');
        for (int number = 1; number <= 100; ++number)
            answers.append(sink, arrival(number, megabyte));
        QVERIFY(answers.lost > 0); // those beyond what may wait, at once
        QVERIFY(answers.lost < 100);
        sink.start();
        QTRY_COMPARE_WITH_TIMEOUT(answers.lost, 100, patience);
        QTRY_COMPARE_WITH_TIMEOUT(sink.state().phase, SourceState::Phase::Waiting, patience);
        // It has been away for long by now.
        const int before = answers.lost;
        answers.append(sink, arrival(101));
        QCOMPARE(answers.lost, before + 1);
        sink.stop();
        answers.append(sink, arrival(102));
        QCOMPARE(answers.all(), 102);
        QCOMPARE(sink.figures().refused, 102);
    }

    void finishesWhatIsUnderWay() {
        AmqpPublisher admin(m_rabbit.port());
        QVERIFY(admin.makeExchange("finished"));
        ReadingDesktop desktop(url(QStringLiteral("finished")));
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isConnected(), patience);
        Answers answers;
        {
            RemoteSink sink(settings(url(QStringLiteral("finished"))));
            sink.start();
            QTRY_COMPARE_WITH_TIMEOUT(sink.state().phase, SourceState::Phase::Connected, patience);
            for (int number = 1; number <= 1000; ++number)
                answers.append(sink, arrival(number));
        }
        QCOMPARE(answers.kept, 1000);
        QTRY_COMPARE_WITH_TIMEOUT(desktop.stored(), 1000, patience);
    }
};

QTEST_GUILESS_MAIN(TestRemoteSink)
#include "tst_remotesink.moc"
