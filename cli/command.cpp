// SPDX-License-Identifier: MIT
#include "command.h"

#include "stopsignals.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <map>
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

namespace {

std::function<void(const QString&)>& complaints() {
    static std::function<void(const QString&)> write;
    return write;
}

} // namespace

void complainTo(std::function<void(const QString&)> write) { complaints() = std::move(write); }

void complain(const QString& text) {
    if (complaints()) {
        complaints()(text);
        return;
    }
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

Result<QByteArray> inputContent(const std::string& name) {
    if (name != "-")
        return fileContent(name);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return readError(input);
    const QByteArray content = input.readAll();
    if (input.error() != QFile::NoError)
        return readError(input);
    return content;
}

std::optional<std::chrono::milliseconds> duration(const std::string& given) {
    static const std::map<QString, qint64> units{{QStringLiteral("ms"), 1},
                                                 {QStringLiteral("s"), 1'000},
                                                 {QStringLiteral("m"), 60'000},
                                                 {QStringLiteral("h"), 3'600'000},
                                                 {QStringLiteral("d"), 86'400'000}};
    static const QRegularExpression form(QStringLiteral("^([0-9]{1,9})(ms|s|m|h|d)$"));
    const auto match = form.match(text(given));
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 count = match.captured(1).toLongLong() * units.at(match.captured(2));
    if (count <= 0)
        return std::nullopt;
    return std::chrono::milliseconds(count);
}

Result<Micros> moment(const std::string& given) {
    if (const auto span = duration(given))
        return Micros{Micros::now().value + span->count() * 1000};
    if (const auto time = Micros::fromIso(QByteArray::fromStdString(given)))
        return *time;
    return Error{QStringLiteral("cli.badTime"), QStringLiteral("“%1” is no time.").arg(text(given)),
                 QStringLiteral("Write 12h or 7d for how long from now, or a moment such as "
                                "2026-12-31T12:00:00Z.")};
}

QString printable(QString text) {
    for (QChar& c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = QLatin1Char(' ');
    }
    return text;
}

} // namespace meshwatch::cli
