// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

/// What a Connector takes at most: fixed in its code, so that it can be told before anything is sent.
namespace meshwatch::connector::limits {

/// Bytes of a JSON body.
inline constexpr qint64 jsonBodyBytes = 2 * 1024 * 1024;
/// Bytes of a file's content.
inline constexpr qint64 fileBytes = 10 * 1024 * 1024;

} // namespace meshwatch::connector::limits
