// SPDX-License-Identifier: MIT
#include "webhooks.h"

namespace meshwatch::cli {

void addWebhooks(CLI::App& app, Action& action) {
    CLI::App* group =
        app.add_subcommand("webhooks", "Check, compare, convert and prove webhook configurations");
    group->require_subcommand(1);
    addWebhooksCheck(*group, action);
    addWebhooksDiff(*group, action);
    addWebhooksConvert(*group, action);
    addWebhooksAddReceiver(*group, action);
    addWebhooksTest(*group, action);
}

} // namespace meshwatch::cli
