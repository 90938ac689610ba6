// SPDX-License-Identifier: MIT
#pragma once

#include "command.h"

namespace meshwatch::cli {

// The commands of `meshwatch-cli webhooks`; each adds itself to the group.
void addWebhooksCheck(CLI::App& group, Action& action);
void addWebhooksDiff(CLI::App& group, Action& action);
void addWebhooksConvert(CLI::App& group, Action& action);
void addWebhooksAddReceiver(CLI::App& group, Action& action);
void addWebhooksTest(CLI::App& group, Action& action);

} // namespace meshwatch::cli
