// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/connectorconfiguration.h>

#include <QStringList>

/// The four forms of a ConfigurationDocument: what each holds, and its text with other webhooks.
namespace meshwatch::documentform {

struct Contents {
    ConfigJson file = ConfigJson::object();
    ConnectorConfiguration::Environment environment;
    QStringList unknown; ///< JSON pointers

    /// What the two make at `/modules/webhooks`.
    [[nodiscard]] ConfigJson webhooks() const;
};

struct Change {
    QByteArray text;
    QStringList notes;
    QList<QStringList> references; ///< EnvironmentPlan::references
};

[[nodiscard]] Result<Contents> readJson(QByteArrayView text);
[[nodiscard]] Result<Change> writeJson(QByteArrayView text, const ConfigJson& webhooks);
[[nodiscard]] Result<Contents> readEnvironment(QByteArrayView text);
[[nodiscard]] Result<Change> writeEnvironment(QByteArrayView text, const ConfigJson& webhooks);
[[nodiscard]] Result<Contents> readCompose(QByteArrayView text);
[[nodiscard]] Result<Change> writeCompose(QByteArrayView text, const ConfigJson& webhooks);
[[nodiscard]] Result<Contents> readHelm(QByteArrayView text);
[[nodiscard]] Result<Change> writeHelm(QByteArrayView text, const ConfigJson& webhooks);

/// When a value to be changed is used at other places through an alias.
[[nodiscard]] Error sharedError();

} // namespace meshwatch::documentform
