// SPDX-License-Identifier: MIT
#include "textedits.h"

#include <algorithm>
#include <tuple>

namespace meshwatch {

void TextEdits::replace(qsizetype from, qsizetype to, const QByteArray& by) {
    if (from < to || !by.isEmpty())
        m_edits.push_back({from, to, by, 0});
}

void TextEdits::insert(qsizetype at, const QByteArray& what, qsizetype depth) {
    m_edits.push_back({at, at, what, depth});
}

QByteArray TextEdits::appliedTo(QByteArrayView text) const {
    std::vector<Edit> edits = m_edits;
    std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) {
        return std::make_tuple(a.from, a.to > a.from, -a.depth) <
               std::make_tuple(b.from, b.to > b.from, -b.depth);
    });
    QByteArray result;
    qsizetype at = 0;
    for (const Edit& edit : edits) {
        if (edit.from > at)
            result += text.sliced(at, edit.from - at);
        result += edit.by;
        at = qMax(at, edit.to);
    }
    result += text.sliced(at);
    if (!text.isEmpty() && !text.endsWith('\n') && result.endsWith('\n'))
        result.chop(result.endsWith("\r\n") ? 2 : 1);
    return result;
}

} // namespace meshwatch
