// SPDX-License-Identifier: MIT
#include "program.h"

#include <meshwatch/core/json.h>
#include <meshwatch/sandbox/sandbox.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace meshwatch;

/// `connect` and `sync` against Connectors of a sandbox.
class TestConnect : public QObject {
    Q_OBJECT

    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    QString m_url;
    QProcessEnvironment m_environment;
    QTemporaryDir m_folder;

    [[nodiscard]] QString data(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    /// Runs the program while the sandbox, in this thread, answers it.
    Program::Outcome run(const QStringList& arguments) const {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.start(Program::cli(), arguments);
        if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 120'000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    Program::Outcome run(const char* command, const QStringList& arguments) const {
        return run(QStringList{QLatin1String(command)} + arguments);
    }

private Q_SLOTS:
    void initTestCase() {
        sandbox::Sandbox::Options options;
        options.people = 3;
        options.loginDelayScale = 0;
        m_sandbox = std::make_unique<sandbox::Sandbox>(options);
        QVERIFY(m_sandbox->start());
        const auto school = m_sandbox->connectors().first();
        m_url = school.url;
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert(QStringLiteral("KEY"), school.apiKey);
        m_environment.insert(QStringLiteral("WRONG"), QStringLiteral("0123456789012345678901234567890"));
    }

    void saysWhoItIs() {
        const auto outcome = run("connect", {QStringLiteral("--url"), m_url, QStringLiteral("--key-env"),
                                             QStringLiteral("KEY"), QStringLiteral("--json")});
        QCOMPARE(outcome.code, 0);
        const auto answer = json::parseObject(outcome.out);
        QVERIFY(answer);
        QCOMPARE(answer->value(QLatin1String("address")).toString(), m_sandbox->connectors().first().address);
        QVERIFY(answer->value(QLatin1String("isUsable")).toBool());
    }

    void exitCodes_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        const QString here = QStringLiteral("HERE");
        QTest::newRow("no Connector") << QStringList{} << 2;
        QTest::newRow("no such variable")
            << QStringList{QStringLiteral("--url"), here, QStringLiteral("--key-env"),
                           QStringLiteral("NO_SUCH")}
            << 2;
        QTest::newRow("workspace without connection")
            << QStringList{QStringLiteral("--data"), QStringLiteral("/tmp")} << 2;
        QTest::newRow("no workspace") << QStringList{QStringLiteral("--data"), data("none"),
                                                     QStringLiteral("--connection"), QStringLiteral("school")}
                                      << 2;
        QTest::newRow("no address of http")
            << QStringList{QStringLiteral("--url"), QStringLiteral("ftp://127.0.0.1")} << 2;
        QTest::newRow("no such port")
            << QStringList{QStringLiteral("--url"), QStringLiteral("http://127.0.0.1:99999")} << 2;
        QTest::newRow("nobody listens")
            << QStringList{QStringLiteral("--url"), QStringLiteral("http://127.0.0.1:1")} << 3;
        QTest::newRow("wrong key") << QStringList{QStringLiteral("--url"), here, QStringLiteral("--key-env"),
                                                  QStringLiteral("WRONG")}
                                   << 1;
    }
    void exitCodes() {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        arguments.replaceInStrings(QStringLiteral("HERE"), m_url);
        const auto outcome = run("connect", arguments);
        QCOMPARE(outcome.code, code);
        QVERIFY(!outcome.err.isEmpty());
        QVERIFY2(!QFileInfo::exists(data("none")), "a mistyped folder was made");
    }

    /// By sync alone: the address is kept, each event is found once.
    void recoversWhatHappened() {
        const QStringList where{QStringLiteral("--data"),       data("kept"),
                                QStringLiteral("--connection"), QStringLiteral("school"),
                                QStringLiteral("--key-env"),    QStringLiteral("KEY"),
                                QStringLiteral("--json")};
        m_sandbox->act(10);
        const auto first = run("sync", where + QStringList{QStringLiteral("--url"), m_url});
        QVERIFY2(first.code == 0, first.err.constData());
        QVERIFY(json::parseObject(first.out)->value(QLatin1String("recovered")).toInt() > 0);
        const auto again = run("sync", where);
        QVERIFY2(again.code == 0, again.err.constData());
        QCOMPARE(json::parseObject(again.out)->value(QLatin1String("recovered")).toInt(), 0);
    }
};

QTEST_GUILESS_MAIN(TestConnect)
#include "tst_connect.moc"
