// SPDX-License-Identifier: MIT
#include "command.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>
#include <cstdio>
#include <sys/signalfd.h>
#include <unistd.h>

namespace meshwatch::cli {

void print(const QByteArray& text) {
    if (std::fwrite(text.constData(), 1, size_t(text.size()), stdout) < size_t(text.size()) ||
        std::fflush(stdout) != 0)
        std::_Exit(Success); // a pipe closed by `head` is no failure
}

void complain(const QString& text) {
    const QByteArray line = QByteArray("meshwatch-cli: ").append(text.toLocal8Bit()).append('\n');
    (void)std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
}

int fail(const Error& error, int code) {
    complain(error.text());
    return code;
}

int runUntilStopped() {
    // main() has blocked both signals in every thread, so that they arrive here only.
    sigset_t signalsToTake;
    sigemptyset(&signalsToTake);
    sigaddset(&signalsToTake, SIGINT);
    sigaddset(&signalsToTake, SIGTERM);
    const int fd = ::signalfd(-1, &signalsToTake, SFD_NONBLOCK | SFD_CLOEXEC);
    QSocketNotifier notifier(fd, QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, qApp, [fd] {
        signalfd_siginfo info{};
        (void)!::read(fd, &info, sizeof info);
        QCoreApplication::exit(Success);
    });
    const int code = QCoreApplication::exec();
    ::close(fd);
    return code;
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

} // namespace meshwatch::cli
