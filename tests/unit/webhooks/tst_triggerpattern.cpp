// SPDX-License-Identifier: MIT
#include <meshwatch/webhooks/triggerpattern.h>

#include <QTest>

using namespace meshwatch;

/// Each row was seen on EventEmitter2 6.4, the Connector's event bus.
class TestTriggerPattern : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matches_data() {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<bool>("is");
        const auto add = [](const char* pattern, bool is) {
            QTest::newRow(pattern) << QString::fromLatin1(pattern) << is;
        };
        for (const char* pattern :
             {"**", "transport.*", "*.messageSent", "transport.**", "*.*", "**.messageSent", "**.*", "*.**",
              "transport.messageSent", "transport.messageSent.**"})
            add(pattern, true);
        for (const char* pattern :
             {"*", "", "transport", "Transport.messageSent", "transport.messagesent",
              "transport.messageSent ", "*.*.*", "transport.*.**.x", "**.**", "transport.**.**",
              "messageSent", ".", "transport.", ".messageSent", "transport.message*", "consumption.*",
              "**.transport", "transport.messageSent.*"})
            add(pattern, false);
    }
    void matches() {
        QFETCH(QString, pattern);
        QFETCH(bool, is);
        QCOMPARE(triggerpattern::matches(pattern, u"transport.messageSent"), is);
    }
};

QTEST_APPLESS_MAIN(TestTriggerPattern)
#include "tst_triggerpattern.moc"
