// SPDX-License-Identifier: MIT
#pragma once

#include "attributes.h"
#include "backbone.h"
#include "files.h"
#include "identityaffairs.h"
#include "incomingrequests.h"
#include "messages.h"
#include "outgoingrequests.h"
#include "relationships.h"
#include "templates.h"
#include "tokens.h"

namespace meshwatch::sandbox {

/// One identity: what it stores and everything it can do, without the HTTP around it.
///
/// A Connector of the sandbox is a Runtime with an API server, webhooks and a sync module; a person is one
/// without them.
class Runtime {
public:
    struct Setup {
        QString name;
        quint64 seed = 1;
        int keep = 2000; ///< messages and Requests kept at most, each; the oldest go first
    };
    /// Takes every event: trigger, data (undefined for an event without), correlation id (may be empty).
    using Sink =
        std::function<void(const QString& trigger, const QJsonValue& data, const QString& correlationId)>;

    Runtime(Backbone& backbone, const Setup& setup);
    Runtime(const Runtime&) = delete;
    Runtime& operator=(const Runtime&) = delete;

    [[nodiscard]] const Identity& identity() const { return m_identity; }
    [[nodiscard]] const QString& address() const { return m_identity.address; }
    [[nodiscard]] Backbone& backbone() const { return m_backbone; }
    [[nodiscard]] Ids& ids() { return m_ids; }
    [[nodiscard]] Micros now() const { return m_backbone.now(); }
    [[nodiscard]] QString nowText() const { return now().toIso(); }
    /// Is this time, as text, still to come?
    [[nodiscard]] bool isInFuture(const QString& time) const;

    void setSink(Sink sink) { m_sink = std::move(sink); }
    void raise(QLatin1String trigger, const QJsonValue& data = QJsonValue(QJsonValue::Undefined));

    /// Fetches what waits on the Backbone and deals with it.
    Outcome<void> sync();
    [[nodiscard]] Micros lastSync() const { return m_lastSync; }

    /// All events raised while it lives carry its id: those of one REST call, or of one sync run.
    class Correlation {
    public:
        Correlation(Runtime& runtime, const QString& id);
        ~Correlation() { m_runtime.m_correlation = m_before; }
        Correlation(const Correlation&) = delete;
        Correlation& operator=(const Correlation&) = delete;

    private:
        Runtime& m_runtime;
        QString m_before;
    };

private:
    void handle(const ExternalEvent& event);

    Backbone& m_backbone;
    Ids m_ids;
    Identity m_identity;
    Sink m_sink;
    QString m_correlation;
    Micros m_lastSync;

public:
    Attributes attributes;
    Files files;
    Tokens tokens;
    Templates templates;
    Relationships relationships;
    Messages messages;
    OutgoingRequests outgoing;
    IncomingRequests incoming;
    IdentityAffairs affairs;
};

} // namespace meshwatch::sandbox
