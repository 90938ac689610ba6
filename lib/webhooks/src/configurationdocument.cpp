// SPDX-License-Identifier: MIT
#include <meshwatch/webhooks/configurationdocument.h>

#include "documentform.h"
#include "environmentplan.h"
#include "webhooksorder.h"

#include <meshwatch/core/json.h>

#include <QFileInfo>
#include <QRegularExpression>

namespace meshwatch {

namespace {

using Format = ConfigurationDocument::Format;
using documentform::Change;
using documentform::Contents;

constexpr qsizetype largest = 16 << 20;

Result<Contents> read(QByteArrayView text, Format format) {
    switch (format) {
    case Format::Json:
        return documentform::readJson(text);
    case Format::Environment:
        return documentform::readEnvironment(text);
    case Format::Compose:
        return documentform::readCompose(text);
    case Format::Helm:
        break;
    }
    return documentform::readHelm(text);
}

Result<Change> write(QByteArrayView text, Format format, const ConfigJson& webhooks) {
    switch (format) {
    case Format::Json:
        return documentform::writeJson(text, webhooks);
    case Format::Environment:
        return documentform::writeEnvironment(text, webhooks);
    case Format::Compose:
        return documentform::writeCompose(text, webhooks);
    case Format::Helm:
        break;
    }
    return documentform::writeHelm(text, webhooks);
}

QString codeOf(Format format) {
    switch (format) {
    case Format::Json:
        return QStringLiteral("configuration.badJson");
    case Format::Environment:
        return QStringLiteral("configuration.badLine");
    default:
        return QStringLiteral("configuration.badYaml");
    }
}

/// What no form can be in: nothing is found out about such a text any further.
std::optional<Error> refuse(QByteArrayView text, Format format) {
    if (text.size() > largest)
        return Error{QStringLiteral("configuration.tooLarge"),
                     QStringLiteral("The file has %1 MiB; a Connector's configuration has a few kB.")
                         .arg(text.size() >> 20),
                     QStringLiteral("Check that it is the right file.")};
    const qsizetype zero = text.indexOf('\0');
    if (zero < 0 && text.isValidUtf8())
        return std::nullopt;
    const bool isUtf16 = text.startsWith("\xff\xfe") || text.startsWith("\xfe\xff");
    return Error{
        codeOf(format),
        isUtf16 ? QStringLiteral("The file is UTF-16; a Connector's configuration is UTF-8.")
                : QStringLiteral("The file is no UTF-8 text%1.")
                      .arg(zero < 0 ? QString()
                                    : QStringLiteral(": there is a zero at ") + json::position(text, zero)),
        QStringLiteral("Save it as UTF-8.")};
}

std::optional<Format> formatOfName(const QString& fileName) {
    const QString name = QFileInfo(fileName).fileName().toLower();
    const bool isYaml = name.endsWith(QLatin1String(".yaml")) || name.endsWith(QLatin1String(".yml"));
    if (name.endsWith(QLatin1String(".json")))
        return Format::Json;
    if (name.endsWith(QLatin1String(".env")) || name.startsWith(QLatin1String(".env")))
        return Format::Environment;
    if (isYaml && name.contains(QLatin1String("compose")))
        return Format::Compose;
    return isYaml ? std::optional(Format::Helm) : std::nullopt;
}

/// A line that begins with one of these keys, as a member of the root does.
QRegularExpression rootKey(const QString& keys) {
    return QRegularExpression(QStringLiteral("^[\"']?(%1)[\"']?\\s*:(\\s|$)").arg(keys),
                              QRegularExpression::MultilineOption);
}

} // namespace

std::optional<Format> ConfigurationDocument::recognise(QByteArrayView text, const QString& fileName) {
    const auto byName = formatOfName(fileName);
    if (refuse(text, Format::Json))
        return byName;
    if (text.startsWith("\xef\xbb\xbf"))
        text = text.sliced(3);
    const bool isYamlByName = byName == Format::Compose || byName == Format::Helm;
    if (text.trimmed().startsWith('{'))
        return isYamlByName ? byName : Format::Json;
    static const QRegularExpression services = rootKey(QStringLiteral("services"));
    static const QRegularExpression config = rootKey(QStringLiteral("config|pod"));
    const QString decoded = QString::fromUtf8(text);
    if (services.match(decoded).hasMatch())
        return Format::Compose;
    if (config.match(decoded).hasMatch())
        return Format::Helm;
    if (!byName && text.contains('=') && documentform::readEnvironment(text))
        return Format::Environment;
    return byName;
}

Result<ConfigurationDocument> ConfigurationDocument::parse(QByteArrayView text, Format format) {
    if (const auto error = refuse(text, format))
        return *error;
    if (const auto contents = read(text, format); !contents)
        return contents.error();
    return ConfigurationDocument(text.toByteArray(), format);
}

ConfigurationDocument ConfigurationDocument::empty(Format format) {
    switch (format) {
    case Format::Json:
        return {"{}\n", format};
    case Format::Compose:
        return {"services:\n  connector:\n    environment:\n", format};
    default:
        return {{}, format};
    }
}

ConnectorConfiguration
ConfigurationDocument::configuration(const ConnectorConfiguration::Environment& stronger) const {
    const auto contents = read(m_text, m_format);
    return contents ? ConnectorConfiguration(contents->file, contents->environment + stronger)
                    : ConnectorConfiguration();
}

QStringList ConfigurationDocument::unknownPlaces() const {
    const auto contents = read(m_text, m_format);
    return contents ? contents->unknown : QStringList();
}

Result<ConfigurationDocument> ConfigurationDocument::withWebhooks(const ConfigJson& webhooks) const {
    const auto order =
        m_format == Format::Helm ? webhooksorder::Targets::InAnyOrder : webhooksorder::Targets::InOrder;
    const auto contents = read(m_text, m_format);
    if (!contents)
        return contents.error();
    if (webhooksorder::isSame(contents->webhooks(), webhooks, order))
        return ConfigurationDocument(m_text, m_format);
    const auto change = write(m_text, m_format, webhooks);
    if (!change)
        return change.error();
    const auto result = read(change->text, m_format);
    if (!result)
        return result.error();
    ConfigJson expected = webhooks;
    for (const QStringList& reference : change->references)
        EnvironmentPlan::erase(expected, reference);
    // What a name with “:” or another variable makes of it is not what was asked for.
    if (!webhooksorder::isSame(result->webhooks(), expected, order))
        return Error{
            QStringLiteral("configuration.cannotCarry"),
            QStringLiteral("These webhooks cannot be written into this file."),
            QStringLiteral("Names with “:” are split by the Connector, and other parts of the file may be "
                           "in the way.")};
    ConfigurationDocument document(change->text, m_format);
    document.m_notes = change->notes;
    return document;
}

} // namespace meshwatch
