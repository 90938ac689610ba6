// SPDX-License-Identifier: MIT
// What goes wrong between the program and a Connector: nothing is lost, nothing is done twice, and what is
// said is what is certain.
#include "faultyproxy.h"
#include "peers.h"

#include <QScopeGuard>

#include <csignal>

using Fault = FaultyProxy::Fault;

namespace {

QString q(const char* text) { return QString::fromUtf8(text); }

constexpr int ada = 0, ben = 1, cy = 2;

} // namespace

class TestMessagingFaults : public QObject {
    Q_OBJECT

    Peers m_peers;
    std::unique_ptr<FaultyProxy> m_proxy;
    QString m_direct; ///< Ada's Connector without the proxy

    /// How many files of this name Ada's Connector has, asked without the proxy's counting.
    [[nodiscard]] int filesNamed(const char* name, int peer = ada) const {
        const QJsonArray files = m_peers.list(peer, q("files list"), "files");
        return int(std::count_if(files.begin(), files.end(), [name](const QJsonValue& file) {
            return file[QLatin1String("filename")].toString() == QLatin1String(name);
        }));
    }
    /// How many messages with this subject a peer's Connector has: asked by its REST API itself.
    [[nodiscard]] int messages(int peer, const QString& subject) const {
        QTcpSocket socket;
        const QUrl url(peer == ada ? m_direct : m_peers.url(peer));
        socket.connectToHost(url.host(), quint16(url.port()));
        socket.write("GET /api/core/v1/Messages HTTP/1.1\r\nHost: " + url.authority().toLatin1() +
                     "\r\nConnection: close\r\nX-API-KEY: " + m_peers.key(peer) + "\r\n\r\n");
        if (!QTest::qWaitFor([&socket] { return socket.state() == QAbstractSocket::UnconnectedState; },
                             20'000))
            return -1;
        const QByteArray wanted = "\"subject\":\"" + subject.toUtf8() + '"';
        return int(socket.readAll().count(wanted));
    }
    static QByteArray hasText(const Program::Outcome& outcome) {
        return QByteArray::number(outcome.code) + ' ' + outcome.out + outcome.err;
    }
    /// Short only where nothing comes however long one waits: anything else may take its time.
    static QString answerTime(Fault fault) {
        return fault == Fault::Silence || fault == Fault::StuckAnswer ? q(" --answer-time 5s") : QString();
    }
    static QString lookUpTime(int code) { return code == 4 ? q(" --timeout 3s") : QString(); }
    static void addFaults() {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("done"); ///< how often the Connector did it
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("413") << Fault::Refuse413 << 1 << 0 << QByteArray("413");
        QTest::newRow("500") << Fault::Refuse500 << 4 << 0 << QByteArray("In doubt");
        QTest::newRow("a page") << Fault::Page << 4 << 0 << QByteArray("In doubt");
        QTest::newRow("silence") << Fault::Silence << 4 << 0 << QByteArray("In doubt");
        QTest::newRow("request lost") << Fault::LostRequest << 4 << 0 << QByteArray("In doubt");
        QTest::newRow("answer lost") << Fault::LostAnswer << 0 << 1 << QByteArray("look-up found");
        QTest::newRow("a page for an answer") << Fault::PageAfter << 0 << 1 << QByteArray("look-up found");
        QTest::newRow("half an answer") << Fault::HalfAnswer << 0 << 1 << QByteArray("look-up found");
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_peers.start(3));
        QVERIFY(m_peers.befriend(ada, ben));
        QVERIFY(m_peers.befriend(ada, cy));
        m_direct = m_peers.url(ada);
        m_proxy = std::make_unique<FaultyProxy>(m_direct);
        m_peers.setUrl(ada, m_proxy->url());
        m_peers.write(q("small.bin"), QByteArray(1000, 's'));
        m_peers.write(q("large.bin"), QByteArray(10 * 1024 * 1024, 'l'));
    }
    void cleanupTestCase() { m_peers.stop(); }
    void cleanup() { m_proxy->fail({}, Fault::None); }

    void mails_data() { addFaults(); }
    void mails() {
        QFETCH(Fault, fault);
        QFETCH(int, code);
        QFETCH(int, done);
        QFETCH(QByteArray, says);
        const QString subject = q("mail-%1").arg(int(fault));
        m_proxy->fail("POST /api/core/v1/Messages", fault);
        const auto outcome =
            m_peers.run(ada, q("send mail --to %1 --subject %2 --body x --attach %3")
                                     .arg(m_peers.address(ben), subject, m_peers.path(q("small.bin"))) +
                                 answerTime(fault) + lookUpTime(code));
        QVERIFY2(outcome.code == code && outcome.err.contains(says), hasText(outcome).constData());
        QCOMPARE(m_proxy->count(), 1);
        QCOMPARE(messages(ada, subject), done);
        QTRY_COMPARE_WITH_TIMEOUT(messages(ben, subject), done, 20'000);
    }

    /// Long enough after the connection broke, a message that is not there was certainly not sent.
    void whatWasNotDoneIsCertainInTheEnd_data() {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("mail") << q("send mail --to BEN --subject lost --body x")
                              << QByteArray("POST /api/core/v1/Messages");
        QTest::newRow("file") << q("files put ") + m_peers.path(q("small.bin"))
                              << QByteArray("POST /api/core/v1/Files/Own");
    }
    void whatWasNotDoneIsCertainInTheEnd() {
        QFETCH(QString, arguments);
        QFETCH(QByteArray, request);
        m_proxy->fail(request, Fault::LostRequest);
        const auto outcome = m_peers.run(ada, arguments.replace(q("BEN"), m_peers.address(ben)));
        QVERIFY2(outcome.code == 3 && outcome.err.contains("Certainly not"), hasText(outcome).constData());
        QCOMPARE(m_proxy->count(), 1);
    }

    void aRequestIsSentOnce() {
        const QString file =
            m_peers.write(q("ask.json"), R"({"@type":"Request","title":"once","items":[{"@type":
            "AuthenticationRequestItem","mustBeAccepted":true,"title":"Is it you?"}]})");
        m_proxy->fail("POST /api/core/v1/Messages", Fault::LostAnswer);
        const auto sent = m_peers.json(ada, q("send request %1 --to %2").arg(file, m_peers.address(ben)));
        const QJsonArray list = sent.value(QLatin1String("messages")).toArray();
        QVERIFY(list.size() == 1 && list[0][QLatin1String("wasInDoubt")].toBool());
        QCOMPARE(m_proxy->count(), 1);
        QVERIFY(!m_peers.waitingRequest(ben).isEmpty());
        QCOMPARE(m_peers.list(ben, q("requests list --incoming --status ManualDecisionRequired"), "requests")
                     .size(),
                 1);
    }

    void manyAreSentOnce_data() {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("done");
        QTest::newRow("answer lost") << Fault::LostAnswer << 0 << 2;
        QTest::newRow("request lost") << Fault::LostRequest << 4 << 1;
        QTest::newRow("413") << Fault::Refuse413 << 1 << 1;
    }
    void manyAreSentOnce() {
        QFETCH(Fault, fault);
        QFETCH(int, code);
        QFETCH(int, done);
        const QString subject = q("many-%1").arg(int(fault));
        m_proxy->fail("POST /api/core/v1/Messages", fault, 2);
        const auto outcome =
            m_peers.run(ada, q("send mail --to %1 --to %2 --subject %3 --body x --json --attach %4")
                                     .arg(m_peers.address(ben), m_peers.address(cy), subject,
                                          m_peers.path(q("small.bin"))) +
                                 lookUpTime(code));
        QVERIFY2(outcome.code == code, hasText(outcome).constData());
        QCOMPARE(m_proxy->count(), 2);
        QCOMPARE(messages(ada, subject), done);
        const auto told =
            meshwatch::json::parseObject(outcome.out)->value(QLatin1String("messages")).toArray();
        QCOMPARE(told.size(), 2);
        QCOMPARE(std::count_if(told.begin(), told.end(),
                               [](const QJsonValue& one) {
                                   return one[QLatin1String("state")].toString() == QLatin1String("sent");
                               }),
                 done);
    }

    /// A round trip posts once, measures nothing that did not happen, and says what is not certain.
    void roundTrips_data() {
        QTest::addColumn<QString>("content");
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("says");
        const QByteArray doubt("may have been done");
        for (const QString& content : {q(""), q(" --request")}) {
            const auto row = [&content](const char* name, Fault fault, int code, const QByteArray& says) {
                QTest::addRow("%s: %s", content.isEmpty() ? "mail" : "request", name)
                    << content << fault << code << says;
            };
            row("answer lost", Fault::LostAnswer, 4, doubt);
            row("request lost", Fault::LostRequest, 4, doubt);
            row("a page for an answer", Fault::PageAfter, 4, doubt);
            row("413", Fault::Refuse413, 1, "413");
        }
    }
    void roundTrips() {
        QFETCH(QString, content);
        QFETCH(Fault, fault);
        QFETCH(int, code);
        QFETCH(QByteArray, says);
        m_proxy->fail("POST /api/core/v1/Messages", fault);
        const auto outcome =
            m_peers.run(ada, q("roundtrip --json --by polling --interval 1s --timeout 20s --to ") +
                                 m_peers.address(ben) + content);
        QVERIFY2(outcome.code == code && outcome.err.contains(says), hasText(outcome).constData());
        QCOMPARE(m_proxy->count(), 1);
        const auto result = meshwatch::json::parseObject(outcome.out);
        QVERIFY2(result, hasText(outcome).constData());
        QCOMPARE(meshwatch::json::textAt(*result, u"polling.ending"), q("failed"));
        const QJsonObject polling = result->value(QLatin1String("polling")).toObject();
        QCOMPARE(polling.value(QLatin1String("inDoubt")).toBool(), code == 4);
    }

    void attachmentsThatBreakSendNothing() {
        m_proxy->fail("POST /api/core/v1/Files/Own", Fault::HalfRequest);
        const auto outcome = m_peers.run(
            ada, q("send mail --to %1 --to %2 --subject broken --body x --attach %3")
                     .arg(m_peers.address(ben), m_peers.address(cy), m_peers.path(q("large.bin"))));
        QVERIFY2(outcome.code == 3 && outcome.err.contains("Not sent") &&
                     !outcome.err.contains("may have been"),
                 hasText(outcome).constData());
        QCOMPARE(m_proxy->count(), 1);
        QCOMPARE(messages(ada, q("broken")), 0);
    }

    void templates_data() { addFaults(); }
    void templates() {
        QFETCH(Fault, fault);
        QFETCH(int, code);
        QFETCH(QByteArray, says);
        m_proxy->fail("POST /api/core/v1/RelationshipTemplates/Own", fault);
        const auto outcome = m_peers.run(ada, q("template create") + answerTime(fault) + lookUpTime(code));
        QVERIFY2(outcome.code == code && outcome.err.contains(says), hasText(outcome).constData());
        QCOMPARE(m_proxy->count(), 1);
        QCOMPARE(outcome.out.startsWith("RLT"), code == 0);
    }

    void uploads_data() {
        addFaults();
        QTest::newRow("half a request") << Fault::HalfRequest << 3 << 0 << QByteArray("connection");
    }
    void uploads() {
        QFETCH(Fault, fault);
        QFETCH(int, code);
        QFETCH(int, done);
        QFETCH(QByteArray, says);
        const QByteArray name = "up-" + QByteArray::number(int(fault)) + ".bin";
        const QString file = m_peers.write(QString::fromLatin1(name), QByteArray(10 * 1024 * 1024, 'u'));
        m_proxy->fail("POST /api/core/v1/Files/Own", fault);
        const auto outcome =
            m_peers.run(ada, q("files put %1").arg(file) + answerTime(fault) + lookUpTime(code));
        QVERIFY2(outcome.code == code && outcome.err.contains(says), hasText(outcome).constData());
        QCOMPARE(m_proxy->count(), 1);
        QCOMPARE(filesNamed(name.constData()), done);
    }

    void downloads_data() {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<int>("code");
        QTest::newRow("half an answer") << Fault::HalfAnswer << 0; // to read again does no harm
        QTest::newRow("stuck") << Fault::StuckAnswer << 3;
        QTest::newRow("a page") << Fault::Page << 1;
        QTest::newRow("500") << Fault::Refuse500 << 1;
    }
    void downloads() {
        QFETCH(Fault, fault);
        QFETCH(int, code);
        const QString id =
            QString::fromLatin1(m_peers.run(ada, q("files put ") + m_peers.path(q("large.bin"))).out)
                .trimmed();
        const QStringList before = m_peers.files();
        m_proxy->fail(("GET /api/core/v1/Files/" + id + "/Download").toLatin1(), fault);
        const QString get = q("files get %1 --out %2").arg(id, m_peers.path(q("down.bin")));
        const auto outcome = m_peers.run(ada, get + answerTime(fault));
        QVERIFY2(outcome.code == code, hasText(outcome).constData());
        if (code != 0)
            QCOMPARE(m_peers.files(), before);
        m_proxy->mend();
        QCOMPARE(m_peers.run(ada, get).code, 0);
        QCOMPARE(m_peers.read(q("down.bin")), m_peers.read(q("large.bin")));
        QFile::remove(m_peers.path(q("down.bin")));
    }

    void decisions_data() { addFaults(); }
    void decisions() {
        QFETCH(Fault, fault);
        QFETCH(int, code);
        QFETCH(int, done);
        QFETCH(QByteArray, says);
        const QString ask = m_peers.write(q("ask.json"), R"({"@type":"Request","items":[{"@type":
            "AuthenticationRequestItem","mustBeAccepted":true,"title":"Is it you?"}]})");
        QCOMPARE(m_peers.run(ben, q("send request %1 --to %2").arg(ask, m_peers.address(ada))).code, 0);
        const QString id = m_peers.waitingRequest(ada);
        m_proxy->fail(("PUT /api/core/v1/Requests/Incoming/" + id + "/Accept").toLatin1(), fault);
        const auto outcome =
            m_peers.run(ada, q("requests accept %1").arg(id) + answerTime(fault) + lookUpTime(code));
        QVERIFY2(outcome.code == code && outcome.err.contains(says), hasText(outcome).constData());
        QCOMPARE(m_proxy->count(), 1);
        m_proxy->mend();
        QCOMPARE(m_peers.run(ada, q("requests accept ") + id).code, done == 1 ? 1 : 0);
    }

    void stopped() {
        m_peers.setUrl(ada, q("http://127.0.0.1:1"));
        for (const QString& command : {q("send mail --to %1 --subject none --body x"),
                                       q("relationships terminate %1"), q("template create --for %1")}) {
            const auto outcome = m_peers.run(ada, command.arg(m_peers.address(ben)));
            QVERIFY2(outcome.code == 3 && !outcome.err.contains("doubt"), hasText(outcome).constData());
        }
        m_peers.setUrl(ada, m_proxy->url());
    }

    void stoppedBySignal_data() {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("upload") << q("files put ") + m_peers.path(q("large.bin"))
                                << QByteArray("POST /api/core/v1/Files/Own") << Fault::StuckRequest << 1
                                << QByteArray("keeps no part");
        QTest::newRow("upload that is out")
            << q("files put ") + m_peers.path(q("small.bin")) << QByteArray("POST /api/core/v1/Files/Own")
            << Fault::Silence << 4 << QByteArray("In doubt");
        QTest::newRow("download") << q("files get FILE --out ") + m_peers.path(q("half.bin"))
                                  << QByteArray("GET /api/core/v1/Files/") << Fault::StuckAnswer << 1
                                  << QByteArray("was not written");
        QTest::newRow("step") << q("relationships terminate BEN")
                              << QByteArray("PUT /api/core/v1/Relationships/") << Fault::Silence << 4
                              << QByteArray("In doubt");
    }
    void stoppedBySignal() {
        QFETCH(QString, arguments);
        QFETCH(QByteArray, request);
        QFETCH(Fault, fault);
        QFETCH(int, code);
        QFETCH(QByteArray, says);
        const auto put = m_peers.run(ada, q("files put ") + m_peers.path(q("large.bin")));
        arguments.replace(q("FILE"), QString::fromLatin1(put.out.trimmed()));
        const QJsonArray files = m_peers.list(ada, q("files list"), "files");
        const QStringList before = m_peers.files();
        m_proxy->fail(request, fault);
        QProcess process;
        m_peers.start(process, ada, Peers::words(arguments.replace(q("BEN"), m_peers.address(ben))));
        QTRY_VERIFY_WITH_TIMEOUT(fault == Fault::Silence ? m_proxy->isSilent() : m_proxy->hasBegun(), 60'000);
        QTest::qWait(500); // so that the program has noticed
        ::kill(pid_t(process.processId()), SIGINT);
        const auto outcome = Peers::outcome(process);
        QVERIFY2(outcome.code == code && outcome.err.contains(says), hasText(outcome).constData());
        QCOMPARE(m_peers.files(), before);
        m_proxy->mend();
        QCOMPARE(m_peers.list(ada, q("files list"), "files").size(), files.size());
        QCOMPARE(m_peers.status(ada, ben), q("Active"));
    }

    /// The largest file takes as much memory as a small one.
    void memoryIsSteady() {
        // The address sanitizer is not to keep what the program gives back.
        const QByteArray sanitizing = qgetenv("ASAN_OPTIONS");
        m_peers.setVariable(q("ASAN_OPTIONS"),
                            QString::fromLocal8Bit(sanitizing) +
                                q(":quarantine_size_mb=0:thread_local_quarantine_size_kb=0"));
        const auto asBefore =
            qScopeGuard([&] { m_peers.setVariable(q("ASAN_OPTIONS"), QString::fromLocal8Bit(sanitizing)); });
        const auto peakOf = [this](const char* name) {
            // The answer does not come until the memory was looked at.
            m_proxy->fail("POST /api/core/v1/Files/Own", Fault::Silence);
            QProcess process;
            m_peers.start(process, ada, Peers::words(q("files put ") + m_peers.path(QLatin1String(name))));
            if (!QTest::qWaitFor([this] { return m_proxy->isSilent(); }, 60'000))
                return -1;
            QFile status(q("/proc/%1/status").arg(process.processId()));
            if (!status.open(QIODevice::ReadOnly))
                return -1;
            const QByteArray text = status.readAll();
            process.kill();
            process.waitForFinished();
            return text.mid(text.indexOf("VmHWM:") + 6).trimmed().split(' ').first().toInt();
        };
        const int small = peakOf("small.bin"), large = peakOf("large.bin");
        qInfo("peak memory: %d KiB for 1 KB, %d KiB for 10 MiB", small, large);
        QVERIFY(small > 0 && large > 0);
        QVERIFY(large - small < 4096);
    }

    void steps_data() {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("becomes");
        QTest::newRow("terminate") << Fault::LostAnswer << q("terminate") << q("Terminated");
        QTest::newRow("reactivate") << Fault::PageAfter << q("reactivate") << q("Terminated");
        QTest::newRow("decompose") << Fault::HalfAnswer << q("decompose --yes") << QString();
    }
    void steps() {
        QFETCH(Fault, fault);
        QFETCH(QString, step);
        QFETCH(QString, becomes);
        m_proxy->fail(step.startsWith(q("decompose")) ? "DELETE /api/core/v1/Relationships/"
                                                      : "PUT /api/core/v1/Relationships/",
                      fault);
        const auto outcome = m_peers.run(ada, q("relationships %1 %2").arg(step, m_peers.address(ben)));
        QVERIFY2(outcome.code == 0 && outcome.err.contains("look-up found"), hasText(outcome).constData());
        QCOMPARE(m_proxy->count(), 1);
        QCOMPARE(m_peers.status(ada, ben), becomes);
    }
};

QTEST_GUILESS_MAIN(TestMessagingFaults)
#include "tst_messaging_faults.moc"
