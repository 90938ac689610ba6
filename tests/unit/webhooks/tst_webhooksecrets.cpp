// SPDX-License-Identifier: MIT
#include <meshwatch/webhooks/webhooksecrets.h>

#include <QTest>

using namespace meshwatch;

class WebhookSecretsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hides_data();
    void hides();
    void putsBack();
};

void WebhookSecretsTest::hides_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char* name, const char* json, const char* shown) {
        QTest::newRow(name) << QByteArray(json) << QByteArray(shown);
    };
    row("key", R"({"type":"ApiKey","apiKey":"geheim"})", R"({"type":"ApiKey","apiKey":"***"})");
    row("number", R"({"apiKey":12345})", R"({"apiKey":"***"})");
    row("client", R"({"accessTokenUrl":"https://a/token","clientId":"c","clientSecret":"s"})",
        R"({"accessTokenUrl":"https://a/token","clientId":"c","clientSecret":"***"})");
    row("headers", R"({"headers":{"X-Tenant":"a","Authorization":"Basic x","X-Hook-Key":"k"}})",
        R"({"headers":{"X-Tenant":"a","Authorization":"***","X-Hook-Key":"***"}})");
    row("address", R"({"url":"https://u:p@h/x"})", R"({"url":"***"})");
    row("query", R"({"url":"https://h/x?token=p"})", R"({"url":"***"})");
    row("a target named like a secret", R"({"targets":{"token":{"url":"https://h"}}})",
        R"({"targets":{"token":{"url":"https://h"}}})");
    row("empty", R"({"apiKey":""})", R"({"apiKey":""})");
    row("any shape", R"([1,null,{"a":[{"apiKey":"k"}]}])", R"([1,null,{"a":[{"apiKey":"***"}]}])");
}

void WebhookSecretsTest::hides() {
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, shown);
    ConfigJson taken;
    const ConfigJson whole = *configjson::parse(json);
    const ConfigJson rest = webhooksecrets::redacted(whole, &taken);
    QCOMPARE(configjson::write(rest, -1), shown);
    QCOMPARE(configjson::write(webhooksecrets::restored(rest, taken), -1), json);
}

void WebhookSecretsTest::putsBack() {
    const ConfigJson before = *configjson::parse(R"({"targets":{"a/b":{"authentication":{"apiKey":"k"}}}})");
    ConfigJson taken;
    ConfigJson shown = webhooksecrets::redacted(before, &taken);
    shown["targets"]["new"]["authentication"]["apiKey"] = "***";
    const ConfigJson after = webhooksecrets::restored(shown, taken);
    QVERIFY(after["targets"]["a/b"] == before["targets"]["a/b"]);
    QCOMPARE(webhooksecrets::unknown(after),
             QStringList{QStringLiteral("/targets/new/authentication/apiKey")});
    QCOMPARE(webhooksecrets::values(before), QStringList{QStringLiteral("k")});
}

QTEST_GUILESS_MAIN(WebhookSecretsTest)
#include "tst_webhooksecrets.moc"
