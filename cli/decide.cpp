// SPDX-License-Identifier: MIT
#include "requests.h"

#include <meshwatch/core/json.h>
#include <meshwatch/messaging/requestcheck.h>

namespace meshwatch::cli {

namespace {

using connector::Request;

struct Options : TalkOptions {
    std::string id;
    std::string decisionFile;
    std::string code;
    std::string message;
};

bool isWaiting(const Request& request) {
    using Status = Request::Status;
    return request.status() == Status::ManualDecisionRequired || request.status() == Status::DecisionRequired;
}

/// Is what was decided kept? The answer may still be on its way.
bool isDecided(const Request& request) {
    using Status = Request::Status;
    return request.status() == Status::Decided || request.status() == Status::Completed;
}

Error notWaiting(const Request& request) {
    const QString result = resultOf(request);
    return {QStringLiteral("request.notWaiting"),
            QStringLiteral("%1 does not wait for a decision: it is %2.")
                .arg(request.id(), result.isEmpty() ? request.status().text
                                                    : request.status().text + QStringLiteral(", ") + result),
            {}};
}

Result<void> takeFile(RequestDecision& decision, const std::string& name) {
    const auto content = inputContent(name);
    if (!content)
        return content.error();
    const auto json = json::parseObject(*content);
    if (!json)
        return json.error();
    if (const auto taken = decision.take(*json); !taken)
        return taken.error();
    if (decision.isRejection())
        return Error{
            QStringLiteral("request.decision"),
            QStringLiteral("This decision rejects every item: that is what `requests reject` is for."),
            {}};
    return {};
}

int decide(const RequestDecision& decision, bool isJson, Talk& talk) {
    if (const auto problems = decision.problems(); !problems.empty()) {
        complain(problems);
        return fail({QStringLiteral("request.undecided"),
                     QStringLiteral("Nothing was decided: the places above need what stands there."),
                     QStringLiteral("Give it by --decision FILE.")});
    }
    const auto checked = await(requestcheck::canDecide(*talk.client, decision));
    if (!checked)
        return fail(checked.error());
    if (!checked->empty()) {
        complain(*checked);
        return fail({QStringLiteral("request.refused"),
                     QStringLiteral("Nothing was decided: the Connector would not take this."),
                     {}});
    }
    const QString id = decision.request().id();
    const Change change(
        talk, (decision.isRejection() ? QStringLiteral("reject %1") : QStringLiteral("accept %1")).arg(id),
        QStringLiteral("requests show %1").arg(id));
    auto decided = await(requestcheck::decide(*talk.client, decision), change.stopped());
    if (!decided) {
        ConnectorError error = decided.error();
        const auto look = [&] {
            decided = await(talk.client->incomingRequests().get(id, onlyOnce()), change.stopped());
            return looked(decided, isDecided);
        };
        if (!change.turnsOutDone(error, look))
            return change.failed(error);
    }
    print(isJson ? json::compact(asJson(*decided)) + '\n' : asLine(*decided));
    return Success;
}

/// Reads the Request, has `choose` say something to each item, and decides.
template<typename Choose>
int decideWith(const Options& options, Choose choose) {
    return talk(options, [&](Talk& talk) {
        const auto request = await(talk.client->incomingRequests().get(text(options.id)));
        if (!request)
            return fail(request.error());
        if (!isWaiting(*request))
            return fail(notWaiting(*request));
        RequestDecision decision(*request);
        if (const Result<void> chosen = choose(decision); !chosen)
            return fail(chosen.error());
        return decide(decision, options.isJson, talk);
    });
}

int accept(const Options& options) {
    return decideWith(options, [&options](RequestDecision& decision) -> Result<void> {
        if (!options.decisionFile.empty())
            return takeFile(decision, options.decisionFile);
        decision.acceptAll();
        return {};
    });
}

int reject(const Options& options) {
    return decideWith(options, [&options](RequestDecision& decision) -> Result<void> {
        decision.rejectAll(text(options.code), text(options.message));
        return {};
    });
}

} // namespace

void addDecisions(CLI::App& group, Action& action) {
    auto options = std::make_shared<Options>();

    CLI::App* accepts = group.add_subcommand("accept", "Accept a Request, after asking whether it can be");
    accepts->add_option("id", options->id)->required()->option_text("ID");
    accepts
        ->add_option("--decision", options->decisionFile,
                     "what is said to each item, JSON; - is standard input. Without, every item that takes "
                     "nothing more is accepted")
        ->option_text("FILE");
    addTalkOptions(*accepts, *options);
    accepts->callback([options, &action] { action = [options] { return accept(*options); }; });

    CLI::App* rejects = group.add_subcommand("reject", "Reject a Request, after asking whether it can be");
    rejects->add_option("id", options->id)->required()->option_text("ID");
    rejects->add_option("--code", options->code, "a reason for programs")->option_text("CODE");
    rejects->add_option("--message", options->message, "and for people")->option_text("TEXT");
    addTalkOptions(*rejects, *options);
    rejects->callback([options, &action] { action = [options] { return reject(*options); }; });
}

} // namespace meshwatch::cli
