// SPDX-License-Identifier: MIT
#pragma once

#include "call.h"

#include <functional>
#include <vector>

namespace meshwatch::connector {

/// Finds out whether a Connector that does not know a route is one up to 6.x, which spoke /api/v2. Asks its
/// version, and where that is not told, whether /api/v2 answers. Questions at the same time share one check.
class AgeCheck : public QObject {
public:
    /// Sends a request and tells how it ended.
    using Sender = std::function<void(CallSpec, Call::Done)>;
    /// What is said of an old one; nothing if it is not old or keeps its age to itself.
    using Done = std::function<void(std::optional<ConnectorError>)>;

    AgeCheck(Sender sender, QObject* parent)
        : QObject(parent)
        , m_send(std::move(sender)) {}

    void ask(Done done);

    /// Could the failure be an old Connector's way of not knowing the route?
    [[nodiscard]] static bool isSuspicious(const ConnectorError& error, const Route& route);
    /// Kind TooOld, naming the version if it is known.
    [[nodiscard]] static ConnectorError tooOld(const QString& version);
    static constexpr int firstSupportedMajor = 7;

private:
    void askPath();
    void tell(const std::optional<ConnectorError>& verdict);

    Sender m_send;
    std::vector<Done> m_waiting;
};

} // namespace meshwatch::connector
