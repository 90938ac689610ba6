// SPDX-License-Identifier: MIT
#pragma once

#include <QHostAddress>
#include <QProcess>
#include <QTcpSocket>
#include <QUrl>

/// A program of ours, started by a test.
class Program {
public:
    static QString cli() { return QStringLiteral(MESHWATCH_BIN_DIR "/meshwatch-cli"); }

    /// Starts and waits for the first line on stdout.
    bool start(const QStringList& arguments,
               const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment()) {
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::SeparateChannels);
        m_process.start(cli(), arguments);
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(20'000))
                return false;
        }
        m_firstLine = m_process.readLine().trimmed();
        return true;
    }
    QByteArray firstLine() const { return m_firstLine; }
    /// The port in the first line's URL.
    quint16 port() const {
        return quint16(QUrl(QString::fromLatin1(m_firstLine.mid(m_firstLine.indexOf("http")))).port());
    }
    QProcess& process() { return m_process; }

    void killHard() {
        m_process.kill();
        m_process.waitForFinished();
    }
    /// SIGTERM; the exit code.
    int terminate() {
        m_process.terminate();
        return m_process.waitForFinished(20'000) ? m_process.exitCode() : -1;
    }

    struct Outcome {
        int code = -1;
        QByteArray out;
        QByteArray err;
        int lines() const { return int(out.count('\n')); }
    };
    static Outcome run(const QStringList& arguments, const QByteArray& input = {},
                       const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment()) {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(cli(), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

private:
    QProcess m_process;
    QByteArray m_firstLine;
};

/// Posts over one kept-alive connection.
class Poster {
public:
    explicit Poster(quint16 port) {
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        m_isConnected = m_socket.waitForConnected(5000);
    }
    bool isConnected() const { return m_isConnected; }
    /// The status, or 0 if the connection broke.
    int post(const QByteArray& path, const QByteArray& body,
             const QByteArray& headers = "content-type: application/json\r\n", int patienceMs = 20'000) {
        m_socket.write("POST " + path + " HTTP/1.1\r\nhost: 127.0.0.1\r\n" + headers +
                       "content-length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QByteArray answer;
        while (!answer.contains("\r\n\r\n")) {
            if (!m_socket.waitForReadyRead(patienceMs))
                return 0;
            answer += m_socket.readAll();
        }
        const qsizetype head = answer.indexOf("\r\n\r\n") + 4;
        const qsizetype at = answer.toLower().indexOf("content-length: ");
        const qsizetype length =
            at < 0 ? 0 : answer.mid(at + 16, answer.indexOf('\r', at) - at - 16).toLongLong();
        while (answer.size() < head + length && m_socket.waitForReadyRead(5000))
            answer += m_socket.readAll();
        m_body = answer.mid(head);
        return answer.mid(9, 3).toInt();
    }
    QByteArray answerBody() const { return m_body; }

private:
    QTcpSocket m_socket;
    QByteArray m_body;
    bool m_isConnected = false;
};
