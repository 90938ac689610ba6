// SPDX-License-Identifier: MIT
#include "peerstore.h"

#include "peerstatus.h"

#include <QMap>

#include <algorithm>

namespace meshwatch {

namespace {

using Attributes = QMap<QString, connector::Attribute>;

void takeAttribute(Attributes& attributes, const QJsonObject& json) {
    const auto attribute = connector::Attribute::fromJson(json);
    if (!attribute)
        return;
    attributes.insert(attribute->id(), *attribute);
    attributes.remove(attribute->succeeds());
}

void takeAttributeEvent(Attributes& attributes, const EventReader::Glance& event) {
    const QJsonObject data = event.data();
    if (event.trigger == "consumption.attributeSucceeded")
        takeAttribute(attributes, data.value(QLatin1String("successor")).toObject());
    else if (event.trigger == "consumption.attributeCreated")
        takeAttribute(attributes, data);
    else
        attributes.remove(data.value(QLatin1String("id")).toString()); // one of the ways to be deleted
}

bool isOfAttribute(QByteArrayView trigger) {
    return trigger.startsWith("consumption.") && trigger.contains("ttribute") &&
           trigger != "consumption.attributeForwardingDetailsChanged" &&
           trigger != "consumption.attributeWasViewedAtChanged";
}

} // namespace

PeerRecord PeerRecord::read(const EventReader& reader, ConnectionId connection, const QByteArray& peer) {
    PeerRecord record;
    std::vector<EventSeq> seqs;
    reader.visit({connection, peer}, [&seqs](const EventReader::Glance& event) {
        if (isOfAttribute(event.trigger) || event.trigger.startsWith("transport.relationship") ||
            event.trigger.startsWith("transport.peer"))
            seqs.push_back(event.seq);
        return true;
    });
    Attributes attributes;
    reader.visit(seqs, [&](const EventReader::Glance& event) {
        if (isOfAttribute(event.trigger)) {
            takeAttributeEvent(attributes, event);
        } else if (const auto told = connector::Relationship::fromJson(event.data());
                   told && !told->auditLog().empty()) {
            const bool isNewer = !record.relationship || beginOf(*record.relationship) < beginOf(*told) ||
                                 record.relationship->auditLog().size() <= told->auditLog().size();
            if (isNewer)
                record.relationship = *told;
        }
        return true;
    });
    using Kind = connector::Attribute::Kind;
    for (const connector::Attribute& attribute : std::as_const(attributes)) {
        const bool isOurs = attribute.kind() == Kind::OwnIdentityAttribute ||
                            attribute.kind() == Kind::OwnRelationshipAttribute;
        (isOurs ? record.byUs : record.byPeer).push_back(attribute);
    }
    if (record.relationship) {
        for (const EventSeq seq : reader.ofObject(record.relationship->id().toLatin1())) {
            for (const EventRow& row : reader.rows({seq}))
                record.wasDecomposed |=
                    row.trigger == QLatin1String("transport.relationshipDecomposedBySelf") &&
                    row.connection == connection;
        }
    }
    return record;
}

void sortForPeople(std::vector<connector::Attribute>& attributes) {
    const auto rank = [](const connector::Attribute& attribute) {
        static const QStringList names{QStringLiteral("DisplayName"), QStringLiteral("GivenName"),
                                       QStringLiteral("MiddleName"), QStringLiteral("Surname")};
        const qsizetype index = names.indexOf(attribute.value().type());
        return index < 0 ? names.size() : index;
    };
    std::sort(attributes.begin(), attributes.end(), [&rank](const auto& a, const auto& b) {
        return std::tuple(rank(a), a.value().type(), a.createdAt(), a.id()) <
               std::tuple(rank(b), b.value().type(), b.createdAt(), b.id());
    });
}

} // namespace meshwatch
