// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/connectorconfiguration.h>

#include <optional>

namespace meshwatch {

/// A file in which an operator carries a Connector's configuration, in one of four forms, as text that is
/// changed only where webhooks are: everything else stays byte for byte, comments and order too.
class ConfigurationDocument {
public:
    enum class Format {
        Json,        ///< the Connector's config.json
        Environment, ///< lines NAME=value
        Compose,     ///< compose.yaml: `environment:` of the Connector's service, list or mapping
        Helm,        ///< values of the Connector's chart: `config:` and `pod.connector.environment`
    };

    /// What is in a file of this content: by its shape, and by its name where that does not tell.
    [[nodiscard]] static std::optional<Format> recognise(QByteArrayView text, const QString& fileName = {});

    /// Errors "configuration.badJson", "configuration.badYaml", "configuration.badLine" name line and column;
    /// "configuration.noService" when no service of a compose file can be the Connector, or several;
    /// "configuration.tooLarge" above 16 MiB.
    [[nodiscard]] static Result<ConfigurationDocument> parse(QByteArrayView text, Format format);
    /// An empty one: what a new file of this form begins with.
    [[nodiscard]] static ConfigurationDocument empty(Format format);

    [[nodiscard]] Format format() const { return m_format; }
    [[nodiscard]] QByteArray text() const { return m_text; }
    /// What the Connector would be started with by this file and by variables besides it, which are stronger.
    [[nodiscard]] ConnectorConfiguration
    configuration(const ConnectorConfiguration::Environment& stronger = {}) const;
    /// JSON pointers of values that the file holds by reference only (`valueFrom`, `${NAME}`): not known here
    /// and kept as they are. An empty one, the whole: a file that may hold more (`env_file`, a mounted file).
    [[nodiscard]] QStringList unknownPlaces() const;

    /// The same document with these at `/modules/webhooks`, the rest untouched. Secrets go where the form
    /// wants them (Helm: the environment, not the ConfigMap). Errors: "configuration.cannotCarry" names what
    /// this form cannot express, such as a target name with `__` in the environment; "configuration.shared"
    /// when what had to change is used elsewhere through a YAML alias.
    [[nodiscard]] Result<ConfigurationDocument> withWebhooks(const ConfigJson& webhooks) const;
    /// What the change that made this document could not do as the form wants it, a sentence each: secrets
    /// that had to stay in a ConfigMap, values that stay references. No secrets.
    [[nodiscard]] const QStringList& notes() const { return m_notes; }

private:
    ConfigurationDocument(QByteArray text, Format format)
        : m_text(std::move(text))
        , m_format(format) {}
    QByteArray m_text;
    Format m_format = Format::Json;
    QStringList m_notes;
};

} // namespace meshwatch
