// SPDX-License-Identifier: MIT
// Two people and their Connectors, from the first template to the end of their relationship, on the command
// line.
#include "peers.h"

#include <meshwatch/core/micros.h>

#include <QTcpServer>

class TestMessagingCli : public QObject {
    Q_OBJECT

    Peers m_peers;
    quint16 m_webhookPort = 0;
    static constexpr int ada = 0, ben = 1;

    static QString q(const char* text) { return QString::fromUtf8(text); }
    [[nodiscard]] QString request(const char* name, const QByteArray& items,
                                  const QByteArray& more = {}) const {
        return m_peers.write(QLatin1String(name), R"({"@type":"Request","title":"A question",)" + more +
                                                      R"("items":)" + items + "}");
    }
    /// "Accepted", "Rejected" or empty, as the one who asked sees it.
    [[nodiscard]] QString resultOf(const QString& id) const {
        return meshwatch::json::textAt(m_peers.json(ada, q("requests show ") + id),
                                       u"response.content.result");
    }

private Q_SLOTS:
    void initTestCase() {
        {
            QTcpServer free;
            QVERIFY(free.listen(QHostAddress::LocalHost));
            m_webhookPort = free.serverPort();
        }
        QVERIFY(m_peers.start(
            2, {QStringLiteral("--webhook"), QStringLiteral("http://127.0.0.1:%1/").arg(m_webhookPort)}));
    }

    void cleanupTestCase() { m_peers.stop(); }

    void secretsArePrintedWhereAskedForOnly() {
        const auto plain = m_peers.run(ada, q("template create --expires 1h"));
        QCOMPARE(plain.code, 0);
        QVERIFY2(plain.out.startsWith("RLT") && plain.out.size() == 21, plain.out.constData());
        QVERIFY(!m_peers.json(ada, q("template create")).contains(QLatin1String("reference")));
        const auto reference = m_peers.run(ada, q("template create --reference")).out;
        QVERIFY2(reference.startsWith("http"), reference.constData());
        m_peers.write(q("kept.txt"), "kept");
        const auto kept = m_peers.json(ada, q("files put ") + m_peers.path(q("kept.txt")));
        QVERIFY(!kept.contains(QLatin1String("reference")));
        const auto files = m_peers.run(ada, q("files list --json"));
        QVERIFY(files.out.contains("kept.txt") && !files.out.contains("http") && !files.out.contains("oken"));
    }

    void templatesAreDrawn() {
        const auto made = m_peers.json(ada, q("template create"));
        const QString id = made.value(QLatin1String("id")).toString();
        const auto blocks = m_peers.run(ada, q("template qr ") + id);
        QVERIFY(blocks.code == 0 && blocks.lines() > 20);
        QCOMPARE(m_peers.run(ada, q("template qr %1 --out %2").arg(id, m_peers.path(q("qr.png")))).code, 0);
        QVERIFY(m_peers.read(q("qr.png")).startsWith("\x89PNG"));
        // A reference needs no Connector.
        const auto alone =
            Program::run({q("template"), q("qr"), q("-"), q("--out"), m_peers.path(q("qr.svg"))},
                         "https://example.test/r/abc\n");
        QCOMPARE(alone.code, 0);
        QVERIFY(m_peers.read(q("qr.svg")).startsWith("<svg"));
        QCOMPARE(QFileInfo(m_peers.path(q("qr.svg"))).permissions() & QFile::ReadOther, QFile::Permissions());
        QCOMPARE(m_peers.run(ada, q("template qr %1 --out /tmp/qr.gif").arg(id)).code, 2);
    }

    void meet() {
        const auto made = m_peers.run(ada, q("template create --reference --title Hello --max 1 --for ") +
                                               m_peers.address(ben));
        QCOMPARE(made.code, 0);
        const auto loaded = m_peers.json(ben, q("template load -"), "\n" + made.out);
        const QString id = loaded.value(QLatin1String("requestId")).toString();
        QVERIFY(id.startsWith(QLatin1String("REQ")));
        QVERIFY(m_peers.run(ben, q("requests show ") + id).out.contains("must be accepted"));
        QCOMPARE(m_peers.run(ben, q("requests accept ") + id).code, 0);
        QVERIFY(m_peers.becomes(ada, ben, q("Pending")));
        // The step of the other side is not possible, and says what is.
        const auto wrong = m_peers.run(ben, q("relationships accept ") + m_peers.address(ada));
        QCOMPARE(wrong.code, 1);
        QVERIFY2(wrong.err.contains("revoke"), wrong.err.constData());
        QCOMPARE(m_peers.run(ada, q("relationships accept ") + m_peers.address(ben)).code, 0);
        QVERIFY(m_peers.becomes(ben, ada, q("Active")));
    }

    void templatesAreProtected() {
        m_peers.setVariable(q("RIGHT"), q("Ünlösbar 7"));
        m_peers.setVariable(q("WRONG"), q("solvable"));
        const auto made = m_peers.run(ada, q("template create --reference --password-env RIGHT"));
        QCOMPARE(made.code, 0);
        QVERIFY(!made.out.contains("nl\u00f6sbar") && !made.err.contains("sbar"));
        const auto without = m_peers.run(ben, q("template load -"), made.out);
        QVERIFY2(without.code == 1 && without.err.contains("--password-env"), without.err.constData());
        const auto wrong = m_peers.run(ben, q("template load - --password-env WRONG"), made.out);
        QVERIFY2(wrong.code == 1 && wrong.err.contains("password"), wrong.err.constData());
        QVERIFY(!wrong.err.contains("solvable"));
        const auto right = m_peers.run(ben, q("template load - --password-env RIGHT"), made.out);
        QVERIFY2(right.code == 0 && right.out.startsWith("RLT"), right.err.constData());
    }

    void mailsWithAttachments() {
        m_peers.write(q("picture.bin"), QByteArray(300'000, 'p'));
        const auto sent =
            m_peers.json(ada, q("send mail --to %1 --to %1 --subject Hi --body {{x}} --attach %2")
                                  .arg(m_peers.address(ben), m_peers.path(q("picture.bin"))));
        const QJsonArray list = sent.value(QLatin1String("messages")).toArray();
        QCOMPARE(list.size(), 1); // the same address twice is one message
        QCOMPARE(list[0][QLatin1String("state")].toString(), q("sent"));
        // It has come when the peer's Connector knows the attachment.
        QTRY_VERIFY_WITH_TIMEOUT(m_peers.run(ben, q("files list")).out.contains("picture.bin"), 20'000);
        const QJsonArray files = m_peers.list(ben, q("files list"), "files");
        const QString file = files.last()[QLatin1String("id")].toString();
        QCOMPARE(m_peers.run(ben, q("files get %1 --out %2").arg(file, m_peers.path(q("got.bin")))).code, 0);
        QCOMPARE(m_peers.read(q("got.bin")), QByteArray(300'000, 'p'));
        const auto body = m_peers.run(
            ada, q("send mail --to %1 --subject Hi --body-file - --markdown").arg(m_peers.address(ben)),
            "# Dear Ben");
        QCOMPARE(body.code, 0);
    }

    void templatesOfTheWorkspaceAreFilled() {
        const QString workspace = q(" --connection ada --data ") + m_peers.path(q("workspace"));
        QCOMPARE(m_peers.run(ada, q("connect") + workspace).code, 0);
        m_peers.write(q("workspace/templates.json"), R"({"version":1,"templates":[
            {"name":"known","subject":"Hi","body":"{{peer.address}}"},
            {"name":"unknown","subject":"Hi","body":"Dear {{peer.GivenName}}"}]})");
        const QString send = q("send mail --template %1 --to ") + m_peers.address(ben) + workspace;
        QCOMPARE(m_peers.run(ada, send.arg(q("known"))).code, 0);
        const auto unknown = m_peers.run(ada, send.arg(q("unknown")));
        QVERIFY2(unknown.code == 1 && unknown.err.contains("peer.GivenName"), unknown.err.constData());
        QCOMPARE(m_peers.run(ada, send.arg(q("none"))).code, 2);
    }

    void whatCannotBeSent_data() {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("no text") << q("send mail --to BEN --subject Hi") << 2 << QByteArray("--body");
        QTest::newRow("no such file")
            << q("send mail --to BEN --subject Hi --body x --attach /no/such") << 1 << QByteArray("/no/such");
        QTest::newRow("a stranger")
            << q("send mail --to did:e:localhost:dids:0000000000000000000000 --subject Hi "
                 "--body x")
            << 1 << QByteArray("Not sent");
        QTest::newRow("template without workspace")
            << q("send mail --to BEN --template t") << 2 << QByteArray("--data");
        QTest::newRow("no Request") << q("send request /no/such --to BEN") << 1 << QByteArray("/no/such");
        QTest::newRow("no relationship")
            << q("relationships terminate REL00000000000000000") << 1 << QByteArray("recordNotFound");
        QTest::newRow("not sure") << q("relationships decompose BEN") << 2 << QByteArray("--yes");
        QTest::newRow("no time") << q("template create --expires soon") << 2 << QByteArray("soon");
        QTest::newRow("no variable") << q("template create --password-env NO_SUCH") << 2
                                     << QByteArray("NO_SUCH");
        QTest::newRow("no reference") << q("template load -") << 2 << QByteArray("no reference");
    }
    void whatCannotBeSent() {
        QFETCH(QString, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, says);
        const auto outcome = m_peers.run(ada, arguments.replace(q("BEN"), m_peers.address(ben)));
        QVERIFY2(outcome.code == code && outcome.err.contains(says), outcome.err.constData());
    }

    void requestsAreDecided() {
        const QString send = q("send request %1 --to ") + m_peers.address(ben);
        const QString file =
            request("read.json", R"([{"@type":"ReadAttributeRequestItem","mustBeAccepted":true,
            "query":{"@type":"IdentityAttributeQuery","valueType":"GivenName"}}])");
        QCOMPARE(m_peers.run(ada, send.arg(file)).code, 0);
        const QString id = m_peers.waitingRequest(ben);
        const auto needs = m_peers.run(ben, q("requests accept ") + id);
        QCOMPARE(needs.code, 1);
        QVERIFY2(needs.err.contains("items.0: "), needs.err.constData());
        const QByteArray decision = R"({"items":[{"accept":true,"newAttribute":{"@type":"IdentityAttribute",
            "owner":"","value":{"@type":"GivenName","value":"Ben"}}}]})";
        QCOMPARE(m_peers.run(ben, q("requests accept %1 --decision -").arg(id), decision).code, 0);
        QTRY_COMPARE_WITH_TIMEOUT(resultOf(id), q("Accepted"), 20'000);
        QCOMPARE(m_peers.run(ben, q("requests accept ") + id).code, 1); // it waits no more
    }

    void requestsAreRejectedOrExpire() {
        const QByteArray items =
            R"([{"@type":"AuthenticationRequestItem","mustBeAccepted":true,"title":"Is it you?"}])";
        const QString send = q("send request %1 --to ") + m_peers.address(ben);
        QCOMPARE(m_peers.run(ada, send.arg(request("ask.json", items))).code, 0);
        const QString id = m_peers.waitingRequest(ben);
        QCOMPARE(m_peers.run(ben, q("requests reject %1 --code no --message never").arg(id)).code, 0);
        QTRY_COMPARE_WITH_TIMEOUT(resultOf(id), q("Rejected"), 20'000);

        const QByteArray soon =
            meshwatch::Micros{meshwatch::Micros::now().value + 3'000'000}.toIso().toLatin1();
        QCOMPARE(
            m_peers.run(ada, send.arg(request("short.json", items, "\"expiresAt\":\"" + soon + "\","))).code,
            0);
        const QString late = m_peers.waitingRequest(ben);
        QVERIFY(!late.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(
            m_peers.json(ben, q("requests show ") + late)[QLatin1String("status")].toString(), q("Expired"),
            20'000);
        const auto outcome = m_peers.run(ben, q("requests accept ") + late);
        QVERIFY2(outcome.code == 1 && outcome.err.contains("Expired"), outcome.err.constData());
        QCOMPARE(m_peers.list(ben, q("requests list --status Expired"), "requests").size(), 1);
    }

    void filesAreHandedOver() {
        m_peers.write(q("paper.txt"), "words");
        const auto reference = m_peers.run(
            ada, q("files put %1 --title Paper --expires 1d --reference").arg(m_peers.path(q("paper.txt"))));
        QCOMPARE(reference.code, 0);
        const QString get = q("files get - --out ") + m_peers.path(q("copy.txt"));
        QCOMPARE(m_peers.run(ben, get, reference.out).code, 0);
        QCOMPARE(m_peers.read(q("copy.txt")), QByteArray("words"));
        const auto wrong =
            m_peers.run(ben, q("files get FIL00000000000000000 --out ") + m_peers.path(q("none")));
        QCOMPARE(wrong.code, 1);
        QVERIFY(!QFile::exists(m_peers.path(q("none"))));
    }

    void roundTrips_data() {
        QTest::addColumn<QString>("way");
        QTest::newRow("polling") << q("polling");
        QTest::newRow("events") << q("events");
        QTest::newRow("both") << q("both");
    }
    void roundTrips() {
        QFETCH(QString, way);
        QProcess process;
        m_peers.start(
            process, ada,
            Peers::words(q("roundtrip --to %1 --by %2 --interval 300ms --timeout 60s --json --listen "
                           "127.0.0.1:%3")
                             .arg(m_peers.address(ben), way)
                             .arg(m_webhookPort)));
        while (process.state() != QProcess::NotRunning) {
            QTest::qWait(500);
            QCOMPARE(
                m_peers.run(ben, q("send mail --to %1 --subject Re --body Here").arg(m_peers.address(ada)))
                    .code,
                0);
        }
        const auto outcome = Peers::outcome(process);
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        const auto result = meshwatch::json::parseObject(outcome.out);
        for (const QString& one :
             way == q("both") ? QStringList{q("polling"), q("events")} : QStringList{way})
            QCOMPARE(meshwatch::json::textAt(*result, QString(one + q(".ending"))), q("answered"));
    }

    void roundTripsOfRequests() {
        QProcess process;
        m_peers.start(process, ada,
                      Peers::words(q("roundtrip --request --to %1 --by both --interval 300ms --timeout 60s "
                                     "--json --listen 127.0.0.1:%2")
                                       .arg(m_peers.address(ben))
                                       .arg(m_webhookPort)));
        int answered = 0;
        while (process.state() != QProcess::NotRunning) {
            QTest::qWait(100);
            const auto waiting =
                m_peers.list(ben, q("requests list --incoming --status ManualDecisionRequired"), "requests");
            for (const QJsonValue& one : waiting) {
                // What it asks can be accepted or rejected; both are answers.
                const QString decision = ++answered % 2 == 1 ? q("accept ") : q("reject ");
                QCOMPARE(
                    m_peers.run(ben, q("requests ") + decision + one[QLatin1String("id")].toString()).code,
                    0);
            }
        }
        const auto outcome = Peers::outcome(process);
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QCOMPARE(answered, 2);
        const auto result = meshwatch::json::parseObject(outcome.out);
        for (const QString& way : {q("polling"), q("events")}) {
            QCOMPARE(meshwatch::json::textAt(*result, QString(way + q(".ending"))), q("answered"));
            QVERIFY(meshwatch::json::textAt(*result, QString(way + q(".requestId"))).startsWith(q("REQ")));
        }
    }

    void part() {
        QCOMPARE(m_peers.run(ada, q("relationships terminate ") + m_peers.address(ben)).code, 0);
        QVERIFY(m_peers.becomes(ben, ada, q("Terminated")));
        QCOMPARE(m_peers.run(ben, q("relationships reactivate ") + m_peers.address(ada)).code, 0);
        const QString refuse = q("relationships reject-reactivation ") + m_peers.address(ben);
        QVERIFY(QTest::qWaitFor([&] { return m_peers.run(ada, refuse).code == 0; }, 20'000));
        const auto late =
            m_peers.run(ada, q("send mail --to %1 --subject Hi --body x").arg(m_peers.address(ben)));
        QCOMPARE(late.code, 1);
        QCOMPARE(m_peers.run(ada, q("relationships decompose --yes ") + m_peers.address(ben)).code, 0);
        QCOMPARE(m_peers.status(ada, ben), QString());
        QVERIFY(m_peers.becomes(ben, ada, q("DeletionProposed")));
        QCOMPARE(m_peers.run(ben, q("relationships decompose --yes ") + m_peers.address(ada)).code, 0);
    }
};

QTEST_GUILESS_MAIN(TestMessagingCli)
#include "tst_messaging_cli.moc"
