// SPDX-License-Identifier: MIT
#pragma once

#include "webhooksdocument.h"

#include <meshwatch/webhooks/deliverytest.h>

namespace meshwatch::cli {

/// Which deliveries of a configuration are tried.
struct DeliveryChoice : ConfigurationChoice {
    std::string target;                ///< empty: all webhooks
    std::vector<std::string> triggers; ///< none: one for each webhook
    bool isAll = false;                ///< all that each webhook is for
    std::string data;                  ///< a workspace to take events from; empty: samples
    std::string connection;
};

using DeliveryJobs = std::vector<DeliveryTest::Job>;

/// What a Connector with this configuration would deliver; at least one. Errors: "cli.misuse" for a choice
/// that there is none of, "cli.refused" and "cli.disabled" of the configuration, those of reading it and the
/// store.
[[nodiscard]] Result<DeliveryJobs> deliveryJobs(const DeliveryChoice& choice);

} // namespace meshwatch::cli
