// SPDX-License-Identifier: MIT
#include <meshwatch/webhooks/configurationdocument.h>

#include <QTest>

using namespace meshwatch;
using Format = ConfigurationDocument::Format;

namespace {

ConfigJson json(const char* text) { return configjson::parse(text).value(); }

/// The text with other webhooks; the code of the error where there is one.
QByteArray with(const QByteArray& text, Format format, const ConfigJson& webhooks) {
    const auto document = ConfigurationDocument::parse(text, format);
    if (!document)
        return document.error().code.toUtf8();
    const auto written = document->withWebhooks(webhooks);
    return written ? written->text() : written.error().code.toUtf8();
}

ConfigJson simple(const char* url) {
    ConfigJson webhooks =
        json(R"({"enabled":true,"targets":{"t":{}},"webhooks":[{"triggers":["**"],"target":"t"}]})");
    webhooks["targets"]["t"]["url"] = url;
    return webhooks;
}

class Tst_ConfigurationDocument : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void changesOnlyWhatDiffers_data();
    void changesOnlyWhatDiffers();
    void leavesSharedPlacesAlone_data();
    void leavesSharedPlacesAlone();
    void keepsReferences();
    void putsSecretsWhereHelmWantsThem();
    void refusesNamesThatNoVariableHas();
    void findsTheService_data();
    void findsTheService();
    void readsScalarsAsTheirReadersDo();
    void refusesBadInput_data();
    void refusesBadInput();
    void recognises_data();
    void recognises();
    void isMadeInGoodTime();
};

void Tst_ConfigurationDocument::changesOnlyWhatDiffers_data() {
    QTest::addColumn<Format>("format");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char* name, Format format, const QByteArray& text) {
        QTest::newRow(name) << format << text << QByteArray(text).replace("http://old", "http://new");
    };
    row("JSON in odd style", Format::Json,
        "{ \"modules\":{\n\t\"webhooks\" : {\"enabled\":true , \"targets\":{\"t\":{ \"url\" "
        ":\"http://old\"}},\r\n  "
        "\"webhooks\":[{\"triggers\":[ \"**\"],\"target\":\"t\"} ]}}, \"x\" : 1.0e3}");
    row("env file", Format::Environment,
        "# a\nmodules:webhooks:enabled= true \nmodules__webhooks__targets__t__url=http://old\n#b\n"
        "modules__webhooks__webhooks=[ {\"triggers\": [\"**\"], \"target\": \"t\"} ]\nX='1'");
    row("Compose, mapping", Format::Compose,
        "services:\n  c:\n    environment: # all\n      modules__webhooks__enabled: true # plain\n\n"
        "      \"modules__webhooks__targets__t__url\": \"http://old\"   # where to\n"
        "      modules__webhooks__webhooks: >-\n        [{\"triggers\":[\"**\"],\n        "
        "\"target\":\"t\"}]\n      Z: 1\n");
    row("Compose, list", Format::Compose,
        "services:\n  c:\n    environment:\n    - modules__webhooks__enabled=true # on\n"
        "    - 'modules__webhooks__targets__t__url=http://old'\n    # hooks\n"
        "    - 'modules__webhooks__webhooks=[{\"triggers\":[\"**\"],\"target\":\"t\"}]'\n");
    row("Helm, block", Format::Helm,
        "config:\n   modules:\n      webhooks:\n         enabled: yes # on\n         targets:\n            "
        "t: &t # ours\n"
        "               url: \"http://old\" # ü\n         webhooks:\n         - triggers: [ \"**\" ]\n       "
        "    target: t\n");
    row("Helm, JSON in it", Format::Helm,
        "config: {\"modules\":{\"webhooks\":{\"enabled\":true,\"targets\":{\"t\":{\"url\":\"http://old\"}},"
        "\"webhooks\":[{\"triggers\":[\"**\"],\"target\":\"t\"}]}}} # all\n");
    row("Helm, in variables", Format::Helm,
        "config: {modules: {webhooks: {enabled: on, webhooks: [{triggers: ['**'], target: t}]}}}\npod:\n  "
        "connector:\n"
        "    environment:\n    - value: 'http://old' # u\n      name: modules__webhooks__targets__t__url\n");
}

void Tst_ConfigurationDocument::changesOnlyWhatDiffers() {
    QFETCH(Format, format);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QCOMPARE(with(before, format, simple("http://old")), before);
    QCOMPARE(with(before, format, simple("http://new")), after);
}

void Tst_ConfigurationDocument::leavesSharedPlacesAlone_data() {
    QTest::addColumn<Format>("format");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("kept"); ///< what is to be in the result, or its error
    const char* hooks = "\n      webhooks: [{triggers: ['**'], target: t}]\n";
    QTest::newRow("an alias becomes a literal")
        << Format::Helm
        << QByteArray("x: &u http://old # shared\nconfig:\n  modules:\n    webhooks:\n      enabled: true\n"
                      "      targets: {t: {url: *u}}") +
               hooks + "y: *u\n"
        << QByteArray("x: &u http://old # shared\n");
    QTest::newRow("a merge key is overridden")
        << Format::Helm
        << QByteArray("x: &t {url: http://old}\nconfig:\n  modules:\n    webhooks:\n      enabled: true\n"
                      "      targets:\n        t:\n          <<: *t") +
               hooks
        << QByteArray("x: &t {url: http://old}\n");
    QTest::newRow("an anchor that others use")
        << Format::Helm
        << QByteArray("config:\n  modules:\n    webhooks:\n      enabled: true\n      targets: {t: &t {url: "
                      "http://old}}") +
               hooks + "y: *t\n"
        << QByteArray("configuration.shared");
    QTest::newRow("a whole environment by alias")
        << Format::Compose
        << QByteArray("x-e: &e\n  modules__webhooks__enabled: 'true' # why\n  A: $B\nservices:\n  c:\n    "
                      "image: nmshd/connector\n"
                      "    environment: *e\n  d:\n    environment: *e\n")
        << QByteArray("x-e: &e\n  modules__webhooks__enabled: 'true' # why\n  A: $B\nservices:");
    QTest::newRow("an environment that merges")
        << Format::Compose
        << QByteArray("x-e: &e\n  modules__webhooks__targets__t__url: http://old\nservices:\n  c:\n    "
                      "environment:\n"
                      "      <<: *e # shared\n      B: b\n")
        << QByteArray("      <<: *e # shared\n      B: b\n");
}

void Tst_ConfigurationDocument::leavesSharedPlacesAlone() {
    QFETCH(Format, format);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, kept);
    const QByteArray after = with(before, format, simple("http://new"));
    QVERIFY2(after.contains(kept), after);
    QVERIFY2(before.contains("http://old") == after.contains("http://old") || after == kept, after);
}

void Tst_ConfigurationDocument::keepsReferences() {
    const QByteArray helm = "pod:\n  connector:\n    environment:\n      - name: "
                            "modules__webhooks__targets__t__authentication__apiKey\n"
                            "        valueFrom: {secretKeyRef: {name: s, key: k}} # vault\n";
    ConfigJson webhooks = simple("http://h");
    webhooks["targets"]["t"]["authentication"] = {{"type", "ApiKey"}};
    const auto document = ConfigurationDocument::parse(helm, Format::Helm);
    QVERIFY(document);
    QCOMPARE(document->unknownPlaces(),
             QStringList{QStringLiteral("/modules/webhooks/targets/t/authentication/apiKey")});
    const auto written = document->withWebhooks(webhooks);
    QVERIFY(written);
    QVERIFY2(written->text().startsWith(helm), written->text());
    // With a value too: the reference stays, and that is said.
    webhooks["targets"]["t"]["authentication"]["apiKey"] = "plain";
    const auto again = written->withWebhooks(webhooks);
    QVERIFY(again);
    QVERIFY2(again->text().startsWith(helm) && !again->text().contains("plain"), again->text());
    QCOMPARE(again->notes().size(), 1);
    // It goes with its target, or the Connector would refuse to start.
    webhooks["targets"].erase("t");
    const auto without = again->withWebhooks(webhooks);
    QVERIFY(without);
    QVERIFY2(!without->text().contains("apiKey"), without->text());

    const auto compose =
        ConfigurationDocument::parse("services:\n  c:\n    env_file: .env\n    environment:\n      - "
                                     "modules__webhooks__targets__t__url=http://${HOST}/x\n"
                                     "      - modules__webhooks__targets__t__headers__a\n      - "
                                     "modules__webhooks__targets__t__headers__b=1$$2\n",
                                     Format::Compose);
    QVERIFY(compose);
    QCOMPARE(compose->unknownPlaces(),
             (QStringList{QString(), QStringLiteral("/modules/webhooks/targets/t/url"),
                          QStringLiteral("/modules/webhooks/targets/t/headers/a")}));
    QVERIFY(compose->configuration().webhooks() == json(R"({"targets":{"t":{"headers":{"b":"1$2"}}}})"));
}

void Tst_ConfigurationDocument::putsSecretsWhereHelmWantsThem() {
    const ConfigJson webhooks = json(
        R"j({"targets":{"t":{"url":"http://h","headers":{"X-Tenant":"a","X-Auth-Token":"$(s3cret)"},
             "authentication":{"type":"OAuth2","clientId":"i","clientSecret":"0123456"}},
             "a__b":{"authentication":{"type":"ApiKey","apiKey":"inclear"}}},
             "webhooks":[{"triggers":[],"target":{"authentication":{"apiKey":"inline"}}}]})j");
    const auto written = ConfigurationDocument::empty(Format::Helm).withWebhooks(webhooks);
    QVERIFY(written);
    const qsizetype pod = written->text().indexOf("\npod:");
    QVERIFY(pod > 0);
    const QByteArray config = written->text().first(pod);
    QVERIFY2(!config.contains("s3cret") && !config.contains("0123456"), config);
    QVERIFY2(written->text().contains("value: '$$(s3cret)'"), written->text());
    QVERIFY2(config.contains("inclear") && config.contains("inline"), config);
    QCOMPARE(written->notes().size(), 2);
    for (const QString& note : written->notes())
        QVERIFY(!note.contains(QLatin1String("inclear")) && !note.contains(QLatin1String("inline")));
}

void Tst_ConfigurationDocument::refusesNamesThatNoVariableHas() {
    for (const char* name : {"a__b", "a:b"}) {
        ConfigJson webhooks = json("{}");
        webhooks["targets"][name]["url"] = "http://h";
        QCOMPARE(with({}, Format::Environment, webhooks), QByteArray("configuration.cannotCarry"));
        QCOMPARE(with("services: {c: {}}", Format::Compose, webhooks),
                 QByteArray("configuration.cannotCarry"));
    }
}

void Tst_ConfigurationDocument::findsTheService_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("found"); ///< its own URL, or the error
    const QByteArray url = "modules__webhooks__targets__t__url";
    QTest::newRow("image") << "services: {a: {image: x, environment: {" + url +
                                  ": http://a}}, b: {image: 'ghcr.io/nmshd/connector:7.4', environment: {" +
                                  url + ": http://b}}}"
                           << QByteArray("http://b");
    QTest::newRow("mirror")
        << "services: {a: {image: x}, b: {image: 'reg.example/nmshd/connector@sha256:1', environment: ['" +
               url + "=http://b']}}"
        << QByteArray("http://b");
    QTest::newRow("variables") << "services: {a: {image: x}, b: {build: ., environment: {" + url +
                                      ": http://b}}}"
                               << QByteArray("http://b");
    QTest::newRow("only one") << QByteArray("services: {b: {build: .}}") << QByteArray();
    QTest::newRow("two") << QByteArray("services: {a: {image: nmshd/connector}, b: {image: nmshd/connector}}")
                         << QByteArray("configuration.noService");
    QTest::newRow("none") << QByteArray("services: {a: {image: x}, b: {image: y}}")
                          << QByteArray("configuration.noService");
    QTest::newRow("no services") << QByteArray("a: 1") << QByteArray("configuration.noService");
}

void Tst_ConfigurationDocument::findsTheService() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, found);
    const auto document = ConfigurationDocument::parse(text, Format::Compose);
    if (!document) {
        QCOMPARE(document.error().code.toUtf8(), found);
        return;
    }
    const ConfigJson webhooks = document->configuration().webhooks();
    const QString url =
        webhooks.is_null() ? QString() : configjson::toString(webhooks["targets"]["t"]["url"]);
    QCOMPARE(url.toUtf8(), found);
}

void Tst_ConfigurationDocument::readsScalarsAsTheirReadersDo() {
    const auto compose =
        ConfigurationDocument::parse("services:\n  c:\n    environment:\n      modules__webhooks__a: yes\n   "
                                     "   modules__webhooks__b: TRUE\n"
                                     "      modules__webhooks__c: 0x1F\n      modules__webhooks__d: 1e5\n    "
                                     "  modules__webhooks__e: '1e5'\n"
                                     "      modules__webhooks__f: 007\n      modules__webhooks__g: '007'\n   "
                                     "   modules__webhooks__h: \"\\\"5\\\"\"\n",
                                     Format::Compose);
    QVERIFY(compose);
    QVERIFY(compose->configuration().webhooks() ==
            json(R"({"a":"yes","b":true,"c":31,"d":100000,"e":100000,"f":7,"g":"007","h":"5"})"));
    const auto helm =
        ConfigurationDocument::parse("config:\n  modules:\n    webhooks: {a: yes, b: Off, c: 0x1F, d: 1e5, "
                                     "e: '1e5', f: 017, g: ~, h: 2026-01-01, i: 1_000}\n",
                                     Format::Helm);
    QVERIFY(helm);
    QVERIFY(
        helm->configuration().webhooks() ==
        json(
            R"({"a":true,"b":false,"c":31,"d":100000,"e":"1e5","f":15,"g":null,"h":"2026-01-01","i":1000})"));
}

void Tst_ConfigurationDocument::refusesBadInput_data() {
    QTest::addColumn<Format>("format");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("code");
    const QByteArray deep(100'000, '[');
    QTest::newRow("truncated JSON") << Format::Json << QByteArray("{\"modules\": {\"webh")
                                    << QByteArray("configuration.badJson");
    QTest::newRow("JSON list") << Format::Json << QByteArray("[]") << QByteArray("configuration.badJson");
    QTest::newRow("empty JSON") << Format::Json << QByteArray() << QByteArray("configuration.badJson");
    QTest::newRow("deep JSON") << Format::Json << deep << QByteArray("configuration.badJson");
    QTest::newRow("deep JSON, objects")
        << Format::Json << QByteArray("{\"a\":").repeated(100'000) << QByteArray("configuration.badJson");
    QTest::newRow("tabs in YAML") << Format::Helm << QByteArray("config:\n\tmodules: {}\n")
                                  << QByteArray("configuration.badYaml");
    QTest::newRow("key twice") << Format::Helm << QByteArray("config: {}\nconfig: {}\n")
                               << QByteArray("configuration.badYaml");
    QTest::newRow("two documents") << Format::Helm << QByteArray("a: 1\n---\nb: 1\n")
                                   << QByteArray("configuration.badYaml");
    QTest::newRow("deep YAML") << Format::Compose << deep << QByteArray("configuration.badYaml");
    QTest::newRow("deep YAML, blocks")
        << Format::Compose << QByteArray("- ").repeated(100'000) << QByteArray("configuration.badYaml");
    QTest::newRow("alias to itself") << Format::Helm << QByteArray("a: &a [*a]")
                                     << QByteArray("configuration.badYaml");
    QByteArray laughs = "a0: &a0 [1,1]\n";
    QByteArray merges = "a0: &a0 {x: 1}\n";
    for (int i = 1; i < 40; ++i) {
        const QByteArray name = QByteArray::number(i);
        const QByteArray last = QByteArray::number(i - 1);
        laughs += "a" + name + ": &a" + name + " [*a" + last + ", *a" + last + "]\n";
        merges += "a" + name + ": &a" + name + " {<<: [*a" + last + ", *a" + last + "]}\n";
    }
    QTest::newRow("billion laughs") << Format::Helm << laughs + "config: {x: *a39}\n"
                                    << QByteArray("configuration.badYaml");
    QTest::newRow("billion merges") << Format::Helm << merges << QByteArray("configuration.badYaml");
    QTest::newRow("environment a text") << Format::Compose << QByteArray("services: {c: {environment: x}}")
                                        << QByteArray("configuration.badYaml");
    QTest::newRow("config a text") << Format::Helm << QByteArray("config: x")
                                   << QByteArray("configuration.badYaml");
    QTest::newRow("no line") << Format::Environment << QByteArray("A=1\nhello world\n")
                             << QByteArray("configuration.badLine");
    for (const Format format : {Format::Json, Format::Environment, Format::Compose, Format::Helm}) {
        const QByteArray code = format == Format::Json          ? "configuration.badJson"
                                : format == Format::Environment ? "configuration.badLine"
                                                                : "configuration.badYaml";
        QTest::addRow("binary %d", int(format)) << format
                                                << QByteArray("\x7f"
                                                              "ELF\0\0\xff\xfe",
                                                              8)
                                                << code;
        QTest::addRow("UTF-16 %d", int(format)) << format << QByteArray("\xff\xfe{\0}\0", 6) << code;
        QTest::addRow("Latin-1 %d", int(format)) << format << QByteArray("a: \xfc") << code;
        QTest::addRow("100 MB %d", int(format))
            << format << QByteArray(100'000'000, ' ') << QByteArray("configuration.tooLarge");
    }
}

void Tst_ConfigurationDocument::refusesBadInput() {
    QFETCH(Format, format);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, code);
    const auto document = ConfigurationDocument::parse(text, format);
    QVERIFY(!document);
    QCOMPARE(document.error().code.toUtf8(), code);
    QVERIFY(document.error().message.size() < 300);
}

void Tst_ConfigurationDocument::recognises_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("format"); ///< -1: none
    QTest::newRow("JSON") << QByteArray("\xef\xbb\xbf {}") << QString() << int(Format::Json);
    QTest::newRow("env") << QByteArray("# x\nA=1\n") << QString() << int(Format::Environment);
    QTest::newRow("env, empty") << QByteArray() << QStringLiteral("/x/.env") << int(Format::Environment);
    QTest::newRow("Compose") << QByteArray("x: 1\nservices:\n  a: {}\n") << QString() << int(Format::Compose);
    QTest::newRow("Helm") << QByteArray("# =\nconfig:\n  a: b=c\n") << QString() << int(Format::Helm);
    QTest::newRow("Helm, empty") << QByteArray() << QStringLiteral("values.yaml") << int(Format::Helm);
    QTest::newRow("binary") << QByteArray("\0\1", 2) << QString() << -1;
    QTest::newRow("prose") << QByteArray("hello\n") << QString() << -1;
}

void Tst_ConfigurationDocument::recognises() {
    QFETCH(QByteArray, text);
    QFETCH(QString, name);
    QFETCH(int, format);
    const auto found = ConfigurationDocument::recognise(text, name);
    QCOMPARE(found ? int(*found) : -1, format);
}

/// Files near the limit, of the shapes that cost most.
void Tst_ConfigurationDocument::isMadeInGoodTime() {
    QByteArray env;
    QByteArray yaml = "config:\n  modules: {}\n";
    for (int i = 0; i < 20'000; ++i) {
        env += "A" + QByteArray::number(i) + "=1\n";
        yaml += "k" + QByteArray::number(i) + ": v # ü\n";
    }
    QVERIFY(with(env, Format::Environment, simple("http://h")).contains("http://h"));
    QVERIFY(with(yaml, Format::Helm, simple("http://h")).contains("http://h"));
}

} // namespace

QTEST_GUILESS_MAIN(Tst_ConfigurationDocument)
#include "tst_configurationdocument.moc"
