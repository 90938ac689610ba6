// SPDX-License-Identifier: MIT
#include <meshwatch/webhooks/triggerpattern.h>
#include <meshwatch/webhooks/webhookconfiguration.h>

#include <QTest>

#include <functional>

using namespace meshwatch;
using Place = WebhookConfiguration::Place;
using Authentication = WebhookConfiguration::Authentication;
using Edit = std::function<WebhookConfiguration(const WebhookConfiguration&)>;

Q_DECLARE_METATYPE(Edit)

namespace {

const Place crm{QStringLiteral("crm"), -1};
const Place missing{QStringLiteral("nobody"), -1};
const Place inlined{{}, 1};

constexpr char sample[] =
    R"({"enabled":true,"own":7,"targets":{"crm":{"note":"x","url":"https://crm.example/{{trigger}}",)"
    R"("headers":{"X-A":"a","X-N":5}},"b":{"url":"http://b"}},)"
    R"("webhooks":[{"target":"crm","triggers":["transport.*","transport.messageSent"],"why":1},)"
    R"({"triggers":["consumption.a"],"target":{"url":"http://in"}},{"triggers":["x.y"],"target":"b"}]})";

WebhookConfiguration read(const QByteArray& text) {
    auto json = configjson::parse(text);
    return WebhookConfiguration(json ? *json : ConfigJson());
}

} // namespace

class WebhookConfigurationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void neverFailsOnShapes_data();
    void neverFailsOnShapes();
    void edits_data();
    void edits();
    void listsTargets();
    void tellsSubscriptions();
    void patterns_data();
    void patterns();
};

void WebhookConfigurationTest::neverFailsOnShapes_data() {
    QTest::addColumn<QByteArray>("json");
    for (const char* json :
         {"null", "1", "\"text\"", "[]", "[1,{}]", "{}", R"({"targets":[]})", R"({"targets":{"crm":null}})",
          R"({"targets":{"crm":[]}})", R"({"targets":{"crm":{"url":{},"headers":[1],"authentication":"x"}}})",
          R"({"webhooks":{}})", R"({"webhooks":"transport.*"})",
          R"({"webhooks":[null,1,[],{"triggers":"abc","target":5}]})",
          R"({"webhooks":[{"target":{}},{"triggers":[1,null],"target":{"url":[]}}]})",
          R"({"targets":{"crm":{"authentication":{"type":5}}},"skipTlsCheck":[],"enabled":"yes"})"})
        QTest::newRow(json) << QByteArray(json);
}

void WebhookConfigurationTest::neverFailsOnShapes() {
    QFETCH(QByteArray, json);
    const WebhookConfiguration configuration = read(json);
    QList<Place> places = configuration.targets();
    places << crm << missing << inlined;
    for (const Place& place : places) {
        (void)configuration.text(place, "url");
        (void)configuration.headers(place);
        (void)configuration.authentication(place);
        (void)configuration.authenticationText(place, "apiKey");
        (void)configuration.subscription(place, QStringLiteral("transport.messageSent"));
        (void)configuration.withoutTarget(place);
        (void)configuration.withName(place, QStringLiteral("new"));
        (void)configuration.withHeaders(place, {{QStringLiteral("A"), QStringLiteral("b")}});
        (void)configuration.withAuthentication(place, Authentication::OAuth2);
        (void)configuration.withAuthenticationText(place, "apiKey", QStringLiteral("k"));
        (void)configuration.withSubscription(place, QStringLiteral("a.b"), false);
        (void)configuration.withSubscription(place, QStringLiteral("a.b"), true)
            .withSubscription(place, QStringLiteral("a.b"), false);
        (void)configuration.withUrl(place, QStringLiteral("http://x"));
    }
    QVERIFY(configuration.withEnabled(true).isEnabled());
    QVERIFY(configuration.withSkipTlsCheck(true).skipsTlsCheck());
    const auto added = configuration.withNewTarget(QStringLiteral("new"), ConfigJson::object())
                           .withSubscription({QStringLiteral("new"), -1}, QStringLiteral("a.b"), true);
    QVERIFY(added.hasTarget(QStringLiteral("new")));
    QCOMPARE(added.triggers({QStringLiteral("new"), -1}), QStringList{QStringLiteral("a.b")});
}

void WebhookConfigurationTest::edits_data() {
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QByteArray>("from"); ///< this part of the sample …
    QTest::addColumn<QByteArray>("to");   ///< … became this, and nothing else changed
    const auto row = [](const char* name, const QByteArray& from, const QByteArray& to, Edit edit) {
        QTest::newRow(name) << edit << from << to;
    };
    using C = WebhookConfiguration;
    row("url", R"("url":"http://b")", R"("url":"http://c")", [](const C& c) {
        return c.withUrl({QStringLiteral("b"), -1}, QStringLiteral("http://c"));
    });
    row("inline url", R"("http://in")", R"("http://out")",
        [](const C& c) { return c.withUrl(inlined, QStringLiteral("http://out")); });
    row("off", R"("enabled":true)", R"("enabled":false)", [](const C& c) { return c.withEnabled(false); });
    row("skip", R"("target":"b"}]})", R"("target":"b"}],"skipTlsCheck":true})",
        [](const C& c) { return c.withSkipTlsCheck(true); });
    row("check again", "", "", [](const C& c) { return c.withSkipTlsCheck(true).withSkipTlsCheck(false); });
    row("header keeps types", R"("X-A":"a","X-N":5)", R"("X-A":"b","X-N":5)", [](const C& c) {
        auto headers = c.headers(crm);
        headers[0].second = QStringLiteral("b");
        return c.withHeaders(crm, headers);
    });
    row("no headers", R"(,"headers":{"X-A":"a","X-N":5})", "",
        [](const C& c) { return c.withHeaders(crm, {}); });
    row("key", R"("url":"http://b"})", R"("url":"http://b","authentication":{"type":"ApiKey","apiKey":"k"}})",
        [](const C& c) {
            const Place b{QStringLiteral("b"), -1};
            return c.withAuthentication(b, Authentication::ApiKey)
                .withAuthenticationText(b, "headerName", {})
                .withAuthenticationText(b, "apiKey", QStringLiteral("k"));
        });
    row("no key again", "", "", [](const C& c) {
        const Place b{QStringLiteral("b"), -1};
        return c.withAuthentication(b, Authentication::OAuth2).withAuthentication(b, Authentication::None);
    });
    row("renamed, references follow", "\"b\"", "\"billing\"", [](const C& c) {
        return c.withName({QStringLiteral("b"), -1}, QStringLiteral("billing"));
    });
    row("a taken name", "", "", [](const C& c) { return c.withName(crm, QStringLiteral("b")); });
    row("new", R"("b":{"url":"http://b"}})", R"("b":{"url":"http://b"},"n":{"url":"http://n"}})",
        [](const C& c) {
            return c.withNewTarget(QStringLiteral("n"), ConfigJson::object({{"url", "http://n"}}));
        });
    row("removed with its webhooks",
        R"("crm":{"note":"x","url":"https://crm.example/{{trigger}}","headers":{"X-A":"a","X-N":5}},)", "",
        [](const C& c) {
            const auto without = c.withoutTarget(crm);
            // The webhook is gone too; put it back to compare the rest.
            ConfigJson json = without.json();
            if (json["webhooks"].size() == 2)
                json["webhooks"].insert(json["webhooks"].begin(), c.json()["webhooks"][0]);
            return C(json);
        });
    row("inline removed", R"({"triggers":["consumption.a"],"target":{"url":"http://in"}},)", "",
        [](const C& c) { return c.withoutTarget(inlined); });
    row("subscribed", R"("transport.messageSent"])", R"("transport.messageSent","c.d"])",
        [](const C& c) { return c.withSubscription(crm, QStringLiteral("c.d"), true); });
    row("subscribed though a pattern covers", R"("transport.messageSent"])",
        R"("transport.messageSent","transport.messageReceived"])", [](const C& c) {
            return c.withSubscription(crm, QStringLiteral("transport.messageReceived"), true);
        });
    row("inline subscribed", R"(["consumption.a"])", R"(["consumption.a","c.d"])",
        [](const C& c) { return c.withSubscription(inlined, QStringLiteral("c.d"), true); });
    row("unsubscribed, the pattern stays", R"(,"transport.messageSent"])", "]",
        [](const C& c) { return c.withSubscription(crm, QStringLiteral("transport.messageSent"), false); });
    row("an emptied webhook goes", R"(,{"triggers":["x.y"],"target":"b"})", "", [](const C& c) {
        return c.withSubscription({QStringLiteral("b"), -1}, QStringLiteral("x.y"), false);
    });
    row("a covered one cannot be taken out", "", "", [](const C& c) {
        return c.withSubscription(crm, QStringLiteral("transport.messageReceived"), false);
    });
}

void WebhookConfigurationTest::edits() {
    QFETCH(Edit, edit);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const WebhookConfiguration before = read(sample);
    QByteArray expected = sample;
    if (!from.isEmpty()) {
        QVERIFY(expected.contains(from));
        expected.replace(from, to);
    }
    QCOMPARE(configjson::write(edit(before).json(), -1), expected);
    QCOMPARE(configjson::write(before.json(), -1), QByteArray(sample)); // a value
}

void WebhookConfigurationTest::listsTargets() {
    const WebhookConfiguration configuration = read(sample);
    QCOMPARE(configuration.targets(), (QList<Place>{crm, {QStringLiteral("b"), -1}, inlined}));
    QCOMPARE(configuration.text(inlined, "url"), QStringLiteral("http://in"));
    QCOMPARE(configuration.headers(crm).last(), std::pair(QStringLiteral("X-N"), QStringLiteral("5")));
    QCOMPARE(WebhookConfiguration::pointer({QStringLiteral("a/b~c"), -1}),
             QStringLiteral("/modules/webhooks/targets/a~1b~0c"));
    QCOMPARE(WebhookConfiguration::pointer(inlined), QStringLiteral("/modules/webhooks/webhooks/1/target"));
    QCOMPARE(configuration.freeName(QStringLiteral("crm")), QStringLiteral("crm2"));
    const auto named = configuration.withName(inlined, QStringLiteral("in"));
    QCOMPARE(named.text({QStringLiteral("in"), -1}, "url"), QStringLiteral("http://in"));
    QCOMPARE(named.triggers({QStringLiteral("in"), -1}), QStringList{QStringLiteral("consumption.a")});
}

void WebhookConfigurationTest::tellsSubscriptions() {
    const WebhookConfiguration configuration = read(sample);
    const auto sent = configuration.subscription(crm, QStringLiteral("transport.messageSent"));
    QVERIFY(sent.isNamed);
    QCOMPARE(sent.pattern, QStringLiteral("transport.*"));
    QCOMPARE(sent.deliveries, 2);
    const auto received = configuration.subscription(crm, QStringLiteral("transport.messageReceived"));
    QVERIFY(!received.isNamed);
    QCOMPARE(received.deliveries, 1);
    QCOMPARE(configuration.subscription(crm, QStringLiteral("transport.*")).isNamed, true);
    QCOMPARE(configuration.subscription(inlined, QStringLiteral("transport.messageSent")).deliveries, 0);
}

void WebhookConfigurationTest::patterns_data() {
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("isMatch");
    const auto row = [](const char* pattern, bool isMatch) {
        QTest::newRow(*pattern ? pattern : "empty") << QString::fromLatin1(pattern) << isMatch;
    };
    // As seen on a Connector (observed, webhook deliveries), for transport.messageSent.
    row("**", true);
    row("transport.*", true);
    row("*.messageSent", true);
    row("transport.**", true);
    row("*.*", true);
    row("transport.messageSent", true);
    row("*", false);
    row("", false);
    row("transport.MessageSent", false);
    row("transport.messageSent ", false);
    row("transport.*.*", false);
    row("transport.message*", false);
    row("consumption.*", false);
}

void WebhookConfigurationTest::patterns() {
    QFETCH(QString, pattern);
    QFETCH(bool, isMatch);
    QCOMPARE(triggerpattern::matches(pattern, QStringLiteral("transport.messageSent")), isMatch);
}

QTEST_GUILESS_MAIN(WebhookConfigurationTest)
#include "tst_webhookconfiguration.moc"
