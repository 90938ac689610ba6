// SPDX-License-Identifier: MIT
// Servers that let nobody in without a certificate that their authority signed.
#include "brokertrials.h"
#include "certificates.h"
#include "mosquittoserver.h"
#include "postgresserver.h"
#include "rabbitmqserver.h"
#include "redisserver.h"

using namespace meshwatch;
using brokertrials::look;

/// Client certificates of all sources that can have one.
class TestBrokerCertificates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void mqtt_data();
    void mqtt();
    void redis_data() { addClients(); }
    void redis();
    void amqp_data() { addClients(); }
    void amqp();
    void postgres_data() { addClients(); }
    void postgres();

private:
    static void addClients();
    [[nodiscard]] QString addressOf(const QString& url, const QString& client) const;
    void judge(const QString& url, const QByteArray& secret = {});

    std::unique_ptr<Certificates> m_certificates;
    Certificates::Pair m_authority, m_server;
    QTemporaryDir m_folder;
    std::unique_ptr<RabbitMqServer> m_rabbit;
    std::unique_ptr<PostgresServer> m_postgres;
};

void TestBrokerCertificates::initTestCase() {
    if (!Certificates::isPossible())
        QSKIP("openssl is not installed");
    m_certificates = std::make_unique<Certificates>();
    const auto write = [this](const char* name, const QByteArray& content) {
        QFile file(m_folder.filePath(QLatin1String(name)));
        // libpq takes no key that others may read.
        return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
               file.write(content) == content.size();
    };
    const auto stranger = m_certificates->authority(QStringLiteral("stranger"));
    const auto strange = m_certificates->issue(&stranger, QStringLiteral("DNS:desk"));
    m_authority = m_certificates->authority(QStringLiteral("authority"));
    m_server = m_certificates->issue(&m_authority, QStringLiteral("IP:127.0.0.1"));
    const auto known = m_certificates->issue(&m_authority, QStringLiteral("DNS:desk"));
    QVERIFY(write("ca.pem", m_authority.certificate));
    QVERIFY(write("known.pem", known.certificate) && write("known.key", known.key));
    QVERIFY(write("strange.pem", strange.certificate) && write("strange.key", strange.key));
}

void TestBrokerCertificates::addClients() {
    QTest::addColumn<QString>("client"); // the name of its certificate
    QTest::newRow("known") << QStringLiteral("known");
    QTest::newRow("of a strange authority") << QStringLiteral("strange");
    QTest::newRow("none") << QString();
}

/// `url` has its question mark already.
QString TestBrokerCertificates::addressOf(const QString& url, const QString& client) const {
    const QString trusting = url + QLatin1String("&ca=") + m_folder.filePath(QStringLiteral("ca.pem"));
    return client.isEmpty()
               ? trusting
               : trusting + QStringLiteral("&cert=%1.pem&cert-key=%1.key").arg(m_folder.filePath(client));
}

void TestBrokerCertificates::judge(const QString& url, const QByteArray& secret) {
    QFETCH(QString, client);
    const auto seen = look(SourceTrial::settings(addressOf(url, client), secret));
    if (client == QLatin1String("known")) {
        QVERIFY2(seen, seen ? "" : qPrintable(seen.error().text()));
        return;
    }
    QVERIFY(!seen);
    QVERIFY2(seen.error().text().contains(QLatin1String("certificate")), qPrintable(seen.error().text()));
}

void TestBrokerCertificates::mqtt_data() {
    addClients();
    QTest::newRow("known, version 5") << QStringLiteral("known");
}

void TestBrokerCertificates::mqtt() {
    if (!MosquittoServer::isPossible())
        QSKIP("Mosquitto is not installed");
    MosquittoServer server;
    server.setCertificate(m_server.certificate, m_server.key);
    server.addLines("cafile " + m_folder.filePath(QStringLiteral("ca.pem")).toUtf8() +
                    "\nrequire_certificate true\n");
    server.start();
    const bool isFive = QByteArrayView(QTest::currentDataTag()).endsWith("5");
    judge(QStringLiteral("mqtts://127.0.0.1:%1?version=%2")
              .arg(server.port())
              .arg(QLatin1String(isFive ? "5" : "3.1.1")));
}

void TestBrokerCertificates::redis() {
    if (!RedisServer::isPossible())
        QSKIP("Redis is not installed");
    RedisServer server;
    server.setCertificate(m_server.certificate, m_server.key, m_authority.certificate, true);
    server.start();
    judge(QStringLiteral("rediss://127.0.0.1:%1?pattern=*").arg(server.port()));
}

void TestBrokerCertificates::amqp() {
    if (!RabbitMqServer::isInstalled())
        QSKIP("RabbitMQ is not installed");
    if (!m_rabbit) {
        m_rabbit = std::make_unique<RabbitMqServer>();
        m_rabbit->setCertificate(m_server.certificate, m_server.key, m_authority.certificate, true);
        QVERIFY2(m_rabbit->start(), m_rabbit->log().constData());
    }
    judge(QStringLiteral("amqps://guest@127.0.0.1:%1/?exchange=amq.topic").arg(m_rabbit->tlsPort()));
}

void TestBrokerCertificates::postgres() {
    if (!PostgresServer::isInstalled())
        QSKIP("PostgreSQL is not installed");
    if (!m_postgres) {
        m_postgres = std::make_unique<PostgresServer>();
        m_postgres->setCertificate(m_server.certificate, m_server.key, m_authority.certificate);
        QVERIFY2(m_postgres->start(), m_postgres->log().constData());
    }
    const QString url =
        m_postgres->url(QStringLiteral("postgres"), QStringLiteral("connection=lab&sslmode=verify-full"));
    QFETCH(QString, client);
    if (client != QLatin1String("known"))
        return judge(url, PostgresServer::password());
    // It lets us in, and has no history to read.
    const auto seen = look(SourceTrial::settings(addressOf(url, client), PostgresServer::password()));
    QVERIFY(!seen);
    QVERIFY2(seen.error().text().contains(QLatin1String("no history")), qPrintable(seen.error().text()));
}

QTEST_GUILESS_MAIN(TestBrokerCertificates)
#include "tst_brokercertificates.moc"
