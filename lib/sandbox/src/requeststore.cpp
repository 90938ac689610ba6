// SPDX-License-Identifier: MIT
#include "requeststore.h"

#include "runtime.h"

namespace meshwatch::sandbox {

using namespace Qt::StringLiterals;

void RequestStore::setStatus(QJsonObject& request, const QString& status) {
    const QString before = request.value("status"_L1).toString();
    request.insert("status"_L1, status);
    m_store.put(request.value("id"_L1).toString(), request);
    m_runtime.raise(m_side == Side::Incoming ? "consumption.incomingRequestStatusChanged"_L1
                                             : "consumption.outgoingRequestStatusChanged"_L1,
                    QJsonObject{{u"request"_s, request}, {u"oldStatus"_s, before}, {u"newStatus"_s, status}});
}

void RequestStore::expireIfOver(const QString& id) {
    const QJsonObject* known = m_store.find(id);
    if (!known)
        return;
    const QString status = known->value("status"_L1).toString();
    const QString over = known->value("content"_L1).toObject().value("expiresAt"_L1).toString();
    const bool isWaiting =
        status == "Draft"_L1 || status == "Open"_L1 || status.endsWith("DecisionRequired"_L1);
    if (over.isEmpty() || !isWaiting || m_runtime.isInFuture(over))
        return;
    QJsonObject request = *known;
    setStatus(request, u"Expired"_s);
}

QList<QJsonObject> RequestStore::all() {
    QStringList ids;
    m_store.forEach([&](const QJsonObject& request) { ids.append(request.value("id"_L1).toString()); });
    QList<QJsonObject> requests;
    for (const QString& id : ids) {
        expireIfOver(id);
        requests.append(*m_store.find(id));
    }
    return requests;
}

Outcome<QJsonObject> RequestStore::get(const QString& id) {
    expireIfOver(id);
    const QJsonObject* request = m_store.find(id);
    if (!request)
        return errors::recordNotFound("LocalRequest"_L1);
    return *request;
}

void RequestStore::forget(const QString& peer) {
    m_store.removeIf([&](const QJsonObject& request) { return request.value("peer"_L1).toString() == peer; });
}

} // namespace meshwatch::sandbox
