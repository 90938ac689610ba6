// SPDX-License-Identifier: MIT
#include "webhooksdocument.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace meshwatch::cli {

using Format = ConfigurationDocument::Format;

namespace {

/// Nobody's configuration is larger; a larger file is something else.
constexpr qint64 largest = 16 * 1024 * 1024;

Error inFile(const std::string& name, const Error& error) {
    const QString shown = name == "-" ? QStringLiteral("standard input") : text(name);
    return {error.code, QStringLiteral("%1: %2").arg(shown, error.message), error.advice};
}

Result<QByteArray> contentOf(const std::string& name) {
    QFile file(text(name));
    if (name != "-" && QFileInfo(file).isDir())
        return inFile(name,
                      {QStringLiteral("cli.read"), QStringLiteral("This is a folder, not a file."), {}});
    if (name == "-" ? !file.open(stdin, QIODevice::ReadOnly) : !file.open(QIODevice::ReadOnly))
        return readError(file);
    QByteArray bytes;
    for (QByteArray part; bytes.size() <= largest; bytes += part) { // a pipe gives a part at a time
        part = file.read(largest + 1 - bytes.size());
        if (part.isEmpty())
            break;
    }
    if (file.error() != QFile::NoError)
        return readError(file);
    if (bytes.size() > largest)
        return inFile(name, {QStringLiteral("cli.tooLarge"),
                             QStringLiteral("This is larger than 16 MiB and no configuration."),
                             {}});
    return bytes;
}

std::optional<Format> recognise(const QByteArray& content, const std::string& name) {
    return ConfigurationDocument::recognise(content, name == "-" ? QString() : text(name));
}

Result<ConnectorConfiguration::Environment> readVariables(ConfigurationInput& input,
                                                          const std::string& name) {
    if (name.empty())
        return ConnectorConfiguration::Environment();
    const auto content = contentOf(name);
    if (!content)
        return content.error();
    input.environment = *content;
    auto variables = ConnectorConfiguration::parseEnvironment(*content);
    if (!variables)
        return inFile(name, variables.error());
    return variables;
}

/// As the Connector reads its file, which is more than can be changed in it.
Result<ConfigJson> readJson(const QByteArray& bytes, const std::string& name) {
    auto json = configjson::parse(bytes);
    if (!json)
        return inFile(name, {json.error().code, json.error().message,
                             QStringLiteral("A Connector does not start with it.")});
    if (!json->is_object())
        return inFile(name, {QStringLiteral("configuration.notAnObject"),
                             QStringLiteral("This is JSON, but no object."),
                             QStringLiteral("A configuration is {\"modules\": {\"webhooks\": {…}}, …}.")});
    return json;
}

/// Values of webhooks that neither the file nor the variables say.
QStringList unknownPlaces(const ConfigurationDocument& document,
                          const ConnectorConfiguration::Environment& variables) {
    const ConnectorConfiguration given({}, variables);
    QStringList unknown;
    for (const QString& place : document.unknownPlaces()) {
        if (place.isEmpty())
            complain(QStringLiteral("A mounted file or env_file may configure more: it is not looked at."));
        else if (place.startsWith(QLatin1String("/modules/webhooks")) && given.variableFor(place).isEmpty())
            unknown.append(place);
    }
    return unknown;
}

} // namespace

CLI::Option* addFormatOption(CLI::App& command, const std::string& name, std::optional<Format>& format,
                             const std::string& what) {
    static const std::map<std::string, Format> forms{{"json", Format::Json},
                                                     {"env", Format::Environment},
                                                     {"compose", Format::Compose},
                                                     {"helm", Format::Helm}};
    return command
        .add_option_function<std::string>(
            name, [&format](const std::string& form) { format = forms.at(form); }, what)
        ->check(CLI::IsMember({"json", "env", "compose", "helm"}))
        ->option_text("json|env|compose|helm");
}

Result<ConfigurationInput> readConfiguration(const ConfigurationChoice& choice) {
    ConfigurationInput input;
    if (!choice.file.empty()) {
        const auto content = contentOf(choice.file);
        if (!content)
            return content.error();
        input.file = *content;
        input.form = choice.form ? *choice.form : recognise(*content, choice.file).value_or(Format::Json);
    }
    if (input.form == Format::Json) {
        const auto file = choice.file.empty() ? Result<ConfigJson>(ConfigJson::object())
                                              : readJson(input.file, choice.file);
        if (!file)
            return file.error();
        const auto variables = readVariables(input, choice.environment);
        if (!variables)
            return variables.error();
        input.configuration = ConnectorConfiguration(*file, *variables);
        return input;
    }
    const auto document = ConfigurationDocument::parse(input.file, input.form);
    if (!document)
        return inFile(choice.file, document.error());
    const auto variables = readVariables(input, choice.environment);
    if (!variables)
        return variables.error();
    input.configuration = document->configuration(*variables);
    input.unknown = unknownPlaces(*document, *variables);
    return input;
}

Result<ConfigurationInput> readWholeConfiguration(const ConfigurationChoice& choice) {
    auto input = readConfiguration(choice);
    if (!input || input->unknown.isEmpty())
        return input;
    return inFile(choice.file,
                  {QStringLiteral("cli.unknownValue"),
                   QStringLiteral("The value at %1 stands somewhere else.").arg(input->unknown.first()),
                   QStringLiteral("Give it by --env.")});
}

Result<ConfigurationDocument> readDocument(const std::string& name, std::optional<Format> format) {
    const auto content = contentOf(name);
    if (!content)
        return content.error();
    if (!format)
        format = recognise(*content, name);
    if (!format)
        return inFile(name, {QStringLiteral("cli.unknownForm"),
                             QStringLiteral("Cannot tell what form of a configuration this is."),
                             QStringLiteral("Say it with --from.")});
    const auto document = ConfigurationDocument::parse(*content, *format);
    return document ? document : inFile(name, document.error());
}

int writeDocument(const ConfigurationDocument& document, const std::string& name) {
    for (const QString& note : document.notes())
        complain(note);
    if (name.empty()) {
        print(document.text());
        return Success;
    }
    const QFileInfo old(text(name));
    QSaveFile file(old.isSymLink() ? old.symLinkTarget() : text(name));
    // A configuration has secrets: a new file is for its owner.
    const auto permissions = old.exists() ? old.permissions() : QFile::ReadOwner | QFile::WriteOwner;
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(permissions) ||
        file.write(document.text()) != document.text().size() || !file.commit())
        return fail({QStringLiteral("cli.write"),
                     QStringLiteral("Cannot write %1: %2.").arg(text(name), file.errorString()),
                     {}});
    return Success;
}

} // namespace meshwatch::cli
