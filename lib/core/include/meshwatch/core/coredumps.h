// SPDX-License-Identifier: MIT
#pragma once

#include <sys/resource.h>

namespace meshwatch {

/// A crash leaves no picture of the memory behind: keys and tokens are in it. For this process and those it
/// starts; what the system hands to a collector is dropped there by the same limit. For main(), first of all.
inline void forbidCoreDumps() {
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
}

} // namespace meshwatch
