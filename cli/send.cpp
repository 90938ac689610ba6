// SPDX-License-Identifier: MIT
#include "sending.h"

#include <meshwatch/core/json.h>
#include <meshwatch/messaging/templatevalues.h>

namespace meshwatch::cli {

namespace {

struct MailOptions : TalkOptions {
    std::vector<std::string> to;
    std::string subject;
    std::string body;
    std::string bodyFile;
    std::vector<std::string> attachments;
    bool isMarkdown = false;
    std::string templateName;
};

struct RequestOptions : TalkOptions {
    std::string file;
    std::string to;
};

Result<MailDraft> draftOf(const MailOptions& options, Talk& talk) {
    MailDraft mail{text(options.subject), text(options.body), options.isMarkdown, {}};
    for (const std::string& attachment : options.attachments)
        mail.attachments.append(text(attachment));
    if (!options.bodyFile.empty()) {
        const auto content = inputContent(options.bodyFile);
        if (!content)
            return content.error();
        mail.body = QString::fromUtf8(*content);
    }
    if (!options.templateName.empty()) {
        MessageTemplateStore& store = talk.chosen.workspace->templates();
        if (const auto loaded = store.load(); !loaded)
            return loaded.error();
        const MessageTemplate* found = store.find(text(options.templateName));
        if (!found)
            return Error{
                QStringLiteral("cli.unknownTemplate"),
                QStringLiteral("The workspace has no template “%1”.").arg(text(options.templateName)),
                {}};
        mail.subject = found->subject;
        mail.body = found->body;
        mail.isMarkdown = found->isMarkdown;
    }
    const QStringList problems = mail.problems();
    if (!problems.isEmpty())
        return Error{QStringLiteral("mail.invalid"), problems.join(QLatin1Char('\n')), {}};
    return mail;
}

/// Whom it goes to, each once; with a template what its variables stand for.
ConnectorResult<std::vector<SendMany::To>> recipients(const MailOptions& options, Talk& talk) {
    using Attributes = ConnectorResult<std::vector<connector::Attribute>>;
    std::vector<SendMany::To> list;
    QStringList known;
    std::optional<TemplateValues> values;
    if (!options.templateName.empty()) {
        values.emplace(QDateTime::currentDateTime(), text(options.connection));
        const Attributes own = await(talk.client->attributes().ownIdentity());
        if (!own)
            return own.error();
        values->addOwn(*own);
    }
    for (const std::string& to : options.to) {
        const QString address = text(to);
        if (known.contains(address))
            continue;
        known.append(address);
        list.push_back({address, values});
        if (!values)
            continue;
        const Attributes shared = await(talk.client->attributes().ofPeer(address));
        if (!shared)
            return shared.error();
        list.back().values->addPeer(address, *shared);
    }
    return list;
}

int sendMail(const MailOptions& options, Talk& talk) {
    const auto mail = draftOf(options, talk);
    if (!mail)
        return fail(mail.error(), exitCode(mail.error()));
    auto to = recipients(options, talk);
    if (!to)
        return fail(to.error());
    Sending sending(talk);
    sending.mail(*mail, std::move(*to));
    return sending.report(options.isJson);
}

int sendRequest(const RequestOptions& options, Talk& talk) {
    const auto request = RequestDraft::fromFile(text(options.file));
    if (!request)
        return fail(request.error());
    Sending sending(talk);
    sending.request(*request, text(options.to));
    return sending.report(options.isJson);
}

void addMail(CLI::App& group, Action& action) {
    auto options = std::make_shared<MailOptions>();
    CLI::App* command = group.add_subcommand("mail", "Send a Mail, to each recipient its own message");
    command->add_option("--to", options->to, "address; several make several messages")
        ->required()
        ->option_text("ADDRESS…");
    auto* subject = command->add_option("--subject", options->subject)->option_text("TEXT");
    auto* body = command->add_option("--body", options->body, "the text")->option_text("TEXT");
    auto* bodyFile =
        command->add_option("--body-file", options->bodyFile, "or a file with it; - is standard input")
            ->excludes(body)
            ->option_text("FILE");
    command->add_option("--attach", options->attachments, "a file, or the id of one that the Connector has")
        ->option_text("FILE…");
    auto* markdown = command->add_flag("--markdown", options->isMarkdown, "the text is Markdown");
    addTalkOptions(*command, *options);
    command
        ->add_option("--template", options->templateName,
                     "subject and text of the workspace's template of this name, filled for each recipient")
        ->needs(command->get_option("--data"))
        ->excludes(subject)
        ->excludes(body)
        ->excludes(bodyFile)
        ->excludes(markdown)
        ->option_text("NAME");
    command->callback([options, &action] {
        if (options->templateName.empty() && options->subject.empty())
            throw CLI::RequiredError("--subject or --template");
        if (options->templateName.empty() && options->body.empty() && options->bodyFile.empty())
            throw CLI::RequiredError("--body, --body-file or --template");
        action = [options] {
            return talk(*options, [options](Talk& talk) { return sendMail(*options, talk); });
        };
    });
}

void addRequest(CLI::App& group, Action& action) {
    auto options = std::make_shared<RequestOptions>();
    CLI::App* command = group.add_subcommand("request", "Check a Request and send it");
    command->add_option("file", options->file, "the Request, JSON")->required()->option_text("FILE");
    command->add_option("--to", options->to, "address")->required()->option_text("ADDRESS");
    addTalkOptions(*command, *options);
    command->callback([options, &action] {
        action = [options] {
            return talk(*options, [options](Talk& talk) { return sendRequest(*options, talk); });
        };
    });
}

} // namespace

void addSend(CLI::App& app, Action& action) {
    CLI::App* group = app.add_subcommand("send", "Send Mails and Requests");
    group->require_subcommand(1);
    addMail(*group, action);
    addRequest(*group, action);
}

} // namespace meshwatch::cli
