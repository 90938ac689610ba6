// SPDX-License-Identifier: MIT
#include "pubsubfixture.h"

#include <QTcpServer>

using namespace meshwatch;

/// Makes something wrong before a source starts.
using Spoil = std::function<void(PubSubServer& server, EventSource::Settings& settings)>;
Q_DECLARE_METATYPE(Spoil)

namespace {

Spoil withFault(const PubSubServer::Fault& fault) {
    return [fault](PubSubServer& server, EventSource::Settings&) { server.setFault(fault); };
}

Spoil withSubscription(const char* member, const QJsonValue& value) {
    return [member, value](PubSubServer& server, EventSource::Settings&) {
        server.with(
            [&](PubSubServer& locked) { locked.subscription().insert(QLatin1String(member), value); });
    };
}

Spoil withEndpoint(const char* endpoint, const QByteArray& secret) {
    return [endpoint, secret](PubSubServer&, EventSource::Settings& settings) {
        settings.address =
            *SourceAddress::parse(QLatin1String("pubsub://lab/watch") + QLatin1String(endpoint));
        if (secret != "kept")
            settings.secret = secret;
    };
}

} // namespace

/// What a person is told when a subscription cannot be read: the same by a source that runs and by a look.
class TestPubSubErrors : public QObject, PubSubFixture {
    Q_OBJECT

    void check(const Error& error, const QByteArray& key) const;

private Q_SLOTS:
    void init() { renew(); }
    void cleanup() { close(); }

    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void saysThatSomethingElseAnswers();
};

void TestPubSubErrors::saysWhatIsWrong_data() {
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("advice");
    const auto row = [](const char* name, const char* code, const char* message, const char* advice,
                        const Spoil& spoil) {
        QTest::newRow(name) << spoil << QString::fromLatin1(code) << QString::fromUtf8(message)
                            << QString::fromUtf8(advice);
    };
    const char* const refused = "source.refused";
    const char* const broken = "source.broken";
    row("missing", refused, "There is no subscription projects/lab/subscriptions/watch (Resource not found",
        "gcloud pubsub subscriptions create watch --project=lab",
        [](PubSubServer& server, auto&) { server.isMissing = true; });
    row("forbidden", refused,
        "watch@lab.iam.gserviceaccount.com may not read projects/lab/subscriptions/watch",
        "roles/pubsub.subscriber",
        [](PubSubServer& server, auto&) { server.mayGet = server.mayConsume = false; });
    row("unknown", refused, "does not know who asks", "deleted or disabled",
        withFault(
            {.status = 401, .times = -1, .message = QStringLiteral("Bearer ya29.token-1 is not valid")}));
    row("quota", broken, "quota of Pub/Sub", "quota of the project", withFault({.status = 429, .times = -1}));
    row("overload", broken, "cannot answer at the moment (status 503)", "",
        withFault({.status = 503, .times = -1}));
    row("page", broken, "with a page instead of Pub/Sub's JSON", "login page",
        withFault({.times = -1, .page = "<html>Log in</html>"}));
    row("push", refused, "pushes its messages", "delivery type Pull",
        withSubscription("pushConfig",
                         QJsonObject{{QStringLiteral("pushEndpoint"), QStringLiteral("https://x")}}));
    row("bigquery", refused, "writes its messages to another service", "delivery type Pull",
        withSubscription("bigqueryConfig", QJsonObject{{QStringLiteral("table"), QStringLiteral("t")}}));
    row("detached", refused, "detached from its topic", "", withSubscription("detached", true));
    row("another server", broken, "is not Pub/Sub", "endpoint", withSubscription("name", QJsonValue()));
    row("no key", refused, "needs the key of a service account", "roles/pubsub.subscriber",
        withEndpoint("", {}));
    row("bad key", refused, "The secret is no key of a service account", "type JSON",
        withEndpoint("", "geheim-4711"));
    row("in the clear", refused, "is not encrypted", "https://",
        withEndpoint("?endpoint=http://pubsub.example.com", "kept"));
    row("bad endpoint", refused, "is no endpoint", "https://pubsub.googleapis.com",
        withEndpoint("?endpoint=ftp://example.com", "kept"));
    row("clock", refused, "refuses the key of watch@lab", "clock", [](PubSubServer& server, auto&) {
        server.with([](PubSubServer& locked) { locked.tokens().refusal = QStringLiteral("invalid_grant"); });
    });
    row("nothing", broken, "refused", "Nothing listens there",
        [](PubSubServer& server, auto&) { server.stop(); });
}

void TestPubSubErrors::saysWhatIsWrong() {
    QFETCH(Spoil, spoil);
    QFETCH(QString, code);
    const QByteArray key = m_server->keyFile();
    auto with = settings({}, key);
    spoil(*m_server, with);
    start(with);
    QTRY_VERIFY_WITH_TIMEOUT(!m_source->state().code.isEmpty(), longWait);
    const auto state = m_source->state();
    QCOMPARE(state.phase, code == QLatin1String("source.refused") ? Phase::Refused : Phase::Waiting);
    check({state.code, state.text, state.advice}, key);
    const auto looked = look(with);
    QVERIFY(!looked.ok());
    check(looked.error(), key);
}

void TestPubSubErrors::check(const Error& error, const QByteArray& key) const {
    QFETCH(QString, code);
    QFETCH(QString, message);
    QFETCH(QString, advice);
    QCOMPARE(error.code, code);
    QVERIFY2(error.message.contains(message), qPrintable(error.message));
    QVERIFY2(error.advice.contains(advice), qPrintable(error.advice));
    const QString line = QString::fromUtf8(key).section(QLatin1String("\\n"), 1, 1);
    QVERIFY(line.size() > 30);
    for (const QString& never :
         {line, QStringLiteral("ya29."), QStringLiteral("geheim"), QStringLiteral("eyJ")})
        QVERIFY2(!error.text().contains(never), qPrintable(error.text()));
}

void TestPubSubErrors::saysThatSomethingElseAnswers() {
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost));
    connect(&plain, &QTcpServer::newConnection, this, [&plain] {
        auto* socket = plain.nextPendingConnection();
        socket->write("220 mail.example.com ESMTP\r\n");
        socket->disconnectFromHost();
    });
    auto with = settings();
    with.address = *SourceAddress::parse(
        QStringLiteral("pubsub://lab/watch?endpoint=http://127.0.0.1:%1").arg(plain.serverPort()));
    const auto looked = look(with);
    QVERIFY(!looked.ok());
    QCOMPARE(looked.error().code, QStringLiteral("source.broken"));
    QVERIFY(looked.error().message.contains(QStringLiteral("127.0.0.1:%1").arg(plain.serverPort())));
    QVERIFY(!looked.error().advice.isEmpty());
}

QTEST_GUILESS_MAIN(TestPubSubErrors)
#include "tst_pubsuberrors.moc"
