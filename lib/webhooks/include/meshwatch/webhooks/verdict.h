// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/connectorconfiguration.h>
#include <meshwatch/webhooks/finding.h>
#include <meshwatch/webhooks/resolvedwebhooks.h>

#include <QStringList>

namespace meshwatch {

/// What a Connector makes of a webhook configuration when it starts, and what it accepts though nobody meant
/// it. Identical to the real one in verdict, code, message and order of checks (Connector reference, webhook
/// verdicts).
struct Verdict {
    enum class Kind { Disabled, Starts, Refused };

    Kind kind = Kind::Disabled;
    QString code;              ///< Refused: the Connector's code, "TypeError", or empty for the schema's
    QString message;           ///< Refused: what stands in the Connector's log
    Findings findings;         ///< Refused: its error first; and all warnings of ours
    ResolvedWebhooks resolved; ///< Starts

    /// Judges a configuration. `knownTriggers` are the names the Connector can fire (EventCatalogue); with
    /// none given, unknown triggers are not warned of.
    [[nodiscard]] static Verdict of(const ConnectorConfiguration& configuration,
                                    const QStringList& knownTriggers = {});
};

} // namespace meshwatch
