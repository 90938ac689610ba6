// SPDX-License-Identifier: MIT
#pragma once

#include <QDeadlineTimer>
#include <QFile>
#include <QHostAddress>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QThread>

#include <csignal>
#include <sys/prctl.h>

/// A server of others, started by a test on a free loopback port with everything it writes in a folder that
/// goes with it. It can be killed and started again on the same port.
class ServerProcess {
public:
    /// Debian has some servers where only the administrator looks for programs.
    [[nodiscard]] static QString find(const QString& program) {
        const QString found = QStandardPaths::findExecutable(program);
        return found.isEmpty() ? QStandardPaths::findExecutable(program, {QStringLiteral("/usr/sbin")})
                               : found;
    }

    explicit ServerProcess(const QString& program)
        : m_program(find(program)) {
        QTcpServer free;
        if (!free.listen(QHostAddress::LocalHost))
            qFatal("no free port");
        m_port = free.serverPort();
        // It ends with the test, however that ends.
        m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.setStandardOutputFile(file(QStringLiteral("log")), QIODevice::Append);
    }
    virtual ~ServerProcess() { kill(); }
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString write(const QString& name, const QByteArray& content) const {
        QFile target(file(name));
        if (!target.open(QIODevice::WriteOnly) || target.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(target.fileName()));
        return target.fileName();
    }
    /// Everything it has printed.
    [[nodiscard]] QByteArray log() const {
        QFile printed(file(QStringLiteral("log")));
        return printed.open(QIODevice::ReadOnly) ? printed.readAll() : QByteArray();
    }

    /// Starts it (again) and waits until it accepts connections.
    virtual void start() = 0;
    /// kill -9
    void kill() {
        m_process.kill();
        m_process.waitForFinished();
    }
    /// Lets it end by itself, so that it writes what it keeps.
    void end() {
        m_process.terminate();
        m_process.waitForFinished();
    }
    /// It stands still, its connections open.
    void freeze() const { ::kill(pid_t(m_process.processId()), SIGSTOP); }
    void thaw() const { ::kill(pid_t(m_process.processId()), SIGCONT); }

protected:
    void run(const QStringList& arguments) {
        m_process.setWorkingDirectory(m_folder.path());
        m_process.start(m_program, arguments);
        if (!m_process.waitForStarted())
            qFatal("cannot start %s", qPrintable(m_program));
        const QDeadlineTimer deadline(30'000);
        while (!accepts()) {
            if (deadline.hasExpired() || m_process.waitForFinished(20))
                qFatal("%s: %s", qPrintable(m_program), log().constData());
        }
    }

private:
    [[nodiscard]] bool accepts() const {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        return socket.waitForConnected(1000);
    }

    const QString m_program;
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};
