// SPDX-License-Identifier: MIT
#pragma once

#include "widgets/storereading.h"

#include <meshwatch/workspace/diagnosis.h>
#include <meshwatch/workspace/workspace.h>

#include <QHash>
#include <QTimer>

namespace meshwatch {

/// Diagnoses every connection again and again while the window is there.
class DiagnosisWatch : public QObject {
    Q_OBJECT
public:
    /// Both must outlive it.
    DiagnosisWatch(Workspace& workspace, StoreReading& reading, QObject* parent = nullptr);

    /// Of all connections, in their order.
    [[nodiscard]] std::vector<DiagnosisFinding> findings() const;
    /// Those that are more than hints.
    [[nodiscard]] int warnings() const;

Q_SIGNALS:
    void changed();

private:
    void lookAtAll();
    [[nodiscard]] DiagnosisFacts factsOf(const Connection& connection) const;
    void askForExpiry(ConnectionId id);

    Workspace& m_workspace;
    StoreReading& m_reading;
    const Micros m_began = Micros::now();
    QTimer m_timer;
    QHash<ConnectionId, std::vector<DiagnosisFinding>> m_findings;
    QHash<ConnectionId, std::optional<Micros>> m_expiry;
};

} // namespace meshwatch
