// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/connectorerror.h>
#include <meshwatch/connector/health.h>

#include <QMetaType>
#include <QStringList>

#include <optional>
#include <vector>

namespace meshwatch {

/// What was found out about a Connector in one go: can it be reached, is it well, who is it, what may we do.
struct ConnectorProbe {
    /// In the order in which they are taken; what needs an earlier one that failed is not tried.
    enum class Step { Reach, Version, Identity, DisplayName, Scopes };
    enum class Outcome {
        NotTried,
        Good,
        Closed, ///< 403: the key's scopes do not include it; the rest may work all the same
        Failed,
    };
    struct StepResult {
        Step step = Step::Reach;
        Outcome outcome = Outcome::NotTried;
        std::optional<ConnectorError> error; ///< of Closed and Failed
    };

    std::vector<StepResult> steps;
    bool isHealthy = false;
    std::vector<connector::ServiceHealth> services;
    QString version; ///< empty if unknown; "{{version}}" of a self-built Connector counts as unknown
    QString runtimeVersion;
    QString address;
    QString publicKey;
    QString displayName;
    Micros lastSync;
    QStringList closedScopes; ///< "core:messages", …: what this key may not do

    [[nodiscard]] const StepResult& result(Step step) const;
    /// It can be worked with: reached, and the login holds.
    [[nodiscard]] bool isUsable() const;
    /// The first thing that failed (not merely closed), for a person.
    [[nodiscard]] std::optional<ConnectorError> failure() const;
};

} // namespace meshwatch

Q_DECLARE_METATYPE(meshwatch::ConnectorProbe)
