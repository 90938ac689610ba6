// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/result.h>
#include <meshwatch/webhooks/configurationdiff.h>

#include <QFuture>

namespace meshwatch {

class ConnectorClient;
struct ConnectorError;

/// The webhooks with which a Connector runs, out of GET /Monitoring/Support: the only way to learn them
/// (Connector reference, configuration 8).
///
/// The answer holds the secrets of all targets and brokers and the whole environment of the Connector's
/// process. What is compared is taken out of it, the rest is let go at once; none of it is logged, stored or
/// shown, nor can it be got out of here.
class RunningConfiguration {
public:
    /// How the running webhooks differ from those intended, and whether anything from outside comes to them.
    struct Comparison {
        QList<ConfigurationDifference> differences; ///< from what is intended to what runs
        bool isSyncEnabled = false;
        bool isSseEnabled = false;
        bool operator==(const Comparison&) const = default;
    };

    /// Asks once, on the client's thread. `intended` is a value of `modules.webhooks`. Errors:
    /// "running.scopeMissing" (the key may not ask), "running.noConfiguration" (an answer without one), those
    /// of ConnectorError::toError() ("connector.network", "connector.notJson", "connector.tooOld", …).
    [[nodiscard]] static QFuture<Result<Comparison>> compare(ConnectorClient& client,
                                                             const ConfigJson& intended);
    /// The differences alone.
    [[nodiscard]] static QFuture<Result<QList<ConfigurationDifference>>> check(ConnectorClient& client,
                                                                               const ConfigJson& intended);

    /// What a failed GET /Monitoring/Support means here.
    [[nodiscard]] static Error explain(const ConnectorError& error);

    /// What an operator should be told once, before or after the first check.
    [[nodiscard]] static QString operatorWarning();
};

} // namespace meshwatch
