// SPDX-License-Identifier: MIT
#include <meshwatch/core/json.h>
#include <meshwatch/core/secrets.h>

#include <QTest>

using namespace meshwatch;

class TestSecrets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void compares() {
        QVERIFY(secrets::equalInConstantTime("abc", "abc"));
        QVERIFY(!secrets::equalInConstantTime("abc", "abd"));
        QVERIFY(!secrets::equalInConstantTime("abc", "abcd"));
        QVERIFY(!secrets::equalInConstantTime("", "abc"));
    }

    void knowsSecretHeaders_data() {
        QTest::addColumn<bool>("isSecret");
        for (const char* name :
             {"Authorization", "x-api-key", "X-Lab-Key", "Cookie", "x-auth-token", "client-secret"})
            QTest::newRow(name) << true;
        for (const char* name : {"content-type", "user-agent", "x-correlation-id", "x-keyboard", "host"})
            QTest::newRow(name) << false;
    }
    void knowsSecretHeaders() {
        QFETCH(bool, isSecret);
        QCOMPARE(secrets::isSecretHeader(QTest::currentDataTag()), isSecret);
    }

    void redactsJson() {
        const auto value =
            json::parse(R"({"a":{"apiKey":"s1","url":"u","list":[{"clientSecret":"s2"}]},"publicKey":"p"})");
        QCOMPARE(json::compact(secrets::redact(*value)),
                 QByteArray(
                     R"({"a":{"apiKey":"***","list":[{"clientSecret":"***"}],"url":"u"},"publicKey":"p"})"));
        // A file's reference holds its key; where a Request came from is no secret.
        const auto item = json::parse(R"({"fileReference":"s3","reference":"MSG1"})");
        QCOMPARE(json::compact(secrets::redact(*item)),
                 QByteArray(R"({"fileReference":"***","reference":"MSG1"})"));
    }

    void redactsUrls() {
        const QString shown = secrets::redact(QUrl(QStringLiteral("https://u:hunter2@h/p?token=abc&x=1")));
        QVERIFY2(!shown.contains(QLatin1String("hunter2")) && !shown.contains(QLatin1String("abc")),
                 qPrintable(shown));
        QVERIFY(shown.contains(QLatin1String("x=1")));
    }
};

QTEST_APPLESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
