// SPDX-License-Identifier: MIT
#include "configurationfile.h"

#include <meshwatch/webhooks/webhooksecrets.h>

#include <QFile>

namespace meshwatch {

namespace {

/// Far above every configuration; a wrong file must not fill the memory.
constexpr qint64 mostBytes = 8 * 1024 * 1024;

} // namespace

QString ConfigurationFile::title(Format format) {
    switch (format) {
    case Format::Json:
        return tr("Config file (JSON)");
    case Format::Environment:
        return tr("Environment");
    case Format::Compose:
        return tr("Docker Compose");
    case Format::Helm:
        return tr("Helm values");
    }
    return {};
}

Result<ConfigurationFile::Imported> ConfigurationFile::import(const QByteArray& text,
                                                              const QString& fileName) {
    const auto format = ConfigurationDocument::recognise(text, fileName);
    if (!format)
        return Error{QStringLiteral("configuration.unrecognised"),
                     tr("This is none of the forms in which a Connector's configuration is carried."),
                     tr("Known are config.json, environment lines, compose files and Helm values.")};
    const auto document = ConfigurationDocument::parse(text, *format);
    if (!document)
        return document.error();
    Imported imported{WebhookConfiguration(document->configuration().webhooks()), *format,
                      document->unknownPlaces()};
    if (imported.webhooks.json().is_null())
        return Error{QStringLiteral("configuration.noWebhooks"),
                     tr("It is read as “%1”, but says nothing of webhooks.").arg(title(*format)),
                     tr("Webhooks stand at modules.webhooks.")};
    return imported;
}

Result<ConfigurationFile::Exported> ConfigurationFile::exported(const QByteArray& text, Format format,
                                                                const WebhookConfiguration& webhooks) {
    const bool isNew = text.trimmed().isEmpty();
    const auto document = isNew ? Result<ConfigurationDocument>(ConfigurationDocument::empty(format))
                                : ConfigurationDocument::parse(text, format);
    if (!document)
        return document.error();
    const ConfigJson present = document->configuration().webhooks();
    ConfigJson known;
    (void)webhooksecrets::redacted(present, &known);
    const ConfigJson whole = webhooksecrets::restored(webhooks.json(), known);
    QStringList unknown = webhooksecrets::unknown(whole);
    // What the text only refers to is kept as it is.
    const QStringList elsewhere = document->unknownPlaces();
    unknown.removeIf(
        [&](const QString& place) { return elsewhere.contains(QLatin1String("/modules/webhooks") + place); });
    if (!unknown.isEmpty())
        return Error{
            QStringLiteral("configuration.secretUnknown"),
            tr("The secret at %1 is not known here, nor does the file have it.").arg(unknown.first()),
            tr("Type it anew on the tab Target.")};
    const auto changed = document->withWebhooks(whole);
    if (!changed)
        return changed.error();
    return Exported{text, changed->text(),
                    webhooksecrets::values(whole) + webhooksecrets::values(present) +
                        webhooksecrets::values(document->configuration().root())};
}

Result<QByteArray> ConfigurationFile::read(const QString& path) {
    QFile file(path);
    if (!file.exists())
        return QByteArray();
    if (!file.open(QIODevice::ReadOnly))
        return Error{QStringLiteral("configuration.read"),
                     tr("%1 cannot be read: %2.").arg(path, file.errorString()),
                     {}};
    if (file.size() > mostBytes)
        return Error{QStringLiteral("configuration.read"),
                     tr("%1 is too large for a configuration.").arg(path), tr("Choose another file.")};
    return file.readAll();
}

Result<void> ConfigurationFile::write(const QString& path, const QByteArray& before,
                                      const QByteArray& after) {
    const auto present = read(path);
    if (!present)
        return present.error();
    if (*present != before)
        return Error{QStringLiteral("configuration.changed"),
                     tr("%1 was changed by somebody else meanwhile.").arg(path),
                     tr("Look at what would change now, and export again.")};
    QFile file(path);
    const bool isNew = !file.exists();
    if (!file.open(QIODevice::WriteOnly) || file.write(after) != after.size() || !file.flush())
        return Error{QStringLiteral("configuration.write"),
                     tr("%1 cannot be written: %2.").arg(path, file.errorString()),
                     tr("Check its rights and the space of the disk, or choose another file.")};
    if (isNew)
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

} // namespace meshwatch
