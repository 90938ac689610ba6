// SPDX-License-Identifier: MIT
#pragma once

#include "agecheck.h"
#include "caller.h"

#include <meshwatch/connector/connectorclient.h>

namespace meshwatch {

/// What belongs to one set of settings: connections, token, calls under way.
class ConnectorClient::Private {
public:
    explicit Private(const ConnectorSettings& newSettings) { use(newSettings); }
    ~Private() { abandon(); }

    void use(const ConnectorSettings& newSettings);
    /// Makes and starts a call; a failure that could come of an old Connector is looked into first.
    connector::Call* start(connector::CallSpec spec, connector::Call::Done done);

    ConnectorSettings settings;

private:
    void abandon();
    connector::Call* startPlain(connector::CallSpec spec, connector::Call::Done done);

    /// A connection may be in the middle of telling us something when settings change.
    struct DeleteLater {
        void operator()(QObject* object) const { object->deleteLater(); }
    };
    std::unique_ptr<connector::Transport, DeleteLater> m_transport;
    std::unique_ptr<connector::TokenSource, DeleteLater> m_tokens;
    std::unique_ptr<QObject> m_calls; ///< parent of all calls
    std::unique_ptr<connector::AgeCheck> m_ageCheck;
};

} // namespace meshwatch
