// SPDX-License-Identifier: MIT
#include "eventreader_p.h"

#include "eventbody.h"

#include <meshwatch/core/json.h>

namespace meshwatch {

namespace {

constexpr char glanceColumns[] =
    "SELECT events.seq, received, created, channels, recovered, trigger_id, peer_id, object, state, "
    "correlation";
enum GlanceColumn {
    GlanceSeq,
    GlanceReceived,
    GlanceCreated,
    GlanceChannelBits,
    GlanceRecovered,
    GlanceTrigger,
    GlancePeer,
    GlanceObject,
    GlanceState,
    GlanceCorrelation,
    GlanceBody
};

} // namespace

QJsonObject EventReader::Glance::data() const {
    const auto parsed = json::parseObject(body);
    return parsed ? eventbody::dataOf(*parsed) : QJsonObject();
}

EventReader::Glance EventReader::Private::glance(const sqlite::Statement& from, bool hasBody) {
    Glance glance;
    glance.seq = {from.integer(GlanceSeq)};
    glance.receivedAt = {from.integer(GlanceReceived)};
    glance.createdAt = {from.integer(GlanceCreated)};
    glance.channels = Channels::fromBits(quint32(from.integer(GlanceChannelBits)));
    glance.isRecovered = from.integer(GlanceRecovered) != 0;
    glance.trigger = names.trigger(from.integer(GlanceTrigger));
    glance.peer = names.peer(from.integer(GlancePeer)).addressBytes;
    glance.object = from.bytesView(GlanceObject);
    glance.state = from.bytesView(GlanceState);
    glance.correlationId = from.bytesView(GlanceCorrelation);
    if (hasBody)
        glance.body = from.bytesView(GlanceBody);
    return glance;
}

void EventReader::visit(const Selection& selection, const std::function<bool(const Glance&)>& visit) const {
    d->names.noticeChanges();
    QByteArray sql(glanceColumns);
    sql.append(selection.withBody ? ", body FROM events" : " FROM events");
    // The index is named: without statistics SQLite may prefer to walk through all events.
    if (!selection.peer.isEmpty())
        sql.append(" INDEXED BY events_peer");
    else if (!selection.trigger.isEmpty())
        sql.append(" INDEXED BY events_trigger");
    if (selection.withBody)
        sql.append(" CROSS JOIN bodies USING(seq)");
    sql.append(" WHERE connection_id = ?1 AND events.seq BETWEEN ?2 AND ?3");
    if (!selection.peer.isEmpty())
        sql.append(" AND peer_id = (SELECT id FROM peers WHERE address = ?4)");
    if (!selection.trigger.isEmpty())
        sql.append(" AND trigger_id = (SELECT id FROM triggers WHERE name = ?5)");
    sql.append(selection.newestFirst ? " ORDER BY events.seq DESC" : " ORDER BY events.seq");
    sqlite::Statement find(d->database, sql.constData());
    find.bind(1, selection.connection.value).bind(2, selection.first.value).bind(3, selection.last.value);
    if (!selection.peer.isEmpty())
        find.bindText(4, selection.peer);
    if (!selection.trigger.isEmpty())
        find.bindText(5, selection.trigger);
    while (d->next(find)) {
        if (!visit(d->glance(find, selection.withBody)))
            return;
    }
}

void EventReader::visit(const std::vector<EventSeq>& seqs,
                        const std::function<bool(const Glance&)>& visit) const {
    d->names.noticeChanges();
    sqlite::Statement find(d->database, QByteArray(glanceColumns)
                                            .append(", body FROM events JOIN bodies USING(seq) "
                                                    "WHERE events.seq = ?")
                                            .constData());
    for (const EventSeq seq : seqs) {
        find.bind(1, seq.value);
        if (d->next(find) && !visit(d->glance(find, true)))
            return;
        find.reset();
    }
}

std::vector<EventReader::KnownPeer> EventReader::knownPeers() const {
    sqlite::Statement find(d->database, "SELECT address, name FROM peers");
    std::vector<KnownPeer> peers;
    while (d->next(find))
        peers.push_back({find.bytes(0), find.text(1)});
    return peers;
}

QString EventReader::peerName(const QByteArray& address) const {
    sqlite::Statement find(d->database, "SELECT name FROM peers WHERE address = ?");
    find.bindText(1, address);
    return d->next(find) ? find.text(0) : QString();
}

} // namespace meshwatch
