// SPDX-License-Identifier: MIT
#pragma once

#include <QHostAddress>

namespace meshwatch {

/// Does this name mean this very computer? What goes there in the clear is heard by nobody else.
[[nodiscard]] inline bool isLoopbackHost(const QString& host) {
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 ||
           QHostAddress(host).isLoopback();
}

} // namespace meshwatch
