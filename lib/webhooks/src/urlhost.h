// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

/// The host parser of the WHATWG URL Standard, for schemes like http.
namespace meshwatch::urlhost {

/// The host as it is written in an address: a domain in ASCII, an IPv4 address as four numbers, an IPv6
/// address in brackets. Nothing if `text` is no host.
[[nodiscard]] std::optional<QString> parse(QStringView text);

} // namespace meshwatch::urlhost
