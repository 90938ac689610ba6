// SPDX-License-Identifier: MIT
#pragma once

#include "connectoroption.h"

#include <chrono>

namespace meshwatch::cli {

/// What the commands that talk to peers and change things share.
struct TalkOptions : ConnectorOptions {
    bool isJson = false;
    std::string answerTime;
    std::string timeout = "60s";
};

void addTalkOptions(CLI::App& command, TalkOptions& options);
/// The same without `--timeout`, for commands that have one of their own or change nothing.
void addReadOptions(CLI::App& command, TalkOptions& options);

/// An option that takes a time such as "5s".
void addTimeOption(CLI::App& command, const char* name, std::string& value, const char* help,
                   const char* form);

/// A Connector to talk to.
struct Talk {
    ChosenConnector chosen;
    std::unique_ptr<ConnectorClient> client;
    std::chrono::milliseconds timeout{60'000}; ///< how long what is in doubt is looked up
};

/// Opens the Connector of these options and does `work` with it; the exit code.
[[nodiscard]] int talk(const TalkOptions& options, const std::function<int(Talk&)>& work);

/// Says why and gives the exit code.
[[nodiscard]] int fail(const ConnectorError& error);

/// Lets the event loop run so long; a signal ends the process with what `stopped` says.
void pause(std::chrono::milliseconds time, const std::function<int()>& stopped);

/// One try: what is asked again and again has its own pauses.
[[nodiscard]] inline CallOptions onlyOnce() {
    CallOptions options;
    options.tries = 1;
    return options;
}

/// A change that a Connector is asked for: once, whatever happens.
///
/// When the connection breaks so that nobody knows whether the Connector did it, it is looked up until that
/// is known, or until the time is over. A signal meanwhile says what is certain.
class Change {
public:
    enum class Looked { Unanswered, NotDone, Done };

    /// `what` completes “The Connector was asked to …”; `where` says how a person can look.
    Change(const Talk& talk, QString what, QString where)
        : m_timeout(talk.timeout)
        , m_what(std::move(what))
        , m_where(std::move(where)) {}

    /// What await() says when a signal ends it.
    [[nodiscard]] std::function<int()> stopped() const;
    /// Of a call that gave this error: was it done all the same? If it is certain that it was not, the error
    /// is no longer in doubt.
    [[nodiscard]] bool turnsOutDone(ConnectorError& error, const std::function<Looked()>& look) const;
    /// Says why, and what is certain; the exit code.
    [[nodiscard]] int failed(const ConnectorError& error) const;

private:
    const std::chrono::milliseconds m_timeout;
    const QString m_what;
    const QString m_where;
};

/// What a look found, by a test of what came.
template<typename T, typename Test>
[[nodiscard]] Change::Looked looked(const ConnectorResult<T>& answer, Test isDone) {
    if (!answer)
        return Change::Looked::Unanswered;
    return isDone(*answer) ? Change::Looked::Done : Change::Looked::NotDone;
}

} // namespace meshwatch::cli
