// SPDX-License-Identifier: MIT
// Certificates: whom a delivery trusts, and what is said of the others.
#include "certificates.h"
#include "deliveries.h"
#include "rawserver.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>

using namespace meshwatch;
using namespace deliveries;

class TestDeliveryTls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void trust_data();
    void trust();
    void unchecked();
    void clientCertificate_data();
    void clientCertificate();
    void plainServer();
    void tlsServer();
    void tokensAreAlwaysChecked();

private:
    [[nodiscard]] static std::unique_ptr<RawServer> serve(const Certificates::Pair& pair);

    Certificates m_certificates;
    Certificates::Pair m_authority;
    const QString m_right = QStringLiteral("IP:127.0.0.1");
};

void TestDeliveryTls::initTestCase() {
    if (!Certificates::isPossible())
        QSKIP("SKIPPED: there is no openssl program to make certificates with.");
    if (!QSslSocket::supportsSsl())
        QSKIP("SKIPPED: Qt has no TLS here.");
    m_authority = m_certificates.authority(QStringLiteral("Test authority"));
}

std::unique_ptr<RawServer> TestDeliveryTls::serve(const Certificates::Pair& pair) {
    auto* server = new QSslServer;
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(pair.certificate));
    tls.setPrivateKey(QSslKey(pair.key, QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    server->setSslConfiguration(tls);
    return std::make_unique<RawServer>(
        [](const RawServer::Request&, QTcpSocket* socket) { socket->write(RawServer::answer(204, {})); },
        server);
}

void TestDeliveryTls::trust_data() {
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<QString>("names");
    QTest::addColumn<int>("fromDays");
    QTest::addColumn<int>("toDays");
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<QString>("failure"); // empty: trusted
    const QString own = QStringLiteral("authority");
    const QString self = QStringLiteral("itself");
    QTest::newRow("own authority") << own << m_right << -1 << 30 << true << QString();
    QTest::newRow("unknown authority")
        << own << m_right << -1 << 30 << false << QStringLiteral("unknownAuthority");
    QTest::newRow("self-signed") << self << m_right << -1 << 30 << false << QStringLiteral("selfSigned");
    QTest::newRow("other name") << own << QStringLiteral("DNS:other.example") << -1 << 30 << true
                                << QStringLiteral("wrongHost");
    QTest::newRow("expired") << own << m_right << -30 << -1 << true << QStringLiteral("expiredCertificate");
    QTest::newRow("not yet valid") << own << m_right << 10 << 30 << true
                                   << QStringLiteral("notYetValidCertificate");
}

void TestDeliveryTls::trust() {
    QFETCH(QString, issuer);
    QFETCH(QString, names);
    QFETCH(int, fromDays);
    QFETCH(int, toDays);
    QFETCH(bool, isKnown);
    QFETCH(QString, failure);
    const bool isSelfSigned = issuer == QLatin1String("itself");
    const auto server =
        serve(m_certificates.issue(isSelfSigned ? nullptr : &m_authority, names, fromDays, toDays));
    DeliveryTest test;
    if (isKnown)
        test.setMoreAuthorities(m_authority.certificate);
    const DeliveryResult result = one(test, job(target(server->url())));
    QVERIFY2(result.failure == failure, qPrintable(result.failure + result.explanation));
    QCOMPARE(result.isDelivered, failure.isEmpty());
    QCOMPARE(server->requests.size(), failure.isEmpty() ? 1 : 0); // else the key never left
    // The chain is known in any case.
    QVERIFY(!result.delivery->certificates.isEmpty());
    const auto& leaf = result.delivery->certificates.first();
    QVERIFY2(leaf.subject.contains(QLatin1String("leaf")), qPrintable(leaf.subject));
    QCOMPARE(leaf.issuer.contains(QLatin1String("Test authority")), !isSelfSigned);
    QCOMPARE(QDateTime::fromString(leaf.expires, Qt::ISODate).date(),
             QDateTime::currentDateTimeUtc().addDays(toDays).date());
    if (failure.isEmpty())
        QVERIFY(result.delivery->tls.count() > 0);
}

void TestDeliveryTls::unchecked() {
    const auto server = serve(m_certificates.issue(nullptr, QStringLiteral("DNS:other.example"), -30, -1));
    DeliveryTest test;
    const DeliveryResult result = one(test, {target(server->url()), true, sampleEvent()});
    QVERIFY2(result.isDelivered, qPrintable(result.explanation));
    QCOMPARE(result.delivery->certificates.size(), 1);
}

void TestDeliveryTls::clientCertificate_data() {
    QTest::addColumn<QString>("protocol");
    QTest::newRow("TLS 1.2") << QStringLiteral("-tls1_2");
    QTest::newRow("TLS 1.3") << QStringLiteral("-tls1_3");
}

void TestDeliveryTls::clientCertificate() {
    QFETCH(QString, protocol);
    // Qt's server lets everybody in and closes then; openssl says in the handshake what it wants.
    const auto pair = m_certificates.issue(&m_authority, m_right);
    QTemporaryDir folder;
    for (const auto& [name, content] :
         {std::pair("cert.pem", pair.certificate), std::pair("key.pem", pair.key)}) {
        QFile file(folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    QProcess openssl;
    openssl.setWorkingDirectory(folder.path());
    openssl.start(QStringLiteral("openssl"), {"s_server", "-accept", "127.0.0.1:0", "-cert", "cert.pem",
                                              "-key", "key.pem", "-Verify", "1", protocol});
    QByteArray said;
    QTRY_VERIFY((said += openssl.readAllStandardOutput()).contains("ACCEPT 127.0.0.1:") &&
                said.endsWith('\n'));
    const QByteArray port = said.mid(said.indexOf("127.0.0.1:") + 10).split('\n').first().trimmed();
    DeliveryTest test;
    test.setMoreAuthorities(m_authority.certificate);
    const DeliveryResult result =
        one(test, job(target(QStringLiteral("https://127.0.0.1:") + QString::fromLatin1(port))));
    openssl.kill();
    openssl.waitForFinished();
    QVERIFY2(result.failure == QLatin1String("clientCertificate"),
             qPrintable(result.failure + result.explanation));
}

void TestDeliveryTls::plainServer() {
    RawServer plain([](const RawServer::Request&, QTcpSocket*) {});
    // It answers a TLS handshake as a web server does: by saying that this is no request.
    QTcpServer web;
    QVERIFY(web.listen(QHostAddress::LocalHost));
    connect(&web, &QTcpServer::newConnection, &web, [&web] {
        QTcpSocket* socket = web.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
            socket->disconnectFromHost();
        });
    });
    DeliveryTest test;
    const DeliveryResult result =
        one(test, job(target(QStringLiteral("https://127.0.0.1:%1/").arg(web.serverPort()))));
    QVERIFY2(result.failure == QLatin1String("plainExpected"),
             qPrintable(result.failure + result.explanation));
    // One that waits for the end of a request never answers at all.
    const DeliveryResult silent =
        one(test, job(target(plain.url().replace(QLatin1String("http:"), QLatin1String("https:")))),
            std::chrono::seconds(1));
    QCOMPARE(silent.failure, QStringLiteral("timeout"));
    QVERIFY2(silent.explanation.contains(QLatin1String("https")), qPrintable(silent.explanation));
}

void TestDeliveryTls::tlsServer() {
    const auto server = serve(m_certificates.issue(nullptr, m_right));
    DeliveryTest test;
    const DeliveryResult result =
        one(test, job(target(server->url().replace(QLatin1String("https:"), QLatin1String("http:")))));
    QVERIFY2(result.failure == QLatin1String("tlsExpected"), qPrintable(result.failure + result.explanation));
}

void TestDeliveryTls::tokensAreAlwaysChecked() {
    const auto server = serve(m_certificates.issue(nullptr, m_right));
    DeliveryTest test;
    const ConfigJson authentication{{"type", "OAuth2"},
                                    {"accessTokenUrl", server->url().toStdString()},
                                    {"clientId", "id"},
                                    {"clientSecret", "secret"}};
    const DeliveryResult result = one(test, {target(server->url(), authentication), true, sampleEvent()});
    QCOMPARE(result.failure, QStringLiteral("token.selfSigned"));
    QVERIFY(result.token && !result.token->certificates.isEmpty());
    QVERIFY(!result.delivery);
    QCOMPARE(server->requests.size(), 0);
}

QTEST_GUILESS_MAIN(TestDeliveryTls)
#include "tst_deliverytls.moc"
