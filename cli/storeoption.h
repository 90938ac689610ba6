// SPDX-License-Identifier: MIT
#pragma once

#include "command.h"

#include <meshwatch/events/eventreader.h>
#include <meshwatch/events/query.h>
#include <meshwatch/workspace/workspace.h>

namespace meshwatch::cli {

/// A workspace for a command that writes. What is wrong with its store, now or later, is said on stderr.
[[nodiscard]] Result<std::unique_ptr<Workspace>> openWorkspace(const std::string& folder);

/// The store of a workspace folder, for reading; works while another process writes it.
[[nodiscard]] Result<std::unique_ptr<EventReader>> openReader(const std::string& folder);

/// The filter in these words; the error shows the place.
[[nodiscard]] Result<Query> parseFilter(const std::vector<std::string>& words);

/// Names by number, for lines of events.
[[nodiscard]] QHash<qint32, QString> connectionNames(const EventReader& reader);

enum class Format { Table, Jsonl, Csv };
/// Adds `--format`.
void addFormat(CLI::App& command, Format& format);

/// One line in that format, with its end of line.
[[nodiscard]] QByteArray line(const Event& event, const QString& connection, Format format);
/// The line above the first, if the format has one.
[[nodiscard]] QByteArray headLine(Format format);

} // namespace meshwatch::cli
