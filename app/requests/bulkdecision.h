// SPDX-License-Identifier: MIT
#pragma once

#include "bulkjob.h"
#include "requestrow.h"

#include <meshwatch/connector/connectorclient.h>

#include <QPointer>

namespace meshwatch {

/// Accepting or rejecting one of many Requests as a whole. To accept is asked for first (canAccept); those
/// that need an answer of a person are left as they are, with the reason.
class BulkDecision {
    Q_DECLARE_TR_FUNCTIONS(BulkDecision)
public:
    enum class Kind { Accept, Reject };

    [[nodiscard]] static BulkJob job(ConnectorClient& client, const RequestRow& row, const QString& peer,
                                     Kind kind);
};

} // namespace meshwatch
