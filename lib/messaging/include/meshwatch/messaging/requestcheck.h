// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/attribute.h>
#include <meshwatch/connector/callgroup.h>
#include <meshwatch/connector/request.h>
#include <meshwatch/messaging/requestdecision.h>
#include <meshwatch/messaging/requestdraft.h>

namespace meshwatch {

/// Asks the Connector about a Request or a decision, and decides.
namespace requestcheck {

/// POST Requests/Outgoing/Validate: would it be taken? An empty list: yes.
[[nodiscard]] connector::Future<RequestProblems> canCreate(ConnectorClient& client, const RequestDraft& draft,
                                                           const QString& peer);
/// CanAccept, or CanReject if the decision is a rejection. An empty list: yes.
[[nodiscard]] connector::Future<RequestProblems> canDecide(ConnectorClient& client,
                                                           const RequestDecision& decision);
/// Accept or Reject; the Connector sends the answer by itself. A refused one comes without details
/// ("error.runtime.unknown"): canDecide() has them.
[[nodiscard]] connector::Future<connector::Request> decide(ConnectorClient& client,
                                                           const RequestDecision& decision);
/// Attributes of ours that fit the query of a Read or Propose item, by the matching Execute… route. No query,
/// or nothing that fits: an empty list.
[[nodiscard]] connector::Future<std::vector<connector::Attribute>> candidates(ConnectorClient& client,
                                                                              const RequestItem& item);

} // namespace requestcheck
} // namespace meshwatch
