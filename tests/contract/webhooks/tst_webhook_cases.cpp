// SPDX-License-Identifier: MIT
#include <meshwatch/events/eventcatalogue.h>
#include <meshwatch/webhooks/verdict.h>

#include <QFile>
#include <QTest>

using namespace meshwatch;

namespace {

/// One configuration that was tried on a real Connector, with what it made of it.
const std::vector<ConfigJson>& cases() {
    static const std::vector<ConfigJson> all = [] {
        std::vector<ConfigJson> read;
        QFile file(QStringLiteral(MESHWATCH_TEST_DATA "/webhooks/webhook-cases.jsonl"));
        if (!file.open(QIODevice::ReadOnly))
            return read;
        while (!file.atEnd()) {
            if (auto one = configjson::parse(file.readLine()))
                read.push_back(std::move(*one));
        }
        return read;
    }();
    return all;
}

ConfigJson member(const ConfigJson& object, const char* name) {
    return object.is_object() && object.contains(name) ? object.at(name) : ConfigJson();
}

Verdict judge(const ConfigJson& one) {
    ConnectorConfiguration::Environment environment;
    const ConfigJson variables = member(one, "env");
    for (const auto& [name, value] : variables.items())
        environment.append({QString::fromStdString(name), configjson::toString(value)});
    const ConfigJson file = member(one, "config");
    QStringList triggers;
    for (const EventKind& kind : EventCatalogue::kinds())
        triggers.append(QString::fromLatin1(kind.trigger));
    return Verdict::of(ConnectorConfiguration(file.is_null() ? ConfigJson::object() : file, environment),
                       triggers);
}

/// Was an event not delivered once, or a header not as configured?
bool isOdd(const ConfigJson& one) {
    const ConfigJson deliveries = member(one, "messageSentDeliveries");
    if (one.contains("failsAtDelivery") || (deliveries.is_number() && deliveries != 1))
        return true;
    const ConfigJson delivered = member(one, "deliveredHeaders");
    const ConfigJson targets =
        member(member(member(member(one, "config"), "modules"), "webhooks"), "targets");
    const ConfigJson headers = member(member(targets, "t"), "headers");
    if (!headers.is_object() || !delivered.is_object())
        return false;
    for (const auto& [name, value] : headers.items()) {
        if (member(delivered, name.c_str()) != value)
            return true;
    }
    return false;
}

/// Without order, as two JSON objects are compared.
bool equal(const ConfigJson& a, const ConfigJson& b) {
    return nlohmann::json::parse(a.dump()) == nlohmann::json::parse(b.dump());
}

} // namespace

/// The recorded cases of the Connector reference, each judged as the real Connector judged it.
class TestWebhookCases : public QObject {
    Q_OBJECT

    static void rows() {
        QTest::addColumn<int>("index");
        for (size_t i = 0; i < cases().size(); ++i)
            QTest::newRow(configjson::toString(cases().at(i).at("id")).toUtf8().constData()) << int(i);
    }

private Q_SLOTS:
    void areThere() { QCOMPARE(cases().size(), size_t(163)); }

    void verdict_data() { rows(); }
    void verdict() {
        QFETCH(int, index);
        const ConfigJson& one = cases().at(size_t(index));
        const Verdict verdict = judge(one);
        static const QHash<Verdict::Kind, QString> words{
            {Verdict::Kind::Starts, QStringLiteral("starts")},
            {Verdict::Kind::Refused, QStringLiteral("refused")},
            {Verdict::Kind::Disabled, QStringLiteral("disabled")}};
        QCOMPARE(words.value(verdict.kind), configjson::toString(one.at("verdict")));
        QCOMPARE(verdict.code, configjson::toString(member(one, "code")));
        QCOMPARE(verdict.message, configjson::toString(member(one, "message")));
        const bool isRefused = verdict.kind == Verdict::Kind::Refused;
        QCOMPARE(!verdict.findings.isEmpty() && verdict.findings.first().severity == Finding::Severity::Error,
                 isRefused);
        if (isRefused)
            QVERIFY(!verdict.findings.first().advice.isEmpty());
    }

    void resolved_data() { rows(); }
    void resolved() {
        QFETCH(int, index);
        const ConfigJson expected = member(cases().at(size_t(index)), "resolved");
        const ResolvedWebhooks resolved = judge(cases().at(size_t(index))).resolved;
        QCOMPARE(resolved.webhooks.size(), member(expected, "webhooks").size());
        if (expected.is_null())
            return;
        QVERIFY(equal(resolved.skipTlsCheckAsGiven, expected.at("skipTlsCheck")));
        for (size_t i = 0; i < resolved.webhooks.size(); ++i) {
            const ResolvedWebhook& webhook = resolved.webhooks.at(i);
            const ConfigJson& wanted = expected.at("webhooks").at(i);
            QVERIFY(equal(webhook.triggers, wanted.at("triggers")));
            QVERIFY(equal(webhook.headers, member(wanted, "headers")));
            const QString url = configjson::toString(wanted.at("url"));
            if (url.startsWith(QLatin1String("THROWS")))
                QVERIFY(webhook.url.is_null());
            else
                QCOMPARE(ResolvedWebhooks::urlFor(configjson::toString(webhook.url),
                                                  QStringLiteral("transport.messageSent")),
                         url);
            compareAuthentication(webhook.authentication, wanted.at("authentication"));
        }
    }

    /// What did not arrive although it was meant to, or not as configured, has a warning.
    void warns_data() {
        QTest::addColumn<int>("index");
        for (size_t i = 0; i < cases().size(); ++i) {
            if (isOdd(cases().at(i)))
                QTest::newRow(configjson::toString(cases().at(i).at("id")).toUtf8().constData()) << int(i);
        }
    }
    void warns() {
        QFETCH(int, index);
        const Findings findings = judge(cases().at(size_t(index))).findings;
        QVERIFY(std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
            return finding.severity == Finding::Severity::Warning && !finding.advice.isEmpty() &&
                   finding.place.startsWith(QLatin1String("/modules/webhooks"));
        }));
    }

private:
    static void compareAuthentication(const ConfigJson& configured, const ConfigJson& running) {
        QCOMPARE(configured.is_null(), running.is_null());
        if (running.is_null())
            return;
        const bool isKey = running.at("kind") == "ApiKeyTargetAuthenticator";
        QCOMPARE(configjson::toString(configured.at("type")),
                 isKey ? QStringLiteral("ApiKey") : QStringLiteral("OAuth2"));
        for (const char* name : {"apiKey", "accessTokenUrl", "clientId", "clientSecret", "scope"})
            QVERIFY(equal(member(configured, name), member(running, name)));
        if (isKey && configured.contains("headerName"))
            QVERIFY(equal(configured.at("headerName"), running.at("headerName")));
    }
};

QTEST_APPLESS_MAIN(TestWebhookCases)
#include "tst_webhook_cases.moc"
