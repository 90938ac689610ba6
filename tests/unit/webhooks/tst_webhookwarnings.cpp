// SPDX-License-Identifier: MIT
#include <meshwatch/webhooks/verdict.h>

#include <QTest>

using namespace meshwatch;

namespace {

const QStringList known{QStringLiteral("transport.messageSent"), QStringLiteral("transport.messageReceived"),
                        QStringLiteral("consumption.attributeCreated"),
                        QStringLiteral("runtime.initialized")};

Findings judge(const QByteArray& file, const QByteArray& lines = {}) {
    const auto json = configjson::parse(file);
    const auto environment = ConnectorConfiguration::parseEnvironment(lines);
    if (!json || !environment)
        return {{Finding::Severity::Error, QStringLiteral("badTest"), {}, {}, {}, {}}};
    return Verdict::of(ConnectorConfiguration(*json, *environment), known).findings;
}

QByteArray whole(const QByteArray& module) {
    return QByteArray(R"({"modules":{"sync":{"enabled":true},"webhooks":)").append(module).append("}}");
}

QByteArray withTarget(const QByteArray& target) {
    return whole(QByteArray(R"({"enabled":true,"targets":{"t":)")
                     .append(target)
                     .append(R"(},"webhooks":[{"triggers":["**"],"target":"t"}]})"));
}

QByteArray withTriggers(const QByteArray& triggers) {
    return whole(
        QByteArray(R"({"enabled":true,"targets":{"t":{"url":"https:\/\/h"}},"webhooks":[{"triggers":)")
            .append(triggers)
            .append(R"(,"target":"t"}]})"));
}

/// "code place", without what stands above the module, in order.
QStringList told(const Findings& findings) {
    QStringList list;
    for (const Finding& finding : findings) {
        QString place = finding.place;
        list.append(finding.code + QLatin1Char(' ') +
                    place.replace(QLatin1String("/modules/webhooks"), QLatin1String("~")));
    }
    list.sort();
    return list;
}

} // namespace

/// What is accepted and hardly meant (Connector reference, webhook verdicts and configuration).
class TestWebhookWarnings : public QObject {
    Q_OBJECT

    static void columns() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QStringList>("expected");
    }
    static void row(const char* name, const QByteArray& file, const QStringList& expected,
                    const QByteArray& lines = {}) {
        QTest::newRow(name) << file << lines << expected;
    }
    static void compare() {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, lines);
        QFETCH(QStringList, expected);
        expected.sort();
        const Findings findings = judge(file, lines);
        QCOMPARE(told(findings), expected);
        for (const Finding& finding : findings) {
            QVERIFY(!finding.message.isEmpty());
            QVERIFY(!finding.advice.isEmpty() || finding.severity == Finding::Severity::Note);
        }
    }
    static QStringList one(const char* text) { return {QString::fromUtf8(text)}; }

private Q_SLOTS:
    void sensible_data() {
        columns();
        row("the example of the reference",
            whole(
                R"({"enabled":true,"targets":{"desktop":{)"
                R"("url":"https:\/\/receiver.example/hook/{{trigger}}","headers":{"X-Tenant":"a"},)"
                R"("authentication":{"type":"ApiKey","apiKey":"k","headerName":"X-Hook-Key"}}},)"
                R"("webhooks":[{"triggers":["transport.messageReceived","transport.messageSent"],"target":"desktop"},)"
                R"({"triggers":["consumption.*"],"target":{"url":"https:\/\/other.example/in"}}]})"),
            {});
        row("OAuth2",
            withTarget(
                R"({"url":"https:\/\/h/?t={{trigger}}","authentication":{"type":"OAuth2",)"
                R"("accessTokenUrl":"https:\/\/h/token","clientId":"i","clientSecret":"s","scope":"a b"}})"),
            {});
        row("loopback", withTarget(R"({"url":"http:\/\/127.0.0.1:9/x","authentication":null,"headers":{}})"),
            {});
        row("secrets in variables", withTarget(R"({"url":"https:\/\/h","authentication":{"type":"ApiKey"}})"),
            {}, "modules__webhooks__targets__t__authentication__apiKey=a1b2c3\nPATH=/bin\nSYNC_ENABLED=true");
        row("false",
            whole(R"({"enabled":true,"skipTlsCheck":false,"webhooks":[{"triggers":["transport.*"],)"
                  R"("target":{"url":"https:\/\/h"}}]})"),
            {});
        row("one event for two targets",
            whole(R"({"enabled":true,"webhooks":[{"triggers":["**"],)"
                  R"("target":{"url":"https:\/\/a"}},{"triggers":["**"],"target":{"url":"https:\/\/b"}}]})"),
            {});
    }
    void sensible() { compare(); }

    void urls_data() {
        columns();
        const auto url = [](const char* name, const char* text, const QStringList& codes) {
            QStringList expected;
            for (const QString& code : codes)
                expected.append(code + QLatin1String(" ~/targets/t/url"));
            row(name, withTarget(QByteArray("{\"url\":\"").append(text).append("\"}")), expected);
        };
        url("plain http", "http://h/", one("plainHttp"));
        url("no slashes", "https:host/x", one("noSlashes"));
        url("one slash", "https:/host/x", one("noSlashes"));
        url("port 0", "https://h:0/", one("portZero"));
        url("blanks", " https://h/ ", one("urlBlanks"));
        url("password", "https://u:p@h/", one("secretInUrl"));
        url("token", "https://h/?a=b&access_token=x", one("secretInUrl"));
        url("twice", "https://h/{{trigger}}?{{trigger}}", one("placeholderAgain"));
        url("blanks within", "https://h/{{ trigger }}", one("placeholderUnknown"));
        url("capital", "https://h/{{Trigger}}", one("placeholderUnknown"));
        url("one brace", "https://h/{trigger}", one("placeholderUnknown"));
        url("another", "https://h/{{event}}", one("placeholderUnknown"));
        url("dollar", "https://h/${trigger}", one("placeholderUnknown"));
        url("encoded", "https://h/%7B%7Btrigger%7D%7D", one("placeholderUnknown"));
        url("in the fragment", "https://h/#{{trigger}}", one("placeholderInFragment"));
        url("in the host", "https://{{trigger}}.h/", one("placeholderInHost"));
        url("as password", "https://u:{{trigger}}@h/",
            {QStringLiteral("secretInUrl"), QStringLiteral("placeholderInCredentials")});
        row("list", withTarget(R"({"url":["https:\/\/h"]})"), one("urlNotText ~/targets/t/url"));
        row("inline",
            whole(R"({"enabled":true,"webhooks":[{"triggers":["**"],"target":{"url":"http:\/\/h"}}]})"),
            one("plainHttp ~/webhooks/0/target/url"));
        row("unknown member", withTarget(R"({"url":"https:\/\/h","method":"PUT"})"),
            one("unknownMember ~/targets/t/method"));
    }
    void urls() { compare(); }

    void headers_data() {
        columns();
        const auto headers = [](const char* name, const char* value, const char* expected,
                                const char* rest = "") {
            row(name,
                withTarget(
                    QByteArray(R"({"url":"https:\/\/h","headers":)").append(value).append(rest).append('}')),
                one(expected));
        };
        headers("text", "\"a: b\"", "headersNotObject ~/targets/t/headers");
        headers("list", "[\"a: b\"]", "headersNotObject ~/targets/t/headers");
        headers("number", "5", "headersNotObject ~/targets/t/headers");
        headers("no name", R"({"":"x"})", "headerNameEmpty ~/targets/t/headers/");
        headers("blank in the name", R"({"a b":"x"})", "headerNameInvalid ~/targets/t/headers/a b");
        headers("umlaut", R"({"ü":"x"})", "headerNameInvalid ~/targets/t/headers/ü");
        headers("null", R"({"a":null})", "headerNull ~/targets/t/headers/a");
        headers("true", R"({"a":true})", "headerNotText ~/targets/t/headers/a");
        headers("5", R"({"a":5})", "headerNotText ~/targets/t/headers/a");
        headers("object", R"({"a":{}})", "headerNotText ~/targets/t/headers/a");
        headers("value list", R"({"a":["b"]})", "headerNotText ~/targets/t/headers/a");
        headers("line break", R"({"a":"x\r\ny"})", "headerLineBreak ~/targets/t/headers/a");
        headers("no Latin", R"({"a":"日"})", "headerCharacters ~/targets/t/headers/a");
        headers("two cases", R"({"A":"1","a":"2"})", "headerTwice ~/targets/t/headers/a");
        headers("content-length", R"({"Content-Length":"1"})",
                "headerBreaksRequest ~/targets/t/headers/Content-Length");
        headers("host", R"({"host":"other"})", "headerHost ~/targets/t/headers/host");
        headers("content-type", R"({"content-type":"text/plain"})",
                "headerContentType ~/targets/t/headers/content-type");
        headers("correlation", R"({"X-Correlation-Id":"x"})",
                "headerOverwritten ~/targets/t/headers/X-Correlation-Id");
        headers("placeholder", R"({"a":"{{trigger}}"})", "placeholderInHeader ~/targets/t/headers/a");
        headers("the key's", R"({"X-API-Key":"x"})", "headerOverridden ~/targets/t/headers/X-API-Key",
                R"(,"authentication":{"type":"ApiKey","apiKey":"k"})");
        headers(
            "the token's", R"({"Authorization":"x"})", "headerOverridden ~/targets/t/headers/Authorization",
            R"(,"authentication":{"type":"OAuth2","accessTokenUrl":"https:\/\/h","clientId":"i","clientSecret":"s"})");
    }
    void headers() { compare(); }

    void authentications_data() {
        columns();
        const auto with = [](const char* name, const char* value, const char* expected) {
            row(name,
                withTarget(QByteArray(R"({"url":"https:\/\/h","authentication":)").append(value).append('}')),
                one(expected));
        };
        const auto oauth = [with](const char* name, const char* members, const char* expected) {
            with(name, QByteArray(R"({"type":"OAuth2",)").append(members).append('}'), expected);
        };
        with("empty text", "\"\"", "authenticationIgnored ~/targets/t/authentication");
        with("empty name", R"({"type":"ApiKey","apiKey":"k","headerName":""})",
             "apiKeyNotSent ~/targets/t/authentication/headerName");
        with("null name", R"({"type":"ApiKey","apiKey":"k","headerName":null})",
             "headerNameNull ~/targets/t/authentication/headerName");
        with("no token", R"({"type":"ApiKey","apiKey":"k","headerName":"a b"})",
             "headerNameInvalid ~/targets/t/authentication/headerName");
        with("number", R"({"type":"ApiKey","apiKey":5})",
             "credentialNotText ~/targets/t/authentication/apiKey");
        with("line break", R"({"type":"ApiKey","apiKey":"k\n"})",
             "credentialBlanks ~/targets/t/authentication/apiKey");
        with("placeholder", R"({"type":"ApiKey","apiKey":"{{trigger}}"})",
             "placeholderInAuthentication ~/targets/t/authentication/apiKey");
        with("other case", R"({"type":"ApiKey","apiKey":"k","headername":"x"})",
             "unknownMember ~/targets/t/authentication/headername");
        oauth("no URL", R"("accessTokenUrl":"h","clientId":"i","clientSecret":"s")",
              "accessTokenUrlInvalid ~/targets/t/authentication/accessTokenUrl");
        oauth("ftp", R"("accessTokenUrl":"ftp:\/\/h/","clientId":"i","clientSecret":"s")",
              "accessTokenUrlInvalid ~/targets/t/authentication/accessTokenUrl");
        oauth("plain http", R"("accessTokenUrl":"http:\/\/h/","clientId":"i","clientSecret":"s")",
              "plainHttp ~/targets/t/authentication/accessTokenUrl");
        oauth("id", R"("accessTokenUrl":"https:\/\/h/","clientId":5,"clientSecret":"s")",
              "credentialNotText ~/targets/t/authentication/clientId");
    }
    void authentications() { compare(); }

    void triggers_data() {
        columns();
        const auto with = [](const char* triggers, const QStringList& expected) {
            row(triggers, withTriggers(triggers), expected);
        };
        with("\"transport.messageSent\"", one("triggersText ~/webhooks/0/triggers"));
        with("[]", one("triggersEmpty ~/webhooks/0/triggers"));
        with("[\"\"]", one("triggerBlank ~/webhooks/0/triggers/0"));
        with("[\"*\"]", one("triggerMatchesNothing ~/webhooks/0/triggers/0"));
        with("[\"other.*\"]", one("triggerMatchesNothing ~/webhooks/0/triggers/0"));
        with("[\"**.**\"]", one("triggerMatchesNothing ~/webhooks/0/triggers/0"));
        with("[\"transport.messageSent \"]", one("triggerBlanks ~/webhooks/0/triggers/0"));
        with("[\"Transport.messagesent\"]", one("triggerCase ~/webhooks/0/triggers/0"));
        with("[\"transport.messageSend\"]", one("triggerUnknown ~/webhooks/0/triggers/0"));
        with("[\"messageSent\"]", one("triggerUnknown ~/webhooks/0/triggers/0"));
        with("[\"runtime.initialized\"]", one("triggerTooEarly ~/webhooks/0/triggers/0"));
        with("[5]", one("triggerNotText ~/webhooks/0/triggers/0"));
        with("[[\"transport\",\"messageSent\"]]", one("triggerNotText ~/webhooks/0/triggers/0"));
        with(R"(["transport.messageSent","transport.messageSent"])",
             one("triggerTwice ~/webhooks/0/triggers/1"));
        with(R"(["transport.messageSent","transport.*"])", one("triggerOverlaps ~/webhooks/0/triggers/1"));
        with(R"(["**","transport.messageSent"])", one("triggerOverlaps ~/webhooks/0/triggers/1"));
        with(R"(["transport.*","*.messageSent"])", one("triggerOverlaps ~/webhooks/0/triggers/1"));
        with(R"(["transport.*","consumption.*"])", {});
        row("two webhooks",
            whole(R"({"enabled":true,"targets":{"t":{"url":"https:\/\/h"}},"webhooks":[)"
                  R"({"triggers":["**"],"target":"t"},{"triggers":["**"],"target":"t"}]})"),
            one("triggerTwice ~/webhooks/1/triggers/0"));
        row("two equal inline targets",
            whole(
                R"({"enabled":true,"webhooks":[)"
                R"({"triggers":["**"],"target":{"url":"https:\/\/h"}},{"triggers":["transport.*"],"target":{"url":"https:\/\/h"}}]})"),
            one("triggerOverlaps ~/webhooks/1/triggers/0"));
    }
    void triggers() { compare(); }

    void withoutKnownNames() {
        const auto file = configjson::parse(withTriggers(R"(["a.b","*","a.*"])"));
        QVERIFY(file);
        QCOMPARE(told(Verdict::of(ConnectorConfiguration(*file)).findings),
                 (QStringList{QStringLiteral("triggerMatchesNothing ~/webhooks/0/triggers/1"),
                              QStringLiteral("triggerOverlaps ~/webhooks/0/triggers/2")}));
    }

    void module_data() {
        columns();
        const auto hook = QByteArray(R"("webhooks":[{"triggers":["**"],"target":{"url":"https:\/\/h"}}])");
        row("nothing", "{}", {QStringLiteral("notConfigured ~")});
        row("not enabled", whole("{" + hook + "}"), one("notEnabled ~"));
        row("disabled", whole(R"({"enabled":false,)" + hook + "}"), one("notEnabled ~/enabled"));
        row("disabled nonsense", whole(R"({"enabled":false,"targets":{"t":{"url":"x"}},)" + hook + "}"),
            {QStringLiteral("notEnabled ~/enabled"), QStringLiteral("targetUnused ~/targets/t"),
             QStringLiteral("wouldBeRefused ~/targets/t/url")});
        row("no webhooks", whole(R"({"enabled":true,"webhooks":[]})"), one("noWebhooks ~/webhooks"));
        row("webhooks missing", whole(R"({"enabled":true})"), one("noWebhooks ~"));
        row("unknown member", whole(R"({"enabled":true,"target":{},)" + hook + "}"),
            one("unknownMember ~/target"));
        row("unknown in a webhook",
            whole(
                R"({"enabled":true,"webhooks":[{"triggers":["**"],"target":{"url":"https:\/\/h"},"filter":1}]})"),
            one("unknownMember ~/webhooks/0/filter"));
        row("skip", whole(R"({"enabled":true,"skipTlsCheck":true,)" + hook + "}"),
            one("skipTlsCheck ~/skipTlsCheck"));
        row("skip text", whole(R"({"enabled":true,"skipTlsCheck":"false",)" + hook + "}"),
            one("skipTlsCheckNotBoolean ~/skipTlsCheck"));
        row("unused", whole(R"({"enabled":true,"targets":{"u":{"url":"https:\/\/h"}},)" + hook + "}"),
            one("targetUnused ~/targets/u"));
        row("list of targets", whole(R"({"enabled":true,"targets":[],)" + hook + "}"),
            one("targetsNotObject ~/targets"));
        row("inherited", whole(R"({"enabled":true,"webhooks":[{"triggers":["**"],"target":"toString"}]})"),
            one("referenceInherited ~/webhooks/0/target"));
        row("not for the environment",
            whole(R"({"enabled":true,"targets":{"a__b":{"url":"https:\/\/h"}},)"
                  R"("webhooks":[{"triggers":["**"],"target":"a__b"}]})"),
            one("nameNotForEnvironment ~/targets/a__b"));
        row("sync and sse", R"({"modules":{"sync":{"enabled":true},"sse":{"enabled":true}}})",
            {QStringLiteral("notConfigured ~"), QStringLiteral("syncAndSse /modules/sync/enabled")});
        row("neither", R"({"modules":{"webhooks":{"enabled":true,)" + hook + "}}}",
            one("nothingFetches /modules"));
    }
    void module() { compare(); }

    void environment_data() {
        columns();
        const auto with = [](const char* lines, const char* expected) {
            row(lines, withTarget(R"({"url":"https:\/\/h","authentication":{"type":"ApiKey","apiKey":"k"}})"),
                one(expected), QByteArray(lines).replace("M_", "modules__webhooks__"));
        };
        with("M_targets__t__authentication__apiKey=12345678901234567890123",
             "valueChanged ~/targets/t/authentication/apiKey");
        with("M_targets__t__authentication__apiKey=1e5", "valueChanged ~/targets/t/authentication/apiKey");
        with("M_targets__t__authentication__apiKey=12345", "valueNotText ~/targets/t/authentication/apiKey");
        with("M_targets__t__headers__a=1e5", "valueChanged ~/targets/t/headers/a");
        with("M_targets__t__authentication__apiKey='k'", "valueQuoted ~/targets/t/authentication/apiKey");
        with("M_targets__t__headers__a={bad", "valueBrokenJson ~/targets/t/headers/a");
        with("modules_webhooks_enabled=true", "variableUnderscore /modules_webhooks_enabled");
        with("MODULES__WEBHOOKS__ENABLED=true", "variableCase /MODULES__WEBHOOKS__ENABLED");
        row("other case below", withTarget(R"({"url":"https:\/\/h"})"),
            {QStringLiteral("unknownMember ~/targets/t/Url"), QStringLiteral("variableCase ~/targets/t/Url")},
            "modules__webhooks__targets__t__Url=https://i");
    }
    void environment() {
        QFETCH(QStringList, expected);
        if (expected.first().endsWith(QLatin1String("MODULES__WEBHOOKS__ENABLED"))) {
            // The place is the path, whose parts are below each other.
            expected = one("variableCase /MODULES/WEBHOOKS/ENABLED");
            QFETCH(QByteArray, file);
            QFETCH(QByteArray, lines);
            QCOMPARE(told(judge(file, lines)), expected);
            return;
        }
        compare();
    }

    void namesTheVariable() {
        const Findings findings =
            judge(withTarget(R"({"url":"https:\/\/h"})"), "modules__webhooks__targets__t__url=http://h/");
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().code, QStringLiteral("plainHttp"));
        QCOMPARE(findings.first().variable, QStringLiteral("modules__webhooks__targets__t__url"));
    }

    void adviceIsNear_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("word");
        QTest::newRow("target")
            << withTarget(R"({"url":"https:\/\/h"})").replace(R"("target":"t")", R"("target":"T")")
            << QStringLiteral("“t”");
        QTest::newRow("no scheme") << withTarget(R"({"url":"h/x"})") << QStringLiteral("https://");
        QTest::newRow("scheme") << withTarget(R"({"url":"ftp:\/\/h/x"})") << QStringLiteral("ftp");
        QTest::newRow("port") << withTarget(R"({"url":"http:\/\/h:{{trigger}}/"})") << QStringLiteral("port");
        QTest::newRow("colon") << withTarget(R"({"url":"https:\/\/h"})").replace(R"({"t":)", R"({"a:b":)")
                               << QStringLiteral("“:”");
        QTest::newRow("enabled") << whole(R"({"enabled":"yes"})") << QStringLiteral("true or false");
        QTest::newRow("trigger") << withTriggers(R"(["transport.messageSend"])")
                                 << QStringLiteral("transport.messageSent");
        QTest::newRow("member") << withTarget(R"({"url":"https:\/\/h","header":{}})")
                                << QStringLiteral("“headers”");
    }
    void adviceIsNear() {
        QFETCH(QByteArray, file);
        QFETCH(QString, word);
        const Findings findings = judge(file);
        QVERIFY(!findings.isEmpty());
        QVERIFY2(findings.first().advice.contains(word), qPrintable(findings.first().advice));
    }

    /// No value that can be a secret is in any text.
    void keepsSecrets() {
        const QByteArray target =
            R"({"url":"https:\/\/user:hunter2@h:x/?token=hunter2","headers":{"Authorization":"hunter2\n",)"
            R"("X-Key":["hunter2"]},"authentication":{"type":"ApiKey","apiKey":"hunter2 "}})";
        for (const QByteArray& file :
             {withTarget(target), withTarget(QByteArray(target).replace("h:x", "h"))}) {
            const Findings findings = judge(file, "modules__webhooks__targets__u__headers__k={hunter2");
            QVERIFY(findings.size() > 2);
            for (const Finding& finding : findings)
                QVERIFY2(!QString(finding.message + finding.advice).contains(QLatin1String("hunter2")),
                         qPrintable(finding.message));
        }
    }
};

QTEST_APPLESS_MAIN(TestWebhookWarnings)
#include "tst_webhookwarnings.moc"
