// SPDX-License-Identifier: MIT
#pragma once

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/prctl.h>

/// A RabbitMQ of the test's own: other ports, other folders, another epmd than those of the machine. It ends
/// with the test, however that ends.
class RabbitMqServer {
public:
    static bool isInstalled() { return QFile::exists(program()); }

    RabbitMqServer() {
        addUser(QStringLiteral("guest"), QStringLiteral("guest"));
        allow(QStringLiteral("guest"), QStringLiteral("/"));
    }
    ~RabbitMqServer() {
        killHard();
        m_epmd.kill();
        m_epmd.waitForFinished();
    }

    /// To be called before start(), as the next four.
    void addUser(const QString& name, const QString& password) {
        QByteArray hash("salt");
        hash += QCryptographicHash::hash(QByteArray(hash + password.toUtf8()), QCryptographicHash::Sha256);
        m_users.append(QJsonObject{
            {QStringLiteral("name"), name},
            {QStringLiteral("password_hash"), QString::fromLatin1(hash.toBase64())},
            {QStringLiteral("hashing_algorithm"), QStringLiteral("rabbit_password_hashing_sha256")},
            {QStringLiteral("tags"), QString()}});
    }
    void allow(const QString& user, const QString& vhost, const QString& configure = QStringLiteral(".*"),
               const QString& write = QStringLiteral(".*"), const QString& read = QStringLiteral(".*")) {
        const QJsonObject host{{QStringLiteral("name"), vhost}};
        if (!m_vhosts.contains(host))
            m_vhosts.append(host);
        m_permissions.append(QJsonObject{{QStringLiteral("user"), user},
                                         {QStringLiteral("vhost"), vhost},
                                         {QStringLiteral("configure"), configure},
                                         {QStringLiteral("write"), write},
                                         {QStringLiteral("read"), read}});
    }
    void addPolicy(const QString& queues, const QJsonObject& definition) {
        m_policies.append(QJsonObject{{QStringLiteral("vhost"), QStringLiteral("/")},
                                      {QStringLiteral("name"), queues},
                                      {QStringLiteral("pattern"), queues},
                                      {QStringLiteral("apply-to"), QStringLiteral("queues")},
                                      {QStringLiteral("priority"), 0},
                                      {QStringLiteral("definition"), definition}});
    }
    /// It speaks TLS too, at tlsPort().
    void setCertificate(const QByteArray& certificate, const QByteArray& key, const QByteArray& authority,
                        bool needsCertificates = false) {
        m_hasTls = write(QStringLiteral("broker.pem"), certificate) &&
                   write(QStringLiteral("broker.key"), key) && write(QStringLiteral("ca.pem"), authority);
        m_needsCertificates = needsCertificates;
    }
    QString caFile() const { return path(QStringLiteral("ca.pem")); }

    /// Starts, again after killHard() with what it had on its disk, and waits until it lets us in.
    bool start() {
        if (m_ports.isEmpty() && !prepare())
            return false;
        launch();
        return QTest::qWaitFor([this] { return answers(); }, 300'000);
    }
    /// Without waiting.
    void launch() {
        if (m_process.state() != QProcess::NotRunning)
            return;
        m_process.setProcessEnvironment(environment());
        m_process.setWorkingDirectory(m_folder.path());
        m_process.setStandardOutputFile(path(QStringLiteral("out")), QIODevice::Append);
        m_process.setStandardErrorFile(path(QStringLiteral("err")), QIODevice::Append);
        endWithUs(m_process);
        m_process.start(program(), QStringList());
        m_process.waitForStarted();
    }
    /// kill -9, as when the power fails.
    void killHard() {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.kill();
        m_process.waitForFinished();
    }
    /// The name of a new quorum queue, or the keeper of all streams, is written down half a second after it
    /// was made; one killed before has lost it for ever.
    bool hasOnDisk(const QByteArray& queue, bool isStream = false) const {
        const QByteArray name =
            isStream ? QByteArray("rabbit_stream_coordinator") : QByteArray("%2F_" + queue);
        QDirIterator files(path(QStringLiteral("data")), {QStringLiteral("names.dets")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(name))
                return true;
        }
        return false;
    }
    bool restart() {
        killHard();
        return start();
    }

    quint16 port() const { return m_ports.at(0); }
    quint16 tlsPort() const { return m_ports.at(1); }
    /// "amqp://guest@127.0.0.1:PORT/" with `rest` behind it.
    QString url(const QString& rest) const {
        return QStringLiteral("amqp://guest@127.0.0.1:%1/%2").arg(port()).arg(rest);
    }
    QByteArray log() const {
        QFile file(path(QStringLiteral("out")));
        return file.open(QIODevice::ReadOnly) ? file.readAll().right(3000) : QByteArray();
    }

private:
    static QString program() { return QStringLiteral("/usr/lib/rabbitmq/bin/rabbitmq-server"); }
    QString path(const QString& name) const { return m_folder.filePath(name); }
    bool write(const QString& name, const QByteArray& content) const {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }
    static void endWithUs(QProcess& process) {
        process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    }

    bool prepare() {
        QList<QTcpServer*> servers;
        for (int i = 0; i < 4; ++i) {
            servers.append(new QTcpServer);
            servers.last()->listen(QHostAddress::LocalHost);
            m_ports.append(servers.last()->serverPort());
        }
        qDeleteAll(servers);
        QByteArray settings = "listeners.tcp.1 = 127.0.0.1:" + QByteArray::number(port()) +
                              "\nload_definitions = " + path(QStringLiteral("definitions.json")).toUtf8() +
                              "\ndisk_free_limit.absolute = 1MB\nloopback_users = none\nlog.console = true\n"
                              "log.file = false\n";
        if (m_hasTls)
            settings += "listeners.ssl.1 = 127.0.0.1:" + QByteArray::number(tlsPort()) +
                        "\nssl_options.cacertfile = " + caFile().toUtf8() +
                        "\nssl_options.certfile = " + path(QStringLiteral("broker.pem")).toUtf8() +
                        "\nssl_options.keyfile = " + path(QStringLiteral("broker.key")).toUtf8() + '\n';
        if (m_needsCertificates)
            settings += "ssl_options.verify = verify_peer\nssl_options.fail_if_no_peer_cert = true\n";
        const QJsonObject definitions{{QStringLiteral("users"), m_users},
                                      {QStringLiteral("vhosts"), m_vhosts},
                                      {QStringLiteral("permissions"), m_permissions},
                                      {QStringLiteral("policies"), m_policies}};
        QDir(m_folder.path()).mkpath(QStringLiteral("data"));
        endWithUs(m_epmd);
        m_epmd.start(QStringLiteral("epmd"), {QStringLiteral("-port"), QString::number(m_ports.at(3)),
                                              QStringLiteral("-address"), QStringLiteral("127.0.0.1")});
        return write(QStringLiteral("rabbitmq.conf"), settings) &&
               write(QStringLiteral("definitions.json"), QJsonDocument(definitions).toJson()) &&
               write(QStringLiteral("plugins"), "[].\n") && m_epmd.waitForStarted();
    }

    QProcessEnvironment environment() const {
        auto all = QProcessEnvironment::systemEnvironment();
        const auto set = [&all](const char* name, const QString& value) {
            all.insert(QLatin1String(name), value);
        };
        set("HOME", m_folder.path());
        set("RABBITMQ_NODENAME", QStringLiteral("test%1@localhost").arg(port()));
        set("RABBITMQ_NODE_IP_ADDRESS", QStringLiteral("127.0.0.1"));
        set("RABBITMQ_NODE_PORT", QString::number(port()));
        set("RABBITMQ_DIST_PORT", QString::number(m_ports.at(2)));
        set("ERL_EPMD_PORT", QString::number(m_ports.at(3)));
        set("RABBITMQ_MNESIA_BASE", path(QStringLiteral("data")));
        set("RABBITMQ_LOG_BASE", path(QStringLiteral("log")));
        set("RABBITMQ_PID_FILE", path(QStringLiteral("pid")));
        set("RABBITMQ_CONFIG_FILE", path(QStringLiteral("rabbitmq")));
        set("RABBITMQ_CONF_ENV_FILE", path(QStringLiteral("none")));
        set("RABBITMQ_ENABLED_PLUGINS_FILE", path(QStringLiteral("plugins")));
        // So that the script becomes the server, and killing it kills that.
        set("RABBITMQ_ALLOW_INPUT", QStringLiteral("1"));
        set("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
            QStringLiteral("-noinput +S 1:1 +sbwt none -kernel inet_dist_use_interface {127,0,0,1}"));
        return all;
    }

    /// The port opens before the server lets anyone in: asked as AMQP asks, it says who it is then.
    bool answers() const {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), port());
        if (!socket.waitForConnected(1000))
            return false;
        socket.write(QByteArray("AMQP\x00\x00\x09\x01", 8));
        return socket.waitForReadyRead(1000) && socket.read(1) == QByteArray("\x01", 1);
    }

    QTemporaryDir m_folder;
    QList<quint16> m_ports; ///< AMQP, AMQP with TLS, between nodes, epmd
    QJsonArray m_users;
    QJsonArray m_vhosts;
    QJsonArray m_permissions;
    QJsonArray m_policies;
    bool m_hasTls = false;
    bool m_needsCertificates = false;
    QProcess m_epmd;
    QProcess m_process;
};
