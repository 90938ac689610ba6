// SPDX-License-Identifier: MIT
#include "testevents.h"

#include <meshwatch/events/eventcatalogue.h>
#include <meshwatch/events/eventreader.h>

#include <QUuid>

namespace meshwatch {

namespace {

QString correlationId(const QString& trigger) {
    // A Connector's own start has none (observed, webhook deliveries).
    return trigger == QLatin1String("runtime.modulesStarted")
               ? QString()
               : QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

DeliveryEvent TestEvents::sample(const QString& trigger) {
    return {trigger, EventCatalogue::sample(trigger.toUtf8()), correlationId(trigger)};
}

void TestEvents::last(ConnectionId connection, const QString& trigger, QObject* context,
                      const std::function<void(const DeliveryEvent&)>& answer) {
    m_reading.ask(
        context,
        [connection, trigger](const EventReader& reader) -> std::optional<Event> {
            EventReader::Selection selection;
            selection.connection = connection;
            selection.trigger = trigger.toUtf8();
            selection.newestFirst = true;
            EventSeq newest;
            reader.visit(selection, [&newest](const EventReader::Glance& glance) {
                newest = glance.seq;
                return false;
            });
            return newest.isValid() ? reader.event(newest) : std::nullopt;
        },
        [trigger, answer](const std::optional<Event>& found) {
            if (!found)
                return answer(sample(trigger));
            DeliveryEvent event{trigger, std::nullopt, QString::fromUtf8(found->correlationId)};
            if (const QByteArray data = found->data(); !data.isEmpty())
                event.data = data;
            answer(event);
        });
}

} // namespace meshwatch
