// SPDX-License-Identifier: MIT
#include "amqppublisher.h"
#include "mosquittoserver.h"
#include "mqttpublisher.h"
#include "program.h"
#include "pubsubserver.h"
#include "rabbitmqserver.h"
#include "recordedevents.h"
#include "redispublisher.h"
#include "redisserver.h"

#include <meshwatch/events/eventreader.h>

#include <QTemporaryDir>
#include <QTest>

using namespace meshwatch;

namespace {

constexpr int patience = 120'000;

/// One event of the recorded Connector: as brokers got it, and as its webhook did.
struct Recorded {
    QByteArray trigger;
    QByteArray data;
    QByteArray webhook;
    QByteArray correlation;
};

/// The recorded events in their order. A webhook of each: the n-th with this trigger and data is the n-th.
QList<Recorded> recordedEvents() {
    QHash<QByteArray, QList<std::pair<QByteArray, QByteArray>>> webhooks;
    const auto key = [](const QByteArray& trigger, const QByteArray& data) -> QByteArray {
        return trigger + '\n' + data;
    };
    for (const QJsonObject& line : recordedLines(QStringLiteral("webhooks-a.jsonl"))) {
        if (!line[QLatin1String("url")].toString().startsWith(QLatin1String("/a/hook/")))
            continue;
        const QJsonObject body = line[QLatin1String("body")].toObject();
        const QByteArray trigger = body[QLatin1String("trigger")].toString().toUtf8();
        const QByteArray data =
            QJsonDocument(body[QLatin1String("data")].toObject()).toJson(QJsonDocument::Compact);
        webhooks[key(trigger, data)].append({QJsonDocument(body).toJson(QJsonDocument::Compact),
                                             line[QLatin1String("headers")]
                                                 .toObject()[QLatin1String("x-correlation-id")]
                                                 .toString()
                                                 .toUtf8()});
    }
    QList<Recorded> events;
    for (const QJsonObject& line : recordedLines(QStringLiteral("mqtt.jsonl"))) {
        Recorded event;
        event.trigger = line[QLatin1String("topic")].toString().toUtf8().replace('/', '.');
        event.data = QJsonDocument(line[QLatin1String("payload")].toObject()).toJson(QJsonDocument::Compact);
        auto& same = webhooks[key(event.trigger, event.data)];
        if (same.isEmpty())
            continue;
        std::tie(event.webhook, event.correlation) = same.takeFirst();
        events.append(event);
    }
    return events;
}

} // namespace

/// All channels of one Connector at once into one workspace, by the program that runs on servers.
class ChannelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachEventIsOneWhateverItsWays();

private:
    void startServe();
    void publish(const Recorded& event);
    void postWebhooks(const QList<Recorded>& events);
    int countOf(Channel channel) const;
    void awaitAll(int count, const QList<Channel>& channels);

    QTemporaryDir m_folder;
    RabbitMqServer m_rabbit;
    MosquittoServer m_mosquitto;
    RedisServer m_redis;
    PubSubServer m_pubSub;
    std::unique_ptr<AmqpPublisher> m_amqp;
    std::unique_ptr<MqttPublisher> m_mqtt;
    std::unique_ptr<RedisPublisher> m_redisPublisher;
    std::unique_ptr<Program> m_serve;
};

void ChannelsTest::startServe() {
    m_serve = std::make_unique<Program>();
    const QStringList arguments{QStringLiteral("serve"),
                                QStringLiteral("--data"),
                                m_folder.path(),
                                QStringLiteral("--connection"),
                                QStringLiteral("school"),
                                QStringLiteral("--listen"),
                                QStringLiteral("127.0.0.1:0"),
                                QStringLiteral("--source"),
                                m_rabbit.url(QStringLiteral("?exchange=enmeshed")),
                                QStringLiteral("--source"),
                                QStringLiteral("mqtt://127.0.0.1:%1").arg(m_mosquitto.port()),
                                QStringLiteral("--source"),
                                QStringLiteral("redis://127.0.0.1:%1").arg(m_redis.port()),
                                QStringLiteral("--source"),
                                QStringLiteral("pubsub://lab/watch?endpoint=%1").arg(m_pubSub.url()),
                                QStringLiteral("--source-secret-env"),
                                QStringLiteral("RABBIT_PASSWORD"),
                                QStringLiteral("--source-secret-env"),
                                QStringLiteral("-"),
                                QStringLiteral("--source-secret-env"),
                                QStringLiteral("-"),
                                QStringLiteral("--source-secret-env"),
                                QStringLiteral("-")};
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("RABBIT_PASSWORD"), QStringLiteral("guest"));
    QVERIFY2(m_serve->start(arguments, environment), m_serve->process().readAllStandardError().constData());
    // It says of each source how it is doing.
    QByteArray said;
    const auto areConnected = [&] {
        m_serve->process().waitForReadyRead(100);
        said += m_serve->process().readAllStandardError();
        return said.contains("queue ") && said.contains("mqtt://127.0.0.1") &&
               said.contains("redis://127.0.0.1") && said.contains("pubsub://lab/watch");
    };
    QVERIFY2(QTest::qWaitFor(areConnected, patience), said.constData());
    QVERIFY2(!said.contains("guest@"), said.constData());
}

void ChannelsTest::publish(const Recorded& event) {
    QVERIFY(m_amqp->publish("enmeshed", {event.trigger, event.data}));
    QVERIFY(m_mqtt->publish(QByteArray(event.trigger).replace('.', '/').constData(), event.data));
    QVERIFY(m_redisPublisher->publish(event.trigger, event.data));
    m_pubSub.publish(QString::fromLatin1(event.trigger), event.data);
}

void ChannelsTest::postWebhooks(const QList<Recorded>& events) {
    Poster poster(m_serve->port());
    QVERIFY(poster.isConnected());
    for (const Recorded& event : events) {
        const QByteArray headers =
            "content-type: application/json\r\n" +
            (event.correlation.isEmpty() ? QByteArray() : "x-correlation-id: " + event.correlation + "\r\n");
        QCOMPARE(poster.post("/school", event.webhook, headers), 204);
    }
}

int ChannelsTest::countOf(Channel channel) const {
    const auto reader = EventReader::open(m_folder.filePath(QStringLiteral("events.sqlite")));
    if (!reader)
        return -1;
    int count = 0;
    for (const EventReader::Ways& ways : (*reader)->recentWays({1}, 10'000))
        count += ways.channels.contains(channel) ? 1 : 0;
    return count;
}

void ChannelsTest::awaitAll(int count, const QList<Channel>& channels) {
    for (const Channel channel : channels)
        QTRY_COMPARE_WITH_TIMEOUT(countOf(channel), count, patience);
}

void ChannelsTest::eachEventIsOneWhateverItsWays() {
    if (!RabbitMqServer::isInstalled() || !MosquittoServer::isPossible() || !RedisServer::isPossible())
        QSKIP("RabbitMQ, Mosquitto and Redis are needed");
    const QList<Recorded> events = recordedEvents();
    if (events.isEmpty())
        QSKIP("the recordings are not there");
    QVERIFY(events.size() > 100);
    QVERIFY(m_rabbit.start());
    m_mosquitto.start();
    m_redis.start();
    m_amqp = std::make_unique<AmqpPublisher>(m_rabbit.port());
    QVERIFY(m_amqp->isOpen() && m_amqp->makeExchange("enmeshed"));
    m_mqtt = std::make_unique<MqttPublisher>(m_mosquitto.port());
    m_redisPublisher = std::make_unique<RedisPublisher>(m_redis.port());

    startServe();
    const qsizetype half = events.size() / 2;
    const QList<Recorded> first = events.first(half), second = events.sliced(half);
    // Webhooks and brokers tell of the same at the same time, each at its own pace.
    for (const Recorded& event : first)
        publish(event);
    postWebhooks(first);
    awaitAll(int(half), {Channel::Webhook, Channel::Amqp, Channel::Mqtt, Channel::Redis, Channel::PubSub});
    if (QTest::currentTestFailed())
        return;

    // Killed in the middle: brokers that keep messages lose nothing, the others leave a gap.
    for (qsizetype i = 0; i < second.size(); ++i) {
        if (i == second.size() / 2)
            m_serve->killHard();
        publish(second.at(i));
    }
    startServe();
    postWebhooks(second);
    awaitAll(int(events.size()), {Channel::Webhook, Channel::Amqp, Channel::PubSub});
    if (QTest::currentTestFailed())
        return;

    const auto reader = EventReader::open(m_folder.filePath(QStringLiteral("events.sqlite")));
    QVERIFY(reader);
    QCOMPARE((*reader)->range().count(), qint64(events.size()));
    QVERIFY((*reader)->forEach(*Query::parse(QString()), {}, [](const Event& event) {
        QMap<Channel, int> times;
        for (const EventArrival& arrival : event.arrivals)
            ++times[arrival.channel];
        for (auto it = times.cbegin(); it != times.cend(); ++it) {
            if (it.value() != 1)
                qFatal("%s came %d times by %s", qPrintable(event.row.trigger), it.value(),
                       qPrintable(channelName(it.key())));
        }
        return true;
    }));
    QSet<Channel> withGaps;
    for (const Gap& gap : (*reader)->gaps(100)) {
        QVERIFY(gap.began < gap.ended);
        withGaps.insert(gap.channel);
    }
    QCOMPARE(withGaps, (QSet<Channel>{Channel::Mqtt, Channel::Redis}));
    QCOMPARE(m_serve->terminate(), 0);
}

QTEST_GUILESS_MAIN(ChannelsTest)
#include "tst_channels.moc"
