// SPDX-License-Identifier: MIT
#include "receiverpresence.h"

namespace meshwatch {

namespace {

/// How the store calls the receiver among a connection's sources; no broker has such an address.
constexpr char receiverAddress[] = "webhooks";
constexpr qint64 noteEveryMicros = 5'000'000;
/// A delivery that came so long ago is stored or refused.
constexpr qint64 onItsWayMicros = 2'000'000;

} // namespace

ReceiverPresence::ReceiverPresence(EventStore& store, const WebhookReceiver& receiver, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_receiver(receiver) {}

void ReceiverPresence::update(const std::vector<Connection>& connections) {
    const Micros now = Micros::now();
    for (const Connection& connection : connections) {
        Presence& presence = m_presences[connection.id];
        takeAnswer(connection.id, presence);
        const bool listens = m_receiver.isListening() && connection.receivesWebhooks;
        if (listens != presence.listens.isValid()) {
            if (listens) {
                begin(connection.id);
            } else {
                // It let deliveries under way be stored before it said so.
                if (isDeliveredTo(connection.id, presence))
                    note(presence, now);
                presence = {};
            }
        } else if (isDeliveredTo(connection.id, presence)) {
            if (now.value - presence.noted.value >= noteEveryMicros)
                note(presence, {now.value - onItsWayMicros});
        }
    }
}

void ReceiverPresence::slept(Micros since) {
    const Micros now = Micros::now();
    for (auto one = m_presences.begin(); one != m_presences.end(); ++one) {
        if (!one->listens.isValid() || !isDeliveredTo(one.key(), *one))
            continue;
        addGap(one.key(), *one, qMax(one->noted, {since.value - onItsWayMicros}), now);
        note(*one, now);
    }
}

bool ReceiverPresence::isDeliveredTo(ConnectionId connection, const Presence& presence) const {
    return presence.source.isValid() &&
           (presence.noted.isValid() || m_receiver.statistics(connection).accepted > 0);
}

void ReceiverPresence::begin(ConnectionId connection) {
    Presence& presence = m_presences[connection];
    presence.listens = Micros::now();
    const auto promise = std::make_shared<std::promise<Result<StoredSource>>>();
    presence.answer = promise->get_future().share();
    m_store.findSource(connection, QLatin1String(receiverAddress),
                       [promise](Result<StoredSource> source) { promise->set_value(std::move(source)); });
}

void ReceiverPresence::takeAnswer(ConnectionId connection, Presence& presence) {
    if (!presence.answer.valid() ||
        presence.answer.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
        return;
    const Result<StoredSource> source = std::exchange(presence.answer, {}).get();
    if (!source)
        return;
    presence.source = source->id;
    presence.noted = source->lastSeen;
    if (!presence.noted.isValid())
        return;
    addGap(connection, presence, presence.noted, presence.listens);
    note(presence, presence.listens);
}

void ReceiverPresence::note(Presence& presence, Micros until) {
    presence.noted = qMax(presence.listens, until);
    m_store.noteSeen(presence.source, presence.noted);
}

void ReceiverPresence::addGap(ConnectionId connection, const Presence& presence, Micros began, Micros ended) {
    Gap gap;
    gap.source = presence.source;
    gap.connection = connection;
    gap.channel = Channel::Webhook;
    gap.reason = Gap::Reason::NotListening;
    gap.began = began;
    gap.ended = ended;
    if (gap.began >= gap.ended)
        return;
    m_store.addGap(gap);
    Q_EMIT gapEnded(connection);
}

} // namespace meshwatch
