// SPDX-License-Identifier: MIT
#pragma once

namespace meshwatch::sqlite {

/// The name of a VFS for a connection that syncs each commit (`synchronous=FULL`): what SQLite writes to the
/// write-ahead log, two pieces for each page, goes to the file in one piece when the commit is synced. Others
/// see a commit only after that. Null if it cannot be had; the usual one does as well.
[[nodiscard]] const char* logVfs();

} // namespace meshwatch::sqlite
