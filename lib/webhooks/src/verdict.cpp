// SPDX-License-Identifier: MIT
#include <meshwatch/webhooks/verdict.h>

#include "connectorcheck.h"
#include "refusaladvice.h"
#include "warnings.h"

namespace meshwatch {

Verdict Verdict::of(const ConnectorConfiguration& configuration, const QStringList& knownTriggers) {
    const ConnectorCheck check(configuration);
    Verdict verdict = check.verdict();
    if (verdict.kind == Kind::Refused)
        verdict.findings.append(refusalFinding(verdict, check.place(), configuration));

    Warnings warnings(configuration, knownTriggers);
    if (verdict.kind == Kind::Disabled) {
        const ConnectorCheck enabled(configuration, ConnectorCheck::As::Enabled);
        if (enabled.verdict().kind == Kind::Refused) {
            const Finding later = refusalFinding(enabled.verdict(), enabled.place(), configuration);
            warnings.warn("wouldBeRefused", later.place,
                          Warnings::tr("As soon as the module is enabled the Connector will not start: %1")
                              .arg(later.message),
                          later.advice);
        }
    }
    warnOfWebhooks(warnings, configuration.webhooks());
    warnOfEnvironment(warnings);
    verdict.findings += warnings.findings();
    return verdict;
}

} // namespace meshwatch
