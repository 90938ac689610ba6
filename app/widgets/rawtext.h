// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace meshwatch {

/// Bytes laid out in lines of a fixed number of columns: what RawView draws. All of it, whatever its size; a
/// line of 19 MB becomes as many rows as it takes.
class RawText {
public:
    RawText() = default;
    /// Lays out; takes some ten milliseconds for 19 MB, so it is done in the background. At least 10 columns.
    RawText(QByteArray bytes, int columns);

    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }
    [[nodiscard]] int rowCount() const { return int(m_starts.size()); }
    /// Offset of a row's first byte; of the end for the row behind the last.
    [[nodiscard]] qsizetype start(int row) const;
    /// The row that holds a byte.
    [[nodiscard]] int rowOf(qsizetype offset) const;
    /// What is drawn of a row: control characters are made visible.
    [[nodiscard]] QString text(int row) const;
    /// The byte under a column of a row.
    [[nodiscard]] qsizetype offsetAt(int row, int column) const;
    /// The column where a byte is drawn in its row.
    [[nodiscard]] int columnOf(qsizetype offset) const;

private:
    QByteArray m_bytes;
    std::vector<qsizetype> m_starts;
};

} // namespace meshwatch
