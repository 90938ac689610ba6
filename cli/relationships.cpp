// SPDX-License-Identifier: MIT
#include "talk.h"

#include <meshwatch/core/json.h>
#include <meshwatch/messaging/relationshipaction.h>

#include <QJsonArray>

#include <array>

namespace meshwatch::cli {

namespace {

using connector::Relationship;
using Kind = RelationshipAction::Kind;

struct Options : TalkOptions {
    std::vector<std::string> statuses;
    std::string which;
    bool isSure = false;
};

struct Step {
    const char* name;
    Kind kind;
    const char* help;
};
constexpr std::array steps{
    Step{"accept", Kind::Accept, "Accept a relationship that a peer asks for"},
    Step{"reject", Kind::Reject, "Reject it"},
    Step{"revoke", Kind::Revoke, "Take back that we asked for one"},
    Step{"terminate", Kind::Terminate, "End a relationship; it can be reactivated"},
    Step{"reactivate", Kind::RequestReactivation, "Ask the peer to make a terminated one active again"},
    Step{"accept-reactivation", Kind::AcceptReactivation, "Agree to that"},
    Step{"reject-reactivation", Kind::RejectReactivation, "Leave it terminated"},
    Step{"revoke-reactivation", Kind::RevokeReactivation, "Take back that we asked for it"},
    Step{"decompose", Kind::Decompose, "Forget a terminated one with all that was exchanged; needs --yes"}};

QString nameOf(Kind kind) {
    for (const Step& step : steps) {
        if (step.kind == kind)
            return QLatin1String(step.name);
    }
    return {};
}

QStringList possible(const Relationship& relationship) {
    QStringList names;
    for (const RelationshipAction& action : RelationshipAction::possible(relationship))
        names.append(nameOf(action.kind));
    return names;
}

bool isPossible(const Relationship& relationship, Kind kind) {
    return possible(relationship).contains(nameOf(kind));
}

QJsonObject asJson(const Relationship& relationship) {
    const auto log = relationship.auditLog();
    QJsonObject json{{QStringLiteral("id"), relationship.id()},
                     {QStringLiteral("peer"), relationship.peer()},
                     {QStringLiteral("status"), relationship.status().text},
                     {QStringLiteral("possible"), QJsonArray::fromStringList(possible(relationship))}};
    if (!log.empty())
        json.insert(QStringLiteral("changedAt"), log.back().createdAt().toIso());
    if (const QString deletion = relationship.peerDeletionStatus(); !deletion.isEmpty())
        json.insert(QStringLiteral("peerDeletion"), deletion);
    return json;
}

QByteArray asLine(const Relationship& relationship) {
    QString line = relationship.id() + QStringLiteral("  ") + relationship.status().text.leftJustified(16) +
                   QStringLiteral("  ") + relationship.peer();
    if (const QStringList names = possible(relationship); !names.isEmpty())
        line += QStringLiteral("  (") + names.join(QStringLiteral(", ")) + QLatin1Char(')');
    return line.toLocal8Bit() + '\n';
}

int list(const Options& options, Talk& talk) {
    QStringList statuses;
    for (const std::string& status : options.statuses)
        statuses.append(text(status));
    const auto found =
        await(talk.client->relationships().list(connector::Filter().isOneOf(u"status", statuses)));
    if (!found)
        return fail(found.error());
    QJsonArray json;
    for (const Relationship& relationship : *found) {
        json.append(asJson(relationship));
        if (!options.isJson)
            print(asLine(relationship));
    }
    if (options.isJson)
        print(json::compact(QJsonObject{{QStringLiteral("relationships"), json}}) + '\n');
    return Success;
}

/// By id, or the one with this peer for which the step is possible; else the last one with it.
ConnectorResult<Relationship> find(Talk& talk, const QString& which, Kind kind) {
    if (which.startsWith(QLatin1String("REL")))
        return await(talk.client->relationships().get(which));
    const auto list = await(talk.client->relationships().list(connector::Filter().is(u"peer", which)));
    if (!list)
        return list.error();
    for (const Relationship& relationship : *list) {
        if (isPossible(relationship, kind))
            return relationship;
    }
    if (!list->empty())
        return list->back();
    ConnectorError none;
    none.kind = ConnectorError::Kind::NotFound;
    none.message = QStringLiteral("There is no relationship with %1.").arg(which);
    return none;
}

Error notPossible(const Relationship& relationship, Kind kind) {
    const QStringList names = possible(relationship);
    return {QStringLiteral("relationship.notPossible"),
            QStringLiteral("%1 is %2: “%3” is not possible.")
                .arg(relationship.id(), relationship.status().text, nameOf(kind)),
            names.isEmpty() ? QString()
                            : QStringLiteral("Possible: %1.").arg(names.join(QStringLiteral(", ")))};
}

/// What is there after a step; after decomposing nothing, which is what was wanted.
struct After {
    ConnectorResult<Relationship> relationship;
    bool isGone = false;
};

After readAfter(Talk& talk, const Change& change, const QString& id) {
    After after{await(talk.client->relationships().get(id, onlyOnce()), change.stopped())};
    after.isGone = !after.relationship && after.relationship.error().kind == ConnectorError::Kind::NotFound;
    return after;
}

void report(const Relationship& relationship, Kind kind, bool isJson) {
    if (kind != Kind::Decompose)
        return print(isJson ? json::compact(asJson(relationship)) + '\n' : asLine(relationship));
    if (!isJson)
        return print((relationship.id() + QStringLiteral("  decomposed\n")).toLocal8Bit());
    print(json::compact(QJsonObject{{QStringLiteral("id"), relationship.id()},
                                    {QStringLiteral("peer"), relationship.peer()},
                                    {QStringLiteral("status"), QStringLiteral("decomposed")}}) +
          '\n');
}

int take(Kind kind, const Options& options, Talk& talk) {
    const auto before = find(talk, text(options.which), kind);
    if (!before)
        return fail(before.error());
    if (!isPossible(*before, kind))
        return fail(notPossible(*before, kind));
    const Change change(talk, nameOf(kind) + QLatin1Char(' ') + before->id(),
                        QStringLiteral("relationships list"));
    const auto taken = await(RelationshipAction{kind}.perform(*talk.client, before->id()), change.stopped());
    if (!taken) {
        ConnectorError error = taken.error();
        const auto look = [&] {
            const After after = readAfter(talk, change, before->id());
            if (kind == Kind::Decompose && after.isGone)
                return Change::Looked::Done;
            return looked(after.relationship, [kind](const Relationship& now) {
                return kind != Kind::Decompose && !isPossible(now, kind);
            });
        };
        if (!change.turnsOutDone(error, look))
            return change.failed(error);
    }
    // It was done, whatever reading it says.
    const After after = readAfter(talk, change, before->id());
    report(after.relationship ? *after.relationship : *before, kind, options.isJson);
    return Success;
}

} // namespace

void addRelationships(CLI::App& app, Action& action) {
    CLI::App* group = app.add_subcommand("relationships", "List relationships and take steps with them");
    group->require_subcommand(1);
    auto options = std::make_shared<Options>();

    CLI::App* lists = group->add_subcommand("list", "List relationships, and what is possible with each");
    lists->add_option("--status", options->statuses, "only with this status; may be given several times")
        ->check(CLI::IsMember({"Pending", "Active", "Rejected", "Revoked", "Terminated", "DeletionProposed"}))
        ->option_text("STATUS…");
    addReadOptions(*lists, *options);
    lists->callback([options, &action] {
        action = [options] { return talk(*options, [options](Talk& talk) { return list(*options, talk); }); };
    });

    for (const Step& step : steps) {
        CLI::App* command = group->add_subcommand(step.name, step.help);
        command->add_option("which", options->which, "the relationship, or the peer's address")
            ->required()
            ->option_text("ID|ADDRESS");
        if (step.kind == Kind::Decompose)
            command->add_flag("--yes", options->isSure, "it cannot be taken back");
        addTalkOptions(*command, *options);
        command->callback([options, &action, kind = step.kind] {
            if (kind == Kind::Decompose && !options->isSure)
                throw CLI::ValidationError("--yes", RelationshipAction{kind}.meaning().toStdString() +
                                                        " It cannot be taken back: say --yes.");
            action = [options, kind] {
                return talk(*options, [options, kind](Talk& talk) { return take(kind, *options, talk); });
            };
        });
    }
}

} // namespace meshwatch::cli
