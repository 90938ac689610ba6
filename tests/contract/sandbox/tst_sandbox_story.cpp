// SPDX-License-Identifier: MIT
// The recorded story of two real Connectors played against two of the sandbox: the same calls get the same
// statuses, error codes and shapes, and cause the same events, in an order that the reference allows.
#include "story.h"

#include <meshwatch/core/httpserver.h>
#include <meshwatch/sandbox/sandbox.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHttpMultiPart>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

#include <mutex>

using namespace meshwatch;
using sandbox::Sandbox;
using story::Exchange;
using story::Told;

namespace {

struct Delivery {
    int side = 0;
    QString trigger;
    QJsonObject data;
    [[nodiscard]] QString object() const { return objectOf(trigger, data); }

    /// The id that the recording's list of events shows for it.
    static QString objectOf(const QString& trigger, const QJsonObject& data) {
        const QStringList without{QStringLiteral("consumption.relationshipTemplateProcessed"),
                                  QStringLiteral("consumption.attributeSucceeded")};
        if (without.contains(trigger) || trigger.startsWith(QLatin1String("runtime.")))
            return {};
        for (const char* key : {"request", "message", "relationship", "attribute"}) {
            const QString id =
                data.value(QLatin1String(key)).toObject().value(QLatin1String("id")).toString();
            if (!id.isEmpty())
                return id;
        }
        return data.value(QLatin1String("id")).toString();
    }
};

/// Each on a line of its own: one message of Qt Test holds only the beginning.
void expectNone(const QStringList& deviations) {
    for (const QString& deviation : deviations)
        qWarning("%s", qPrintable(deviation));
    QVERIFY2(deviations.isEmpty(),
             qPrintable(QStringLiteral("%1 deviations, see above").arg(deviations.size())));
}

} // namespace

class SandboxStoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersAsRecorded();
    void tellsTheSameEvents();
    void tellsThemInTheSameOrderOfEachObject();
    void eventsHaveTheRecordedShapes();

private:
    void playStory();
    void play(const Exchange& exchange);
    [[nodiscard]] QNetworkRequest request(const Exchange& exchange) const;
    [[nodiscard]] QByteArray body(const Exchange& exchange) const;
    void settle();
    void learnFromEvents();
    void compare(const Exchange& exchange, int status, const QByteArray& answer);

    QString m_recordings = QStringLiteral(MESHWATCH_SHARED_DIR "/recordings");
    std::vector<Exchange> m_exchanges;
    std::unique_ptr<Sandbox> m_sandbox;
    Micros m_now;
    HttpServer m_server;
    std::mutex m_mutex;
    std::vector<Delivery> m_deliveries;
    QNetworkAccessManager m_network;
    story::Names m_names;
    QStringList m_deviations;
    int m_answers = 0;
    std::vector<Told> m_told;   ///< the recorded events
    size_t m_learnt = 0;        ///< deliveries looked at
    QHash<QString, int> m_seen; ///< how many of a side and trigger
};

void SandboxStoryTest::initTestCase() {
    m_exchanges = story::readExchanges(m_recordings + QStringLiteral("/rest.jsonl"));
    if (m_exchanges.empty())
        QSKIP("The recordings beside the project are not there.");
    m_network.setAutoDeleteReplies(true);
    const auto listening =
        m_server.start({}, {}, [this](const HttpRequest& request, HttpResponder responder) {
            const QJsonObject event = QJsonDocument::fromJson(request.body).object();
            {
                const std::lock_guard lock(m_mutex);
                m_deliveries.push_back({request.path.startsWith("/B") ? 1 : 0,
                                        event.value(QLatin1String("trigger")).toString(),
                                        event.value(QLatin1String("data")).toObject()});
            }
            responder.send({});
        });
    QVERIFY(listening);
    Sandbox::Options options;
    options.names = {QStringLiteral("A"), QStringLiteral("B")};
    options.syncInterval = std::chrono::milliseconds(0);
    options.loginDelayScale = 0;
    options.isDebug = true;
    m_now = *Micros::fromIso(m_exchanges.front().at.toLatin1());
    options.clock = [this] { return m_now; };
    m_sandbox = std::make_unique<Sandbox>(options);
    QVERIFY(m_sandbox->start());
    for (int side = 0; side < 2; ++side)
        QVERIFY(m_sandbox->setWebhookUrl(
            side, m_server.url() + (side == 0 ? QStringLiteral("/A") : QStringLiteral("/B"))));
    playStory();
}

void SandboxStoryTest::settle() {
    // Nothing under way any more: two looks without a new delivery.
    size_t before = size_t(-1);
    for (int quiet = 0; quiet < 2;) {
        m_sandbox->sync(0);
        m_sandbox->sync(1);
        QTest::qWait(15);
        const std::lock_guard lock(m_mutex);
        quiet = m_deliveries.size() == before ? quiet + 1 : 0;
        before = m_deliveries.size();
    }
}

/// Some ids are told by an event alone: the n-th event of a trigger stands for the n-th recorded one.
void SandboxStoryTest::learnFromEvents() {
    const std::lock_guard lock(m_mutex);
    for (; m_learnt < m_deliveries.size(); ++m_learnt) {
        const Delivery& delivery = m_deliveries[m_learnt];
        int rest = m_seen[QString::number(delivery.side) + delivery.trigger]++;
        for (const Told& told : m_told) {
            if (told.side == delivery.side && told.trigger == delivery.trigger && rest-- == 0) {
                if (!told.object.isEmpty() && !delivery.object().isEmpty())
                    m_names.learn(told.object, delivery.object());
                break;
            }
        }
    }
}

void SandboxStoryTest::playStory() {
    m_told = story::readEventOrder(QStringLiteral(MESHWATCH_TEST_DATA "/recordings/event-order.txt"));
    sandbox::Access limited;
    limited.secret = QStringLiteral("limited-key-with-28-characters");
    limited.scopes = {QStringLiteral("core:messages")};
    m_sandbox->addAccess(0, limited);
    QString step;
    for (const Exchange& exchange : m_exchanges) {
        m_now = qMax(m_now, *Micros::fromIso(exchange.at.toLatin1()));
        // The recorded fault spared what /health asks.
        const bool isOutage = exchange.step.startsWith(QLatin1String("Backbone answers 500")) &&
                              exchange.path != QLatin1String("/health");
        // The burst is sent at once, everything else step by step.
        if (exchange.step != step || !exchange.step.startsWith(QLatin1String("burst")))
            settle();
        learnFromEvents();
        m_sandbox->setBackboneDown(isOutage);
        step = exchange.step;
        play(exchange);
    }
    settle();
}

QNetworkRequest SandboxStoryTest::request(const Exchange& exchange) const {
    const QString path = m_names.translate(exchange.path);
    QNetworkRequest request(QUrl::fromEncoded((m_sandbox->connectors()[exchange.side].url + path).toUtf8()));
    for (auto it = exchange.requestHeaders.begin(); it != exchange.requestHeaders.end(); ++it) {
        QByteArray value = it.value().toString().toLatin1();
        if (it.key().compare(QLatin1String("x-api-key"), Qt::CaseInsensitive) == 0)
            value = exchange.status == 401   ? QByteArray("no key of anybody, as the recording's")
                    : exchange.status == 403 ? QByteArray("limited-key-with-28-characters")
                                             : m_sandbox->connectors()[exchange.side].apiKey.toLatin1();
        request.setRawHeader(it.key().toLatin1(), value);
    }
    return request;
}

QByteArray SandboxStoryTest::body(const Exchange& exchange) const {
    if (exchange.requestBody.isString())
        return exchange.requestBody.toString().toUtf8();
    if (!exchange.requestBody.isObject())
        return {};
    QJsonObject object = m_names.translate(exchange.requestBody).toObject();
    if (exchange.isShortened) {
        // The recording holds the beginning only; what matters is how long it was.
        QJsonObject content = object.value(QLatin1String("content")).toObject();
        const int size = exchange.status == 500 ? 21'000'000 : 1'900'000;
        content.insert(QLatin1String("body"), QString(size, QLatin1Char('z')));
        object.insert(QLatin1String("content"), content);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void SandboxStoryTest::play(const Exchange& exchange) {
    const QNetworkRequest asked = request(exchange);
    QNetworkReply* reply = nullptr;
    QHttpMultiPart parts(QHttpMultiPart::FormDataType);
    const QJsonObject fields = exchange.requestBody.toObject();
    if (exchange.path.endsWith(QLatin1String("/Files/Own")) && exchange.method == "POST") {
        for (auto it = fields.begin(); it != fields.end(); ++it) {
            QHttpPart part;
            const bool isFile = it.key() == QLatin1String("file");
            part.setHeader(QNetworkRequest::ContentDispositionHeader,
                           isFile ? QByteArray("form-data; name=\"file\"; filename=\"hello.txt\"")
                                  : QByteArray("form-data; name=\"" + it.key().toUtf8() + '"'));
            if (isFile)
                part.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("text/plain"));
            part.setBody(isFile ? QByteArray("hello file\n") : it.value().toString().toUtf8());
            parts.append(part);
        }
        reply = m_network.post(asked, &parts);
    } else {
        reply = m_network.sendCustomRequest(asked, exchange.method, body(exchange));
    }
    QVERIFY2(QTest::qWaitFor([reply] { return reply->isFinished(); }, 90'000), qPrintable(exchange.step));
    compare(exchange, reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll());
}

void SandboxStoryTest::compare(const Exchange& exchange, int status, const QByteArray& answer) {
    ++m_answers;
    const QString call =
        QStringLiteral("%1 | %2 %3").arg(exchange.step, QString::fromLatin1(exchange.method), exchange.path);
    if (status != exchange.status) {
        m_deviations.append(QStringLiteral("%1: %2, recorded %3: %4")
                                .arg(call)
                                .arg(status)
                                .arg(exchange.status)
                                .arg(QString::fromUtf8(answer.left(300))));
        return;
    }
    if (!exchange.responseBody.isObject())
        return; // a picture, a file, nothing
    const QJsonObject actual = QJsonDocument::fromJson(answer).object();
    QJsonObject recorded = exchange.responseBody.toObject();
    if (exchange.path.startsWith(QLatin1String("/Monitoring")) || exchange.path == QLatin1String("/health"))
        return; // figures of a process and its modules; tried by the client's contract test
    if (exchange.step != QLatin1String("lists and filters") ||
        recorded.value(QLatin1String("result")).isObject())
        m_names.learn(recorded, actual);
    QJsonObject error = recorded.value(QLatin1String("error")).toObject();
    if (!error.isEmpty()) {
        // The recorded Connectors ran in debug mode, which adds these.
        error.remove(QLatin1String("stacktrace"));
        error.remove(QLatin1String("details"));
        recorded.insert(QLatin1String("error"), error);
    }
    if (recorded.value(QLatin1String("result")).isArray())
        recorded.insert(QStringLiteral("result"),
                        story::inOrderOf(actual.value(QLatin1String("result")).toArray(),
                                         recorded.value(QLatin1String("result")).toArray(), m_names));
    const QStringList differences = story::shapeDifferences(recorded, actual);
    for (const QString& difference : differences)
        m_deviations.append(call + QStringLiteral(": ") + difference);
}

void SandboxStoryTest::answersAsRecorded() {
    QCOMPARE(m_answers, int(m_exchanges.size()));
    expectNone(m_deviations);
}

void SandboxStoryTest::tellsTheSameEvents() {
    QMap<QString, int> difference;
    for (const Told& told :
         story::readEventOrder(QStringLiteral(MESHWATCH_TEST_DATA "/recordings/event-order.txt"))) {
        if (told.trigger != QLatin1String("runtime.modulesStarted"))
            ++difference[(told.side == 0 ? QStringLiteral("A ") : QStringLiteral("B ")) + told.trigger];
    }
    const std::lock_guard lock(m_mutex);
    for (const Delivery& delivery : m_deliveries) {
        if (delivery.trigger != QLatin1String("runtime.modulesStarted"))
            --difference[(delivery.side == 0 ? QStringLiteral("A ") : QStringLiteral("B ")) +
                         delivery.trigger];
    }
    QStringList wrong;
    for (auto it = difference.begin(); it != difference.end(); ++it) {
        if (it.value() != 0)
            wrong.append(QStringLiteral("%1: %2 %3")
                             .arg(it.key())
                             .arg(qAbs(it.value()))
                             .arg(it.value() > 0 ? QStringLiteral("missing") : QStringLiteral("too many")));
    }
    expectNone(wrong);
}

void SandboxStoryTest::tellsThemInTheSameOrderOfEachObject() {
    QMap<QString, QStringList> recorded, actual;
    for (const Told& told :
         story::readEventOrder(QStringLiteral(MESHWATCH_TEST_DATA "/recordings/event-order.txt"))) {
        if (!told.object.isEmpty())
            recorded[QString::number(told.side) + m_names.translate(told.object)].append(told.trigger);
    }
    {
        const std::lock_guard lock(m_mutex);
        for (const Delivery& delivery : m_deliveries) {
            if (!delivery.object().isEmpty())
                actual[QString::number(delivery.side) + delivery.object()].append(delivery.trigger);
        }
    }
    QStringList wrong;
    for (auto it = recorded.begin(); it != recorded.end(); ++it) {
        if (actual.value(it.key()) != it.value())
            wrong.append(QStringLiteral("%1: %2\n    recorded: %3")
                             .arg(it.key(), actual.value(it.key()).join(QStringLiteral(", ")),
                                  it.value().join(QStringLiteral(", "))));
    }
    expectNone(wrong);
}

void SandboxStoryTest::eventsHaveTheRecordedShapes() {
    QFile file(QStringLiteral(MESHWATCH_TEST_DATA "/recordings/webhooks-a.jsonl"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    // The n-th event of a trigger on an object is compared with the n-th recorded one.
    QMap<QString, QList<QJsonObject>> recorded, actual;
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        if (!line.value(QLatin1String("url")).toString().startsWith(QLatin1String("/a/hook/")))
            continue;
        const QJsonValue raw = line.value(QLatin1String("body"));
        const QJsonObject body =
            raw.isString() ? QJsonDocument::fromJson(raw.toString().toUtf8()).object() : raw.toObject();
        const QString trigger = body.value(QLatin1String("trigger")).toString();
        const QJsonObject data = body.value(QLatin1String("data")).toObject();
        recorded[trigger + QLatin1Char(' ') + m_names.translate(Delivery::objectOf(trigger, data))].append(
            data);
    }
    {
        const std::lock_guard lock(m_mutex);
        for (const Delivery& delivery : m_deliveries) {
            if (delivery.side == 0)
                actual[delivery.trigger + QLatin1Char(' ') + delivery.object()].append(delivery.data);
        }
    }
    QStringList wrong;
    int compared = 0;
    for (auto it = recorded.begin(); it != recorded.end(); ++it) {
        const QList<QJsonObject> others = actual.value(it.key());
        for (qsizetype i = 0; i < qMin(it.value().size(), others.size()); ++i) {
            ++compared;
            const QStringList differences = story::shapeDifferences(it.value()[i], others[i], it.key());
            wrong += differences;
        }
    }
    QVERIFY2(compared > 100, qPrintable(QString::number(compared)));
    expectNone(wrong);
}

QTEST_GUILESS_MAIN(SandboxStoryTest)
#include "tst_sandbox_story.moc"
