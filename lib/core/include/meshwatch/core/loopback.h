// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace meshwatch {

/// Does this host of an address mean this very computer? Loopback addresses, with brackets or without, and
/// the names that stay here (RFC 6761: localhost and all below it). What goes there in the clear is heard by
/// nobody else. An empty host is none.
[[nodiscard]] bool isLoopbackHost(const QString& host);

} // namespace meshwatch
