// SPDX-License-Identifier: MIT
#include "program.h"

#include <meshwatch/core/json.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace meshwatch;

/// `meshwatch-cli webhooks check`
class TestWebhooksCheck : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const char* name, const QByteArray& content) const {
        const QString path = m_folder.filePath(QLatin1String(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return {};
        return path;
    }
    static Program::Outcome check(QStringList arguments, const QByteArray& input = {}) {
        arguments = QStringList{QStringLiteral("webhooks"), QStringLiteral("check")} + arguments;
        return Program::run(arguments, input);
    }
    static QJsonObject json(const Program::Outcome& outcome) {
        const auto object = json::parseObject(outcome.out);
        return object ? *object : QJsonObject();
    }

private Q_SLOTS:
    void triesWhetherTargetsAreThereOnlyWhenAsked() {
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        const QByteArray port = QByteArray::number(gone.serverPort());
        gone.close();
        const QString path =
            write("reach.json", "{\"modules\":{\"webhooks\":{\"enabled\":true,\"webhooks\":[{"
                                "\"triggers\":[\"**\"],\"target\":{\"url\":\"http://127.0.0.1:" +
                                    port + "/x\"}}]}}}");
        QVERIFY(!check({path}).out.contains("targetUnreachable"));
        const auto tried = check({path, QStringLiteral("--reach")});
        QCOMPARE(tried.code, 0);
        QVERIFY2(tried.out.contains("targetUnreachable") &&
                     tried.out.contains(QByteArray("127.0.0.1:" + port)),
                 tried.out.constData());
    }

    /// Everything that was recorded, as a script gets it.
    void recorded() {
        QFile file(QStringLiteral(MESHWATCH_TEST_DATA "/webhooks/webhook-cases.jsonl"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        int count = 0;
        while (!file.atEnd()) {
            const auto one = json::parseObject(file.readLine());
            QVERIFY(one);
            const QString id = one->value(QLatin1String("id")).toString();
            QStringList arguments{QStringLiteral("--json")};
            if (one->value(QLatin1String("config")).isObject())
                arguments.append(QStringLiteral("-"));
            if (const QJsonObject variables = one->value(QLatin1String("env")).toObject();
                !variables.isEmpty()) {
                QByteArray lines;
                for (auto it = variables.begin(); it != variables.end(); ++it)
                    lines.append(it.key().toUtf8())
                        .append('=')
                        .append(it.value().toString().toUtf8())
                        .append('\n');
                arguments += {QStringLiteral("--env"), write("case.env", lines)};
            }
            const auto outcome = check(arguments, json::compact(one->value(QLatin1String("config"))));
            const QJsonObject answer = json(outcome);
            const QString verdict = one->value(QLatin1String("verdict")).toString();
            QCOMPARE(outcome.code, verdict == QLatin1String("refused") ? 1 : 0);
            QVERIFY2(answer.value(QLatin1String("verdict")).toString() == verdict, qPrintable(id));
            for (const QLatin1String name : {QLatin1String("code"), QLatin1String("message")}) {
                QVERIFY2(answer.value(name).toString() == one->value(name).toString(), qPrintable(id));
                QVERIFY(answer.value(name).isString() == one->value(name).isString());
            }
            QVERIFY2(resolved(answer) == resolved(*one), qPrintable(id));
            ++count;
        }
        QCOMPARE(count, 163);
    }

    void tellsAPerson() {
        const QString path =
            write("config.json",
                  R"({"modules":{"webhooks":{"enabled":true,"targets":{"t":{"url":"http://u:hunter2@h/",)"
                  R"("authentication":{"type":"ApiKey","apiKey":"hunter2"}}},)"
                  R"("webhooks":[{"triggers":["transport.messageSend"],"target":"t"}]}}})");
        const auto outcome = check({path});
        QCOMPARE(outcome.code, 0);
        QVERIFY(outcome.out.startsWith("starts: "));
        QVERIFY(outcome.out.contains("warning /modules/webhooks/targets/t/url: "));
        QVERIFY(outcome.out.contains("[triggerUnknown]\n    Is transport.messageSent meant?"));
        QVERIFY(!outcome.out.contains("hunter2"));
    }

    void annotates() {
        const QString path =
            write("bad,1.json", "{\"modules\": {\"webhooks\": {\n\"enabled\": true,\n\"targets\": "
                                "{\"t\": {\n\"url\": \"http://h:70000/?token=hunter2\"}}}}}");
        const QString environment = write("webhooks.env", "A=1\nmodules__webhooks__skipTlsCheck=true\n");
        const auto outcome = check({path, QStringLiteral("--env"), environment, QStringLiteral("--format"),
                                    QStringLiteral("github")});
        QCOMPARE(outcome.code, 1);
        const QByteArray file = path.toUtf8().replace(",", "%2C");
        const QByteArray error =
            "::error file=" + file +
            ",line=4,title=error.runtime.modules.webhooks.invalidUrlFormat::'http://h:70000/?…' is not";
        const QByteArray warning = "::warning file=" + environment.toUtf8() + ",line=2,title=skipTlsCheck::";
        QCOMPARE(outcome.out.left(error.size()), error);
        QVERIFY2(outcome.out.contains(warning), outcome.out.constData());
        QVERIFY(!outcome.out.contains("hunter2"));
    }

    /// The same findings in each form, at the line of the variable where there is one.
    void readsEveryForm_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("form");
        QTest::addColumn<int>("line");
        const QByteArray name = "modules__webhooks__targets__t__url";
        QTest::newRow("env") << "A=1\n" + name + "=http://h:70000\n" << QStringLiteral("env") << 2;
        QTest::newRow("compose, list")
            << "services:\n  c:\n    image: ghcr.io/nmshd/connector\n    environment:\n      - " + name +
                   "=http://h:70000\n"
            << QStringLiteral("compose") << 5;
        QTest::newRow("compose, mapping")
            << "services:\n  c:\n    image: ghcr.io/nmshd/connector\n    environment:\n      # " + name +
                   "\n      " + name + ": http://h:70000\n"
            << QStringLiteral("compose") << 6;
        QTest::newRow("helm, variable") << "pod:\n  connector:\n    environment:\n      - name: " + name +
                                               "\n        value: http://h:70000\n"
                                        << QStringLiteral("helm") << 4;
        QTest::newRow("helm, config")
            << QByteArray("config:\n  modules:\n    webhooks:\n      targets:\n        t: "
                          "{url: \"http://h:70000\"}\n")
            << QStringLiteral("helm") << 1;
    }
    void readsEveryForm() {
        QFETCH(QByteArray, content);
        QFETCH(QString, form);
        QFETCH(int, line);
        const QString more = write("more.env", "modules__webhooks__enabled=true\n");
        const QStringList arguments{QStringLiteral("--env"), more, QStringLiteral("--format"),
                                    QStringLiteral("github")};
        const QString path = write("a file", content);
        const QByteArray expected = "::error file=" + path.toUtf8() + ",line=" + QByteArray::number(line) +
                                    ",title=error.runtime.modules.webhooks.invalidUrlFormat::";
        const auto recognised = check(QStringList{path} + arguments);
        QVERIFY2(recognised.out.startsWith(expected),
                 QByteArray(recognised.out + recognised.err).constData());
        QCOMPARE(recognised.code, 1);
        const auto told = check(QStringList{path, QStringLiteral("--from"), form} + arguments);
        QCOMPARE(told.out, recognised.out);
        const auto piped = check(QStringList{QStringLiteral("-")} + arguments, content);
        QCOMPARE(piped.code, 1);
    }
    /// Without a value that stands elsewhere nothing can be said.
    void asksForWhatStandsElsewhere() {
        const QString path =
            write("compose.yaml", "services:\n  c:\n    image: ghcr.io/nmshd/connector\n    environment:\n"
                                  "      modules__webhooks__enabled: \"true\"\n"
                                  "      modules__webhooks__targets__t__url: ${URL}\n");
        const auto without = check({path});
        QCOMPARE(without.code, 1);
        QVERIFY2(without.out.isEmpty() && without.err.contains("/modules/webhooks/targets/t/url"),
                 without.err.constData());
        const auto with = check({path, QStringLiteral("--env"),
                                 write("url.env", "modules__webhooks__targets__t__url=https://h\n")});
        QVERIFY2(with.code == 0 && with.out.startsWith("starts"), with.err.constData());
    }

    void refusesFiles_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("broken") << QByteArray("{\"a\":\n x}") << QByteArray("line 2, column 2");
        QTest::newRow("empty") << QByteArray() << QByteArray("not JSON");
        QTest::newRow("list") << QByteArray("[]") << QByteArray("no object");
        QTest::newRow("null") << QByteArray("null") << QByteArray("no object");
        QTest::newRow("deep") << QByteArray(100'000, '[') << QByteArray("too deep");
        QTest::newRow("binary") << QByteArray("\x7f\x45\x4c\x46\0\0", 6) << QByteArray("not JSON");
        QTest::newRow("large") << QByteArray(17 * 1024 * 1024, ' ') << QByteArray("larger than 16 MiB");
    }
    void refusesFiles() {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, says);
        const auto outcome = check({write("file", content)});
        QCOMPARE(outcome.code, 1);
        QVERIFY(outcome.out.isEmpty());
        QVERIFY2(outcome.err.contains(says) && outcome.err.contains("file"), outcome.err.constData());
    }

    void readsALongPipe() {
        QByteArray text("{\"modules\":{\"webhooks\":{\"enabled\":true}},\"x\":\"");
        text.append(1'000'000, 'y').append("\"}");
        const auto outcome = check({QStringLiteral("-")}, text);
        QCOMPARE(outcome.code, 0);
        QVERIFY(outcome.out.startsWith("starts"));
        const auto tooLong = check({QStringLiteral("-")}, QByteArray(17 * 1024 * 1024, ' '));
        QCOMPARE(tooLong.code, 1);
        QVERIFY2(tooLong.err.contains("standard input: This is larger"), tooLong.err.constData());
    }

    void refusesWhatIsNoFile() {
        QCOMPARE(check({m_folder.filePath(QStringLiteral("missing"))}).code, 1);
        const auto folder = check({m_folder.path()});
        QCOMPARE(folder.code, 1);
        QVERIFY(folder.err.contains("folder"));
        const auto lines = check({QStringLiteral("--env"), write("bad.env", "A=1\nB\n")});
        QCOMPARE(lines.code, 1);
        QVERIFY(lines.err.contains("bad.env: Line 2 has no"));
    }

    void refusesMisuse() {
        QCOMPARE(check({}).code, 2);
        QCOMPARE(check({QStringLiteral("-"), QStringLiteral("--env"), QStringLiteral("-")}).code, 2);
        QCOMPARE(check({QStringLiteral("-"), QStringLiteral("--format"), QStringLiteral("xml")}).code, 2);
        QCOMPARE(check({QStringLiteral("--nonsense")}).code, 2);
    }

private:
    /// Without what a running Connector knows only: how many there are, and when a token would expire.
    static QJsonValue resolved(const QJsonObject& from) {
        QJsonObject resolved = from.value(QLatin1String("resolved")).toObject();
        resolved.remove(QStringLiteral("count"));
        QJsonArray webhooks = resolved.value(QLatin1String("webhooks")).toArray();
        for (auto it = webhooks.begin(); it != webhooks.end(); ++it) {
            QJsonObject webhook = it->toObject();
            QJsonObject authentication = webhook.value(QLatin1String("authentication")).toObject();
            authentication.remove(QStringLiteral("expirationDate"));
            webhook.insert(QStringLiteral("authentication"), authentication);
            *it = webhook;
        }
        resolved.insert(QStringLiteral("webhooks"), webhooks);
        return resolved;
    }
};

QTEST_MAIN(TestWebhooksCheck)
#include "tst_webhooks_check.moc"
