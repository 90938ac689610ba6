// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/callgroup.h>

#include <QStringList>

namespace meshwatch::connector {

/// Notifications that the Backbone pushes to peers' devices.
class BackboneNotificationCalls : public CallGroup {
public:
    using CallGroup::CallGroup;

    /// To addresses with an active relationship; `code` is one that the Backbone's operator has defined.
    [[nodiscard]] Future<void> send(const QStringList& recipients, const QString& code,
                                    const CallOptions& options = {});
};

} // namespace meshwatch::connector
