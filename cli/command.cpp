// SPDX-License-Identifier: MIT
#include "command.h"

#include "stopsignals.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <poll.h>
#include <unistd.h>

namespace meshwatch::cli {

std::optional<int> tryPrint(const QByteArray& text) {
    if (std::fwrite(text.constData(), 1, size_t(text.size()), stdout) == size_t(text.size()) &&
        std::fflush(stdout) == 0)
        return std::nullopt;
    if (errno == EPIPE)
        return Success; // a pipe closed by `head` is no failure
    return fail({QStringLiteral("cli.write"),
                 QStringLiteral("Cannot write to standard output: %1.")
                     .arg(QString::fromLocal8Bit(std::strerror(errno))),
                 {}});
}

void print(const QByteArray& text) {
    if (const auto end = tryPrint(text))
        std::_Exit(*end);
}

bool isOutputRead() {
    pollfd output{STDOUT_FILENO, 0, 0};
    return ::poll(&output, 1, 0) <= 0 || (output.revents & POLLERR) == 0;
}

void complain(const QString& text) {
    const QByteArray line = QByteArray("meshwatch-cli: ").append(text.toLocal8Bit()).append('\n');
    (void)std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
}

int fail(const Error& error, int code) {
    complain(error.text());
    return code;
}

Error stoppedEarly() { return {QStringLiteral("stopped"), QStringLiteral("Stopped before the end."), {}}; }

int runUntilStopped() {
    const StopSignals signalsToTake([] { QCoreApplication::exit(Success); });
    return QCoreApplication::exec();
}

Result<ListenAddress> listenAddress(const std::string& given) {
    const QString whole = text(given);
    const qsizetype colon = whole.lastIndexOf(QLatin1Char(':'));
    bool isPort = false;
    const uint port = whole.mid(colon + 1).toUInt(&isPort);
    QString host = whole.left(qMax(qsizetype(0), colon));
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']')))
        host = host.mid(1, host.size() - 2);
    ListenAddress result{host.isEmpty() || host == QLatin1String("localhost")
                             ? QHostAddress(QHostAddress::LocalHost)
                             : QHostAddress(host),
                         quint16(port)};
    if (colon < 0 || !isPort || port > 65535 || result.address.isNull())
        return Error{QStringLiteral("cli.badAddress"),
                     QStringLiteral("“%1” is no address to listen on.").arg(whole),
                     QStringLiteral("Write ADDRESS:PORT, such as 127.0.0.1:8477; port 0 takes a free one.")};
    return result;
}

Result<QByteArray> secretFrom(const std::string& variable) {
    const QByteArray secret = qgetenv(variable.c_str());
    if (secret.isEmpty())
        return Error{
            QStringLiteral("cli.noSecret"),
            QStringLiteral("The environment variable %1 is not set or empty.").arg(text(variable)),
            QStringLiteral("Secrets are given in variables so that other users cannot see them in ps.")};
    return secret;
}

Error readError(const QFile& file) {
    return {QStringLiteral("cli.read"),
            QStringLiteral("Cannot read %1: %2.")
                .arg(file.fileName().isEmpty() ? QStringLiteral("standard input") : file.fileName(),
                     file.errorString()),
            {}};
}

Result<QByteArray> fileContent(const std::string& name) {
    QFile file(text(name));
    if (!file.open(QIODevice::ReadOnly))
        return readError(file);
    return file.readAll();
}

} // namespace meshwatch::cli
