// SPDX-License-Identifier: MIT
#include <meshwatch/core/loopback.h>

#include <QTest>

using namespace meshwatch;

class TestLoopback : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsThisComputer_data() {
        QTest::addColumn<bool>("is");
        for (const char* here : {"localhost", "LocalHost", "localhost.", "a.b.localhost", "127.0.0.1",
                                 "127.8.9.10", "::1", "[::1]", "::ffff:127.0.0.1"})
            QTest::newRow(here) << true;
        for (const char* elsewhere :
             {"", "localhost.example.org", "notlocalhost", "127.0.0.1.example.org", "128.0.0.1", "0.0.0.0",
              "::", "::2", "192.168.0.1", "[", "[]", "connector"})
            QTest::newRow(elsewhere) << false;
    }
    void tellsThisComputer() {
        QFETCH(bool, is);
        QCOMPARE(isLoopbackHost(QString::fromLatin1(QTest::currentDataTag())), is);
    }
};

QTEST_GUILESS_MAIN(TestLoopback)
#include "tst_loopback.moc"
