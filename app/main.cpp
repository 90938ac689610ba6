// SPDX-License-Identifier: MIT
#include "shell/desktop.h"
#include "shell/singleinstance.h"
#include "widgets/icons.h"
#include "widgets/theme.h"

#include <meshwatch/core/coredumps.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QMessageBox>
#include <QSocketNotifier>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <csignal>
#include <cstdio>
#include <sys/signalfd.h>

using namespace meshwatch;

namespace {

enum ExitCode { Success = 0, Failed = 1, Misuse = 2 };

/// Events a second, more or less, that the sandbox's people cause.
constexpr double lifeRate = 1.5;

/// SIGINT and SIGTERM end the program as its menu does. Blocked before threads start, so that they inherit
/// it.
int takeSignals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

int refuse(const QString& text) {
    std::fprintf(stderr, "meshwatch: %s\n", qUtf8Printable(text));
    return Misuse;
}

int fail(const Error& error) {
    std::fprintf(stderr, "meshwatch: %s\n", qUtf8Printable(error.text()));
    QMessageBox box(QMessageBox::Critical, QStringLiteral("Meshwatch"), error.message);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(error.advice);
    box.exec();
    return Failed;
}

struct Arguments {
    QString data;
    bool withSandbox = false;
    QString language;
    std::optional<Theme::Mode> theme;
    double rate = lifeRate;
};

/// Ends the program for --help, --version and what the parser itself refuses.
Result<Arguments, QString> readArguments(const QApplication& application) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Watch, talk to and set up enmeshed Connectors."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions(
        {{QStringLiteral("data"), QStringLiteral("The workspace's folder."), QStringLiteral("DIR")},
         {QStringLiteral("sandbox"), QStringLiteral("Play two Connectors, with people who use them.")},
         {QStringLiteral("rate"), QStringLiteral("Actions per second of the sandbox's people (1.5)."),
          QStringLiteral("N")},
         {QStringLiteral("lang"), QStringLiteral("Language: en or de."), QStringLiteral("LANG")},
         {QStringLiteral("theme"), QStringLiteral("system, light or dark."), QStringLiteral("THEME")}});
    parser.process(application);
    Arguments arguments;
    arguments.data = parser.value(QStringLiteral("data"));
    arguments.withSandbox = parser.isSet(QStringLiteral("sandbox"));
    arguments.language = parser.value(QStringLiteral("lang"));
    if (const QStringList rest = parser.positionalArguments(); !rest.isEmpty())
        return QStringLiteral("“%1” is not understood; see --help.").arg(rest.first());
    if (!arguments.language.isEmpty() && arguments.language != QLatin1String("de") &&
        arguments.language != QLatin1String("en"))
        return QStringLiteral("--lang takes en or de.");
    if (parser.isSet(QStringLiteral("rate"))) {
        bool isNumber = false;
        arguments.rate = parser.value(QStringLiteral("rate")).toDouble(&isNumber);
        if (!isNumber || arguments.rate < 0 || arguments.rate > 10'000)
            return QStringLiteral("--rate takes a number from 0 to 10000.");
    }
    if (parser.isSet(QStringLiteral("theme"))) {
        const QStringList themes{QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")};
        const auto mode = themes.indexOf(parser.value(QStringLiteral("theme")));
        if (mode < 0)
            return QStringLiteral("--theme takes system, light or dark.");
        arguments.theme = Theme::Mode(mode);
    }
    return arguments;
}

} // namespace

int main(int argc, char** argv) {
    forbidCoreDumps();
    const int signalDescriptor = takeSignals();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Meshwatch"));
    QApplication::setApplicationVersion(QStringLiteral(MESHWATCH_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("io.github.meshwatch.Meshwatch"));
    QApplication::setWindowIcon(Icons::application());
    QApplication::setQuitOnLastWindowClosed(false);
    const auto arguments = readArguments(application);
    if (!arguments)
        return refuse(arguments.error());

    // The sandbox's events are of no use to anybody afterwards, unless a folder is named for them.
    QTemporaryDir passing;
    Desktop::Options options;
    options.folder = !arguments->data.isEmpty() ? arguments->data
                     : arguments->withSandbox
                         ? passing.filePath(QStringLiteral("sandbox"))
                         : QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    options.withSandbox = arguments->withSandbox;
    options.language = arguments->language;
    options.sandbox.rate = arguments->rate;
    options.sandbox.names = {QStringLiteral("Riverside School"), QStringLiteral("City Registry")};

    SingleInstance instance(options.folder);
    Desktop desktop(options);
    const QSettings kept(QDir(options.folder).filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
    Theme::instance().apply(application, arguments->theme.value_or(Theme::Mode(
                                             qBound(0, kept.value(QStringLiteral("theme"), 0).toInt(), 2))));
    if (const auto started = desktop.start(); !started) {
        if (started.error().code == QLatin1String("workspace.inUse") && instance.wakeOther())
            return Success;
        return fail(started.error());
    }
    instance.listen();
    QObject::connect(&instance, &SingleInstance::woken, &desktop, &Desktop::raise);
    QSocketNotifier signalled(signalDescriptor, QSocketNotifier::Read);
    QObject::connect(&signalled, &QSocketNotifier::activated, &application, &QApplication::quit);
    return QApplication::exec();
}
