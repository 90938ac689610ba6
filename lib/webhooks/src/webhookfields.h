// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/configjson.h>

#include <QByteArray>
#include <QMap>
#include <QStringList>

#include <optional>
#include <vector>

namespace meshwatch {

/// A value of a configuration that can be compared and shown, without the value: secrets stand in no copy.
struct WebhookField {
    QByteArray digest; ///< salted; equal for what the Connector takes for equal
    QString shown;
    bool isSecret = false;
};

/// The fields of a target by their place in it ("url", "headers.x-tenant", "authentication.apiKey"); what a
/// Connector would put in by itself is left out.
using TargetFields = QMap<QString, WebhookField>;

/// Equal for the Connector?
[[nodiscard]] bool isSame(const TargetFields& a, const TargetFields& b);

/// An element of `webhooks`.
struct WebhookEntry {
    int index = 0;
    QStringList triggers;             ///< sorted; several may be alike, and each delivers
    std::optional<QString> reference; ///< name of a target; else it is inline
    TargetFields target;              ///< the reference followed; empty if there is none of that name
    QMap<QString, WebhookField> others;
};

/// `modules.webhooks` in the form in which it is compared.
struct WebhookFields {
    QMap<QString, WebhookField> settings; ///< "enabled", "skipTlsCheck", and what nobody knows
    std::vector<std::pair<QString, TargetFields>> targets; ///< in their order
    std::vector<WebhookEntry> webhooks;

    [[nodiscard]] const TargetFields* target(const QString& name) const;
    /// `salt` must be the same for two that are compared, and known to nobody else.
    [[nodiscard]] static WebhookFields read(const ConfigJson& module, const QByteArray& salt);
};

/// "targets.crm", or `targets["a.b"]` where a name would be misread.
[[nodiscard]] QString placeBelow(const QString& place, const QString& name);

} // namespace meshwatch
