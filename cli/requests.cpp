// SPDX-License-Identifier: MIT
#include "requests.h"

#include <meshwatch/core/json.h>
#include <meshwatch/core/secrets.h>

#include <QJsonArray>
#include <QJsonDocument>

namespace meshwatch::cli {

namespace {

using connector::Request;

struct Options : TalkOptions {
    std::vector<std::string> statuses;
    bool isIncoming = false;
    bool isOutgoing = false;
    std::string id;
};

QString titleOf(const Request& request) { return request.at(u"content.title").toString(); }

QString timeOf(Micros time) {
    return time.toDateTime().toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

int list(const Options& options, Talk& talk) {
    QStringList statuses;
    for (const std::string& status : options.statuses)
        statuses.append(text(status));
    const auto filter = connector::Filter().isOneOf(u"status", statuses);
    std::vector<Request> all;
    const auto add = [&all](const ConnectorResult<std::vector<Request>>& some) {
        if (some)
            all.insert(all.end(), some->begin(), some->end());
        return some ? std::optional<int>() : fail(some.error());
    };
    if (!options.isOutgoing) {
        if (const auto code = add(await(talk.client->incomingRequests().list(filter))))
            return *code;
    }
    if (!options.isIncoming) {
        if (const auto code = add(await(talk.client->outgoingRequests().list(filter))))
            return *code;
    }
    std::sort(all.begin(), all.end(),
              [](const Request& a, const Request& b) { return a.createdAt() < b.createdAt(); });
    QJsonArray json;
    for (const Request& request : all) {
        json.append(asJson(request));
        if (!options.isJson)
            print(asLine(request));
    }
    if (options.isJson)
        print(json::compact(QJsonObject{{QStringLiteral("requests"), json}}) + '\n');
    return Success;
}

/// The items with what has been said to each, and what they need to be accepted.
QByteArray details(const Request& request) {
    QString out;
    const auto row = [&out](const char* name, const QString& value) {
        if (!value.isEmpty())
            out += QLatin1String(name).toString().leftJustified(12) + printable(value) + QLatin1Char('\n');
    };
    const QString result = resultOf(request);
    row("id", request.id());
    row(request.isOwn() ? "to" : "from", request.peer());
    row("status", request.status().text + (result.isEmpty() ? QString() : QStringLiteral(", ") + result));
    row("created", timeOf(request.createdAt()));
    row("expires", request.at(u"content.expiresAt").toString());
    row("title", titleOf(request));
    row("description", request.at(u"content.description").toString());
    RequestDecision decision(request);
    decision.acceptAll();
    for (const RequestDecision::Place& place : decision.places()) {
        const QString caption = place.item.caption();
        row(place.path.toLatin1().constData(),
            QStringLiteral("  ") + RequestItem::typeTitle(place.item.type()) +
                (caption.isEmpty() ? QString() : QStringLiteral(": ") + caption) +
                (place.item.mustBeAccepted ? QStringLiteral(" (must be accepted)") : QString()));
    }
    using Status = Request::Status;
    if (request.isOwn() ||
        (request.status() != Status::ManualDecisionRequired && request.status() != Status::DecisionRequired))
        return out.toLocal8Bit();
    for (const RequestProblem& problem : decision.problems())
        out += QStringLiteral("To accept, %1: %2\n").arg(problem.path, printable(problem.text));
    return out.toLocal8Bit();
}

int show(const Options& options, Talk& talk) {
    const auto request = readRequest(talk, text(options.id));
    if (!request)
        return fail(request.error());
    // References and ownership tokens of files are secrets that nobody asked for here.
    print(options.isJson ? json::compact(secrets::redact(QJsonValue(request->toJson()))) + '\n'
                         : details(*request));
    return Success;
}

} // namespace

ConnectorResult<Request> readRequest(Talk& talk, const QString& id) {
    auto incoming = await(talk.client->incomingRequests().get(id));
    if (incoming || incoming.error().kind != ConnectorError::Kind::NotFound)
        return incoming;
    return await(talk.client->outgoingRequests().get(id));
}

QString resultOf(const Request& request) {
    const auto response = request.response();
    return response ? response->result().text : QString();
}

QJsonObject asJson(const Request& request) {
    QJsonObject json{{QStringLiteral("id"), request.id()},
                     {QStringLiteral("isOwn"), request.isOwn()},
                     {QStringLiteral("peer"), request.peer()},
                     {QStringLiteral("status"), request.status().text},
                     {QStringLiteral("createdAt"), request.createdAt().toIso()}};
    const auto insert = [&json](const QString& name, const QString& value) {
        if (!value.isEmpty())
            json.insert(name, value);
    };
    insert(QStringLiteral("title"), titleOf(request));
    insert(QStringLiteral("expiresAt"), request.at(u"content.expiresAt").toString());
    insert(QStringLiteral("result"), resultOf(request));
    insert(QStringLiteral("source"), request.sourceReference());
    return json;
}

QByteArray asLine(const Request& request) {
    const QString result = resultOf(request);
    const QStringList columns{request.id(),
                              request.isOwn() ? QStringLiteral("outgoing") : QStringLiteral("incoming"),
                              (result.isEmpty() ? request.status().text : result).leftJustified(22),
                              timeOf(request.createdAt()),
                              request.peer(),
                              printable(titleOf(request))};
    return columns.join(QStringLiteral("  ")).trimmed().toLocal8Bit() + '\n';
}

void addRequests(CLI::App& app, Action& action) {
    CLI::App* group = app.add_subcommand("requests", "List, show and decide Requests");
    group->require_subcommand(1);
    auto options = std::make_shared<Options>();

    CLI::App* lists = group->add_subcommand("list", "List Requests, oldest first");
    lists->add_option("--status", options->statuses, "only with this status; may be given several times")
        ->check(CLI::IsMember({"Draft", "Open", "DecisionRequired", "ManualDecisionRequired", "Decided",
                               "Completed", "Expired"}))
        ->option_text("STATUS…");
    auto* incoming = lists->add_flag("--incoming", options->isIncoming, "only those of peers");
    lists->add_flag("--outgoing", options->isOutgoing, "only our own")->excludes(incoming);
    addReadOptions(*lists, *options);
    lists->callback([options, &action] {
        action = [options] { return talk(*options, [options](Talk& talk) { return list(*options, talk); }); };
    });

    CLI::App* shows = group->add_subcommand("show", "Show a Request, item by item");
    shows->add_option("id", options->id)->required()->option_text("ID");
    addReadOptions(*shows, *options);
    shows->callback([options, &action] {
        action = [options] { return talk(*options, [options](Talk& talk) { return show(*options, talk); }); };
    });

    addDecisions(*group, action);
}

} // namespace meshwatch::cli
