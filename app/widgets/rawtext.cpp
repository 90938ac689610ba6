// SPDX-License-Identifier: MIT
#include "rawtext.h"

#include <algorithm>

namespace meshwatch {

namespace {

/// Bytes of the UTF-8 character that begins with this one; a broken one counts as 1.
qsizetype lengthOf(uchar first) {
    if (first < 0xc0)
        return 1;
    return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/// Columns that a character takes in a monospaced font: East Asian scripts and pictures take two.
int widthOf(const char* at, qsizetype length) {
    if (length < 3)
        return 1;
    // U+1100…U+115F and U+2E80…U+A4CF, U+AC00…U+D7A3, U+F900…U+FAFF, U+FE30…U+FE6F, U+FF00…U+FF60 (UAX 11),
    // coarsely.
    const auto first = uchar(at[0]);
    const auto second = uchar(at[1]);
    if (length == 4)
        return 2;
    if (first == 0xe1)
        return second >= 0x84 && second <= 0x85 ? 2 : 1;
    if (first == 0xe2)
        return second >= 0xba ? 2 : 1;
    if (first >= 0xe3 && first <= 0xed)
        return 2;
    return first == 0xef && second >= 0xa4 && second <= 0xbd ? 2 : 1;
}

} // namespace

RawText::RawText(QByteArray bytes, int columns)
    : m_bytes(std::move(bytes)) {
    columns = qMax(10, columns);
    const char* const data = m_bytes.constData();
    const qsizetype size = m_bytes.size();
    m_starts.push_back(0);
    int used = 0;
    for (qsizetype at = 0; at < size;) {
        if (data[at] == '\n') {
            ++at;
            if (at < size)
                m_starts.push_back(at);
            used = 0;
            continue;
        }
        const qsizetype length = qMin(lengthOf(uchar(data[at])), size - at);
        const int width = widthOf(data + at, length);
        if (used + width > columns) {
            m_starts.push_back(at);
            used = 0;
        }
        used += width;
        at += length;
    }
    m_starts.shrink_to_fit();
}

qsizetype RawText::start(int row) const { return row < rowCount() ? m_starts[size_t(row)] : m_bytes.size(); }

int RawText::rowOf(qsizetype offset) const {
    const auto behind = std::upper_bound(m_starts.begin(), m_starts.end(), offset);
    return qMax(0, int(behind - m_starts.begin()) - 1);
}

QString RawText::text(int row) const {
    const qsizetype from = start(row);
    QByteArray part = m_bytes.mid(from, start(row + 1) - from);
    if (part.endsWith('\n'))
        part.chop(1);
    QString shown = QString::fromUtf8(part);
    for (QChar& c : shown) {
        // Control pictures; direction marks would reorder the line.
        if (c < QChar(0x20))
            c = QChar(0x2400 + c.unicode());
        else if (c == QChar(0x7f) || (c >= QChar(0x202a) && c <= QChar(0x202e)) ||
                 (c >= QChar(0x2066) && c <= QChar(0x2069)))
            c = QChar(0x2426);
    }
    return shown;
}

qsizetype RawText::offsetAt(int row, int column) const {
    qsizetype at = start(row);
    const qsizetype end = start(row + 1);
    for (int used = 0; at < end && m_bytes[at] != '\n';) {
        const qsizetype length = qMin(lengthOf(uchar(m_bytes[at])), end - at);
        used += widthOf(m_bytes.constData() + at, length);
        if (used > column)
            break;
        at += length;
    }
    return at;
}

int RawText::columnOf(qsizetype offset) const {
    int column = 0;
    for (qsizetype at = start(rowOf(offset)); at < offset && at < m_bytes.size();) {
        const qsizetype length = qMin(lengthOf(uchar(m_bytes[at])), m_bytes.size() - at);
        column += widthOf(m_bytes.constData() + at, length);
        at += length;
    }
    return column;
}

} // namespace meshwatch
