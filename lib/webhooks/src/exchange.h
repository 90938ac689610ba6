// SPDX-License-Identifier: MIT
#pragma once

#include "deliveryexplanation.h"
#include "transferloop.h"

namespace meshwatch {

/// Sends a request, once. Where TLS failed, or plain HTTP met something else, a second look without a request
/// adds the certificates and whether TLS is spoken there. `done` gets both, on the loop's thread.
void exchange(TransferLoop& loop, const OutgoingRequest& request, const Transfer::Options& options,
              const DeliveryExplanation::Context& context,
              std::function<void(const DeliveryExplanation::Context&, const TransferOutcome&)> done);

} // namespace meshwatch
