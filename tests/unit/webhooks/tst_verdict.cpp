// SPDX-License-Identifier: MIT
#include <meshwatch/webhooks/verdict.h>

#include <QTest>

using namespace meshwatch;

namespace {

const QString url = QStringLiteral("error.runtime.modules.webhooks.invalidUrlFormat");
const QString reference = QStringLiteral("error.runtime.modules.webhooks.invalidTargetReference");
const QString authentication = QStringLiteral("error.runtime.modules.webhooks.invalidAuthenticationConfig");
const QString typeError = QStringLiteral("TypeError");
const QString oauthMessage =
    QStringLiteral("'BearerToken' authentication is missing required properties. The object must contain at "
                   "least 'accessTokenUrl', 'clientId' and 'clientSecret'.");
const QString apiKeyMessage =
    QStringLiteral("'ApiKey' authentication is missing the required property 'apiKey'.");

Verdict judge(const QByteArray& webhooks, const QByteArray& lines = {}) {
    const auto file =
        configjson::parse(QByteArray(R"({"modules":{"webhooks":)").append(webhooks).append("}}"));
    const auto environment = ConnectorConfiguration::parseEnvironment(lines);
    if (!file || !environment)
        return {Verdict::Kind::Refused, {}, QStringLiteral("the test is wrong"), {}, {}};
    return Verdict::of(ConnectorConfiguration(*file, *environment));
}

} // namespace

/// What JavaScript makes of configurations that were not recorded: each row follows from the same source.
class TestVerdict : public QObject {
    Q_OBJECT

    static void add(const char* name, const QByteArray& webhooks, const QString& code,
                    const QString& message) {
        QTest::newRow(name) << webhooks << code << message;
    }
    static void columns() {
        QTest::addColumn<QByteArray>("webhooks");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message");
    }
    void compare() {
        QFETCH(QByteArray, webhooks);
        QFETCH(QString, code);
        QFETCH(QString, message);
        const Verdict verdict = judge(webhooks);
        QCOMPARE(verdict.message, message);
        QCOMPARE(verdict.code, code);
        QVERIFY(verdict.kind == (message.isEmpty() ? Verdict::Kind::Starts : Verdict::Kind::Refused));
    }
    static QString noUrl(const char* text) {
        return QStringLiteral("'%1' is not a valid URL.").arg(QString::fromUtf8(text));
    }

private Q_SLOTS:
    void shapes_data() {
        columns();
        const QString cannot = QStringLiteral("Cannot read properties of %1 (reading '%2')");
        const QString noTarget = cannot.arg(QStringLiteral("undefined"), QStringLiteral("url"));
        const auto module = [](const char* rest) {
            return QByteArray(R"({"enabled":true,)").append(rest).append('}');
        };
        add("enabled alone", R"({"enabled":true})", {}, {});
        add("targets text", module(R"("targets":"ab")"), url, noUrl("undefined"));
        add("targets number", module(R"("targets":5)"), {}, {});
        add("targets true", module(R"("targets":true)"), {}, {});
        add("targets of a null", module(R"("targets":[null])"), typeError,
            cannot.arg(QStringLiteral("null"), QStringLiteral("url")));
        add("target list", module(R"("targets":{"t":[]})"), url, noUrl("undefined"));
        add("webhooks object", module(R"("webhooks":{})"), typeError,
            QStringLiteral("configJson.webhooks is not iterable"));
        add("webhooks number", module(R"("webhooks":5)"), typeError,
            QStringLiteral("configJson.webhooks is not iterable"));
        add("webhooks true", module(R"("webhooks":true)"), typeError,
            QStringLiteral("configJson.webhooks is not iterable"));
        add("webhooks false", module(R"("webhooks":false)"), {}, {});
        add("webhooks 0", module(R"("webhooks":0)"), {}, {});
        add("webhooks empty text", module(R"("webhooks":"")"), {}, {});
        add("webhook number", module(R"("webhooks":[5])"), typeError, noTarget);
        add("webhook list", module(R"("webhooks":[[]])"), typeError, noTarget);
        add("target missing", module(R"("webhooks":[{"triggers":[]}])"), typeError, noTarget);
        add("target true", module(R"("webhooks":[{"triggers":[],"target":true}])"), url, noUrl("undefined"));
        add("unknown reference", module(R"("webhooks":[{"triggers":[],"target":"x"}])"), reference,
            QStringLiteral("Invalid configuration. target 'x' not found!"));
        add("reference by index",
            module(R"("targets":[{"url":"http:\/\/h"}],"webhooks":[{"triggers":[],"target":"1"}])"),
            reference, QStringLiteral("Invalid configuration. target '1' not found!"));
        add("reference to length of a list",
            module(R"("targets":[{"url":"http:\/\/h"}],"webhooks":[{"triggers":[],"target":"length"}])"),
            reference, QStringLiteral("Invalid configuration. target 'length' not found!"));
        for (const char* name : {"hasOwnProperty", "valueOf", "__proto__"})
            add(name, module(QByteArray(R"("webhooks":[{"triggers":[],"target":"X"}])").replace("X", name)),
                {}, {});
        add("target called a:b", module(R"("targets":{"a:b":{"url":"http:\/\/h"}})"), url,
            noUrl("undefined"));
        add("target called __proto__", module(R"("targets":{"__proto__":{"url":"http:\/\/h"}})"), url,
            noUrl("undefined"));
        add("numbers go first", module(R"("targets":{"b":{"url":"b"},"10":{"url":"10"},"2":{"url":"2"}})"),
            url, noUrl("2"));
        add("01 is no index", module(R"("targets":{"01":{"url":"01"},"1":{"url":"1"}})"), url, noUrl("1"));
        add("targets before webhooks", module(R"("webhooks":[null],"targets":{"t":{"url":"x"}})"), url,
            noUrl("x"));
        add("url before authentication", module(R"("targets":{"t":{"authentication":5,"url":"x"}})"), url,
            noUrl("x"));
        add("all webhooks before triggers",
            module(R"("webhooks":[{"target":{"url":"http:\/\/h"}},{"target":"x"}])"), reference,
            QStringLiteral("Invalid configuration. target 'x' not found!"));
    }
    void shapes() { compare(); }

    void urls_data() {
        columns();
        const auto target = [](const char* value) {
            return QByteArray(R"({"enabled":true,"targets":{"t":{"url":)").append(value).append("}}}");
        };
        add("null", target("null"), url, noUrl("null"));
        add("false", target("false"), url, noUrl("false"));
        add("0", target("0"), url, noUrl("0"));
        add("empty", target("\"\""), url, noUrl(""));
        add("empty list", target("[]"), url, noUrl(""));
        add("list", target(R"([1,null,["a","b"],{}])"), url, noUrl("1,,a,b,[object Object]"));
        add("list of a URL", target(R"(["http:\/\/h"])"), {}, {});
        add("object that hides toString", target(R"({"toString":1})"), typeError,
            QStringLiteral("Cannot convert object to primitive value"));
        for (const char* number : {"5", "-1.5", "1e+21", "1.2345678901234568e+22", "0.000001", "1e-7",
                                   "123456789012345680000", "0.1", "100"})
            add(number, target(number), url, noUrl(number));
        add("12345678901234567890123", target("12345678901234567890123"), url,
            noUrl("1.2345678901234568e+22"));
        add("-0", target("-0"), url, noUrl("0"));
        add("1e400", target("1e400"), url, noUrl("Infinity"));
        add("host:port", target("\"localhost:3000/x\""), url, noUrl("localhost:3000/x"));
        add("wss", target("\"wss://h/\""), url, noUrl("wss://h/"));
        add("IPv6", target("\"http://[::1]:8080/x\""), {}, {});
        add("backslashes", target(R"("http:\\\\h\\x")"), {}, {});
        add("space in host", target("\"http://h h/\""), url, noUrl("http://h h/"));
        add("placeholder as host", target("\"http://{{trigger}}/\""), {}, {});
        add("placeholder alone", target("\"{{trigger}}\""), url, noUrl("{{trigger}}"));
    }
    void urls() { compare(); }

    void authentications_data() {
        columns();
        const auto with = [](const char* value) {
            return QByteArray(R"({"enabled":true,"targets":{"t":{"url":"http:\/\/h","authentication":)")
                .append(value)
                .append("}}}");
        };
        const QString noType = QStringLiteral("'authentication.type' must be a string.");
        const QString noObject = QStringLiteral("'authentication' must be an object.");
        const auto invalid = [](const char* type) {
            return QStringLiteral(
                       "The authentication type '%1' is invalid. Valid types are 'OAuth2' and 'ApiKey'")
                .arg(QLatin1String(type));
        };
        for (const char* none : {"null", "\"\"", "0", "false"})
            add(none, with(none), {}, {});
        add("object", with("{}"), authentication, noType);
        add("list", with("[]"), authentication, noType);
        add("type null", with(R"({"type":null})"), authentication, noType);
        add("type list", with(R"({"type":["ApiKey"]})"), authentication, noType);
        add("type empty", with(R"({"type":""})"), authentication, invalid(""));
        add("type APIKEY", with(R"({"type":"APIKEY"})"), authentication, invalid("APIKEY"));
        add("text", with("\"x\""), authentication, noObject);
        add("key empty", with(R"({"type":"ApiKey","apiKey":""})"), authentication, apiKeyMessage);
        add("key 0", with(R"({"type":"ApiKey","apiKey":0})"), authentication, apiKeyMessage);
        add("key false", with(R"({"type":"ApiKey","apiKey":false})"), authentication, apiKeyMessage);
        add("key null", with(R"({"type":"ApiKey","apiKey":null})"), authentication, apiKeyMessage);
        add("key object", with(R"({"type":"ApiKey","apiKey":{}})"), {}, {});
        add("header empty", with(R"({"type":"ApiKey","apiKey":"k","headerName":""})"), {}, {});
        add("OAuth2 alone", with(R"({"type":"OAuth2"})"), authentication, oauthMessage);
        add("id empty", with(R"({"type":"OAuth2","accessTokenUrl":"u","clientId":"","clientSecret":"s"})"),
            authentication, oauthMessage);
        add("secret null",
            with(R"({"type":"OAuth2","accessTokenUrl":"u","clientId":"i","clientSecret":null})"),
            authentication, oauthMessage);
        add("no token URL",
            with(R"({"type":"OAuth2","accessTokenUrl":"u","clientId":"i","clientSecret":"s"})"), {}, {});
    }
    void authentications() { compare(); }

    void triggers_data() {
        columns();
        const auto with = [](const char* value) {
            return QByteArray(R"({"enabled":true,"webhooks":[{"target":{"url":"http:\/\/h"},"triggers":)")
                .append(value)
                .append("}]}");
        };
        const QString notIterable = QStringLiteral("webhook.triggers is not iterable");
        add("object", with("{}"), typeError, notIterable);
        add("true", with("true"), typeError, notIterable);
        add("empty text", with("\"\""), {}, {});
        add("null within", with(R"(["a.b",null])"), typeError,
            QStringLiteral("Cannot read properties of null (reading 'length')"));
        add("object within", with("[{}]"), {}, {});
        add("list within", with(R"([["transport","messageSent"]])"), {}, {});
        add("blank pattern", with(R"(["**.**"])"), {}, {});
    }
    void triggers() { compare(); }

    void schema_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("problems");
        const auto row = [](const char* name, const char* file, const char* lines, const char* problems) {
            QTest::newRow(name) << QByteArray(file) << QByteArray(lines) << QString::fromLatin1(problems);
        };
        row("modules null", R"({"modules":null})", "", "modules is not of a type(s) object");
        row("webhooks list", R"({"modules":{"webhooks":[]}})", "",
            "modules.webhooks is not of a type(s) object");
        row("two", R"({"modules":{"webhooks":{"enabled":"yes","location":5}}})", "",
            "modules.webhooks.enabled is not of a type(s) boolean\r\n  - instance.modules.webhooks.location "
            "is "
            "not of a type(s) string");
        row("True", "{}", "modules__webhooks__enabled=True",
            "modules.webhooks.enabled is not of a type(s) boolean");
        row("quotes", "{}", "modules__webhooks__enabled='true'",
            "modules.webhooks.enabled is not of a type(s) boolean");
        row("undefined", "{}", "modules__webhooks__enabled=undefined",
            "modules.webhooks requires property \"enabled\"");
        row("default lost", R"({"modules":null})", "modules__webhooks__enabled=true",
            "modules.webhooks requires property \"location\"");
    }
    void schema() {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, lines);
        QFETCH(QString, problems);
        const auto read = configjson::parse(file);
        const auto environment = ConnectorConfiguration::parseEnvironment(lines);
        QVERIFY(read && environment);
        const Verdict verdict = Verdict::of(ConnectorConfiguration(*read, *environment));
        QVERIFY(verdict.kind == Verdict::Kind::Refused);
        QCOMPARE(verdict.code, QString());
        QCOMPARE(verdict.message,
                 QStringLiteral("The configuration is not valid:\r\n  - instance.%1").arg(problems));
    }

    void environment_data() {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* lines, const char* message) {
            QTest::newRow(lines) << QByteArray("modules__webhooks__enabled=true\n")
                                        .append(QByteArray(lines).replace("M_", "modules__webhooks__"))
                                 << QString::fromLatin1(message);
        };
        row("M_webhooks=[{broken", "Cannot read properties of undefined (reading 'url')");
        row("M_webhooks__0__target=t", "configJson.webhooks is not iterable");
        row("M_targets__a__b__url=http://h", "'undefined' is not a valid URL.");
        row("M_targets__t__url=http://h\nM_webhooks=[{\"triggers\":[],\"target\":\"T\"}]",
            "Invalid configuration. target 'T' not found!");
        row("M_enabled= true ", "");
        row("M_webhooks=null", "");
        row("M_targets__t__url=5", "'5' is not a valid URL.");
    }
    void environment() {
        QFETCH(QByteArray, lines);
        QFETCH(QString, message);
        QCOMPARE(judge("{}", lines).message, message);
    }

    void resolves() {
        const Verdict verdict = judge(
            R"({"enabled":true,"skipTlsCheck":"no","targets":{"t":{"url":"http:\/\/h/{{trigger}}","headers":null,)"
            R"("authentication":{"type":"ApiKey","apiKey":12345678901234567890123}}},)"
            R"("webhooks":[{"triggers":["a.b"],"target":"t"},{"triggers":[],"target":"toString"}]})");
        QVERIFY(verdict.kind == Verdict::Kind::Starts);
        QVERIFY(verdict.resolved.skipTlsCheck);
        QVERIFY(verdict.resolved.skipTlsCheckAsGiven == "no");
        QCOMPARE(verdict.resolved.webhooks.size(), size_t(2));
        const ResolvedWebhook& first = verdict.resolved.webhooks.front();
        QCOMPARE(first.targetName, QStringLiteral("t"));
        QVERIFY(first.headers == ConfigJson::object());
        QCOMPARE(configjson::write(first.authentication.at("apiKey")), QByteArray("1.2345678901234568e+22"));
        QVERIFY(verdict.resolved.webhooks.back().url.is_null());
        QVERIFY(verdict.resolved.webhooks.back().headers.is_null());
    }

    void replacesOnePlaceholder() {
        const QString trigger = QStringLiteral("a.b");
        QCOMPARE(ResolvedWebhooks::urlFor(QStringLiteral("{{trigger}}/{{trigger}}"), trigger),
                 QStringLiteral("a.b/{{trigger}}"));
        QCOMPARE(ResolvedWebhooks::urlFor(QStringLiteral("{{ trigger }}"), trigger),
                 QStringLiteral("{{ trigger }}"));
    }
};

QTEST_APPLESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
