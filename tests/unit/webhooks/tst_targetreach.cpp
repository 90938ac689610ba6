// SPDX-License-Identifier: MIT
#include <meshwatch/webhooks/targetreach.h>
#include <meshwatch/webhooks/verdict.h>

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace meshwatch;

class TestTargetReach : public QObject {
    Q_OBJECT

    static ResolvedWebhooks resolved(const QByteArray& webhooks) {
        const auto root = configjson::parse(QByteArray("{\"modules\":{\"webhooks\":" + webhooks + "}}"));
        if (!root)
            qFatal("%s", qPrintable(root.error().text()));
        return Verdict::of(ConnectorConfiguration(*root)).resolved;
    }
    static Findings probe(const ResolvedWebhooks& webhooks) {
        TargetReach reach;
        QSignalSpy finished(&reach, &TargetReach::finished);
        reach.probe(webhooks);
        if (!finished.wait(20'000))
            qFatal("the probe does not end");
        return finished.front().front().value<Findings>();
    }

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<Findings>(); }

    void namesWhereNothingListens() {
        QTcpServer there;
        QVERIFY(there.listen(QHostAddress::LocalHost));
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        const QByteArray free = QByteArray::number(gone.serverPort());
        gone.close();
        const Findings findings = probe(resolved(
            "{\"enabled\":true,\"targets\":{\"a/b\":{\"url\":\"http://user:secret@127.0.0.1:" + free +
            "/x\"},\"good\":{\"url\":\"http://127.0.0.1:" + QByteArray::number(there.serverPort()) +
            "\"}},\"webhooks\":[{\"triggers\":[\"**\"],\"target\":\"a/b\"},"
            "{\"triggers\":[\"a.b\"],\"target\":\"a/b\"},{\"triggers\":[\"**\"],\"target\":\"good\"},"
            "{\"triggers\":[\"**\"],\"target\":{\"url\":\"http://127.0.0.1:" +
            free + "\"}}]}"));
        QCOMPARE(findings.size(), 2);
        QCOMPARE(findings.at(0).code, QStringLiteral("targetUnreachable"));
        QCOMPARE(findings.at(0).place, QStringLiteral("/modules/webhooks/targets/a~1b/url"));
        QCOMPARE(findings.at(1).place, QStringLiteral("/modules/webhooks/webhooks/3/target/url"));
        QVERIFY(findings.at(0).message.contains(QString::fromLatin1("127.0.0.1:" + free)));
        QVERIFY(!findings.at(0).message.contains(QStringLiteral("secret")));
    }

    void saysAHostThatDoesNotExist() {
        const Findings findings = probe(resolved("{\"enabled\":true,\"webhooks\":[{\"triggers\":[\"**\"],"
                                                 "\"target\":{\"url\":\"http://nowhere.invalid/x\"}}]}"));
        QCOMPARE(findings.size(), 1);
        QVERIFY(findings.front().message.contains(QStringLiteral("nowhere.invalid:80")));
    }

    void hasNothingToSayOfNothing() { QVERIFY(probe({}).isEmpty()); }
};

QTEST_GUILESS_MAIN(TestTargetReach)
#include "tst_targetreach.moc"
