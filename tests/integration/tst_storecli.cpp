// SPDX-License-Identifier: MIT
// The commands that read and write a store without receiving, and what is said of misuse.
#include "servedfolder.h"

#include <QFile>
#include <QTest>

class TestStoreCli : public QObject, ServedFolder {
    Q_OBJECT

private Q_SLOTS:
    void exportsAndImports() {
        Program program;
        QVERIFY(program.start(serve(data("exported"))));
        Poster poster(program.port());
        const QByteArray exact = "{\"data\":{\"id\":\"MSG1\",\"n\":12345678901234567890,\"f\":1.50},"
                                 "\"trigger\":\"transport.messageSent\"}";
        QCOMPARE(poster.post("/a", exact), 204);
        QCOMPARE(poster.post("/a", "{\"trigger\":\"runtime.modulesStarted\"}"), 204);
        QCOMPARE(program.terminate(), 0);
        const QString file = m_folder.filePath(QStringLiteral("out.jsonl"));
        QCOMPARE(
            Program::run({QStringLiteral("export"), file, QStringLiteral("--data"), data("exported")}).code,
            0);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray lines = written.readAll();
        QVERIFY2(lines.contains("\"data\":{\"id\":\"MSG1\",\"n\":12345678901234567890,\"f\":1.50}"),
                 lines.constData());
        QCOMPARE(Program::run({QStringLiteral("export"), QStringLiteral("-"), QStringLiteral("--data"),
                               data("exported")})
                     .out,
                 lines);
        for (const char* expected : {"2 events new", "0 events new"}) {
            const auto imported =
                Program::run({QStringLiteral("import"), file, QStringLiteral("--data"), data("imported")});
            QCOMPARE(imported.code, 0);
            QVERIFY2(imported.out.contains(expected), imported.out.constData());
        }
        const auto again = events(data("imported"));
        QCOMPARE(again.lines(), 2);
        QVERIFY(again.out.contains("\"n\":12345678901234567890,\"f\":1.50"));
        const auto broken = Program::run(
            {QStringLiteral("import"), QStringLiteral("-"), QStringLiteral("--data"), data("imported")},
            "{\"trigger\":\"a.b\"}\nnonsense\n" + lines);
        QCOMPARE(broken.code, 1);
        QVERIFY2(broken.err.contains("line 1") && broken.err.contains("line 2"), broken.err.constData());
    }

    void misuse_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* name, const QString& arguments, int code, const char* says) {
            QTest::newRow(name) << arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts) << code
                                << QByteArray(says);
        };
        row("nothing", {}, 2, "subcommand");
        row("unknown command", QStringLiteral("fly"), 2, "“fly” is not understood");
        row("unknown part of a command", QStringLiteral("webhooks fly"), 2, "meshwatch-cli webhooks --help");
        row("unknown option", QStringLiteral("events --dta x"), 2, "“--dta” is not understood");
        row("term that looks like an option",
            QStringLiteral("events --data %1 trigger:a -via:sync").arg(data("x")), 2, "write “--”");
        row("negative limit", QStringLiteral("events --data %1 --limit -3").arg(data("x")), 2,
            "-3 not in range 0");
        row("missing option", QStringLiteral("events"), 2, "--data");
        row("no such store", QStringLiteral("events --data /nonexistent/x"), 1, "no event store");
        row("bad filter", QStringLiteral("events --data %1 trigge:x").arg(data("exported")), 2,
            "Did you mean");
        row("bad format", QStringLiteral("events --data %1 --format xml").arg(data("exported")), 2, "format");
        row("bad address", QStringLiteral("serve --data %1 --connection a --listen nowhere").arg(data("x")),
            2, "ADDRESS:PORT");
        row("unset variable",
            QStringLiteral("serve --data %1 --connection a --listen 127.0.0.1:0 --key-env NOT_SET_AT_ALL")
                .arg(data("x")),
            2, "NOT_SET_AT_ALL");
        row("folder not writable", QStringLiteral("serve --data /proc/x --connection a --listen 127.0.0.1:0"),
            1, "/proc/x");
        row("bad drill", QStringLiteral("serve --data %1 --connection a --drill status=42").arg(data("x")), 2,
            "200 to 599");
        row("unreachable", QStringLiteral("connect --url http://127.0.0.1:9"), 3, "refused");
        row("which Connector", QStringLiteral("sync"), 2, "--url");
        row("import of nothing", QStringLiteral("import /nonexistent --data %1").arg(data("x")), 1,
            "/nonexistent");
    }
    void misuse() {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, says);
        const auto outcome = Program::run(arguments);
        QVERIFY2(outcome.code == code,
                 qPrintable(QString::number(outcome.code) + QString::fromUtf8(outcome.err)));
        QVERIFY2(outcome.err.contains(says) || outcome.out.contains(says), outcome.err.constData());
    }
};

QTEST_GUILESS_MAIN(TestStoreCli)
#include "tst_storecli.moc"
