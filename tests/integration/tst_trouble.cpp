// SPDX-License-Identifier: MIT
// The program where something is amiss: a full disk, a damaged store, a signal, nobody who reads.
#include "program.h"

#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

QByteArray lines(int count) {
    QByteArray all;
    for (int i = 0; i < count; ++i)
        all += "{\"receivedAt\":\"2026-11-01T10:00:00.000Z\",\"trigger\":\"transport.messageReceived\","
               "\"data\":{\"id\":\"MSG" +
               QByteArray::number(i) + "\",\"isOwn\":false,\"text\":\"" + QByteArray(200, 'x') + "\"}}\n";
    return all;
}

/// As a disk that has no more space: no file gets larger.
void limitFiles(QProcess& process, rlim_t bytes) {
    process.setChildProcessModifier([bytes] {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, bytes};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    });
}

/// As a computer that has no more memory.
void limitMemory(QProcess& process, rlim_t bytes) {
    process.setChildProcessModifier([bytes] {
        const rlimit limit{bytes, bytes};
        ::setrlimit(RLIMIT_DATA, &limit);
    });
}

/// A sanitizer's own memory is much more than that of the program.
constexpr bool isSanitized =
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    true;
#else
    false;
#endif

} // namespace

class TestTrouble : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    [[nodiscard]] QString data(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    static QStringList words(const char* text, const QString& last) {
        return QString::fromLatin1(text).split(QLatin1Char(' ')) << last;
    }
    static int eventsIn(const QString& folder) {
        return Program::run(words("events --data", folder)).lines();
    }
    /// Starts a command; it goes on by itself.
    static void start(QProcess& process, const QStringList& arguments) {
        process.start(Program::cli(), arguments);
        QVERIFY(process.waitForStarted());
    }
    static int codeAfterTerm(QProcess& process) {
        process.terminate();
        return process.waitForFinished(20'000) ? process.exitCode() : -1;
    }

private Q_SLOTS:
    void initTestCase() {
        QCOMPARE(Program::run(words("import - --data", data("good")), lines(3000)).code, 0);
    }

    void servingEndsWhileTheDiskIsFull() {
        Program program;
        limitFiles(program.process(), 1'000'000);
        QVERIFY(program.start(words("serve --listen 127.0.0.1:0 --connection a --data", data("full"))));
        Poster poster(program.port());
        const auto body = [](int number) -> QByteArray {
            return "{\"trigger\":\"a.b\",\"data\":{\"id\":\"" + QByteArray::number(number) +
                   QByteArray(100'000, 'x') + "\"}}";
        };
        int acknowledged = 0;
        while (acknowledged < 30 &&
               poster.post("/a", body(acknowledged), "content-type: application/json\r\n", 2000) == 204)
            ++acknowledged;
        QVERIFY2(acknowledged > 0 && acknowledged < 30, qPrintable(QString::number(acknowledged)));
        QCOMPARE(program.terminate(), 0);
        QVERIFY(program.process().readAllStandardError().contains("The "));
        QCOMPARE(eventsIn(data("full")), acknowledged);
    }

    void importingEndsWhileTheDiskIsFull() {
        QProcess process;
        limitFiles(process, 1'000'000);
        start(process, words("import - --data", data("full import")));
        process.write(lines(20'000));
        process.closeWriteChannel();
        // “The disk is full” or “cannot be written”, by where in a page the limit lies.
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT((said += process.readAllStandardError()).contains("The "), 20'000);
        QCOMPARE(codeAfterTerm(process), 1);
        QVERIFY(process.readAllStandardError().contains("import the file again"));
    }

    /// Not as much for each line as for the longest that is taken.
    void importingTakesLittleMemory() {
        QProcess process;
        if (!isSanitized)
            limitMemory(process, 256 * 1024 * 1024);
        start(process, words("import - --data", data("little memory")));
        process.write(lines(10));
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 0);
        QCOMPARE(eventsIn(data("little memory")), 10);
    }

    void importingEndsWhileNothingComes() {
        // Open for both, so that it does not end.
        const QByteArray pipe = QFile::encodeName(data("lines"));
        QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
        const int fd = ::open(pipe.constData(), O_RDWR | O_CLOEXEC);
        const auto close = qScopeGuard([fd] { ::close(fd); });
        const QByteArray three = lines(3);
        QCOMPARE(::write(fd, three.constData(), size_t(three.size())), three.size());
        QProcess process;
        process.setStandardInputFile(data("lines"));
        start(process, words("import - --data", data("slow")));
        const auto isAllTaken = [fd] {
            int left = -1;
            return ::ioctl(fd, FIONREAD, &left) == 0 && left == 0;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isAllTaken(), 60'000);
        QCOMPARE(codeAfterTerm(process), 1);
        QCOMPARE(eventsIn(data("slow")), 3);
    }

    void connectingEndsWhileNobodyAnswers() {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QProcess process;
        start(process, {QStringLiteral("connect"), QStringLiteral("--url"),
                        QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort())});
        QVERIFY(server.waitForNewConnection(20'000));
        QCOMPARE(codeAfterTerm(process), 1);
    }

    void watchingEndsWhenNobodyReads() {
        QProcess process, reader;
        process.setStandardOutputProcess(&reader);
        reader.start(QStringLiteral("true"), QStringList());
        start(process, words("watch --data", data("good")));
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitCode(), 0);
        reader.waitForFinished();
    }

    void saysThatOutputCannotBeWritten() {
        QProcess process;
        process.setStandardOutputFile(QStringLiteral("/dev/full"));
        start(process, words("events --data", data("good")));
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("standard output"));
    }

    void saysThatTheStoreIsDamaged_data() {
        QTest::addColumn<QString>("command");
        QTest::newRow("events") << QStringLiteral("events");
        QTest::newRow("export") << QStringLiteral("export ") + data("out");
        QTest::newRow("newest") << QStringLiteral("events --limit 2900");
    }
    void saysThatTheStoreIsDamaged() {
        QFETCH(QString, command);
        const QString name = data("damaged") + QStringLiteral("/events.sqlite");
        if (!QFileInfo::exists(name)) {
            QCOMPARE(Program::run(words("import - --data", data("damaged")), lines(3000)).code, 0);
            QFile file(name);
            QVERIFY(file.open(QIODevice::ReadWrite));
            file.seek(file.size() / 2 / 4096 * 4096);
            file.write(QByteArray(10 * 4096, '\x5a'));
        }
        const auto outcome =
            Program::run(command.split(QLatin1Char(' ')) << QStringLiteral("--data") << data("damaged"));
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains("is damaged"), outcome.err.constData());
        QVERIFY(!QFileInfo::exists(data("out")));
    }

    void exportsOnlyToFiles() {
        const QByteArray pipe = QFile::encodeName(data("pipe"));
        QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
        const auto outcome =
            Program::run({QStringLiteral("export"), data("pipe"), QStringLiteral("--data"), data("good")});
        QCOMPARE(outcome.code, 1);
        struct stat now {};
        QCOMPARE(::stat(pipe.constData(), &now), 0);
        QVERIFY2(S_ISFIFO(now.st_mode), "the pipe was replaced");
    }
};

QTEST_GUILESS_MAIN(TestTrouble)
#include "tst_trouble.moc"
