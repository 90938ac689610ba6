// SPDX-License-Identifier: MIT
#pragma once

#include "sourcefeed.h"

namespace meshwatch {

/// One message of a subscription, lent until it is acknowledged.
struct PubSubMessage {
    QByteArray ackId;
    SourceDelivery delivery;
    QString flaw; ///< why it cannot be an event; usually empty
};

/// The messages of an answer to a pull, in its order. `path` is where they come from. The error says what of
/// the answer is not as Pub/Sub's are.
[[nodiscard]] Result<std::vector<PubSubMessage>> readPubSubPull(const QByteArray& answer,
                                                                const QByteArray& path);

} // namespace meshwatch
