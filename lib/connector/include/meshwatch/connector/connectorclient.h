// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/accountcalls.h>
#include <meshwatch/connector/attributecalls.h>
#include <meshwatch/connector/backbonenotificationcalls.h>
#include <meshwatch/connector/challengecalls.h>
#include <meshwatch/connector/connectorerror.h>
#include <meshwatch/connector/connectorprobe.h>
#include <meshwatch/connector/connectorsettings.h>
#include <meshwatch/connector/filecalls.h>
#include <meshwatch/connector/identitycalls.h>
#include <meshwatch/connector/messagecalls.h>
#include <meshwatch/connector/monitoringcalls.h>
#include <meshwatch/connector/relationshipcalls.h>
#include <meshwatch/connector/requestcalls.h>
#include <meshwatch/connector/templatecalls.h>
#include <meshwatch/connector/tokencalls.h>
#include <meshwatch/connector/whenfinished.h>

#include <QFuture>
#include <QObject>

#include <memory>

namespace meshwatch {

/// Speaks to one Connector over its REST API, grouped as the API is:
///
///     whenFinished(client.messages().list(Filter().createdBetween(from, to)), this, [](const auto& messages)
///     { … });
///
/// Lives in the thread that made it and never blocks it; calls may be made from any thread while it lives.
/// Every call gives a future with a value or a ConnectorError, carries an X-Correlation-ID, times out, and is
/// aborted by QFuture::cancel(); whenfinished.h says why to prefer it to then(). Calls that only read are
/// repeated after broken connections and 502, 503, 504, with growing, jittered pauses; calls that change
/// something never: their errors say whether it may have been done (ConnectorError::isInDoubt), and to cancel
/// one leaves that open. Redirects are not followed and TLS errors never ignored. Connectors up to 6.x are
/// recognised and answered with ConnectorError::Kind::TooOld.
class ConnectorClient : public QObject {
    Q_OBJECT
public:
    explicit ConnectorClient(const ConnectorSettings& settings, QObject* parent = nullptr);
    /// Calls under way end as Cancelled.
    ~ConnectorClient() override;

    [[nodiscard]] const ConnectorSettings& settings() const;
    /// For all calls from now on; those under way end as Cancelled.
    void setSettings(const ConnectorSettings& settings);

    [[nodiscard]] connector::MonitoringCalls monitoring() { return connector::MonitoringCalls(*this); }
    [[nodiscard]] connector::AccountCalls account() { return connector::AccountCalls(*this); }
    [[nodiscard]] connector::AttributeCalls attributes() { return connector::AttributeCalls(*this); }
    [[nodiscard]] connector::BackboneNotificationCalls backboneNotifications() {
        return connector::BackboneNotificationCalls(*this);
    }
    [[nodiscard]] connector::ChallengeCalls challenges() { return connector::ChallengeCalls(*this); }
    [[nodiscard]] connector::FileCalls files() { return connector::FileCalls(*this); }
    [[nodiscard]] connector::IdentityCalls identities() { return connector::IdentityCalls(*this); }
    [[nodiscard]] connector::MessageCalls messages() { return connector::MessageCalls(*this); }
    [[nodiscard]] connector::RelationshipCalls relationships() { return connector::RelationshipCalls(*this); }
    [[nodiscard]] connector::TemplateCalls relationshipTemplates() { return connector::TemplateCalls(*this); }
    [[nodiscard]] connector::IncomingRequestCalls incomingRequests() {
        return connector::IncomingRequestCalls(*this);
    }
    [[nodiscard]] connector::OutgoingRequestCalls outgoingRequests() {
        return connector::OutgoingRequestCalls(*this);
    }
    [[nodiscard]] connector::TokenCalls tokens() { return connector::TokenCalls(*this); }

    /// Finds out whether these settings work and what they allow, each request once (no repeating). Takes up
    /// to five seconds for a wrong key, which a Connector answers late on purpose. Never fails as a whole.
    [[nodiscard]] QFuture<ConnectorProbe> probe();

private:
    friend class connector::Caller;
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace meshwatch
