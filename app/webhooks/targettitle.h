// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/webhookconfiguration.h>

#include <QCoreApplication>

namespace meshwatch {

/// How targets are named for people.
class TargetTitle {
    Q_DECLARE_TR_FUNCTIONS(TargetTitle)
public:
    /// The name; an inline target goes by the webhook that holds it.
    [[nodiscard]] static QString of(const WebhookConfiguration::Place& place) {
        return place.isInline() ? tr("webhook %1").arg(place.webhook + 1) : place.name;
    }
};

} // namespace meshwatch
