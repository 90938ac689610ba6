// SPDX-License-Identifier: MIT
#include "googletoken.h"
#include "pubsubserver.h"
#include "sourcelink.h"

#include <QTest>

using namespace meshwatch;

namespace {

constexpr char scope[] = "https://www.googleapis.com/auth/pubsub";

QByteArray changed(const QByteArray& keyFile, const char* member, const QJsonValue& value) {
    QJsonObject json = QJsonDocument::fromJson(keyFile).object();
    json.insert(QLatin1String(member), value);
    return QJsonDocument(json).toJson();
}

/// The first line of the private key after its head.
QString keyLine(const QByteArray& keyFile) {
    return QJsonDocument::fromJson(keyFile)
        .object()
        .value(QLatin1String("private_key"))
        .toString()
        .section(QLatin1Char('\n'), 1, 1);
}

} // namespace

/// Keys of service accounts, and the tokens that they are exchanged for.
class TestServiceAccount : public QObject {
    Q_OBJECT

    std::unique_ptr<PubSubServer> m_server;

    [[nodiscard]] Result<QByteArray> obtain(GoogleToken& token) const {
        std::optional<Result<QByteArray>> answer;
        token.obtain([&answer](const Result<QByteArray>& given) { answer = given; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 30'000))
            return Error{QStringLiteral("none"), {}, {}};
        return *answer;
    }

private Q_SLOTS:
    void init() { m_server = std::make_unique<PubSubServer>(); }
    void cleanup() { m_server.reset(); }

    void readsAKeyFile() {
        const auto account = ServiceAccount::parse(m_server->keyFile());
        QVERIFY2(account.ok(), qPrintable(account ? QString() : account.error().text()));
        QCOMPARE(account->email(), QLatin1String(GoogleTokens::email));
        QCOMPARE(account->projectId(), QStringLiteral("lab"));
        QCOMPARE(account->tokenUrl(), QUrl(m_server->url() + QStringLiteral("/token")));
    }

    void refusesWhatIsNoKeyFile_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("reason");
        const QByteArray good = m_server ? m_server->keyFile() : PubSubServer().keyFile();
        const auto row = [](const char* name, const QByteArray& text, const char* reason) {
            QTest::newRow(name) << text << QString::fromUtf8(reason);
        };
        const auto with = [&good](const char* member, const QJsonValue& value) {
            return changed(good, member, value);
        };
        row("no JSON", "geheim-4711", "no JSON object");
        row("another JSON", "[\"geheim-4711\"]", "no JSON object");
        row("empty object", "{}", "“client_email” is missing");
        row("a person's login", with("type", QStringLiteral("authorized_user")),
            "of the kind “authorized_user”");
        row("a strange kind", with("type", QStringLiteral("geheim 4711")), "another kind");
        row("no key", with("private_key", QJsonValue()), "“private_key” is missing");
        row("no token address", with("token_uri", QString()), "“token_uri” is missing");
        row("no PEM", with("private_key", QStringLiteral("geheim-4711")), "cannot be read");
        row("a public key",
            with("private_key",
                 QStringLiteral("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")),
            "cannot be read");
        row("a short key", with("private_key", QString::fromLatin1(RsaKey(1024).privatePem())),
            "shorter than 2048");
        row("a token address in the clear", with("token_uri", QStringLiteral("http://example.com/token")),
            "no https address");
        row("a token address with a login",
            with("token_uri", QStringLiteral("https://a:geheim@example.com/token")), "no https address");
        row("a file", with("token_uri", QStringLiteral("file:///etc/passwd")), "no https address");
        std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> curve(EVP_EC_gen("P-256"), &EVP_PKEY_free);
        std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), &BIO_free);
        PEM_write_bio_PKCS8PrivateKey(out.get(), curve.get(), nullptr, nullptr, 0, nullptr, nullptr);
        char* pem = nullptr;
        const long size = BIO_get_mem_data(out.get(), &pem);
        row("an elliptic curve", with("private_key", QString::fromLatin1(pem, qsizetype(size))),
            "no RSA key");
        // Reading it must not ask a terminal for the password.
        out.reset(BIO_new(BIO_s_mem()));
        PEM_write_bio_PKCS8PrivateKey(out.get(), curve.get(), EVP_aes_256_cbc(), "geheim", 6, nullptr,
                                      nullptr);
        const long lockedSize = BIO_get_mem_data(out.get(), &pem);
        row("a locked key", with("private_key", QString::fromLatin1(pem, qsizetype(lockedSize))),
            "cannot be read");
    }
    void refusesWhatIsNoKeyFile() {
        QFETCH(QByteArray, text);
        QFETCH(QString, reason);
        const auto account = ServiceAccount::parse(text);
        QVERIFY(!account.ok());
        QCOMPARE(account.error().code, QStringLiteral("source.refused"));
        QVERIFY2(account.error().message.contains(reason), qPrintable(account.error().message));
        QVERIFY(!account.error().advice.isEmpty());
        QVERIFY(!account.error().text().contains(QLatin1String("geheim")));
        const QString line = keyLine(text);
        QVERIFY(line.size() < 8 || !account.error().text().contains(line));
    }

    /// The server checks signature and claims.
    void exchangesItsKeyForATokenOnce() {
        GoogleToken token(*ServiceAccount::parse(m_server->keyFile()), scope);
        int came = 0;
        for (int i = 0; i < 3; ++i)
            token.obtain([&came](const Result<QByteArray>& given) { came += int(given.ok()); });
        QTRY_COMPARE_WITH_TIMEOUT(came, 3, 30'000);
        const auto again = obtain(token);
        QVERIFY(again.ok());
        QCOMPARE(*again, QByteArray("ya29.token-1"));
        token.reject("another");
        QCOMPARE(*obtain(token), QByteArray("ya29.token-1"));
        token.reject(*again);
        QCOMPARE(*obtain(token), QByteArray("ya29.token-2"));
    }

    void fetchesAnotherBeforeOneEnds() {
        m_server->with([](PubSubServer& server) { server.tokens().lifetime = 1; });
        GoogleToken token(*ServiceAccount::parse(m_server->keyFile()), scope);
        QCOMPARE(*obtain(token), QByteArray("ya29.token-1"));
        QTRY_COMPARE_WITH_TIMEOUT(*obtain(token), QByteArray("ya29.token-2"), 30'000);
    }

    void isRefusedWhenAnotherKeyHasSigned() {
        const PubSubServer other;
        const QByteArray mixed =
            changed(other.keyFile(), "token_uri", QString(m_server->url() + QStringLiteral("/token")));
        GoogleToken token(*ServiceAccount::parse(mixed), scope);
        const auto answer = obtain(token);
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().code, QStringLiteral("source.refused"));
        QVERIFY(answer.error().message.contains(QLatin1String("Invalid JWT Signature")));
        QVERIFY(answer.error().advice.contains(QLatin1String("clock")));
    }

    void saysWhyThereIsNoToken_data() {
        QTest::addColumn<QString>("refusal");
        QTest::addColumn<QString>("description");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* refusal, const char* description, int status, const char* code,
                            const char* words) {
            QTest::newRow(refusal[0] ? refusal : qPrintable(QString::number(status)))
                << QString::fromLatin1(refusal) << QString::fromLatin1(description) << status
                << QString::fromLatin1(code) << QString::fromUtf8(words);
        };
        row("invalid_grant", "Invalid JWT: Token must be short-lived.", 0, "source.refused", "clock");
        row("invalid_client", "The OAuth client was not found.", 0, "source.refused", "Make a new key");
        row("invalid_scope", "eyJhbGciOiJSUzI1NiJ9.echo", 0, "source.refused", "invalid_scope");
        row("", "", 503, "source.broken", "at the moment (status 503)");
        row("", "", 429, "source.broken", "at the moment (status 429)");
        row("", "", 200, "source.broken", "not with an access token");
        row("", "", 302, "source.refused", "302");
    }
    void saysWhyThereIsNoToken() {
        QFETCH(QString, refusal);
        QFETCH(QString, description);
        QFETCH(int, status);
        QFETCH(QString, code);
        QFETCH(QString, words);
        m_server->with([&](PubSubServer& server) {
            server.tokens().refusal = refusal;
            server.tokens().description = description;
            server.tokens().status = status;
        });
        const QByteArray keyFile = m_server->keyFile();
        GoogleToken token(*ServiceAccount::parse(keyFile), scope);
        const auto answer = obtain(token);
        QVERIFY(!answer.ok());
        const QString text = answer.error().text();
        QCOMPARE(answer.error().code, code);
        QVERIFY2(text.contains(words), qPrintable(text));
        QVERIFY2(text.contains(m_server->url()), qPrintable(text));
        QVERIFY2(!text.contains(QLatin1String("eyJ")) && !text.contains(keyLine(keyFile)), qPrintable(text));
    }

    void saysThatNothingListens() {
        const QByteArray keyFile = m_server->keyFile();
        m_server->stop();
        GoogleToken token(*ServiceAccount::parse(keyFile), scope);
        const auto answer = obtain(token);
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().code, QStringLiteral("source.broken"));
        QVERIFY(answer.error().advice.contains(QLatin1String("Nothing listens there")));
    }

    void anAnswerIsBounded() {
        HttpCalls calls(QUrl(m_server->url()));
        m_server->setFault({.verb = QStringLiteral("get"), .page = QByteArray(100'000, 'x')});
        std::optional<HttpCalls::Answer> answer;
        calls.send({.method = "GET",
                    .url = QUrl(m_server->url() + QStringLiteral("/v1/projects/lab/subscriptions/watch")),
                    .maxBytes = 50'000},
                   [&answer](const HttpCalls::Answer& given) { answer = given; });
        QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 30'000);
        QVERIFY(answer->isTooLarge);
        QCOMPARE(answer->status, 0);
        QVERIFY(answer->problem.contains(QLatin1String("larger than")));
    }

    void silenceEnds() {
        m_server->longPollMs = 60'000;
        HttpCalls calls(QUrl(m_server->url()));
        std::optional<HttpCalls::Answer> answer;
        calls.send(
            {.method = "POST",
             .url = QUrl(m_server->url() + QStringLiteral("/v1/projects/lab/subscriptions/watch:pull")),
             .contentType = "application/json",
             .body = "{\"maxMessages\":1}",
             .silence = std::chrono::milliseconds(100)},
            [&answer](const HttpCalls::Answer& given) { answer = given; });
        QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 30'000);
        QCOMPARE(answer->status, 0);
        QVERIFY2(answer->problem.contains(QLatin1String("in time")), qPrintable(answer->problem));
    }
};

QTEST_GUILESS_MAIN(TestServiceAccount)
#include "tst_serviceaccount.moc"
