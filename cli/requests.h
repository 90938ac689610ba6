// SPDX-License-Identifier: MIT
#pragma once

#include "handover.h"

#include <meshwatch/messaging/requestdecision.h>

namespace meshwatch::cli {

/// One way or the other; of an incoming Request over its time it makes it Expired.
[[nodiscard]] ConnectorResult<connector::Request> readRequest(Talk& talk, const QString& id);

/// "Accepted", "Rejected" or empty.
[[nodiscard]] QString resultOf(const connector::Request& request);
[[nodiscard]] QJsonObject asJson(const connector::Request& request);
[[nodiscard]] QByteArray asLine(const connector::Request& request);

/// `requests accept` and `requests reject`.
void addDecisions(CLI::App& group, Action& action);

} // namespace meshwatch::cli
