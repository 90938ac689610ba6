// SPDX-License-Identifier: MIT
#pragma once

#include "apierror.h"
#include "store.h"

#include <QJsonArray>

namespace meshwatch::sandbox {

class Runtime;

/// What both directions of Requests share: keeping them, their status with its event, and their expiry,
/// which only somebody who looks finds.
class RequestStore {
public:
    enum class Side { Incoming, Outgoing };

    /// All of them, after those that are over became Expired.
    [[nodiscard]] QList<QJsonObject> all();
    [[nodiscard]] Outcome<QJsonObject> get(const QString& id);
    [[nodiscard]] const Store& store() const { return m_store; }
    void forget(const QString& peer);

protected:
    RequestStore(Runtime& runtime, Side side, int keep)
        : m_runtime(runtime)
        , m_side(side)
        , m_store(keep) {}

    /// Sets the status, stores, and raises …RequestStatusChanged.
    void setStatus(QJsonObject& request, const QString& status);
    void expireIfOver(const QString& id);

    Runtime& m_runtime;
    Side m_side;
    Store m_store;
};

} // namespace meshwatch::sandbox
