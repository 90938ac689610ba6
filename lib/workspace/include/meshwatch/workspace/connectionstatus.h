// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/micros.h>

#include <QString>

namespace meshwatch {

/// What a person wants to know of a connection at a glance.
struct ConnectionStatus {
    enum class Health { Unknown, Good, Warning, Bad };
    Health health = Health::Unknown;
    QString text; ///< translated: "connected", "401: check the API key", …
    double eventsPerSecond = 0;
    Micros lastEvent;
    Micros lastSync;
    qint64 recovered = 0; ///< by reconciliation, since the program started
    bool isSyncing = false;
    QString version; ///< of the Connector, if known
    QString address; ///< own identity, if known
    QString displayName;
};

} // namespace meshwatch
