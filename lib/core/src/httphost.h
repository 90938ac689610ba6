// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QHostAddress>
#include <QStringList>

namespace meshwatch {

/// May a request with this Host header, on this socket, be answered by a server bound to `bound`?
/// Yes if it names the address the connection came to, `localhost` on loopback, or an allowed name.
[[nodiscard]] bool isHostAllowed(QByteArrayView host, int socket, const QHostAddress& bound,
                                 const QStringList& allowed);

} // namespace meshwatch
