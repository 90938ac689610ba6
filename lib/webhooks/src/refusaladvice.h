// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/verdict.h>

namespace meshwatch {

/// The finding for what the Connector refuses: its own words, without secrets, and what to do.
[[nodiscard]] Finding refusalFinding(const Verdict& verdict, const QString& place,
                                     const ConnectorConfiguration& configuration);

} // namespace meshwatch
