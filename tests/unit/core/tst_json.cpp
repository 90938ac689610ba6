// SPDX-License-Identifier: MIT
#include <meshwatch/core/json.h>

#include <QTest>

using namespace meshwatch;

class TestJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void parses_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("compact");
        QTest::newRow("object") << QByteArray(" {\"b\": 1, \"a\": [true, null]} ")
                                << QByteArray(R"({"a":[true,null],"b":1})");
        QTest::newRow("text") << QByteArray("\"x\"") << QByteArray("\"x\"");
        QTest::newRow("number") << QByteArray("12") << QByteArray("12");
        QTest::newRow("empty object") << QByteArray("{}") << QByteArray("{}");
    }
    void parses() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, compact);
        const auto value = json::parse(text);
        QVERIFY(value.ok());
        QCOMPARE(json::compact(*value), compact);
    }

    void namesThePlaceOfAnError_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");
        QTest::newRow("truncated") << QByteArray("{\"a\":1") << QStringLiteral("line 1");
        QTest::newRow("second line") << QByteArray("{\n\"a\": x}") << QStringLiteral("line 2");
        QTest::newRow("two values") << QByteArray("1,2") << QStringLiteral("line 1");
        QTest::newRow("nothing") << QByteArray("") << QStringLiteral("line 1");
        QTest::newRow("closes our list") << QByteArray("1][2") << QStringLiteral("line 1");
    }
    void namesThePlaceOfAnError() {
        QFETCH(QByteArray, text);
        QFETCH(QString, place);
        const auto value = json::parse(text);
        QVERIFY(!value.ok());
        QVERIFY2(value.error().message.contains(place), qPrintable(value.error().message));
    }

    void walksPaths() {
        const auto root = json::parse(R"({"data":{"items":[{"title":"one"},{"title":"two"}]}})");
        QCOMPARE(json::textAt(*root, u"data.items.1.title"), QStringLiteral("two"));
        QVERIFY(json::at(*root, u"data.items.7.title").isUndefined());
        QVERIFY(json::at(*root, u"data.none.title").isUndefined());
        QCOMPARE(json::textAt(*root, u"data.items"), QString());
    }

    void insistsOnAnObject() { QVERIFY(!json::parseObject("[1]").ok()); }
};

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
