// SPDX-License-Identifier: MIT
#include <meshwatch/workspace/webhookdraftstore.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace meshwatch;

class WebhookDraftStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsDrafts();
    void setsADamagedFileAside();
};

void WebhookDraftStoreTest::keepsDrafts() {
    QTemporaryDir folder;
    const WebhookDraftStore::Draft draft{"{\n  \"z\": 1,\n  \"a\": 2\n}", true};
    {
        WebhookDraftStore store(folder.path());
        store.setDraft({1}, draft);
        store.setDraft({2}, {"{}", false});
        store.setDraft({2}, {});
    }
    const WebhookDraftStore store(folder.path());
    QCOMPARE(store.draft({1}).webhooks, draft.webhooks);
    QVERIFY(store.draft({1}).isExported);
    QVERIFY(store.draft({2}).webhooks.isEmpty());
}

void WebhookDraftStoreTest::setsADamagedFileAside() {
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("webhooks.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"version\":1,\"dra");
    file.close();
    {
        WebhookDraftStore store(folder.path());
        QVERIFY(store.draft({1}).webhooks.isEmpty());
        store.setDraft({1}, {"{}", false});
    }
    QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("webhooks.json.damaged-*")}).size(), 1);
    QCOMPARE(WebhookDraftStore(folder.path()).draft({1}).webhooks, QByteArray("{}"));
}

QTEST_GUILESS_MAIN(WebhookDraftStoreTest)
#include "tst_webhookdraftstore.moc"
