// SPDX-License-Identifier: MIT
#include <meshwatch/events/eventreader.h>
#include <meshwatch/workspace/workspace.h>

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace meshwatch;

/// The time in which nobody took the webhooks of a connection that has them is marked.
class TestReceiverPresence : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    QNetworkAccessManager m_network;

    void begin() {
        auto opened = Workspace::open(m_folder->path(), Workspace::Use::Everything);
        QVERIFY(opened);
        m_workspace = std::move(*opened);
        m_workspace->secrets().setKeeping(SecretStore::Keeping::UntilExit);
        for (const char* name : {"a", "b"}) {
            Connection connection;
            connection.name = QLatin1String(name);
            connection.authentication = Connection::Authentication::None;
            if (!m_workspace->connection(connection.name))
                QVERIFY(m_workspace->add(connection));
        }
        QVERIFY(m_workspace->receiver().start({}));
        // The store is asked what it knows.
        QTRY_COMPARE(reader()->sources().size(), size_t(2));
        QTest::qWait(100);
    }
    [[nodiscard]] std::unique_ptr<EventReader> reader() {
        m_workspace->store().flush();
        return std::move(*EventReader::open(m_workspace->store().path()));
    }
    bool deliver(const char* path) {
        QNetworkRequest request(QUrl(m_workspace->receiver().url() + QLatin1String(path)));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
        std::unique_ptr<QNetworkReply> reply(m_network.post(
            request, QByteArray(R"({"trigger":"transport.messageSent","data":{"id":"MSG1"}})")));
        return QTest::qWaitFor([&reply] { return reply->isFinished(); }, 20'000) &&
               reply->error() == QNetworkReply::NoError;
    }
    [[nodiscard]] std::vector<Gap> gaps() { return reader()->gaps(10); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_workspace.reset(); }

    void absenceIsAGap() {
        begin();
        QVERIFY(deliver("/a"));
        const Micros before = Micros::now();
        m_workspace.reset();
        QTest::qWait(300);
        begin();
        QTRY_COMPARE(gaps().size(), size_t(1));
        const Micros after = Micros::now();
        const Gap gap = gaps().front();
        QCOMPARE(gap.connection, m_workspace->connection(QStringLiteral("a"))->id);
        QCOMPARE(gap.channel, Channel::Webhook);
        QCOMPARE(gap.reason, Gap::Reason::NotListening);
        QVERIFY(before <= gap.began && gap.began < gap.ended && gap.ended <= after);
        QVERIFY(gap.lengthMicros() >= 300'000);
        QVERIFY(!gap.reconciled.isValid());
    }

    /// What ends without a word has noted shortly before until when it listened.
    void notesWhileItListens() {
        begin();
        QVERIFY(deliver("/a"));
        const Micros delivered = Micros::now();
        const auto seen = [this] { return reader()->sources().front().lastSeen; };
        QTRY_VERIFY_WITH_TIMEOUT(seen() > delivered, 20'000);
        QVERIFY(seen() < Micros::now());
        QVERIFY(gaps().empty());
    }

    void sleepIsAGap() {
        begin();
        QVERIFY(deliver("/a"));
        QTest::qWait(2500); // what is on its way when it begins counts as missed
        const Micros before = Micros::now();
        QThread::msleep(6000); // the loop stands still, as in a suspended computer
        const Micros after = Micros::now();
        QTRY_COMPARE(gaps().size(), size_t(1));
        const Gap gap = gaps().front();
        QCOMPARE(gap.connection, m_workspace->connection(QStringLiteral("a"))->id);
        QVERIFY(gap.began <= before && gap.ended >= after);
        QVERIFY(gap.lengthMicros() >= 6'000'000);
        QTest::qWait(1500);
        QCOMPARE(gaps().size(), size_t(1));
    }

    void nothingIsMissedWhereNothingCame() {
        begin();
        m_workspace.reset();
        begin();
        QTest::qWait(300);
        QVERIFY(gaps().empty());
    }

    void notWantedIsNotMissed() {
        begin();
        QVERIFY(deliver("/a"));
        Connection connection = *m_workspace->connection(QStringLiteral("a"));
        connection.receivesWebhooks = false;
        QVERIFY(m_workspace->update(connection));
        m_workspace.reset();
        auto opened = Workspace::open(m_folder->path(), Workspace::Use::Everything);
        QVERIFY(opened);
        m_workspace = std::move(*opened);
        QVERIFY(m_workspace->receiver().start({}));
        QTest::qWait(1500);
        QVERIFY(gaps().empty());
    }
};

QTEST_GUILESS_MAIN(TestReceiverPresence)
#include "tst_receiverpresence.moc"
