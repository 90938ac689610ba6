// SPDX-License-Identifier: MIT
#include "talk.h"

#include <QTimer>

namespace meshwatch::cli {

namespace {

/// As CLI11 wants it: nothing, or what is wrong.
std::string checkDuration(const std::string& given) {
    const auto time = duration(given);
    return time && *time <= std::chrono::hours(24) ? std::string()
                                                   : "takes a time such as 5s, 10m or 2h, not " + given;
}

/// A Connector may still be at work when the connection breaks: not to be found counts only so long after.
constexpr std::chrono::milliseconds settling{15'000};

/// The same without the general words about doubt.
ConnectorError certain(ConnectorError error) {
    error.isInDoubt = false;
    return error;
}

Result<Talk> open(const TalkOptions& options) {
    auto chosen = choose(options);
    if (!chosen)
        return chosen.error();
    Talk talk;
    talk.chosen = std::move(*chosen);
    if (const auto longest = duration(options.answerTime)) {
        talk.chosen.settings.timeout = *longest;
        talk.chosen.settings.syncTimeout = *longest;
    }
    talk.timeout = duration(options.timeout).value_or(talk.timeout);
    talk.client = std::make_unique<ConnectorClient>(talk.chosen.settings);
    return talk;
}

} // namespace

void addTimeOption(CLI::App& command, const char* name, std::string& value, const char* help,
                   const char* form) {
    command.add_option(name, value, help)->check(checkDuration)->option_text(form);
}

void addReadOptions(CLI::App& command, TalkOptions& options) {
    addConnectorOptions(command, options);
    addTimeOption(command, "--answer-time", options.answerTime, "longest silence of the Connector",
                  "TIME (30s)");
    command.add_flag("--json", options.isJson, "one JSON object");
}

void addTalkOptions(CLI::App& command, TalkOptions& options) {
    addReadOptions(command, options);
    addTimeOption(command, "--timeout", options.timeout, "how long to look up a change that is in doubt",
                  "TIME (60s)");
}

int talk(const TalkOptions& options, const std::function<int(Talk&)>& work) {
    auto opened = open(options);
    if (!opened)
        return fail(opened.error(), exitCode(opened.error()));
    return work(*opened);
}

int fail(const ConnectorError& error) { return fail(error.toError(), exitCode(error)); }

void pause(std::chrono::milliseconds time, const std::function<int()>& stopped) {
    const StopSignals signalsToTake([&stopped] { std::_Exit(stopped()); });
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

int Change::failed(const ConnectorError& error) const {
    if (!error.isInDoubt)
        return fail(error);
    complain(
        QStringLiteral("In doubt: the Connector was asked to %1, once, and whether it did is not known: %2")
            .arg(m_what, certain(error).toError().text()));
    complain(QStringLiteral("Look before you ask again: %1").arg(m_where));
    return InDoubt;
}

std::function<int()> Change::stopped() const {
    return [this] {
        complain(QStringLiteral("Stopped. In doubt: the Connector was asked to %1, and whether it did is not "
                                "known.")
                     .arg(m_what));
        complain(QStringLiteral("Look before you ask again: %1").arg(m_where));
        return int(InDoubt);
    };
}

bool Change::turnsOutDone(ConnectorError& error, const std::function<Looked()>& look) const {
    if (!error.isInDoubt)
        return false;
    complain(
        QStringLiteral("%1 Whether the Connector did what it was asked to, %2, is looked up; it is not asked "
                       "a second time.")
            .arg(certain(error).toError().text(), m_what));
    const auto since = std::chrono::steady_clock::now();
    const auto passed = [since] { return std::chrono::steady_clock::now() - since; };
    for (std::chrono::milliseconds wait{1'000}; passed() + wait <= m_timeout;
         wait = std::min(wait * 2, settling)) {
        pause(wait, stopped());
        const bool isSettled = passed() >= settling;
        const Looked found = look();
        if (found == Looked::Done) {
            complain(QStringLiteral("A look-up found that it was done."));
            return true;
        }
        if (found == Looked::NotDone && isSettled) {
            error.isInDoubt = false;
            error.advice = QStringLiteral("Certainly not done, as a look-up found: try again if you wish.");
            return false;
        }
    }
    return false;
}

} // namespace meshwatch::cli
