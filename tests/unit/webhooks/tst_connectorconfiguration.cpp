// SPDX-License-Identifier: MIT
#include <meshwatch/webhooks/connectorconfiguration.h>

#include <QTest>

using namespace meshwatch;

/// Merging as nconf 0.13 does it with the Connector's defaults below; each row was tried there.
class TestConnectorConfiguration : public QObject {
    Q_OBJECT

    static ConfigJson read(const QByteArray& text) {
        auto json = configjson::parse(text);
        return json ? *json : ConfigJson("no JSON");
    }
    static ConnectorConfiguration::Environment environment(const QByteArray& lines) {
        auto read = ConnectorConfiguration::parseEnvironment(lines);
        return read ? *read : ConnectorConfiguration::Environment();
    }

private Q_SLOTS:
    void merges_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QByteArray>("webhooks");
        const auto add = [](const char* name, const char* file, const char* lines, const char* webhooks) {
            QTest::newRow(name) << QByteArray(R"({"modules":{"webhooks":)").append(file).append("}}")
                                << QByteArray(lines).replace("M_", "modules__webhooks__")
                                << QByteArray(webhooks);
        };
        add("nothing", "{}", "", "{}");
        add("file alone", R"({"enabled":true,"x":[1]})", "", R"({"enabled":true,"x":[1]})");
        add("leaf", R"({"targets":{"t":{"url":"f","a":1}}})", "M_targets__t__url=e",
            R"({"targets":{"t":{"url":"e","a":1}}})");
        add("objects merge", R"({"targets":{"t":{"url":"f"}}})", R"(M_targets={"u":{"url":"e"}})",
            R"({"targets":{"t":{"url":"f"},"u":{"url":"e"}}})");
        add("lists are replaced", R"({"webhooks":[1,2]})", "M_webhooks=[3]", R"({"webhooks":[3]})");
        add("an index makes an object", R"({"webhooks":[1,2]})", "M_webhooks__0__target=t",
            R"({"webhooks":{"0":{"target":"t"}}})");
        add("an index into a list of the environment", "{}", "M_webhooks=[{\"a\":1}]\nM_webhooks__0__a=2",
            R"({"webhooks":[{"a":2}]})");
        add("null over an object", R"({"targets":{"t":{}}})", "M_targets__t=null",
            R"({"targets":{"t":null}})");
        add("object over null", R"({"targets":null})", R"(M_targets={"u":1})", R"({"targets":{"u":1}})");
        add("empty object over null", R"({"targets":null})", "M_targets={}", R"({"targets":null})");
        add("object over text", R"({"targets":"x"})", "M_targets__t__url=e",
            R"({"targets":{"t":{"url":"e"}}})");
        add("empty text", R"({"a":1})", "M_a=", R"({"a":""})");
        add("undefined takes away", R"({"a":1,"b":2})", "M_a=undefined", R"({"b":2})");
        add("values", "{}", "M_a= true \nM_b=True\nM_c=1e5\nM_d=0123\nM_e=\"5\"\nM_f={bad\nM_g='1'",
            "{\"a\":true,\"b\":\"True\",\"c\":100000,\"d\":\"0123\",\"e\":\"5\",\"f\":\"{bad\",\"g\":\"'1'"
            "\"}");
        add("colon in the environment", "{}", "modules:webhooks:a__b:c=1", R"({"a":{"b":{"c":1}}})");
        add("the last of equal paths", "{}", "M_a=1\nM_b=2\nmodules:webhooks:a=3", R"({"a":3,"b":2})");
        add("other case", "{}", "Modules__webhooks__a=1\nmodules__WEBHOOKS__a=1", "{}");
        add("single underscore", "{}", "modules_webhooks_a=1\nM_a_b=1", R"({"a_b":1})");
        add("colon in the file", R"({"targets":{"a:b":{"url":"u"}}})", "",
            R"({"targets":{"a":{"b":{"url":"u"}}}})");
        add("underscores in the file", R"({"targets":{"a__b":1}})", "", R"({"targets":{"a__b":1}})");
        add("colon where nothing was yet", R"({"targets":{"t":{"headers":{"x:y":1}}}})", "",
            R"({"targets":{"t":{"headers":{"x:y":1}}}})");
        add("explicitly empty", R"({"targets":{},"webhooks":[]})", "", R"({"targets":{},"webhooks":[]})");
        add("null", "null", "", "null");
        add("text", "\"x\"", "M_enabled=true", R"({"enabled":true})");
        add("constructor", "{}", "M_targets__constructor__url=u",
            R"({"targets":{"constructor":{"url":"u"}}})");
        add("whole module", R"({"a":1})", R"(modules={"webhooks":{"b":2}})", R"({"a":1,"b":2})");
    }
    void merges() {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, lines);
        QFETCH(QByteArray, webhooks);
        const ConnectorConfiguration configuration(read(file), environment(lines));
        QCOMPARE(configjson::write(configuration.webhooks(), -1), webhooks);
    }

    void colonAtTheTop() {
        const ConnectorConfiguration configuration(
            read(R"({"modules:webhooks:enabled":true,"modules":{"webhooks:targets":{"t":1}}})"));
        QCOMPARE(configjson::write(configuration.webhooks(), -1),
                 QByteArray(R"({"enabled":true,"targets":{"t":1}})"));
    }

    void aliases() {
        const ConnectorConfiguration configuration(
            ConfigJson::object(), environment("SYNC_ENABLED=true\nDATABASE_NAME=d\nDEBUG=true\nPATH=/bin"));
        QCOMPARE(configjson::write(configuration.root(), -1),
                 QByteArray(R"({"modules":{"sync":{"enabled":true}},"database":{"dbName":"d"},"debug":true,)"
                            R"("PATH":"/bin"})"));
        QVERIFY(configuration.webhooks().is_null());
        QCOMPARE(configuration.variableFor(QStringLiteral("/modules/sync/enabled")),
                 QStringLiteral("SYNC_ENABLED"));
    }

    void knowsVariables() {
        const QString targets = QStringLiteral("/modules/webhooks/targets");
        const ConnectorConfiguration configuration(
            read(R"({"modules":{"webhooks":{"targets":{"f":{"url":"x"}}}}})"),
            environment("modules__webhooks__targets={\"a/b\":{\"url\":\"y\"}}\n"
                        "modules:webhooks:targets:c:url=z"));
        QCOMPARE(configuration.variableFor(targets + QLatin1String("/f/url")), QString());
        QCOMPARE(configuration.variableFor(targets + QLatin1String("/a~1b/url")),
                 QStringLiteral("modules__webhooks__targets"));
        QCOMPARE(configuration.variableFor(targets + QLatin1String("/c/url")),
                 QStringLiteral("modules:webhooks:targets:c:url"));
        QCOMPARE(configuration.variableFor(QStringLiteral("/nothing")), QString());
        QCOMPARE(configuration.variables().value(targets + QLatin1String("/c/url")).text,
                 QStringLiteral("z"));
    }

    void aReplacedVariableIsForgotten() {
        const ConnectorConfiguration configuration(ConfigJson::object(), environment("a__b=1\na=2"));
        QCOMPARE(configuration.variables().size(), 1);
        QCOMPARE(configuration.variableFor(QStringLiteral("/a")), QStringLiteral("a"));
    }

    void defaultsCanBeLost() {
        QVERIFY(ConnectorConfiguration(read("{}")).lostDefaults().isEmpty());
        QVERIFY(ConnectorConfiguration(read(R"({"modules":{"webhooks":{}}})")).lostDefaults().isEmpty());
        const ConnectorConfiguration lost(read(R"({"modules":{"webhooks":null}})"),
                                          environment("modules__webhooks__enabled=true"));
        QCOMPARE(lost.lostDefaults(), QStringList{QStringLiteral("location")});
    }

    void envFile() {
        const auto read = ConnectorConfiguration::parseEnvironment(
            "# comment\r\n\r\n  A=1\r\nB=\"x\" \nC==a=b\n\t# more\nD=\nA=2\nE=ü # no comment");
        QVERIFY(read);
        const ConnectorConfiguration::Environment expected{
            {QStringLiteral("A"), QStringLiteral("2")},
            {QStringLiteral("B"), QStringLiteral("\"x\" ")},
            {QStringLiteral("C"), QStringLiteral("=a=b")},
            {QStringLiteral("D"), QString()},
            {QStringLiteral("E"), QStringLiteral("ü # no comment")}};
        QCOMPARE(*read, expected);
    }

    void badLines_data() {
        QTest::addColumn<QString>("what");
        QTest::newRow("A=1\nB") << QStringLiteral("Line 2 has no “=”.");
        QTest::newRow("=1") << QStringLiteral("Line 1 has no name before the “=”.");
        QTest::newRow("export A=1") << QStringLiteral("Line 1 has a blank in the name.");
    }
    void badLines() {
        QFETCH(QString, what);
        const auto read = ConnectorConfiguration::parseEnvironment(QByteArrayView(QTest::currentDataTag()));
        QVERIFY(!read);
        QCOMPARE(read.error().code, QStringLiteral("configuration.badLine"));
        QCOMPARE(read.error().message, what);
    }
};

QTEST_APPLESS_MAIN(TestConnectorConfiguration)
#include "tst_connectorconfiguration.moc"
