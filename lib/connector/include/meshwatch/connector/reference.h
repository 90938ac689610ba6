// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/record.h>

namespace meshwatch::connector {

/// How an object is handed on; holds its secret key, so it is treated as a secret.
struct Reference {
    QString truncated;
    QString url;
    bool operator==(const Reference&) const = default;
};

} // namespace meshwatch::connector
