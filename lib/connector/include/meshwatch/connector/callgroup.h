// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/connectorerror.h>
#include <meshwatch/connector/connectorsettings.h>
#include <meshwatch/connector/filter.h>

#include <QFuture>

#include <vector>

namespace meshwatch {
class ConnectorClient;
}

namespace meshwatch::connector {

class Caller;

template<typename T>
using Future = QFuture<ConnectorResult<T>>;

/// The calls of one part of the API; a handle, made anew by ConnectorClient for each use.
class CallGroup {
public:
    explicit CallGroup(ConnectorClient& client)
        : m_client(client) {}

protected:
    ConnectorClient& m_client;
};

} // namespace meshwatch::connector
