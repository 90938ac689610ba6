// SPDX-License-Identifier: MIT
// Files on their way down: whole or not at all, progress, cancelling, limits, memory.
#include "transfers.h"

#include <QBuffer>
#include <QDir>
#include <QTemporaryDir>
#include <QTimer>

using namespace meshwatch;
using namespace meshwatch::connector;

class TestDownload : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void toAFile();
    void toADevice();
    void isRepeatedWhole();
    void leavesNothing_data();
    void leavesNothing();
    void cancelLeavesNothing();
    void readsAsItWrites();
    void slowButSteadyArrives();
    void cannotWrite();

private:
    [[nodiscard]] QString path(const char* name) const { return m_dir.filePath(QString::fromUtf8(name)); }
    [[nodiscard]] QStringList files() const {
        return QDir(m_dir.path()).entryList(QDir::Files | QDir::Hidden);
    }

    QTemporaryDir m_dir;
};

void TestDownload::toAFile() {
    const QByteArray content(300'000, 'c');
    RawServer server(always(RawServer::answer(
        200, content, "image/jpeg", "Content-Disposition: attachment;filename=..%2Fh%C3%A4llo.jpg\r\n")));
    ConnectorClient client(settingsFor(server.url()));
    QFile old(path("target"));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("what was there before");
    old.close();
    auto future = client.files().downloadTo(QStringLiteral("FIL1"), path("target"));
    QVERIFY(ends(future));
    QVERIFY2(future.result(), qPrintable(errorOf(future).message));
    QCOMPARE(future.result()->size, content.size());
    QCOMPARE(future.result()->contentType, QByteArray("image/jpeg"));
    QCOMPARE(future.result()->fileName, QStringLiteral("hällo.jpg"));
    QCOMPARE(future.progressMaximum(), int(content.size()));
    QFile written(path("target"));
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), content);
    auto attachment = client.messages().downloadAttachmentTo(QStringLiteral("MSG1"), QStringLiteral("FIL1"),
                                                             path("attachment"));
    QVERIFY(ends(attachment));
    QVERIFY(attachment.result());
    QCOMPARE(files(), QStringList({QStringLiteral("attachment"), QStringLiteral("target")}));
    for (const QString& name : files())
        QVERIFY(QFile::remove(m_dir.filePath(name)));
}

void TestDownload::toADevice() {
    RawServer server(always(RawServer::answer(200, "the content", "text/plain")));
    ConnectorClient client(settingsFor(server.url()));
    auto buffer = std::make_shared<QBuffer>();
    auto closed = client.files().downloadTo(QStringLiteral("FIL1"), buffer);
    QVERIFY(ends(closed));
    QCOMPARE(kind(errorOf(closed)), QStringLiteral("localFile"));
    QVERIFY(buffer->open(QIODevice::WriteOnly));
    auto future = client.files().downloadTo(QStringLiteral("FIL1"), buffer);
    QVERIFY(ends(future));
    QVERIFY(future.result());
    QCOMPARE(buffer->data(), QByteArray("the content"));
    QCOMPARE(server.requests.size(), 1);
}

void TestDownload::isRepeatedWhole() {
    int left = 1;
    RawServer server([&](const RawServer::Request&, QTcpSocket* socket) {
        if (left-- > 0) {
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf of ");
            socket->disconnectFromHost();
        } else {
            socket->write(RawServer::answer(200, "all of it", "text/plain"));
        }
    });
    ConnectorClient client(settingsFor(server.url()));
    auto future = client.files().downloadTo(QStringLiteral("FIL1"), path("whole"));
    QVERIFY(ends(future));
    QVERIFY2(future.result(), qPrintable(errorOf(future).message));
    QFile written(path("whole"));
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), QByteArray("all of it"));
    QVERIFY(QFile::remove(path("whole")));
    // A device has the first half already, so there is no second try.
    left = 1;
    auto buffer = std::make_shared<QBuffer>();
    QVERIFY(buffer->open(QIODevice::WriteOnly));
    auto once = client.files().downloadTo(QStringLiteral("FIL1"), buffer);
    QVERIFY(ends(once));
    QCOMPARE(kind(errorOf(once)), QStringLiteral("network"));
    QCOMPARE(server.requests.size(), 3);
}

void TestDownload::leavesNothing_data() {
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("expectedKind");
    const QByteArray content(200'000, 'c');
    QTest::newRow("404") << RawServer::error(404, "error.runtime.recordNotFound")
                         << QStringLiteral("notFound");
    QTest::newRow("too large") << RawServer::answer(200, content + content) << QStringLiteral("tooLarge");
    QTest::newRow("too large, not announced")
        << QByteArray("HTTP/1.1 200 OK\r\n\r\n") + content + content << QStringLiteral("tooLarge");
    QTest::newRow("a page before the Connector")
        << RawServer::answer(200, "<html><title>Log in</title></html>", "text/html; charset=utf-8")
        << QStringLiteral("unexpectedContent");
    QTest::newRow("broken off") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 250000\r\n\r\n") + content
                                << QStringLiteral("network");
    QTest::newRow("stalled") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 250000\r\n\r\nstall")
                             << QStringLiteral("timedOut");
}

void TestDownload::leavesNothing() {
    QFETCH(QByteArray, answer);
    QFETCH(QString, expectedKind);
    RawServer server([&](const RawServer::Request&, QTcpSocket* socket) {
        socket->write(answer);
        if (!answer.endsWith("stall"))
            socket->disconnectFromHost();
    });
    auto settings = settingsFor(server.url());
    settings.timeout = std::chrono::milliseconds(500);
    ConnectorClient client(settings);
    CallOptions options;
    options.maxBytes = 300'000;
    auto future = client.files().downloadTo(QStringLiteral("FIL1"), path("target"), options);
    QVERIFY(ends(future));
    QVERIFY(!future.result());
    QCOMPARE(kind(errorOf(future)), expectedKind);
    QCOMPARE(files(), QStringList());
}

void TestDownload::cancelLeavesNothing() {
    QPointer<QTcpSocket> open;
    RawServer server([&](const RawServer::Request&, QTcpSocket* socket) {
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n" + QByteArray(500'000, 'c'));
        open = socket;
    });
    ConnectorClient client(settingsFor(server.url()));
    auto future = client.files().downloadTo(QStringLiteral("FIL1"), path("target"));
    QTRY_VERIFY(future.progressValue() > 0);
    QVERIFY(!QFile::exists(path("target")));
    future.cancel();
    QVERIFY(ends(future));
    QTRY_COMPARE(files(), QStringList());
    QTRY_VERIFY(!open || open->state() == QAbstractSocket::UnconnectedState);
}

void TestDownload::readsAsItWrites() {
    static constexpr qint64 size = 200 * 1024 * 1024;
    RawServer server([](const RawServer::Request&, QTcpSocket* socket) {
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(size) + "\r\n\r\n");
        const auto left = std::make_shared<qint64>(size);
        const auto more = [left, socket] {
            while (*left > 0 && socket->bytesToWrite() < 65536)
                *left -= socket->write(QByteArray(qMin(qint64(65536), *left), 'x'));
        };
        connect(socket, &QTcpSocket::bytesWritten, socket, more);
        more();
    });
    ConnectorClient client(settingsFor(server.url()));
    CallOptions options;
    options.maxBytes = size;
    const qint64 before = peakMemory();
    auto future = client.files().downloadTo(QStringLiteral("FIL1"), path("large"), options);
    QVERIFY(ends(future));
    QVERIFY2(future.result(), qPrintable(errorOf(future).message));
    QCOMPARE(QFile(path("large")).size(), size);
    QVERIFY2(!isMemoryOurs || peakMemory() - before < 16 * 1024 * 1024,
             qPrintable(QString::number(peakMemory() - before)));
    QVERIFY(QFile::remove(path("large")));
}

void TestDownload::slowButSteadyArrives() {
    RawServer server([](const RawServer::Request&, QTcpSocket* socket) {
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n");
        auto* drip = new QTimer(socket);
        const auto left = std::make_shared<int>(20);
        connect(drip, &QTimer::timeout, socket, [=] {
            socket->write("x");
            if (--*left == 0)
                drip->stop();
        });
        drip->start(20);
    });
    auto settings = settingsFor(server.url());
    settings.timeout = std::chrono::milliseconds(1000);
    settings.longestRequest = std::chrono::milliseconds(1);
    ConnectorClient client(settings);
    auto buffer = std::make_shared<QBuffer>();
    QVERIFY(buffer->open(QIODevice::WriteOnly));
    auto future = client.files().downloadTo(QStringLiteral("FIL1"), buffer);
    QVERIFY(ends(future));
    QVERIFY2(future.result(), qPrintable(errorOf(future).message));
    QCOMPARE(buffer->data(), QByteArray(20, 'x'));
}

void TestDownload::cannotWrite() {
    RawServer server(always(RawServer::answer(200, "the content", "text/plain")));
    ConnectorClient client(settingsFor(server.url()));
    auto noFolder = client.files().downloadTo(QStringLiteral("FIL1"), path("none/target"));
    QVERIFY(ends(noFolder));
    QCOMPARE(kind(errorOf(noFolder)), QStringLiteral("localFile"));
    QVERIFY(errorOf(noFolder).message.contains(QLatin1String("target")));
    QVERIFY(!errorOf(noFolder).advice.isEmpty());
    QCOMPARE(server.requests.size(), 0);
    auto full = std::make_shared<QFile>(QStringLiteral("/dev/full"));
    if (!full->open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        QSKIP("SKIPPED: there is no /dev/full.");
    auto noSpace = client.files().downloadTo(QStringLiteral("FIL1"), full);
    QVERIFY(ends(noSpace));
    QCOMPARE(kind(errorOf(noSpace)), QStringLiteral("localFile"));
}

QTEST_GUILESS_MAIN(TestDownload)
#include "tst_download.moc"
