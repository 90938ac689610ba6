// SPDX-License-Identifier: MIT
#include "attributes.h"
#include "runtime.h"

/// Who was given which attribute, and what becomes of shared ones when a relationship ends.
namespace meshwatch::sandbox {

using namespace Qt::StringLiterals;

void Attributes::forward(const QString& id, const QString& peer, const QString& sourceReference) {
    m_forwardings[id].append({peer, sourceReference, m_runtime.nowText(), {}});
    m_runtime.raise("consumption.attributeForwardingDetailsChanged"_L1, get(id));
}

bool Attributes::isForwardedTo(const QString& id, const QString& peer) const {
    const auto forwardings = m_forwardings.value(id);
    return std::ranges::any_of(forwardings, [&](const Forwarding& forwarding) {
        const QString status = forwarding.deletionInfo.value("deletionStatus"_L1).toString();
        return forwarding.peer == peer && status != "DeletedByRecipient"_L1 &&
               status != "ToBeDeletedByRecipient"_L1;
    });
}

QString Attributes::olderVersionAt(const QString& id, const QString& peer) const {
    for (QString older = get(id).value("succeeds"_L1).toString(); m_store.contains(older);
         older = m_store.find(older)->value("succeeds"_L1).toString()) {
        if (isForwardedTo(older, peer))
            return older;
    }
    return {};
}

void Attributes::setForwardingDeletion(const QString& id, const QString& peer, const QString& status,
                                       const QString& date) {
    const auto forwardings = m_forwardings.find(id);
    if (forwardings == m_forwardings.end())
        return;
    for (Forwarding& forwarding : *forwardings) {
        if (forwarding.peer == peer)
            forwarding.deletionInfo = {{u"deletionStatus"_s, status}, {u"deletionDate"_s, date}};
    }
}

void Attributes::forgetPeer(const QString& peer) {
    removeSharedWith(peer);
    const QStringList forwarded = m_forwardings.keys();
    for (const QString& id : forwarded) {
        const auto removed =
            m_forwardings[id].removeIf([&](const Forwarding& forwarding) { return forwarding.peer == peer; });
        if (removed > 0 && m_store.contains(id))
            m_runtime.raise("consumption.attributeForwardingDetailsChanged"_L1, get(id));
    }
}

void Attributes::removeSharedWith(const QString& peer) {
    QStringList doomed;
    m_store.forEach([&](const QJsonObject& record) {
        if (record.value("peer"_L1).toString() == peer)
            doomed.append(record.value("id"_L1).toString());
    });
    for (const QString& id : doomed)
        erase(id);
}

void Attributes::removeOverdue() {
    if (!m_hasOverdue)
        return;
    QStringList doomed;
    m_hasOverdue = false;
    m_store.forEach([&](const QJsonObject& record) {
        const QJsonObject info = record.value("deletionInfo"_L1).toObject();
        if (info.value("deletionStatus"_L1).toString() != "ToBeDeleted"_L1)
            return;
        if (m_runtime.isInFuture(info.value("deletionDate"_L1).toString()))
            m_hasOverdue = true;
        else
            doomed.append(record.value("id"_L1).toString());
    });
    for (const QString& id : doomed)
        (void)remove(id); // should the peer not be told now, the attribute waits for the next sync
}

QList<QJsonObject> Attributes::versions(const QString& id) const {
    QString newest = id;
    while (m_store.contains(newest) && m_store.contains(get(newest).value("succeededBy"_L1).toString()))
        newest = get(newest).value("succeededBy"_L1).toString();
    QList<QJsonObject> versions;
    for (QString version = newest; m_store.contains(version);
         version = get(version).value("succeeds"_L1).toString())
        versions.append(get(version));
    return versions;
}

} // namespace meshwatch::sandbox
