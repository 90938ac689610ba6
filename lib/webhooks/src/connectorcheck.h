// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/verdict.h>

namespace meshwatch {

/// The checks of the Connector when it starts, in its order; the first that fails decides (Connector
/// reference, webhook verdicts).
class ConnectorCheck {
public:
    enum class As {
        Configured,
        Enabled, ///< as if the module were enabled
    };
    explicit ConnectorCheck(const ConnectorConfiguration& configuration, As as = As::Configured);

    /// Without findings.
    [[nodiscard]] const Verdict& verdict() const { return m_verdict; }
    /// JSON pointer to what was refused; empty if nothing was.
    [[nodiscard]] const QString& place() const { return m_place; }

private:
    Verdict m_verdict;
    QString m_place;
};

} // namespace meshwatch
