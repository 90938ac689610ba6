// SPDX-License-Identifier: MIT
#pragma once

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <unistd.h>

/// A PostgreSQL of the test's own, with its data in a folder that goes with it. It refuses to be root: then
/// it runs as Debian's user for it. It ends with the test, however that ends.
class PostgresServer {
public:
    static bool isInstalled() { return !programs().isEmpty(); }
    static QByteArray password() { return "password-of-the-test"; }

    ~PostgresServer() { kill(); }

    /// To be called before start(): it speaks TLS only, and only with those who have a certificate of the
    /// authority.
    void setCertificate(const QByteArray& certificate, const QByteArray& key, const QByteArray& authority) {
        m_certificate = certificate;
        m_key = key;
        m_authority = authority;
    }

    /// Starts, again after kill() with what it had on its disk, and waits until it lets us in.
    bool start() {
        if (m_port == 0 && !prepare())
            return false;
        // After a kill it does not begin before the last of its old processes is gone.
        const QDeadlineTimer deadline(120'000);
        while (!deadline.hasExpired()) {
            if (m_process.state() == QProcess::NotRunning)
                launch();
            if (answers())
                return true;
            QTest::qWait(100);
        }
        return false;
    }
    /// kill -9
    void kill() {
        m_process.kill();
        m_process.waitForFinished();
    }

    quint16 port() const { return m_port; }
    QString url(const QString& database, const QString& query = {}) const {
        const QString address =
            QStringLiteral("postgresql://postgres@127.0.0.1:%1/%2").arg(m_port).arg(database);
        return query.isEmpty() ? address : address + QLatin1Char('?') + query;
    }
    /// What a statement answers, values divided by "|".
    QByteArray sql(const QByteArray& statement, const QString& database = QStringLiteral("postgres")) const {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PGPASSWORD"), QString::fromLatin1(password()));
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program("psql"),
                      {QStringLiteral("-XqAt"), QStringLiteral("-h"), QStringLiteral("127.0.0.1"),
                       QStringLiteral("-p"), QString::number(m_port), QStringLiteral("-U"),
                       QStringLiteral("postgres"), QStringLiteral("-d"), database, QStringLiteral("-c"),
                       QString::fromUtf8(statement)});
        process.waitForFinished(60'000);
        return process.readAll().trimmed();
    }
    QByteArray log() const {
        QFile file(path("log"));
        return file.open(QIODevice::ReadOnly) ? file.readAll().right(3000) : QByteArray();
    }

private:
    /// The folder of the newest version's programs.
    static QString programs() {
        const QDir versions(QStringLiteral("/usr/lib/postgresql"));
        const QStringList found = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        return found.isEmpty() ? QString() : versions.filePath(found.last() + QStringLiteral("/bin/"));
    }
    static QString program(const char* name) { return programs() + QLatin1String(name); }
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    /// Starts a program as a user that PostgreSQL accepts, to be killed when we end.
    void run(QProcess& process, const char* name, const QStringList& arguments) const {
        QStringList all{QStringLiteral("--pdeathsig"), QStringLiteral("KILL")};
        if (geteuid() == 0)
            all << QStringLiteral("--reuid=postgres") << QStringLiteral("--regid=postgres")
                << QStringLiteral("--clear-groups");
        all << QStringLiteral("--") << program(name) << arguments;
        process.setWorkingDirectory(path("server"));
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.setStandardOutputFile(path("log"), QIODevice::Append);
        process.start(QStringLiteral("setpriv"), all);
    }

    /// For the server's eyes only: else it takes no key.
    bool write(const char* name, const QByteArray& content) const {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
               file.write(content) == content.size();
    }
    bool prepare() {
        QTcpServer free;
        if (!free.listen(QHostAddress::LocalHost))
            return false;
        m_port = free.serverPort();
        QDir().mkdir(path("server"));
        if (!write("server/password", password()) || !write("server/server.pem", m_certificate) ||
            !write("server/server.key", m_key) || !write("server/ca.pem", m_authority) ||
            !write("server/hba.conf", "hostssl all all 127.0.0.1/32 scram-sha-256 clientcert=verify-ca\n"))
            return false;
        if (geteuid() == 0) {
            // Others may pass through.
            QFile::setPermissions(m_folder.path(),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ExeOther);
            QProcess own;
            own.start(QStringLiteral("chown"),
                      {QStringLiteral("-R"), QStringLiteral("postgres:postgres"), path("server")});
            own.waitForFinished();
        }
        QProcess initdb;
        run(initdb, "initdb",
            {QStringLiteral("-D"), path("server/data"), QStringLiteral("-U"), QStringLiteral("postgres"),
             QStringLiteral("--auth=scram-sha-256"), QStringLiteral("--pwfile=password"),
             QStringLiteral("--encoding=UTF8"), QStringLiteral("--locale=C"), QStringLiteral("--no-sync")});
        return initdb.waitForFinished(120'000) && initdb.exitCode() == 0;
    }
    void launch() {
        const auto set = [](const char* name, const QString& value) {
            return QStringList{QStringLiteral("-c"), QLatin1String(name) + QLatin1Char('=') + value};
        };
        QStringList tls;
        if (!m_certificate.isEmpty())
            tls = set("ssl", QStringLiteral("on")) + set("ssl_cert_file", path("server/server.pem")) +
                  set("ssl_key_file", path("server/server.key")) + set("ssl_ca_file", path("server/ca.pem")) +
                  set("hba_file", path("server/hba.conf"));
        run(m_process, "postgres",
            tls +
                QStringList{QStringLiteral("-D"), path("server/data"), QStringLiteral("-p"),
                            QString::number(m_port)} +
                set("listen_addresses", QStringLiteral("127.0.0.1")) +
                set("unix_socket_directories", path("server")) +
                set("shared_buffers", QStringLiteral("32MB")) + set("max_connections", QStringLiteral("40")));
        m_process.waitForStarted();
    }
    bool answers() const {
        QProcess ready;
        ready.start(program("pg_isready"),
                    {QStringLiteral("-q"), QStringLiteral("-h"), QStringLiteral("127.0.0.1"),
                     QStringLiteral("-p"), QString::number(m_port)});
        return ready.waitForFinished() && ready.exitCode() == 0;
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    QByteArray m_certificate, m_key, m_authority; ///< none: it speaks without TLS
    quint16 m_port = 0;
};
