// SPDX-License-Identifier: MIT
// Trust: which servers are believed, and what a person is told of the others.
#include "awaiting.h"
#include "certificates.h"
#include "rawserver.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>

using namespace meshwatch;
using namespace meshwatch::connector;

class TestTls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void trust_data();
    void trust();
    void clientCertificate_data();
    void clientCertificate();
    void plainServer();

private:
    [[nodiscard]] static std::unique_ptr<RawServer> serve(const Certificates::Pair& pair,
                                                          const QByteArray& clientCa = {});

    Certificates m_certificates;
    Certificates::Pair m_authority;
};

void TestTls::initTestCase() {
    if (!Certificates::isPossible())
        QSKIP("SKIPPED: there is no openssl program to make certificates with.");
    if (!QSslSocket::supportsSsl())
        QSKIP("SKIPPED: Qt has no TLS here.");
    m_authority = m_certificates.authority(QStringLiteral("Test authority"));
}

std::unique_ptr<RawServer> TestTls::serve(const Certificates::Pair& pair, const QByteArray& clientCa) {
    auto* server = new QSslServer;
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(pair.certificate));
    tls.setPrivateKey(QSslKey(pair.key, QSsl::Ec));
    tls.setPeerVerifyMode(clientCa.isEmpty() ? QSslSocket::VerifyNone : QSslSocket::VerifyPeer);
    if (!clientCa.isEmpty())
        tls.setCaCertificates(QSslCertificate::fromData(clientCa));
    server->setSslConfiguration(tls);
    return std::make_unique<RawServer>(
        [](const RawServer::Request&, QTcpSocket* socket) {
            socket->write(RawServer::answer(200, "{\"result\":[]}"));
        },
        server);
}

void TestTls::trust_data() {
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<QString>("names");
    QTest::addColumn<int>("fromDays");
    QTest::addColumn<int>("toDays");
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<QString>("says"); // empty: trusted
    const QString own = QStringLiteral("authority");
    const QString self = QStringLiteral("itself");
    const QString right = QStringLiteral("IP:127.0.0.1");
    QTest::newRow("own authority") << own << right << -1 << 30 << true << QString();
    QTest::newRow("self-signed, set as authority") << self << right << -1 << 30 << true << QString();
    QTest::newRow("unknown authority")
        << own << right << -1 << 30 << false << QStringLiteral("certificate authority");
    QTest::newRow("self-signed") << self << right << -1 << 30 << false << QStringLiteral("self-signed");
    QTest::newRow("other name") << own << QStringLiteral("DNS:other.example") << -1 << 30 << true
                                << QStringLiteral("another name");
    QTest::newRow("expired") << own << right << -30 << -1 << true << QStringLiteral("expired");
    QTest::newRow("not yet valid") << own << right << 10 << 30 << true << QStringLiteral("not valid yet");
}

void TestTls::trust() {
    QFETCH(QString, issuer);
    QFETCH(QString, names);
    QFETCH(int, fromDays);
    QFETCH(int, toDays);
    QFETCH(bool, isKnown);
    QFETCH(QString, says);
    const bool isSelfSigned = issuer == QLatin1String("itself");
    const auto pair = m_certificates.issue(isSelfSigned ? nullptr : &m_authority, names, fromDays, toDays);
    const auto server = serve(pair);
    auto settings = settingsFor(server->url());
    if (isKnown)
        settings.caCertificatesPem = isSelfSigned ? pair.certificate : m_authority.certificate;
    ConnectorClient client(settings);
    auto future = client.messages().list();
    QVERIFY(comes(future));
    if (says.isEmpty()) {
        QVERIFY2(future.result(),
                 future.result() ? "" : qPrintable(future.result().error().toError().text()));
        return;
    }
    QVERIFY(!future.result());
    QCOMPARE(kind(future.result().error()), QStringLiteral("tls"));
    QVERIFY2(future.result().error().advice.contains(says),
             qPrintable(future.result().error().toError().text()));
    QCOMPARE(server->requests.size(), 0); // the key never left
}

void TestTls::clientCertificate_data() {
    QTest::addColumn<QString>("shown");
    QTest::addColumn<bool>("isLetIn");
    QTest::newRow("right") << QStringLiteral("right") << true;
    QTest::newRow("none") << QStringLiteral("none") << false;
    QTest::newRow("of another authority") << QStringLiteral("foreign") << false;
}

void TestTls::clientCertificate() {
    QFETCH(QString, shown);
    QFETCH(bool, isLetIn);
    const auto server =
        serve(m_certificates.issue(&m_authority, QStringLiteral("IP:127.0.0.1")), m_authority.certificate);
    auto settings = settingsFor(server->url());
    settings.caCertificatesPem = m_authority.certificate;
    settings.repeating.tries = 1;
    if (shown != QLatin1String("none")) {
        const auto pair = m_certificates.issue(shown == QLatin1String("right") ? &m_authority : nullptr,
                                               QStringLiteral("DNS:client"));
        settings.clientCertificatePem = pair.certificate;
        settings.clientKeyPem = pair.key;
    }
    ConnectorClient client(settings);
    auto future = client.messages().list();
    QVERIFY(comes(future));
    QCOMPARE(bool(future.result()), isLetIn);
    if (isLetIn)
        return;
    const Error error = future.result().error().toError();
    QVERIFY2(error.advice.contains(QLatin1String("client certificate")), qPrintable(error.text()));
}

void TestTls::plainServer() {
    RawServer plain([](const RawServer::Request&, QTcpSocket*) {});
    auto settings = settingsFor(plain.url().replace(QLatin1String("http:"), QLatin1String("https:")));
    settings.timeout = std::chrono::milliseconds(1500);
    settings.repeating.tries = 1;
    ConnectorClient client(settings);
    auto future = client.messages().list();
    QVERIFY(comes(future));
    QVERIFY(!future.result());
    QCOMPARE(plain.requests.size(), 0);
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
