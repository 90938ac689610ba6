// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/sources/eventsource.h>
#include <meshwatch/workspace/connection.h>
#include <meshwatch/workspace/secretstore.h>
#include <meshwatch/workspace/smoothedrate.h>

#include <memory>
#include <vector>

namespace meshwatch {

/// The brokers and relays of one connection at work.
class ConnectionSources : public QObject {
    Q_OBJECT
public:
    /// One of them as a person wants to see it.
    struct Status {
        BrokerSource source;
        SourceState state;
        SourceFigures figures;
        double perSecond = 0;
    };

    ConnectionSources(EventStore& store, SecretStore& secrets);

    /// Starts, stops and changes sources until they are as the connection says, by the secrets in memory.
    /// `subscriber` names us at the brokers.
    void apply(const Connection& connection, const QString& subscriber);
    /// How one of them is run.
    [[nodiscard]] static EventSource::Settings settingsOf(const Connection& connection,
                                                          const BrokerSource& source,
                                                          const QString& subscriber,
                                                          const SecretStore& secrets);
    [[nodiscard]] std::vector<Status> statuses() const;
    /// Events stored by all of them since they were made.
    [[nodiscard]] qint64 stored() const;
    /// Once a second: the rates.
    void tick();

Q_SIGNALS:
    void changed();
    /// See EventSource::gapEnded().
    void gapEnded();

private:
    struct Running {
        BrokerSource source;
        std::unique_ptr<EventSource> events;
        SmoothedRate rate;
    };
    [[nodiscard]] Running make(const BrokerSource& source, EventSource::Settings settings);

    EventStore& m_store;
    SecretStore& m_secrets;
    std::vector<Running> m_running;
};

} // namespace meshwatch
