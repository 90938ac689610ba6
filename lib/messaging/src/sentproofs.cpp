// SPDX-License-Identifier: MIT
#include "sentproofs.h"

namespace meshwatch {

SentProofs::Found SentProofs::read(const EventReader& reader, ConnectionId connection, const QByteArray& peer,
                                   const QByteArray& correlationId) {
    Found found;
    EventSeq ours;
    EventReader::Selection selection;
    selection.connection = connection;
    selection.peer = peer;
    selection.trigger = "transport.messageSent";
    selection.newestFirst = true;
    reader.visit(selection, [&](const EventReader::Glance& event) {
        if (event.correlationId == correlationId)
            ours = event.seq;
        else if (!event.correlationId.isEmpty())
            found.others.insert(QString::fromUtf8(event.object));
        return !ours.isValid();
    });
    if (!ours.isValid())
        return found;
    reader.visit(std::vector{ours}, [&found](const EventReader::Glance& event) {
        if (const auto message = connector::Message::fromJson(event.data()))
            found.message = *message;
        return false;
    });
    return found;
}

} // namespace meshwatch
