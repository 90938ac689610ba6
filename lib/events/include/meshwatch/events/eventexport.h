// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/result.h>
#include <meshwatch/events/eventreader.h>

namespace meshwatch {

/// Writes stored events to a file, one event a line, oldest first.
struct EventExport {
    enum class Format { Jsonl, Csv };

    QString fileName;
    Format format = Format::Jsonl;
    Query query;
    qint64 limit = 0; ///< only the newest so many matches; 0: all

    /// Writes the file whole or not at all: what stood there before stays until the last line is written.
    /// `progress` gets the lines written so far, now and then; false ends it ("export.cancelled"). The number
    /// of events written. Errors: "export.write" (says why: no such folder, disk full, …).
    [[nodiscard]] Result<qint64> run(const EventReader& reader,
                                     const std::function<bool(qint64 written)>& progress = {}) const;
};

} // namespace meshwatch
