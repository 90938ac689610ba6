// SPDX-License-Identifier: MIT
#include "command.h"

#include <QCoreApplication>

#include <csignal>

using namespace meshwatch::cli;

int main(int argc, char** argv) {
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
    Action action;
    for (const auto add :
         {&addSandbox, &addServe, &addWatch, &addEvents, &addImport, &addExport, &addConnect, &addSync})
        add(app, action);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        const int code = app.exit(problem);
        return code == 0 ? Success : Misuse;
    }
    return action();
}
