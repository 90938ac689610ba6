// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace meshwatch {

/// What makes a Connector deliver all its events to one address, in the forms in which operators carry a
/// Connector's configuration (Connector 7: `modules.webhooks`).
struct WebhookSnippet {
    QString url; ///< as the Connector reaches it
    QString key; ///< empty: none is sent
    QString keyHeader = QStringLiteral("x-api-key");

    /// A part of config.json.
    [[nodiscard]] QString configFile() const;
    /// Lines for an environment file; values that a Connector would take for numbers are quoted.
    [[nodiscard]] QString environment() const;
    /// A service's environment in compose.yaml.
    [[nodiscard]] QString compose() const;
    /// Values of the Helm chart; the key goes through the environment, as the configuration is no secret
    /// there.
    [[nodiscard]] QString helm() const;

    /// A fresh key of 128 random bits. Starts with letters, so that no Connector reads it as a number.
    [[nodiscard]] static QString newKey();
};

} // namespace meshwatch
