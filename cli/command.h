// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/error.h>
#include <meshwatch/core/micros.h>
#include <meshwatch/core/result.h>

#include <CLI/CLI.hpp>

#include <QByteArray>
#include <QHostAddress>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

class QFile;

namespace meshwatch::cli {

/// What the process ends with. InDoubt: a change was asked for once, and whether it was made is not known.
enum ExitCode { Success = 0, Failed = 1, Misuse = 2, Unreachable = 3, InDoubt = 4 };

/// What main() runs once the command line is understood; it returns the exit code.
using Action = std::function<int()>;

/// Each command adds itself to the command line and sets `action` when chosen.
void addSandbox(CLI::App& app, Action& action);
void addConnect(CLI::App& app, Action& action);
void addSync(CLI::App& app, Action& action);
void addWatch(CLI::App& app, Action& action);
void addServe(CLI::App& app, Action& action);
void addEvents(CLI::App& app, Action& action);
void addDiagnose(CLI::App& app, Action& action);
void addImport(CLI::App& app, Action& action);
void addExport(CLI::App& app, Action& action);
void addSend(CLI::App& app, Action& action);
void addRequests(CLI::App& app, Action& action);
void addRelationships(CLI::App& app, Action& action);
void addTemplate(CLI::App& app, Action& action);
void addFiles(CLI::App& app, Action& action);
void addRoundTrip(CLI::App& app, Action& action);
void addWebhooks(CLI::App& app, Action& action);

/// Writes to stdout at once; ends the process where that fails.
void print(const QByteArray& text);
/// The same for who has to clean up. Nothing if written, else the code to end with: 0 where nobody reads any
/// more, 1 when it cannot be written, after saying why.
[[nodiscard]] std::optional<int> tryPrint(const QByteArray& text);
/// Is stdout anything but a pipe that nobody reads any more?
[[nodiscard]] bool isOutputRead();
/// "meshwatch-cli: …" on stderr.
void complain(const QString& text);
/// Has complain() hand its texts to `write` instead.
void complainTo(std::function<void(const QString& text)> write);
int fail(const Error& error, int code = Failed);
/// What a command that has an end says when a signal ends it before.
[[nodiscard]] Error stoppedEarly();

/// Runs the event loop until SIGINT, SIGTERM or QCoreApplication::exit().
int runUntilStopped();

/// "127.0.0.1:8477", "[::1]:0", ":8477" (loopback).
struct ListenAddress {
    QHostAddress address;
    quint16 port = 0;
};
[[nodiscard]] Result<ListenAddress> listenAddress(const std::string& text);

/// The secret in an environment variable; an error names the variable when it is not set or empty.
[[nodiscard]] Result<QByteArray> secretFrom(const std::string& variable);

[[nodiscard]] Error readError(const QFile& file);
/// The content of a file that the command line names.
[[nodiscard]] Result<QByteArray> fileContent(const std::string& name);
/// The same where `-` is standard input.
[[nodiscard]] Result<QByteArray> inputContent(const std::string& name);

/// "500ms", "5s", "10m", "2h", "7d"; nothing if it is none of these or not above 0.
[[nodiscard]] std::optional<std::chrono::milliseconds> duration(const std::string& text);
/// A moment: ISO 8601, or how long from now. Error "cli.badTime".
[[nodiscard]] Result<Micros> moment(const std::string& text);

/// A peer's text as it may go to a terminal: control characters are blanks.
[[nodiscard]] QString printable(QString text);

[[nodiscard]] inline QString text(const std::string& value) { return QString::fromStdString(value); }

} // namespace meshwatch::cli
