// SPDX-License-Identifier: MIT
// Files on their way up: form, progress, cancelling, limits, memory.
#include "transfers.h"

#include <meshwatch/connector/limits.h>

#include <QBuffer>
#include <QTemporaryDir>
#include <QTimer>

using namespace meshwatch;
using namespace meshwatch::connector;

class TestUpload : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sendsAForm();
    void escapesNames();
    void refuses_data();
    void refuses();
    void tellsItsProgress();
    void sentAgainAfterANewToken();
    void cancelClosesTheConnection();
    void readsAsItSends();
    void slowButSteadyArrives();
    void stalledTimesOut();
    void shrinkingFileIsNotSent();

private:
    [[nodiscard]] QString path(const char* name) const { return m_dir.filePath(QString::fromUtf8(name)); }

    QTemporaryDir m_dir;
};

namespace {

const QByteArray uploaded = RawServer::answer(201, R"({"result":{"id":"FIL1","filename":"x","filesize":1}})");

/// A device of any size that holds nothing, and counts how far it was read.
class Endless : public QIODevice {
public:
    explicit Endless(qint64 size)
        : m_size(size) {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] qint64 size() const override { return m_size; }
    qint64 furthest = 0;

protected:
    qint64 readData(char* data, qint64 maximum) override {
        const qint64 count = qMin(maximum, m_size - pos());
        std::fill_n(data, count, 'x');
        furthest = qMax(furthest, pos() + count);
        return count;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    qint64 m_size;
};

/// Accepts connections and does what the test says with each.
class PlainServer : public QTcpServer {
public:
    explicit PlainServer(std::function<void(QTcpSocket*)> accepted) {
        connect(this, &QTcpServer::newConnection, this, [this, accepted = std::move(accepted)] {
            while (QTcpSocket* socket = nextPendingConnection())
                accepted(socket);
        });
        if (!listen(QHostAddress::LocalHost))
            qFatal("the test cannot listen");
    }
    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(serverPort()); }
};

} // namespace

void TestUpload::sendsAForm() {
    RawServer server(always(uploaded));
    ConnectorClient client(settingsFor(server.url()));
    QFile file(path("häl lo.txt"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("The \r\n--content\0 of it", 22);
    file.close();
    FileUpload upload = FileUpload::fromFile(file.fileName());
    upload.title = QStringLiteral("A tïtle");
    upload.description = QStringLiteral("two\nlines");
    upload.expiresAt = *Micros::fromIso("2027-01-01T00:00:00.000Z");
    upload.tags = {QStringLiteral("x:one"), QStringLiteral("x:two")};
    auto future = client.files().upload(upload);
    QVERIFY(ends(future));
    QVERIFY2(future.result(), qPrintable(errorOf(future).message));
    const auto& sent = server.requests.at(0);
    const QByteArray type = sent.header("Content-Type");
    QVERIFY(type.startsWith("multipart/form-data; boundary="));
    const QByteArray mark = "--" + type.mid(type.indexOf('=') + 1);
    const auto part = [&mark](const char* name, const char* value) -> QByteArray {
        return mark + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    };
    QCOMPARE(sent.body, part("title", "A tïtle") + part("description", "two\nlines") +
                            part("expiresAt", "2027-01-01T00:00:00.000Z") + part("tags[]", "x:one") +
                            part("tags[]", "x:two") + mark +
                            "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"häl lo.txt\"\r\n"
                            "Content-Type: text/plain\r\n\r\n" +
                            QByteArray("The \r\n--content\0 of it", 22) + "\r\n" + mark + "--\r\n");
    QVERIFY(QFile::remove(file.fileName()));
}

void TestUpload::escapesNames() {
    RawServer server(always(uploaded));
    ConnectorClient client(settingsFor(server.url()));
    FileUpload upload = FileUpload::fromBytes("x", QStringLiteral("a\"b\\c\r\nX-Evil: 1.pdf"));
    upload.mimetype = "text/x\r\nX-Evil: 1";
    auto future = client.files().upload(upload);
    QVERIFY(ends(future));
    QVERIFY(future.result());
    QVERIFY(server.requests.at(0).body.contains("filename=\"a\\\"b\\\\cX-Evil: 1.pdf\"\r\n"));
    QVERIFY(server.requests.at(0).body.contains("Content-Type: text/xX-Evil: 1\r\n"));
}

void TestUpload::refuses_data() {
    QTest::addColumn<FileUpload>("upload");
    QTest::addColumn<QString>("expectedKind");
    QTest::newRow("no such file") << FileUpload::fromFile(path("none")) << QStringLiteral("localFile");
    QTest::newRow("a folder") << FileUpload::fromFile(m_dir.path()) << QStringLiteral("localFile");
    QTest::newRow("nothing") << FileUpload() << QStringLiteral("localFile");
    FileUpload closed;
    closed.device = std::make_shared<QBuffer>();
    QTest::newRow("a closed device") << closed << QStringLiteral("invalid");
    FileUpload endless;
    endless.device = std::make_shared<QTcpSocket>();
    QTest::newRow("a device without an end") << endless << QStringLiteral("invalid");
    FileUpload nameless;
    nameless.device = std::make_shared<Endless>(1);
    QTest::newRow("without a name") << nameless << QStringLiteral("invalid");
    FileUpload large;
    large.filename = QStringLiteral("large.bin");
    large.device = std::make_shared<Endless>(limits::fileBytes + 1);
    QTest::newRow("too large") << large << QStringLiteral("invalid");
}

void TestUpload::refuses() {
    QFETCH(FileUpload, upload);
    QFETCH(QString, expectedKind);
    RawServer server(always(uploaded));
    ConnectorClient client(settingsFor(server.url()));
    auto future = client.files().upload(upload);
    QVERIFY(ends(future));
    QVERIFY(!future.result());
    QCOMPARE(kind(errorOf(future)), expectedKind);
    QVERIFY(!errorOf(future).message.isEmpty());
    QCOMPARE(server.requests.size(), 0);
}

void TestUpload::tellsItsProgress() {
    RawServer server(always(uploaded));
    ConnectorClient client(settingsFor(server.url()));
    auto future = client.files().upload(
        FileUpload::fromBytes(QByteArray(limits::fileBytes, 'x'), QStringLiteral("large.bin")));
    QList<int> seen;
    QSet<int> totals;
    QFutureWatcher<ConnectorResult<File>> watcher;
    connect(&watcher, &QFutureWatcherBase::progressValueChanged, this, [&](int value) {
        seen << value;
        if (value > 0)
            totals << future.progressMaximum();
    });
    watcher.setFuture(future);
    QVERIFY(ends(future));
    QVERIFY2(future.result(), qPrintable(errorOf(future).message));
    const auto size = int(server.requests.at(0).body.size());
    QVERIFY(size > limits::fileBytes);
    QCOMPARE(future.progressMaximum(), size);
    QCOMPARE(future.progressValue(), size);
    QTRY_VERIFY(!seen.isEmpty());
    QVERIFY(std::is_sorted(seen.begin(), seen.end()));
    QCOMPARE(totals, QSet<int>{size});
}

void TestUpload::sentAgainAfterANewToken() {
    // Refused at the door, so it is no repetition; the content is read from its start again.
    int tokens = 0;
    RawServer server([&](const RawServer::Request& request, QTcpSocket* socket) {
        if (request.path() == "/token")
            socket->write(
                RawServer::answer(200, "{\"access_token\":\"t" + QByteArray::number(++tokens) + "\"}"));
        else if (request.header("Authorization") == "Bearer t1")
            socket->write(RawServer::error(401, "error.connector.unauthorized"));
        else
            socket->write(uploaded);
    });
    auto settings = settingsFor(server.url());
    settings.authentication = ConnectorSettings::OAuth2ClientCredentials{
        QUrl(server.url() + QLatin1String("/token")), QStringLiteral("id"), QStringLiteral("secret"), {}};
    ConnectorClient client(settings);
    auto future = client.files().upload(FileUpload::fromBytes("the content", QStringLiteral("x.txt")));
    QVERIFY(ends(future));
    QVERIFY2(future.result(), qPrintable(errorOf(future).message));
    QCOMPARE(server.count("/api/core/v1/Files/Own"), 2);
    QVERIFY(server.requests.last().body.contains("\r\n\r\nthe content\r\n"));
}

void TestUpload::cancelClosesTheConnection() {
    QPointer<QTcpSocket> open;
    PlainServer server([&](QTcpSocket* socket) {
        socket->setReadBufferSize(4096); // never read: the upload cannot get on
        open = socket;
    });
    ConnectorClient client(settingsFor(server.url()));
    auto content = std::make_shared<Endless>(limits::fileBytes);
    FileUpload upload;
    upload.device = content;
    upload.filename = QStringLiteral("x");
    auto future = client.files().upload(upload);
    QTRY_VERIFY(open && content->furthest > 0);
    future.cancel();
    QVERIFY(ends(future));
    QCOMPARE(future.resultCount(), 0);
    open->setReadBufferSize(0);
    QTRY_VERIFY(open->readAll().isEmpty() && open->state() == QAbstractSocket::UnconnectedState);
    upload.device.reset();
    QTRY_COMPARE(content.use_count(), 1); // let go of
}

void TestUpload::readsAsItSends() {
    // The server takes nothing: what was read by then is what lies in buffers.
    PlainServer server([](QTcpSocket* socket) { socket->setReadBufferSize(4096); });
    ConnectorClient client(settingsFor(server.url()));
    auto content = std::make_shared<Endless>(limits::fileBytes);
    FileUpload upload;
    upload.device = content;
    upload.filename = QStringLiteral("x");
    const qint64 before = peakMemory();
    auto future = client.files().upload(upload);
    qint64 last = -1;
    while (std::exchange(last, content->furthest) != content->furthest || last == 0)
        QTest::qWait(200);
    QVERIFY2(content->furthest < limits::fileBytes, "the system's buffers took it all");
    QVERIFY2(!isMemoryOurs || peakMemory() - before < 4 * 1024 * 1024,
             qPrintable(QString::number(peakMemory() - before)));
    future.cancel();
}

void TestUpload::slowButSteadyArrives() {
    // Longer than the time-out in all, and than the longest time of other requests; never silent for so long.
    PlainServer server([](QTcpSocket* socket) {
        socket->setReadBufferSize(64 * 1024);
        auto* sip = new QTimer(socket);
        const auto taken = std::make_shared<qint64>(0);
        connect(sip, &QTimer::timeout, socket, [=] {
            *taken += socket->read(512 * 1024).size();
            if (*taken > limits::fileBytes && socket->bytesAvailable() == 0) {
                sip->stop();
                socket->write(uploaded);
            }
        });
        sip->start(10);
    });
    auto settings = settingsFor(server.url());
    settings.timeout = std::chrono::milliseconds(1000);
    settings.longestRequest = std::chrono::milliseconds(1);
    ConnectorClient client(settings);
    FileUpload upload;
    upload.device = std::make_shared<Endless>(limits::fileBytes);
    upload.filename = QStringLiteral("x");
    auto future = client.files().upload(upload);
    QVERIFY(ends(future));
    QVERIFY2(future.result(), qPrintable(errorOf(future).message));
}

void TestUpload::stalledTimesOut() {
    PlainServer server([](QTcpSocket* socket) { socket->setReadBufferSize(4096); });
    auto settings = settingsFor(server.url());
    settings.timeout = std::chrono::milliseconds(300);
    ConnectorClient client(settings);
    FileUpload upload;
    upload.device = std::make_shared<Endless>(limits::fileBytes);
    upload.filename = QStringLiteral("x");
    auto future = client.files().upload(upload);
    QVERIFY(ends(future));
    QCOMPARE(kind(errorOf(future)), QStringLiteral("timedOut"));
    QVERIFY(!errorOf(future).isInDoubt);
}

void TestUpload::shrinkingFileIsNotSent() {
    RawServer server(always(uploaded));
    ConnectorClient client(settingsFor(server.url()));
    class Short : public Endless {
    public:
        using Endless::Endless;

    protected:
        qint64 readData(char* data, qint64 maximum) override {
            return pos() > 100'000 ? 0 : Endless::readData(data, maximum);
        }
    };
    FileUpload upload;
    upload.device = std::make_shared<Short>(1'000'000);
    upload.filename = QStringLiteral("x");
    auto future = client.files().upload(upload);
    QVERIFY(ends(future));
    QVERIFY(!future.result());
    QCOMPARE(kind(errorOf(future)), QStringLiteral("localFile"));
    QVERIFY(!errorOf(future).isInDoubt);
    QCOMPARE(server.requests.size(), 0);
}

QTEST_GUILESS_MAIN(TestUpload)
#include "tst_upload.moc"
