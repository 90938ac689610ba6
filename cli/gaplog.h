// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/workspace/workspace.h>

namespace meshwatch::cli {

class ServeLog;

/// From now on says of each gap when it is over: of which connection and channel, from when to when. Both
/// must stay while events are received.
void tellOfGaps(Workspace& workspace, const ServeLog& log);

} // namespace meshwatch::cli
