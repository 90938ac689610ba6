// SPDX-License-Identifier: MIT
#include <meshwatch/workspace/workspace.h>

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTest>

using namespace meshwatch;

/// Whom a connection's receiver lets in, as its key comes and goes.
class TestReceiverKey : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QNetworkAccessManager m_network;

    [[nodiscard]] std::unique_ptr<Workspace> open(Workspace::Use use = Workspace::Use::Everything) {
        auto opened = Workspace::open(m_folder.path(), use);
        if (!opened)
            return nullptr;
        auto workspace = std::move(*opened);
        workspace->secrets().setKeeping(SecretStore::Keeping::UntilExit);
        return workspace;
    }
    [[nodiscard]] static bool listen(Workspace& workspace) { return workspace.receiver().start({}).ok(); }

    /// Posts an event to the connection "a"; the answer's status.
    int post(Workspace& workspace, const QByteArray& key = {}) {
        QNetworkRequest request(QUrl(workspace.receiver().url() + QStringLiteral("/a")));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
        if (!key.isEmpty())
            request.setRawHeader("x-api-key", key);
        std::unique_ptr<QNetworkReply> reply(m_network.post(
            request, QByteArray(R"({"trigger":"transport.messageSent","data":{"id":"MSG1"}})")));
        if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, 20'000))
            return 0;
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }

private Q_SLOTS:
    void everybodyWithoutAKey() {
        const auto workspace = open();
        QVERIFY(workspace);
        Connection connection;
        connection.name = QStringLiteral("a");
        connection.authentication = Connection::Authentication::None;
        QVERIFY(workspace->add(connection));
        QVERIFY(listen(*workspace));
        QCOMPARE(post(*workspace), 204);
    }

    /// From the very call on, not from when the event loop comes round to it.
    void onlyWithTheKeyAtOnce() {
        const auto workspace = open();
        QVERIFY(workspace && listen(*workspace));
        const ConnectionId id = workspace->connection(QStringLiteral("a"))->id;
        workspace->secrets().setUntilExit(id, SecretKind::ReceiverKey, QStringLiteral("s3cret"));
        workspace->reloadSecrets(id);
        QCOMPARE(post(*workspace), 401);
        QCOMPARE(post(*workspace, "s3cret"), 204);
        QTRY_VERIFY(workspace->connection(QStringLiteral("a"))->asksForKey);
    }

    void nobodyWhileTheKeyIsNotKnown_data() {
        QTest::addColumn<bool>("isReceiveOnly");
        QTest::newRow("desktop") << false;
        QTest::newRow("server") << true;
    }
    void nobodyWhileTheKeyIsNotKnown() {
        QFETCH(bool, isReceiveOnly);
        const auto workspace = open(isReceiveOnly ? Workspace::Use::ReceiveOnly : Workspace::Use::Everything);
        QVERIFY(workspace && listen(*workspace));
        Connection connection = *workspace->connection(QStringLiteral("a"));
        QCOMPARE(post(*workspace), 503);
        connection.asksForKey = false; // is the workspace's to say
        connection.colour = QStringLiteral("#123456");
        QVERIFY(workspace->update(connection));
        QCOMPARE(post(*workspace, "s3cret"), 503);
        workspace->secrets().setUntilExit(connection.id, SecretKind::ReceiverKey, QStringLiteral("s3cret"));
        workspace->reloadSecrets(connection.id);
        QCOMPARE(post(*workspace, "s3cret"), 204);
        QCOMPARE(post(*workspace), 401);
    }

    void everybodyOnceTheKeyIsTakenAway() {
        auto workspace = open();
        QVERIFY(workspace && listen(*workspace));
        const ConnectionId id = workspace->connection(QStringLiteral("a"))->id;
        workspace->secrets().setUntilExit(id, SecretKind::ReceiverKey, {});
        workspace->reloadSecrets(id);
        QTRY_VERIFY(!workspace->connection(QStringLiteral("a"))->asksForKey);
        QCOMPARE(post(*workspace), 204);
        workspace.reset();
        workspace = open();
        QVERIFY(workspace && listen(*workspace));
        QCOMPARE(post(*workspace), 204);
    }
};

QTEST_GUILESS_MAIN(TestReceiverKey)
#include "tst_receiverkey.moc"
