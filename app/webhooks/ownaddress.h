// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace meshwatch {

class Workspace;
struct Connection;

/// Telling a webhook target that is this program's own receiver.
class OwnAddress {
public:
    /// Does a target's URL come to this connection's path here? By the receiver's own address; a name or
    /// tunnel in front of it cannot be told.
    [[nodiscard]] static bool is(const Workspace& workspace, const Connection& connection,
                                 const QString& url);
};

} // namespace meshwatch
