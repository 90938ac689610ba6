// SPDX-License-Identifier: MIT
#include "handover.h"

#include <meshwatch/core/json.h>
#include <meshwatch/core/qrpicture.h>
#include <meshwatch/messaging/requestcheck.h>

#include <QFileInfo>
#include <QSaveFile>
#include <QUuid>

namespace meshwatch::cli {

namespace {

using connector::RelationshipTemplate;

struct Options : TalkOptions {
    std::string requestFile;
    std::string title;
    std::string expires = "7d";
    int most = 0;
    std::string forWhom;
    std::string passwordVariable;
    bool showsReference = false;
    std::string what;
    std::string out;
};

/// What is asked of who accepts, when no Request is given: a relationship needs one.
RequestDraft plainRequest() {
    RequestDraft request;
    RequestItem item;
    RequestItem::Consent consent;
    consent.consent = QStringLiteral("I agree to be in contact.");
    item.kind = consent;
    request.items.emplace_back(item);
    return request;
}

Result<connector::TemplateDraft> draftOf(const Options& options, const RequestDraft& request) {
    connector::TemplateDraft draft;
    const auto expires = moment(options.expires);
    if (!expires)
        return expires.error();
    draft.expiresAt = *expires;
    draft.maxNumberOfAllocations = options.most;
    draft.forIdentity = text(options.forWhom);
    const auto password = passwordFrom(options.passwordVariable);
    if (!password)
        return password.error();
    if (!password->isEmpty())
        draft.passwordProtection = connector::PasswordProtection{*password, false, {}};
    draft.content = {
        {QStringLiteral("@type"), QStringLiteral("RelationshipTemplateContent")},
        {QStringLiteral("onNewRelationship"), request.toJson()},
        // Tells it from all others, should the connection break before its id is known.
        {QStringLiteral("metadata"),
         QJsonObject{{QStringLiteral("meshwatch"), QUuid::createUuid().toString(QUuid::WithoutBraces)}}}};
    if (!options.title.empty())
        draft.content.insert(QStringLiteral("title"), text(options.title));
    return draft;
}

int refuse(const RequestProblems& problems) {
    complain(problems);
    return fail({QStringLiteral("template.request"),
                 QStringLiteral("No template was made: its Request is not right."),
                 {}});
}

QByteArray asText(const RelationshipTemplate& made, bool showsReference) {
    return (showsReference ? made.reference().url : made.id()).toLocal8Bit() + '\n';
}

QByteArray asJson(const RelationshipTemplate& made, bool showsReference) {
    QJsonObject json{{QStringLiteral("id"), made.id()},
                     {QStringLiteral("createdAt"), made.createdAt().toIso()},
                     {QStringLiteral("expiresAt"), made.expiresAt().toIso()}};
    if (made.maxNumberOfAllocations() >= 0)
        json.insert(QStringLiteral("maxNumberOfAllocations"), made.maxNumberOfAllocations());
    if (!made.forIdentity().isEmpty())
        json.insert(QStringLiteral("forIdentity"), made.forIdentity());
    if (showsReference)
        json.insert(QStringLiteral("reference"), made.reference().url);
    return json::compact(json) + '\n';
}

/// The one that was made of this draft; one without id if there is none.
ConnectorResult<RelationshipTemplate> findMade(Talk& talk, const Change& change,
                                               const connector::TemplateDraft& draft) {
    const auto list = await(talk.client->relationshipTemplates().own({}, onlyOnce()), change.stopped());
    if (!list)
        return list.error();
    for (const RelationshipTemplate& one : *list) {
        if (one.at(u"content.metadata") == draft.content.value(QLatin1String("metadata")))
            return one;
    }
    return RelationshipTemplate();
}

int create(const Options& options, Talk& talk) {
    RequestDraft request = plainRequest();
    if (!options.requestFile.empty()) {
        const auto read = RequestDraft::fromFile(text(options.requestFile));
        if (!read)
            return fail(read.error());
        request = *read;
    }
    const auto draft = draftOf(options, request);
    if (!draft)
        return fail(draft.error(), exitCode(draft.error()));
    if (const auto problems = request.problems(); !problems.empty())
        return refuse(problems);
    const auto checked = await(requestcheck::canCreate(*talk.client, request, {}));
    if (!checked)
        return fail(checked.error());
    if (!checked->empty())
        return refuse(*checked);
    const Change change(
        talk, QStringLiteral("make a template"),
        QStringLiteral("a template that nobody was given does no harm; make another one if you "
                       "do not find it."));
    auto made = await(talk.client->relationshipTemplates().create(*draft), change.stopped());
    if (!made) {
        ConnectorError error = made.error();
        const auto look = [&] {
            made = findMade(talk, change, *draft);
            return looked(made, [](const RelationshipTemplate& one) { return !one.id().isEmpty(); });
        };
        if (!change.turnsOutDone(error, look))
            return change.failed(error);
    }
    print(options.isJson ? asJson(*made, options.showsReference) : asText(*made, options.showsReference));
    return Success;
}

/// The Connector makes a Request of the template in the background.
QString requestOf(Talk& talk, const QString& templateId) {
    for (int i = 0; i < 20; ++i) {
        const auto list = await(
            talk.client->incomingRequests().list(connector::Filter().is(u"source.reference", templateId)));
        if (!list)
            return {};
        if (!list->empty())
            return list->back().id();
        pause(std::chrono::milliseconds(250), [] { return fail(stoppedEarly()); });
    }
    return {};
}

int load(const Options& options, Talk& talk) {
    const auto reference = referenceFrom(options.what);
    if (!reference)
        return fail(reference.error(), exitCode(reference.error()));
    const auto password = passwordFrom(options.passwordVariable);
    if (!password)
        return fail(password.error(), exitCode(password.error()));
    const Change change(talk, QStringLiteral("load a template"),
                        QStringLiteral("requests list --incoming. To load it again does no harm."));
    const auto loaded =
        await(talk.client->relationshipTemplates().load(*reference, *password), change.stopped());
    if (!loaded)
        return change.failed(explained(loaded.error(), *password));
    const bool hasRequest = loaded->content().type() == QLatin1String("RelationshipTemplateContent");
    const QString request = hasRequest ? requestOf(talk, loaded->id()) : QString();
    if (options.isJson) {
        QJsonObject json{{QStringLiteral("id"), loaded->id()},
                         {QStringLiteral("createdBy"), loaded->createdBy()},
                         {QStringLiteral("content"), loaded->content().type()}};
        if (!request.isEmpty())
            json.insert(QStringLiteral("requestId"), request);
        print(json::compact(json) + '\n');
        return Success;
    }
    print((QStringLiteral("%1 of %2\n").arg(loaded->id(), loaded->createdBy()) +
           (request.isEmpty() ? QString() : QStringLiteral("%1 waits for a decision\n").arg(request)))
              .toLocal8Bit());
    return Success;
}

int draw(const QByteArray& reference, const Options& options) {
    const auto code = QrCode::encode(reference);
    if (!code)
        return fail(code.error());
    const QString name = text(options.out);
    if (name.isEmpty()) {
        print(qrpicture::blocks(*code).toUtf8());
        return Success;
    }
    const bool isPng = QFileInfo(name).suffix().compare(QLatin1String("png"), Qt::CaseInsensitive) == 0;
    const QByteArray picture = isPng ? qrpicture::png(*code) : qrpicture::svg(*code);
    QSaveFile file(name);
    // Who can read the picture can load what it refers to.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(picture) != picture.size() || !file.commit())
        return fail({QStringLiteral("cli.write"),
                     QStringLiteral("Cannot write %1: %2.").arg(name, file.errorString()),
                     {}});
    return Success;
}

int showQr(const Options& options) {
    if (!QString::fromStdString(options.what).startsWith(QLatin1String("RLT"))) {
        const auto reference = referenceFrom(options.what);
        return reference ? draw(reference->toUtf8(), options)
                         : fail(reference.error(), exitCode(reference.error()));
    }
    return talk(options, [&options](Talk& talk) {
        const auto found = await(talk.client->relationshipTemplates().get(text(options.what)));
        return found ? draw(found->reference().url.toUtf8(), options) : fail(found.error());
    });
}

void addCreate(CLI::App& group, Action& action) {
    auto options = std::make_shared<Options>();
    CLI::App* command = group.add_subcommand("create", "Make a template: an offer of a relationship");
    command
        ->add_option("--request", options->requestFile,
                     "what is asked of who accepts, JSON; without, only that they agree")
        ->option_text("FILE");
    command->add_option("--title", options->title)->option_text("TEXT");
    command->add_option("--expires", options->expires, "from now, or a moment")->option_text("TIME (7d)");
    command->add_option("--max", options->most, "by how many it can be used; any number unless given")
        ->check(CLI::Range(1, 1'000'000'000))
        ->option_text("N");
    command->add_option("--for", options->forWhom, "only for this identity")->option_text("ADDRESS");
    addPasswordOption(*command, options->passwordVariable);
    command->add_flag("--reference", options->showsReference,
                      "print the reference, which is a secret, instead of the id");
    addTalkOptions(*command, *options);
    command->callback([options, &action] {
        action = [options] {
            return talk(*options, [options](Talk& talk) { return create(*options, talk); });
        };
    });
}

void addLoad(CLI::App& group, Action& action) {
    auto options = std::make_shared<Options>();
    CLI::App* command = group.add_subcommand("load", "Load a peer's template");
    command->add_option("reference", options->what, "its reference; - reads it from standard input")
        ->required()
        ->option_text("REFERENCE|-");
    addPasswordOption(*command, options->passwordVariable);
    addTalkOptions(*command, *options);
    command->callback([options, &action] {
        action = [options] { return talk(*options, [options](Talk& talk) { return load(*options, talk); }); };
    });
}

void addQr(CLI::App& group, Action& action) {
    auto options = std::make_shared<Options>();
    CLI::App* command = group.add_subcommand("qr", "Draw a reference as QR code");
    command
        ->add_option("what", options->what,
                     "an own template, or a reference, for which no Connector is needed; - reads it from "
                     "standard input")
        ->required()
        ->option_text("ID|REFERENCE|-");
    command
        ->add_option_function<std::string>(
            "--out",
            [options](const std::string& name) {
                const QString suffix = QFileInfo(text(name)).suffix().toLower();
                if (suffix != QLatin1String("png") && suffix != QLatin1String("svg"))
                    throw CLI::ValidationError("--out", "takes a name that ends in .png or .svg");
                options->out = name;
            },
            "a picture instead of lines for the terminal")
        ->option_text("FILE.png|.svg");
    addConnectorOptions(*command, *options);
    command->callback([options, &action] { action = [options] { return showQr(*options); }; });
}

} // namespace

void addTemplate(CLI::App& app, Action& action) {
    CLI::App* group = app.add_subcommand("template", "Make, load and draw offers of a relationship");
    group->require_subcommand(1);
    addCreate(*group, action);
    addLoad(*group, action);
    addQr(*group, action);
}

} // namespace meshwatch::cli
