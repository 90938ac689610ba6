// SPDX-License-Identifier: MIT
// Marked secrets go through the real programs; afterwards no byte of what they left or said has one.
#include "program.h"

#include <meshwatch/sandbox/sandbox.h>

#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace meshwatch;

class TestSecretsWebhooks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void deliversByKey();
    void deliversByToken();
    void checks();
    void compares();
    void converts();
    void comparesWithWhatRuns();
    void exports();
    void leavesNoCoreDump();
    void nothingIsFound(); // last: it searches what the others left

private:
    /// A new secret, unlike anything that could be there by chance.
    void mark(const char* name);
    [[nodiscard]] QByteArray percent(const char* name) const;
    QString write(const char* name, const QByteArray& content) const;
    /// Runs while a sandbox of this thread answers, and keeps what is said.
    Program::Outcome run(const QStringList& arguments, bool hasSecretOutput = false);
    void stop(Program& program);
    [[nodiscard]] QStringList serve(const char* name, const QStringList& more) const;
    /// One target with a secret of every kind.
    [[nodiscard]] QByteArray configuration(const QByteArray& url, const QByteArray& authentication) const;
    [[nodiscard]] QByteArray urlWithSecrets(quint16 port, const QByteArray& host = "127.0.0.1") const;
    [[nodiscard]] static QByteArray byKey(const QByteArray& key);

    QTemporaryDir m_given; ///< what the operator wrote: it has the secrets
    QTemporaryDir m_left;  ///< what the programs write
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    QMap<QByteArray, QByteArray> m_marks;
    QByteArray m_said;
};

void TestSecretsWebhooks::mark(const char* name) {
    const auto number = QRandomGenerator::system()->generate64();
    m_marks[name] = QByteArray("Mk/+") + QByteArray::number(number, 36) + '=' + name;
}

QByteArray TestSecretsWebhooks::percent(const char* name) const { return m_marks[name].toPercentEncoding(); }

QString TestSecretsWebhooks::write(const char* name, const QByteArray& content) const {
    QFile file(m_given.filePath(QLatin1String(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", name);
    return file.fileName();
}

Program::Outcome TestSecretsWebhooks::run(const QStringList& arguments, bool hasSecretOutput) {
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(Program::cli(), arguments);
    process.closeWriteChannel();
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 60000))
        return {};
    const Program::Outcome outcome{process.exitCode(), process.readAllStandardOutput(),
                                   process.readAllStandardError()};
    m_said += outcome.err + '\n' + (hasSecretOutput ? QByteArray() : outcome.out) + '\n';
    return outcome;
}

void TestSecretsWebhooks::stop(Program& program) {
    QCOMPARE(program.terminate(), 0);
    m_said += program.firstLine() + '\n' + program.process().readAllStandardOutput() +
              program.process().readAllStandardError() + '\n';
}

QStringList TestSecretsWebhooks::serve(const char* name, const QStringList& more) const {
    const QStringList arguments{"serve",        "--data", m_left.filePath(QLatin1String(name)),
                                "--connection", "school", "--listen",
                                "127.0.0.1:0"};
    return arguments + more;
}

QByteArray TestSecretsWebhooks::configuration(const QByteArray& url, const QByteArray& authentication) const {
    return R"({"modules":{"webhooks":{"enabled":true,"targets":{"crm":{"url":")" + url +
           R"(","headers":{"Authorization":"Bearer )" + m_marks["bearer"] + R"(","X-Own-Token":")" +
           m_marks["header"] + R"("},"authentication":)" + authentication +
           R"(}},"webhooks":[{"triggers":["transport.messageSent"],"target":"crm"}]}}})";
}

QByteArray TestSecretsWebhooks::urlWithSecrets(quint16 port, const QByteArray& host) const {
    return "http://me:" + percent("password") + '@' + host + ':' + QByteArray::number(port) +
           "/school/in?token=" + percent("query");
}

QByteArray TestSecretsWebhooks::byKey(const QByteArray& key) {
    return R"({"type":"ApiKey","apiKey":")" + key + R"("})";
}

void TestSecretsWebhooks::initTestCase() {
    for (const char* name :
         {"receiver", "client", "wrong", "header", "bearer", "password", "query", "running"})
        mark(name);
    m_environment.insert("RECEIVER_KEY", QString::fromUtf8(m_marks["receiver"]));
    m_environment.insert("CLIENT_SECRET", QString::fromUtf8(m_marks["client"]));
    m_environment.insert("XDG_CONFIG_HOME", m_left.filePath("config"));
    m_environment.insert("QT_LOGGING_RULES", "*.debug=true");
}

void TestSecretsWebhooks::deliversByKey() {
    Program receiver;
    QVERIFY(receiver.start(serve("by-key", {"--key-env", "RECEIVER_KEY"}), m_environment));
    const QString right =
        write("right.json", configuration(urlWithSecrets(receiver.port()), byKey(m_marks["receiver"])));
    const auto delivered = run({"webhooks", "test", right});
    QVERIFY2(delivered.code == 0, QByteArray(delivered.out + delivered.err).constData());
    QCOMPARE(run({"webhooks", "test", right, "--json"}).code, 0);
    const QString wrong =
        write("wrong.json", configuration(urlWithSecrets(receiver.port()), byKey(m_marks["wrong"])));
    QCOMPARE(run({"webhooks", "test", wrong}).code, 1);
    QCOMPARE(run({"webhooks", "test", wrong, "--json"}).code, 1);
    // A body that goes to the quarantine, with the same key.
    Poster poster(receiver.port());
    QCOMPARE(poster.post("/school/in?token=" + percent("query"), "{\"no\":\"event\"}",
                         "content-type: application/json\r\nx-api-key: " + m_marks["receiver"] + "\r\n"),
             400);
    m_said += poster.answerBody();
    stop(receiver);
    QVERIFY(run({"webhooks", "test", right}).code != 0); // nobody listens any more
}

void TestSecretsWebhooks::deliversByToken() {
    Program receiver;
    QVERIFY(receiver.start(
        serve("by-token", {"--oauth-client", "connector", "--oauth-secret-env", "CLIENT_SECRET"}),
        m_environment));
    const QByteArray origin = "http://127.0.0.1:" + QByteArray::number(receiver.port());
    for (const char* secret : {"client", "wrong"}) {
        // With OAuth2 the token is the Authorization header.
        const QByteArray target =
            R"({"modules":{"webhooks":{"enabled":true,"targets":{"crm":{"url":")" + origin +
            "/school?token=" + percent("query") +
            R"(","authentication":{"type":"OAuth2","accessTokenUrl":")" + origin +
            R"(/school/oauth/token","clientId":"connector","clientSecret":")" + m_marks[secret] +
            R"("}}},"webhooks":[{"triggers":["transport.messageSent"],"target":"crm"}]}}})";
        const bool isRight = m_marks[secret] == m_marks["client"];
        const auto outcome = run({"webhooks", "test", write("token.json", target), "--json"});
        QVERIFY2((outcome.code == 0) == isRight, QByteArray(outcome.out + outcome.err).constData());
        (void)run({"webhooks", "test", m_given.filePath("token.json")});
    }
    stop(receiver);
}

void TestSecretsWebhooks::checks() {
    const QString bad = // refused for its port, and much is warned of
        write("bad.json",
              configuration(urlWithSecrets(1, "h:7").replace(":1/", "00000/"), byKey(m_marks["receiver"])));
    QCOMPARE(run({"webhooks", "check", bad}).code, 1);
    QCOMPARE(run({"webhooks", "check", bad, "--format", "github"}).code, 1);
    const QString variables =
        write("v.env", "modules__webhooks__targets__crm__authentication__apiKey=" + m_marks["wrong"] + "\n");
    for (const QString& form : {QStringLiteral("text"), QStringLiteral("github")})
        QCOMPARE(
            run({"webhooks", "check", m_given.filePath("right.json"), "--env", variables, "--format", form})
                .code,
            0);
}

void TestSecretsWebhooks::compares() {
    for (const QStringList& more : {QStringList(), QStringList{"--json"}})
        QCOMPARE(run(QStringList{"webhooks", "diff", m_given.filePath("right.json"),
                                 m_given.filePath("wrong.json")} +
                     more)
                     .code,
                 1);
}

void TestSecretsWebhooks::converts() {
    for (const char* form : {"env", "compose", "helm"}) {
        const auto outcome = run({"webhooks", "convert", m_given.filePath("right.json"), "--to", form}, true);
        QVERIFY2(outcome.code == 0 && outcome.out.contains(m_marks["receiver"]), outcome.err.constData());
        const QString path = write("converted", outcome.out);
        QCOMPARE(run({"webhooks", "check", path, "--from", form}).code, 0);
        QCOMPARE(run({"webhooks", "diff", m_given.filePath("right.json"), path}).code, 0);
    }
    const auto added = run({"webhooks", "add-receiver", m_given.filePath("right.json"), "--url",
                            "http://other.example", "--key-env", "CLIENT_SECRET"},
                           true);
    QVERIFY(added.code == 0 && added.out.contains(m_marks["client"]));
}

void TestSecretsWebhooks::comparesWithWhatRuns() {
    sandbox::Sandbox::Options options;
    options.connectors = 1;
    options.loginDelayScale = 0;
    options.webhooks = sandbox::Sandbox::webhookModule(QString::fromUtf8(urlWithSecrets(9)),
                                                       QString::fromUtf8(m_marks["running"]));
    sandbox::Sandbox sandbox(options);
    QVERIFY(sandbox.start());
    m_marks["connector"] = sandbox.connectors().first().apiKey.toUtf8();
    m_environment.insert("CONNECTOR_KEY", QString::fromUtf8(m_marks["connector"]));
    for (const QStringList& more : {QStringList(), QStringList{"--json"}}) {
        const auto outcome =
            run(QStringList{"webhooks", "diff", m_given.filePath("right.json"), "--running", "--url",
                            sandbox.connectors().first().url, "--key-env", "CONNECTOR_KEY"} +
                more);
        QVERIFY2(outcome.code == 1, QByteArray(outcome.out + outcome.err).constData());
    }
}

void TestSecretsWebhooks::exports() {
    for (const char* name : {"by-key", "by-token"}) {
        const QString data = m_left.filePath(QLatin1String(name));
        for (const char* form : {"jsonl", "csv"}) {
            QCOMPARE(run({"events", "--data", data, "--format", form}).code, 0);
            const QString file =
                m_left.filePath(QLatin1String(name) + QLatin1Char('.') + QLatin1String(form));
            QCOMPARE(run({"export", file, "--data", data, "--format", form}).code, 0);
            QVERIFY(QFileInfo(file).size() > 100);
        }
    }
}

void TestSecretsWebhooks::leavesNoCoreDump() {
    Program receiver;
    QVERIFY(receiver.start(serve("killed", {"--key-env", "RECEIVER_KEY"}), m_environment));
    QFile limits(QStringLiteral("/proc/%1/limits").arg(receiver.process().processId()));
    QVERIFY(limits.open(QIODevice::ReadOnly));
    bool isFound = false;
    for (const QByteArray& line : limits.readAll().split('\n')) {
        if (line.startsWith("Max core file size")) {
            isFound = true;
            QCOMPARE(line.mid(18).simplified(), QByteArray("0 0 bytes"));
        }
    }
    QVERIFY(isFound);
    receiver.killHard(); // the store keeps its -wal
}

void TestSecretsWebhooks::nothingIsFound() {
    QVERIFY(m_said.size() > 5'000);
    QList<QByteArray> places{m_said};
    int stores = 0;
    for (QDirIterator files(m_left.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
         files.hasNext();) {
        QFile file(files.next());
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        const QByteArray content = file.readAll();
        stores += content.startsWith("SQLite format 3") ? 1 : 0;
        places.append(file.fileName().toUtf8() + '\n' + content);
    }
    QVERIFY2(stores >= 3, QByteArray::number(stores).constData());
    // What was given has each of them, so the search can find.
    QByteArray given = m_environment.toStringList().join(QLatin1Char('\n')).toUtf8();
    for (QDirIterator files(m_given.path(), QDir::Files); files.hasNext();) {
        QFile file(files.next());
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        given += file.readAll();
    }
    for (auto it = m_marks.cbegin(); it != m_marks.cend(); ++it) {
        QVERIFY(it.value().size() > 12);
        // The middle stands for all forms of writing it; base64 has it at three places of its groups.
        const QByteArray core =
            it.key() == "connector" ? it.value() : it.value().mid(4).chopped(it.key().size() + 1);
        QList<QByteArray> forms{core, core.toHex(), it.value().toPercentEncoding()};
        for (int shift = 0; shift < 3; ++shift)
            forms.append(QByteArray(QByteArray(shift, 'x') + core).toBase64().mid(4).chopped(4));
        // The sandbox got its own in this process.
        const auto isGiven = [&given](const QByteArray& form) { return given.contains(form); };
        QVERIFY2(it.key() == "running" || std::ranges::any_of(forms, isGiven), it.key().constData());
        for (const QByteArray& place : std::as_const(places)) {
            for (const QByteArray& form : std::as_const(forms))
                QVERIFY2(!place.contains(form),
                         QByteArray(it.key() + " in " + place.left(place.indexOf('\n')) + " near " +
                                    place.mid(qMax<qsizetype>(0, place.indexOf(form) - 200), 300))
                             .constData());
        }
    }
}

QTEST_GUILESS_MAIN(TestSecretsWebhooks)
#include "tst_secrets_webhooks.moc"
