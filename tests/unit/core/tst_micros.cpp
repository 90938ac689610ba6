// SPDX-License-Identifier: MIT
#include <meshwatch/core/micros.h>

#include <QTest>

using namespace meshwatch;

class TestMicros : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("value");
        QTest::newRow("Connector") << QByteArray("2026-11-23T21:47:17.085Z") << qint64(1795470437085000);
        QTest::newRow("leap day") << QByteArray("2028-02-29T00:00:00.000Z") << qint64(1835395200000000);
        QTest::newRow("no milliseconds") << QByteArray("2026-11-23T21:47:17Z") << qint64(1795470437000000);
        QTest::newRow("offset") << QByteArray("2026-11-23T22:47:17.085+01:00") << qint64(1795470437085000);
        QTest::newRow("never") << QByteArray("9999-12-31T00:00:00.000Z") << qint64(253402214400000000);
    }
    void reads() {
        QFETCH(QByteArray, text);
        QFETCH(qint64, value);
        const auto time = Micros::fromIso(text);
        QVERIFY(time.has_value());
        QCOMPARE(time->value, value);
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"", "yesterday", "2026-13-01T00:00:00.000Z", "2026-02-30T00:00:00.000Z",
                                 "2026-01-01T25:00:00.000Z", "2026-01-0xT00:00:00.000Z"})
            QTest::newRow(text) << QByteArray(text);
    }
    void refuses() {
        QFETCH(QByteArray, text);
        QVERIFY(!Micros::fromIso(text).has_value());
    }

    void writesWhatItReads() {
        const QByteArray text = "2026-11-23T21:47:17.085Z";
        QCOMPARE(Micros::fromIso(text)->toIso().toLatin1(), text);
        QCOMPARE(Micros{-1}.toIso(), QStringLiteral("1969-12-31T23:59:59.999Z"));
    }
};

QTEST_APPLESS_MAIN(TestMicros)
#include "tst_micros.moc"
