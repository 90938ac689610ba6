// SPDX-License-Identifier: MIT
#include "caller.h"

namespace meshwatch::connector {

Future<void> BackboneNotificationCalls::send(const QStringList& recipients, const QString& code,
                                             const CallOptions& options) {
    return Caller::nothing(m_client,
                           {&routes::sendBackboneNotification,
                            {},
                            {},
                            false,
                            options,
                            jsonBody({{QStringLiteral("recipients"), QJsonArray::fromStringList(recipients)},
                                      {QStringLiteral("code"), code}})});
}

} // namespace meshwatch::connector
