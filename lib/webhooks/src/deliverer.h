// SPDX-License-Identifier: MIT
#pragma once

#include "tokenstore.h"

#include <meshwatch/webhooks/deliverytest.h>

namespace meshwatch {

/// Takes a delivery from its target to its result: the token, if one is needed, then the event. On the loop's
/// thread.
class Deliverer {
public:
    using Done = std::function<void(DeliveryResult)>;

    explicit Deliverer(TransferLoop& loop)
        : m_loop(loop)
        , m_tokens(loop) {}

    void deliver(const DeliveryTest::Job& job, const Transfer::Options& options, Done done);

private:
    struct Course {
        DeliveryTest::Job job;
        Transfer::Options options;
        Done done;
        SecretMask mask;
        DeliveryResult result;
        DeliveryExchange sent; ///< what goes out, without secrets
    };
    void post(const std::shared_ptr<Course>& course, const QByteArray& token);

    TransferLoop& m_loop;
    TokenStore m_tokens;
};

} // namespace meshwatch
