// SPDX-License-Identifier: MIT
#include <meshwatch/workspace/connectionsources.h>

#include <algorithm>

namespace meshwatch {

ConnectionSources::ConnectionSources(EventStore& store, SecretStore& secrets)
    : m_store(store)
    , m_secrets(secrets) {}

EventSource::Settings ConnectionSources::settingsOf(const Connection& connection, const BrokerSource& source,
                                                    const QString& subscriber, const SecretStore& secrets) {
    EventSource::Settings settings;
    settings.connection = connection.id;
    settings.address = source.address;
    settings.secret = secrets.known(connection.id, {SecretKind::Source, source.number}).toUtf8();
    settings.subscriber = subscriber;
    return settings;
}

void ConnectionSources::apply(const Connection& connection, const QString& subscriber) {
    std::vector<Running> before = std::exchange(m_running, {});
    for (const BrokerSource& source : connection.sources) {
        EventSource::Settings settings = settingsOf(connection, source, subscriber, m_secrets);
        const auto same = std::ranges::find_if(before, [&](const Running& running) {
            return running.source.number == source.number && running.events->settings() == settings;
        });
        if (same == before.end()) {
            m_running.push_back(make(source, std::move(settings)));
        } else {
            m_running.push_back(std::move(*same));
            before.erase(same);
            m_running.back().source = source;
        }
        if (source.isEnabled)
            m_running.back().events->start();
        else
            m_running.back().events->stop();
    }
    Q_EMIT changed();
}

ConnectionSources::Running ConnectionSources::make(const BrokerSource& source,
                                                   EventSource::Settings settings) {
    Running running{source, std::make_unique<EventSource>(m_store, std::move(settings)), {}};
    connect(running.events.get(), &EventSource::stateChanged, this, &ConnectionSources::changed);
    connect(running.events.get(), &EventSource::gapEnded, this, &ConnectionSources::gapEnded);
    return running;
}

std::vector<ConnectionSources::Status> ConnectionSources::statuses() const {
    std::vector<Status> list;
    list.reserve(m_running.size());
    for (const Running& running : m_running)
        list.push_back(
            {running.source, running.events->state(), running.events->figures(), running.rate.perSecond()});
    return list;
}

qint64 ConnectionSources::stored() const {
    qint64 sum = 0;
    for (const Running& running : m_running)
        sum += running.events->figures().stored;
    return sum;
}

void ConnectionSources::tick() {
    bool isChanged = false;
    for (Running& running : m_running)
        isChanged = running.rate.update(running.events->figures().received) || isChanged;
    if (isChanged)
        Q_EMIT changed();
}

} // namespace meshwatch
