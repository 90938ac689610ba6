// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/configurationdocument.h>
#include <meshwatch/webhooks/webhookconfiguration.h>

#include <QCoreApplication>

namespace meshwatch {

/// Bringing a webhook configuration out of an operator's file or text and into it again.
class ConfigurationFile {
    Q_DECLARE_TR_FUNCTIONS(ConfigurationFile)
public:
    using Format = ConfigurationDocument::Format;

    /// "config.json", "Environment", …
    [[nodiscard]] static QString title(Format format);

    struct Imported {
        WebhookConfiguration webhooks;
        Format format = Format::Json;
        QStringList unknown; ///< places that the text only refers to
    };
    /// Errors: "configuration.unrecognised", "configuration.noWebhooks", those of
    /// ConfigurationDocument::parse().
    [[nodiscard]] static Result<Imported> import(const QByteArray& text, const QString& fileName);

    struct Exported {
        QByteArray before;
        QByteArray after;
        QStringList secrets; ///< texts that must not be shown
    };
    /// `text` with the configuration in it; the rest stays. Secrets that are not known here stay as the text
    /// has them. Errors: those of ConfigurationDocument, "configuration.secretUnknown".
    [[nodiscard]] static Result<Exported> exported(const QByteArray& text, Format format,
                                                   const WebhookConfiguration& webhooks);

    /// The file's bytes; empty if there is none. Errors: "configuration.read".
    [[nodiscard]] static Result<QByteArray> read(const QString& path);
    /// Writes in place: what is mounted into a container stays the same file (Connector reference,
    /// configuration 7.1). A new one is for its owner only. Errors: "configuration.changed" when it is no
    /// longer `before`, "configuration.write".
    [[nodiscard]] static Result<void> write(const QString& path, const QByteArray& before,
                                            const QByteArray& after);
};

} // namespace meshwatch
