// SPDX-License-Identifier: MIT
// Random webhook configurations go through chains of the four forms, into files with other content, and come
// out as they went in.
#include "randomconfiguration.h"

#include <meshwatch/webhooks/configurationdocument.h>

#include <QTest>

#include <yaml-cpp/yaml.h>

using namespace meshwatch;
using Format = ConfigurationDocument::Format;

namespace {

/// Numbers as JavaScript has them, members in order of their names.
nlohmann::json sorted(const ConfigJson& value) {
    const auto read = configjson::parse(configjson::write(value));
    return nlohmann::json::parse(read ? read->dump() : "null");
}

/// Files with other content around; what must stay before and behind the webhooks.
struct Surroundings {
    Format format;
    QByteArray before;
    QByteArray between;
    QByteArray behind;

    [[nodiscard]] QByteArray text() const { return before + between + behind; }
};

QList<Surroundings> surroundings() {
    const QByteArray json =
        "{\n\t\"debug\" : true,   \"a\":[1,2 , 3],\n\t\"modules\": {\n\t\t\"sync\": {\"enabled\":true}";
    return {
        {Format::Json, "{\"modules\":{\"sync\":{\"enabled\":true}", "", "},\"x\":\"\\u00fc\"}"},
        {Format::Json, json, "", "\n\t},\n\t\"z\": 1e5\n}"},
        {Format::Json, "\xef\xbb\xbf" + QByteArray(json).replace("\n", "\r\n"), "", "\r\n\t}\r\n}\r\n"},
        {Format::Json, "{\n  \"modules\": {\n    \"webhooks\": ", "{\"enabled\": false}",
         ",\n    \"sync\": {}\n  }\n}\n"},
        {Format::Environment, "# comment\n\nA=1\n  # another\nmodules__sync__enabled=true\nB='x' # y\n", "",
         ""},
        {Format::Environment, "A=ü\r\n", "modules__webhooks__enabled=false\r\n", "# last\r\nZ="},
        {Format::Compose,
         "# head\nx-env: &env\n  A: '1' # one\nservices:\n  db: {image: mongo, environment: [A=1]}\n  "
         "connector:\n    image: "
         "ghcr.io/nmshd/connector:7.4\n    environment:\n      <<: *env\n      B: \"two\" # b\n",
         "", "    # after\n    ports: [\"8080:80\"]\n  other: {}\nvolumes: {}\n"},
        {Format::Compose,
         "services:\n    c:\n        environment:\n            # why\n            - "
         "CUSTOM_CONFIG_LOCATION=/config.json\n",
         "", "        restart: on-failure # loops\n"},
        {Format::Compose, "services:\r\n  c:\r\n    image: 'nmshd/connector'\r\n    environment:",
         " {} # none\r\n", "    x: y\r\n"},
        {Format::Compose, "services:\n  c:\n    image: nmshd/connector # no variables", "", ""},
        {Format::Helm,
         "# values\nimage:\n  tag: '7.4'   # keep\nconfig:\n  # of the Connector\n  debug: no\n  modules:\n  "
         "  sync:\n      enabled: true\n",
         "", ""},
        {Format::Helm, "config: {\"modules\": {\"sync\": {\"enabled\": true}", "}}", ""},
        {Format::Helm,
         "pod:\n  connector:\n    environment:\n    - name: A\n      value: \"1\" # a\n    - name: S\n      "
         "valueFrom: {secretKeyRef: {name: s, key: k}}\n",
         "", ""},
        {Format::Helm, "", "", ""},
    };
}

class Tst_ConfigurationChains : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void chains_data() {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 400; ++seed)
            QTest::newRow(qPrintable(QString::number(seed))) << seed;
    }
    void chains();
    void changes_data() { chains_data(); }
    void changes();
    void otherReaders_data() { chains_data(); }
    void otherReaders();
};

void Tst_ConfigurationChains::chains() {
    QFETCH(unsigned, seed);
    RandomConfiguration maker(seed);
    const ConfigJson original = maker.webhooks();
    const auto forms = surroundings();
    ConfigJson webhooks = original;
    for (int i = 1 + maker.below(6); i > 0; --i) {
        const auto& around = forms.at(maker.below(int(forms.size())));
        const auto document = ConfigurationDocument::parse(around.text(), around.format);
        QVERIFY2(document, qPrintable(document ? QString() : document.error().text()));
        const auto written = document->withWebhooks(webhooks);
        QVERIFY2(written, qPrintable((written ? QString() : written.error().text()) +
                                     QString::fromStdString(webhooks.dump(1))));
        if (around.format != Format::Helm || !around.before.startsWith("pod"))
            QVERIFY2(written->text().startsWith(around.before), written->text().constData());
        QVERIFY2(written->text().endsWith(around.behind), written->text().constData());
        webhooks = written->configuration().webhooks();
        QVERIFY2(sorted(webhooks) == sorted(original), written->text().constData());
        const auto again = written->withWebhooks(webhooks);
        QVERIFY(again);
        QCOMPARE(again->text(), written->text());
    }
}

/// A second change of the same file, and back to nothing.
void Tst_ConfigurationChains::changes() {
    QFETCH(unsigned, seed);
    RandomConfiguration maker(seed * 7919);
    for (const auto& around : surroundings()) {
        const auto document = ConfigurationDocument::parse(around.text(), around.format);
        QVERIFY(document);
        ConfigJson webhooks = maker.webhooks();
        auto written = document->withWebhooks(webhooks);
        for (int i = 0; i < 3; ++i) {
            QVERIFY2(written, qPrintable(written ? QString() : written.error().text()));
            webhooks = maker.changed(webhooks);
            const QByteArray before = written->text();
            written = written->withWebhooks(webhooks);
            QVERIFY2(written,
                     qPrintable((written ? QString() : written.error().text()) + QString::fromUtf8(before) +
                                QString::fromStdString(webhooks.dump(1))));
            QVERIFY2(sorted(written->configuration().webhooks()) == sorted(webhooks),
                     QByteArray(before + "\n=====\n" + written->text()).constData());
            QVERIFY2(written->text().endsWith(around.behind),
                     QByteArray(before + "\n=====\n" + written->text()).constData());
        }
        const auto none = written->withWebhooks(nullptr);
        QVERIFY2(none, written->text().constData());
        QVERIFY(none->configuration().webhooks().is_null());
        QVERIFY2(!none->text().contains("receiver.example"), none->text().constData());
    }
}

/// yaml-cpp reads the same texts out of what was written.
void Tst_ConfigurationChains::otherReaders() {
    QFETCH(unsigned, seed);
    RandomConfiguration maker(seed * 104729);
    const ConfigJson webhooks = maker.webhooks();
    const auto helm = ConfigurationDocument::empty(Format::Helm).withWebhooks(webhooks);
    const auto compose = ConfigurationDocument::empty(Format::Compose).withWebhooks(webhooks);
    QVERIFY(helm);
    QVERIFY(compose);
    const YAML::Node values = YAML::Load(helm->text().toStdString());
    const ConfigJson file = helm->configuration().root();
    const std::function<void(const YAML::Node&, const ConfigJson&)> compare = [&](const YAML::Node& node,
                                                                                  const ConfigJson& json) {
        if (json.is_object()) {
            for (const auto& member : node)
                compare(member.second, json.at(member.first.as<std::string>()));
        } else if (json.is_array()) {
            QCOMPARE(node.size(), json.size());
            for (size_t i = 0; i < json.size(); ++i)
                compare(node[i], json[i]);
        } else if (json.is_string()) {
            QCOMPARE(node.as<std::string>(), json.get<std::string>());
        } else if (json.is_boolean()) {
            QCOMPARE(node.as<bool>(), json.get<bool>());
        } else if (json.is_number()) {
            QCOMPARE(node.as<double>(), json.get<double>());
        } else {
            QVERIFY(node.IsNull());
        }
    };
    if (values["config"])
        compare(values["config"], file);
    const YAML::Node environment =
        YAML::Load(compose->text().toStdString())["services"]["connector"]["environment"];
    QVERIFY(environment.IsMap());
    // A text to every reader: in quotes, or nothing that is a word or number to YAML.
    bool isWord = false;
    double number = 0;
    for (const auto& variable : environment) {
        if (variable.second.Tag() != "!")
            QVERIFY2(!YAML::convert<bool>::decode(variable.second, isWord) &&
                         !YAML::convert<double>::decode(variable.second, number) && !variable.second.IsNull(),
                     compose->text().constData());
    }
}

} // namespace

QTEST_GUILESS_MAIN(Tst_ConfigurationChains)
#include "tst_configurationchains.moc"
