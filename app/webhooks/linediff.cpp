// SPDX-License-Identifier: MIT
#include "linediff.h"

#include <QStringList>

#include <vector>

namespace meshwatch {

namespace {

using Line = LineDiff::Line;
using Kind = LineDiff::Kind;

/// Beyond this many pairs of lines, what differs is shown as replaced: nobody reads such a diff line by line.
constexpr qsizetype mostPairs = 4'000'000;

QStringList linesOf(const QString& text) {
    QStringList lines = text.split(QLatin1Char('\n'));
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

/// The longest common subsequence of what is between equal beginnings and ends.
void addMiddle(QList<Line>& all, const QStringList& a, const QStringList& b) {
    const qsizetype n = a.size(), m = b.size();
    std::vector<int> lengths;
    const auto at = [&](qsizetype i, qsizetype j) -> int& { return lengths[size_t(i * (m + 1) + j)]; };
    if (n * m <= mostPairs) {
        lengths.assign(size_t((n + 1) * (m + 1)), 0);
        for (qsizetype i = n - 1; i >= 0; --i) {
            for (qsizetype j = m - 1; j >= 0; --j)
                at(i, j) = a.at(i) == b.at(j) ? at(i + 1, j + 1) + 1 : qMax(at(i + 1, j), at(i, j + 1));
        }
    }
    qsizetype i = 0, j = 0;
    while (!lengths.empty() && i < n && j < m) {
        if (a.at(i) == b.at(j)) {
            all.append({Kind::Same, a.at(i)});
            ++i;
            ++j;
        } else if (at(i + 1, j) >= at(i, j + 1)) {
            all.append({Kind::Removed, a.at(i++)});
        } else {
            all.append({Kind::Added, b.at(j++)});
        }
    }
    for (; i < n; ++i)
        all.append({Kind::Removed, a.at(i)});
    for (; j < m; ++j)
        all.append({Kind::Added, b.at(j)});
}

QList<Line> shortened(const QList<Line>& all, int context) {
    std::vector<bool> isShown(size_t(all.size()), false);
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all.at(i).kind == Kind::Same)
            continue;
        for (qsizetype j = qMax<qsizetype>(0, i - context); j <= qMin(all.size() - 1, i + context); ++j)
            isShown[size_t(j)] = true;
    }
    QList<Line> lines;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (isShown[size_t(i)])
            lines.append(all.at(i));
        else if (lines.isEmpty() || lines.last().kind != Kind::Gap)
            lines.append({Kind::Gap, {}});
    }
    return lines;
}

} // namespace

QList<Line> LineDiff::of(const QString& before, const QString& after, int context) {
    const QStringList a = linesOf(before), b = linesOf(after);
    if (a == b)
        return {};
    qsizetype head = 0;
    while (head < a.size() && head < b.size() && a.at(head) == b.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < a.size() - head && tail < b.size() - head &&
           a.at(a.size() - 1 - tail) == b.at(b.size() - 1 - tail))
        ++tail;
    QList<Line> all;
    for (qsizetype i = 0; i < head; ++i)
        all.append({Kind::Same, a.at(i)});
    addMiddle(all, a.mid(head, a.size() - head - tail), b.mid(head, b.size() - head - tail));
    for (qsizetype i = a.size() - tail; i < a.size(); ++i)
        all.append({Kind::Same, a.at(i)});
    return shortened(all, context);
}

} // namespace meshwatch
