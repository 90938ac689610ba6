// SPDX-License-Identifier: MIT
#include <meshwatch/sources/sourceaddress.h>

#include <QTest>

using namespace meshwatch;
using Kind = SourceAddress::Kind;

Q_DECLARE_METATYPE(meshwatch::SourceAddress::Kind)

class TestSourceAddress : public QObject {
    Q_OBJECT

    /// "name=value name=value" of the options that an address gives.
    static QString given(const SourceAddress& address) {
        QStringList texts;
        for (const auto& option : SourceAddress::options(address.kind())) {
            if (!address.has(option.name))
                continue;
            for (const QString& value : address.values(option.name))
                texts.append(QLatin1String(option.name) + QLatin1Char('=') + value);
        }
        return texts.join(QLatin1Char('|'));
    }

private Q_SLOTS:
    void reads_data() {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("text"); // what toString() gives
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("options");
        const auto row = [](const char* url, const char* text, Kind kind, const char* place, const char* user,
                            const char* path, const char* options) {
            QTest::newRow(url) << QString::fromUtf8(url) << QString::fromUtf8(text) << kind
                               << QString::fromUtf8(place) << QString::fromUtf8(user)
                               << QString::fromUtf8(path) << QString::fromUtf8(options);
        };
        row("amqp://guest@localhost?exchange=lab.events", "amqp://guest@localhost/?exchange=lab.events",
            Kind::Amqp, "amqp://localhost:5672", "guest", "/", "exchange=lab.events");
        row("  AMQP://Broker.Example.COM:5672/?exchange=E ", "amqp://broker.example.com/?exchange=E",
            Kind::Amqp, "amqp://broker.example.com:5672", "", "/", "exchange=E");
        row("amqp://h/%2F?exchange=e", "amqp://h/?exchange=e", Kind::Amqp, "amqp://h:5672", "", "/",
            "exchange=e");
        row("amqp://h/lab%2Fb%25?exchange=e", "amqp://h/lab%2Fb%25?exchange=e", Kind::Amqp, "amqp://h:5672",
            "", "lab/b%", "exchange=e");
        row("amqps://a%40b%3Ac@h:1?exchange=e", "amqps://a%40b%3Ac@h:1/?exchange=e", Kind::Amqp,
            "amqps://h:1", "a@b:c", "/", "exchange=e");
        row("amqp://[::1]:5673?exchange=e", "amqp://[::1]:5673/?exchange=e", Kind::Amqp, "amqp://[::1]:5673",
            "", "/", "exchange=e");
        row("amqp://h?routing-key=b.%23&exchange=a%26b%3Dc&routing-key=a.*",
            "amqp://h/?exchange=a%26b%3Dc&routing-key=b.%23&routing-key=a.*", Kind::Amqp, "amqp://h:5672", "",
            "/", "exchange=a&b=c|routing-key=b.#|routing-key=a.*");
        row("mqtt://h?topic=transport/%23&topic=+/x", "mqtt://h?topic=transport/%23&topic=+/x", Kind::Mqtt,
            "mqtt://h:1883", "", "", "topic=transport/#|topic=+/x");
        row("mqtt://h/?topic=a+b%2Bc%20d", "mqtt://h?topic=a+b+c%20d", Kind::Mqtt, "mqtt://h:1883", "", "",
            "topic=a+b+c d");
        row("mqtts://müller.example?qos=2&topic=ü%2541",
            "mqtts://xn--mller-kva.example?topic=%C3%BC%2541&qos=2", Kind::Mqtt,
            "mqtts://xn--mller-kva.example:8883", "", "", "topic=ü%41|qos=2");
        row("redis://h/0?pattern=transport.*", "redis://h?pattern=transport.*", Kind::Redis, "redis://h:6379",
            "", "", "pattern=transport.*");
        row("rediss://u@[fe80::1]", "rediss://u@[fe80::1]", Kind::Redis, "rediss://[fe80::1]:6379", "u", "",
            "");
        row("pubsub://lab/watch", "pubsub://lab/watch", Kind::PubSub, "pubsub://lab/watch", "", "watch", "");
        row("pubsub://1234567890/watch?messages=10", "pubsub://1234567890/watch?messages=10", Kind::PubSub,
            "pubsub://1234567890/watch", "", "watch", "messages=10");
        row("PUBSUB://example.com:lab/s+x%25y", "pubsub://example.com:lab/s%2Bx%25y", Kind::PubSub,
            "pubsub://example.com:lab/s+x%y", "", "s+x%y", "");
        row("pubsub://lab/watch?endpoint=http://127.0.0.1:80/x%3Fa",
            "pubsub://lab/watch?endpoint=http://127.0.0.1:80/x%3Fa", Kind::PubSub, "pubsub://lab/watch", "",
            "watch", "endpoint=http://127.0.0.1:80/x?a");
        row("relay://h/river%20side", "relay://h/river%20side", Kind::Relay, "relay://h:8478", "",
            "river side", "");
        row("relays://h:443/r?filter=x%3Ay%20z", "relays://h:443/r?filter=x:y%20z", Kind::Relay,
            "relays://h:443", "", "r", "filter=x:y z");
        row("postgresql://ada@h:5432/te%20am?connection=River%20side&sslmode=verify-full",
            "postgresql://ada@h/te%20am?connection=River%20side&sslmode=verify-full", Kind::Postgres,
            "postgresql://h:5432", "ada", "te am", "connection=River side|sslmode=verify-full");
    }
    void reads() {
        QFETCH(QString, url);
        QFETCH(QString, text);
        QFETCH(Kind, kind);
        QFETCH(QString, place);
        QFETCH(QString, user);
        QFETCH(QString, path);
        QFETCH(QString, options);
        const auto address = SourceAddress::parse(url);
        QVERIFY2(address.ok(), qPrintable(address ? QString() : address.error().text()));
        QCOMPARE(address->toString(), text);
        QCOMPARE(address->kind(), kind);
        QCOMPARE(address->place(), place);
        QCOMPARE(address->user(), user);
        QCOMPARE(address->path(), path);
        QCOMPARE(given(*address), options);
        const auto again = SourceAddress::parse(text);
        QVERIFY2(again.ok(), qPrintable(again ? QString() : again.error().text()));
        QCOMPARE(again->toString(), text);
        QCOMPARE(again->user(), user);
        QCOMPARE(again->path(), path);
        QCOMPARE(given(*again), options);
        QVERIFY(*again == *address);
    }

    void equalAddressesGiveEqualTexts() {
        const auto text = [](const char* url) {
            return SourceAddress::parse(QString::fromUtf8(url))->toString();
        };
        QCOMPARE(text("amqp://H:5672/?queue=q&exchange=e"), text("amqp://h?exchange=e&queue=q"));
        QCOMPARE(text("mqtts://h:8883?topic=%61"), text("mqtts://h?topic=a"));
        QVERIFY(text("mqtt://h?topic=a&topic=b") != text("mqtt://h?topic=b&topic=a"));
        QVERIFY(text("amqps://h?exchange=e") != text("amqp://h?exchange=e"));
    }

    void refuses_data() {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* url, const char* words, const char* code = "source.badUrl") {
            QTest::newRow(url) << QString::fromUtf8(url) << QString::fromLatin1(code)
                               << QString::fromUtf8(words);
        };
        row("", "no address of a source");
        row("broker.example.com", "no address of a source");
        row("http://h/x", "“http://h/x” is no address of a source. It begins with amqp://");
        row("amqp://", "names no host");
        row("amqp:h", "names no host");
        row("amqp://h:99999?exchange=e", "no address of a source");
        row("amqp://h:0?exchange=e", "no port 0");
        row("amqp://h name?exchange=e", "no address of a source");
        row("amqp://h", "names no exchange. Add ?exchange=");
        row("amqp://h?exchange=", "exchange is empty");
        row("amqp://h?exchange=a&exchange=b", "exchange is given twice");
        row("amqp://h?exchange=a&foo=1", "no option “foo” here. There are: exchange, routing-key");
        row("amqp://h?exchange=a&type=lazy", "“lazy” is no value of type. It takes quorum, classic, stream");
        row("amqp://h?exchange=a&prefetch=0", "It takes a number from 1 to 65535");
        row("amqp://h?exchange=a&heartbeat=x", "It takes a number from 5 to 3600");
        row("amqp://h?exchange=a%00", "no text in its exchange");
        row("amqp://h/a%0Ab?exchange=a", "no text in its path");
        row("mqtt://h?topic=a%ffb", "no text in its topic");
        row("mqtt://u%0D@h", "no text in its user");
        row("mqtt://h?topic=transport/#", "which ends it. Write %23");
        row("mqtt://h/transport", "has no path. Topics are given as ?topic=");
        row("mqtt://h?qos=3", "It takes 0, 1, 2");
        row("mqtt://h?topic", "topic is empty");
        row("mqtt://h?topic=a&exchange=b", "no option “exchange”");
        row("redis://h/transport.*", "number of a database");
        row("pubsub://lab", "names no subscription");
        row("pubsub://lab/", "names no subscription");
        row("pubsub://lab/a/b", "names no subscription");
        row("pubsub://lab/a%2Fb", "names no subscription");
        row("pubsub:///watch", "names no host");
        row("pubsub://lab:443/watch", "neither user nor port");
        row("pubsub://u@lab/watch", "neither user nor port");
        row("pubsub://lab/watch?messages=1001", "It takes a number from 1 to 1000");
        row("relay://h", "names no connection");
        row("amqp://u:geheim@h?exchange=e", "Leave it out there", "source.secretInUrl");
        row("mqtt://:geheim@h", "Leave it out there", "source.secretInUrl");
        row("pubsub://u:geheim@lab/watch", "Leave it out there", "source.secretInUrl");
        row("mqtt://u:geheim@h:99999", "“mqtt://h:99999”");
        row("mqtt://u:geheim wort@h", "“mqtt://h”");
        row("mqtt://u:geheim@", "names no host");
        row("ftp://u:geheim@h", "“ftp://h”");
    }
    void refuses() {
        QFETCH(QString, url);
        QFETCH(QString, code);
        QFETCH(QString, words);
        const auto address = SourceAddress::parse(url);
        QVERIFY2(!address.ok(), qPrintable(address ? address->toString() : QString()));
        QCOMPARE(address.error().code, code);
        QVERIFY2(address.error().text().contains(words), qPrintable(address.error().text()));
        QVERIFY(!address.error().text().contains(QLatin1String("geheim")));
    }

    void knowsWhatHoldsWithoutAnOption() {
        const auto amqp = *SourceAddress::parse(QStringLiteral("amqp://h?exchange=e"));
        QCOMPARE(amqp.value("type"), QStringLiteral("quorum"));
        QCOMPARE(amqp.values("routing-key"), QStringList(QStringLiteral("#")));
        QCOMPARE(amqp.number("prefetch"), 1000);
        QCOMPARE(amqp.value("queue"), QString());
        QVERIFY(!amqp.has("type") && amqp.has("exchange"));
        const auto pubSub = *SourceAddress::parse(QStringLiteral("pubsub://lab/watch"));
        QCOMPARE(pubSub.value("endpoint"), QStringLiteral("https://pubsub.googleapis.com"));
        QCOMPARE(pubSub.number("messages"), 500);
        QVERIFY(pubSub.usesTls());
    }

    void channelsAndPorts() {
        const auto check = [](const char* url, Channel channel, quint16 port, bool usesTls) {
            const auto address = *SourceAddress::parse(QString::fromLatin1(url));
            return address.channel() == channel && address.port() == port && address.usesTls() == usesTls;
        };
        QVERIFY(check("amqp://h?exchange=e", Channel::Amqp, 5672, false));
        QVERIFY(check("amqps://h?exchange=e", Channel::Amqp, 5671, true));
        QVERIFY(check("mqtt://h", Channel::Mqtt, 1883, false));
        QVERIFY(check("mqtts://h", Channel::Mqtt, 8883, true));
        QVERIFY(check("redis://h", Channel::Redis, 6379, false));
        QVERIFY(check("rediss://h:7000", Channel::Redis, 7000, true));
        QVERIFY(check("pubsub://lab/watch", Channel::PubSub, 443, true));
        QVERIFY(check("relay://h/r", Channel::Relay, 8478, false));
        QVERIFY(check("relays://h/r", Channel::Relay, 8478, true));
    }
};

QTEST_GUILESS_MAIN(TestSourceAddress)
#include "tst_sourceaddress.moc"
