// SPDX-License-Identifier: MIT
#include <meshwatch/webhooks/configjson.h>

#include <QTest>

#include <cmath>

using namespace meshwatch;

class TestConfigJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("written");
        const auto add = [](const char* text, const char* written) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(written);
        };
        add(" {\"b\" : 1, \"a\" : [ true , false, null ] } \n", R"({"b":1,"a":[true,false,null]})");
        add(R"({"a":1,"b":2,"a":3})", R"({"a":3,"b":2})");
        add("9007199254740993", "9007199254740992"); // a double has no such number
        add("9007199254740992", "9007199254740992");
        add("1e5", "100000");
        add("-0", "0");
        add("1e-400", "0");
        add("1.5", "1.5");
        add(R"("\u00fc\ud83d\ude00\n\/")", "\"ü😀\\n/\"");
        add(R"("\ud800x")", "\"\uFFFDx\"");
        add("\xef\xbb\xbf{}", "{}");
        add("\"\xff\"", "\"\uFFFD\"");
        add("{}", "{}");
        add("[]", "[]");
    }
    void reads() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, written);
        const auto json = configjson::parse(text);
        QVERIFY(json);
        QCOMPARE(configjson::write(*json, -1), written);
    }

    void isInfinite() {
        QVERIFY(std::isinf(configjson::parse("-1e400")->get<double>()));
        QVERIFY(std::isinf(configjson::parse("1e99999")->get<double>()));
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");
        const auto add = [](const char* text, const char* place) {
            QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(place);
        };
        add("", "line 1, column 1");
        add("{\n  \"a\": 01\n}", "line 2, column 9");
        add("{\"a\":1,}", "line 1, column 8");
        add("[1,]", "line 1, column 4");
        add("{'a':1}", "line 1, column 2");
        add("tru", "line 1, column 1");
        add("\"a\nb\"", "line 1, column 3");
        add("\"a", "line 1, column 3");
        add("\"\\x\"", "line 1, column 3");
        add("\"\\u12g4\"", "line 1, column 4");
        add("1.", "line 1, column 3");
        add("+1", "line 1, column 1");
        add("NaN", "line 1, column 1");
        add("{} {}", "line 1, column 4");
        add("// comment\n{}", "line 1, column 1");
    }
    void refuses() {
        QFETCH(QByteArray, text);
        QFETCH(QString, place);
        const auto json = configjson::parse(text);
        QVERIFY(!json);
        QCOMPARE(json.error().code, QStringLiteral("configuration.badJson"));
        QCOMPARE(json.error().message, QStringLiteral("This is not JSON: %1.").arg(place));
    }

    void refusesDepth() {
        QVERIFY(configjson::parse(QByteArray(400, '[').append(400, ']')));
        const auto json = configjson::parse(QByteArray(2'000'000, '['));
        QVERIFY(!json);
        QVERIFY(json.error().message.contains(QLatin1String("too deep")));
    }

    void linesOfMembers() {
        const auto lines = configjson::lines("{\n \"a\": {\n  \"b/~\": [1,\n   2]},\n \"c\": 3}");
        QCOMPARE(lines.value(QStringLiteral("/a")), 2);
        QCOMPARE(lines.value(QStringLiteral("/a/b~1~0")), 3);
        QCOMPARE(lines.value(QStringLiteral("/a/b~1~0/0")), 3);
        QCOMPARE(lines.value(QStringLiteral("/a/b~1~0/1")), 4);
        QCOMPARE(lines.value(QStringLiteral("/c")), 5);
        QCOMPARE(lines.size(), 5);
        QVERIFY(configjson::lines("{").isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestConfigJson)
#include "tst_configjson.moc"
