// SPDX-License-Identifier: MIT
#include "storyfixture.h"

#include <meshwatch/core/json.h>

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace meshwatch;

StoryFixture::StoryFixture()
    : m_store(std::move(*EventStore::open(m_folder.filePath(QStringLiteral("events.sqlite")))))
    , m_connection(*m_store->connectionId(QStringLiteral("a"))) {}

Arrival StoryFixture::arrival(const QByteArray& body, Micros at, const QByteArray& correlation) {
    Arrival arrival;
    arrival.connection = m_connection;
    arrival.receivedAt = at;
    arrival.correlationId = correlation;
    arrival.body = body;
    auto facts = m_parser.parse(body, {});
    if (!facts)
        qFatal("%s", qPrintable(facts.error().message));
    arrival.facts = std::move(*facts);
    return arrival;
}

void StoryFixture::append(std::vector<Arrival> arrivals) {
    m_store->append(std::move(arrivals), {});
    m_store->flush();
}

void StoryFixture::tellStoryOfA() {
    QFile file(QStringLiteral(MESHWATCH_TEST_DATA "/recordings/webhooks-a.jsonl"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no recordings");
    std::vector<Arrival> arrivals;
    while (!file.atEnd()) {
        const auto line = json::parseObject(file.readLine());
        const QString url = line->value(QLatin1String("url")).toString();
        if (!url.startsWith(QLatin1String("/a/hook/")))
            continue;
        const Micros at =
            Micros::fromIso(line->value(QLatin1String("at")).toString().toLatin1()).value_or(Micros());
        const QJsonValue body = line->value(QLatin1String("body"));
        const QByteArray bytes = body.isString() ? body.toString().toUtf8() : json::compact(body);
        arrivals.push_back(arrival(bytes, at, json::textAt(*line, u"headers.x-correlation-id").toLatin1()));
    }
    append(std::move(arrivals));
}

void StoryFixture::tellSamples(const QString& side) {
    QFile file(QStringLiteral(MESHWATCH_TEST_DATA "/recordings/samples.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no recordings");
    const auto samples = json::parseObject(file.readAll());
    std::vector<Arrival> arrivals;
    for (auto it = samples->begin(); it != samples->end(); ++it) {
        if (!it.key().endsWith(QLatin1Char('@') + side))
            continue;
        const QJsonObject sample = it.value().toObject();
        const QJsonValue body =
            sample.contains(QLatin1String("body")) ? sample.value(QLatin1String("body")) : sample;
        arrivals.push_back(arrival(json::compact(body), Micros::now(), it.key().toUtf8()));
    }
    append(std::move(arrivals));
}

void StoryFixture::tell(const QByteArray& trigger, const QJsonObject& data) {
    const QByteArray body = json::compact(
        QJsonObject{{QStringLiteral("data"), data}, {QStringLiteral("trigger"), QString::fromUtf8(trigger)}});
    append({arrival(body, Micros::now(), QByteArray::number(Micros::now().value))});
}

void StoryFixture::read(Conversation& conversation) {
    QSignalSpy finished(&conversation, &Conversation::readingFinished);
    conversation.start();
    QVERIFY(finished.wait(20'000));
    const int end = qMin(1000, conversation.count());
    conversation.want(0, end - 1);
    const auto isThere = [&conversation, end] {
        for (int i = 0; i < end; ++i) {
            if (!conversation.entry(i))
                return false;
        }
        return true;
    };
    QVERIFY(QTest::qWaitFor(isThere, 20'000));
}
