// SPDX-License-Identifier: MIT
#include "command.h"

#include <meshwatch/core/coredumps.h>

#include <QCoreApplication>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

using namespace meshwatch::cli;

namespace {

/// A standard stream that is closed would be the next file that is opened, and take what is printed. In its
/// place nothing can be read or written.
void occupyStandardStreams() {
    int fd = 0;
    while (fd >= 0 && fd <= STDERR_FILENO)
        fd = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    ::close(fd);
}

/// A word that is not understood says more than what is missing without it.
std::string misuse(const CLI::App* app, const CLI::Error& error) {
    const auto words = app->remaining(true);
    if (words.empty())
        return CLI::FailureMessage::simple(app, error);
    std::string command = app->get_name();
    for (const CLI::App* part = app; !part->get_subcommands().empty();) {
        part = part->get_subcommands().front();
        command += ' ' + part->get_name();
    }
    const std::string& word = words.front();
    const bool isTermOfFilter = word.find_first_of(":=~<>") != std::string::npos && word.find("--") != 0;
    return "“" + word + "” is not understood.\n" +
           (isTermOfFilter ? "If it belongs to a filter, write “--” before the filter.\n"
                           : "Run " + command + " --help for what is.\n");
}

} // namespace

int main(int argc, char** argv) {
    meshwatch::forbidCoreDumps();
    occupyStandardStreams();
    // Signals are taken in the event loop (runUntilStopped); threads started from here on inherit this.
    sigset_t signalsToTake;
    sigemptyset(&signalsToTake);
    sigaddset(&signalsToTake, SIGINT);
    sigaddset(&signalsToTake, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signalsToTake, nullptr);
    std::signal(SIGPIPE, SIG_IGN);

    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("Meshwatch"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MESHWATCH_VERSION));

    CLI::App app("Watch, talk to and set up enmeshed Connectors.", "meshwatch-cli");
    app.set_version_flag("--version", "meshwatch-cli " MESHWATCH_VERSION);
    app.require_subcommand(1);
    app.get_formatter()->column_width(38);
    app.failure_message(&misuse);
    Action action;
    for (const auto add : {&addSandbox, &addServe, &addWatch, &addEvents, &addDiagnose, &addImport,
                           &addExport, &addConnect, &addSync, &addSend, &addRequests, &addRelationships,
                           &addTemplate, &addFiles, &addRoundTrip, &addWebhooks})
        add(app, action);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        const int code = app.exit(problem);
        return code == 0 ? Success : Misuse;
    }
    return action();
}
