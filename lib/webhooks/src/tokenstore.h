// SPDX-License-Identifier: MIT
#pragma once

#include "deliveryexplanation.h"
#include "transferloop.h"

#include <map>
#include <utility>

namespace meshwatch {

/// OAuth2 tokens as the Connector keeps them: one request for all that need one at the same time, used until
/// ten seconds before its end, then asked for anew (Connector reference, configuration 2.4). On the loop's
/// thread.
class TokenStore {
public:
    struct Answer {
        QByteArray token; ///< empty: there is none
        std::optional<DeliveryExchange>
            exchange;            ///< none where the token was there, or nothing could be sent
        DeliveryExplanation why; ///< where there is none
    };
    using Done = std::function<void(const Answer&)>;

    explicit TokenStore(TransferLoop& loop)
        : m_loop(loop) {}

    /// The token for a target; `targetName` since each target of the Connector has its own.
    void get(const QString& targetName, const ConfigJson& authentication, const Transfer::Options& options,
             Done done);

private:
    struct Entry {
        QByteArray token;
        TransferLoop::Clock::time_point end;
        std::vector<Done> waiting;
        SecretMask mask;
    };
    using Key = std::pair<QString, std::string>;

    void request(const Key& key, const ConfigJson& authentication, const Transfer::Options& options);
    void take(const Key& key, const DeliveryExplanation::Context& context, const TransferOutcome& outcome);
    void answer(const Key& key, const Answer& answer);

    TransferLoop& m_loop;
    std::map<Key, Entry> m_entries;
};

} // namespace meshwatch
