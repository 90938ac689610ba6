// SPDX-License-Identifier: MIT
#include "querynode.h"

namespace meshwatch {

namespace {

/// The longest stretch of ASCII in a text, in lower case.
QByteArray longestAscii(const QByteArray& utf8) {
    QByteArray longest, current;
    for (const char c : utf8) {
        if (static_cast<uchar>(c) >= 128)
            current.clear();
        else
            current.append(c);
        if (current.size() > longest.size())
            longest = current;
    }
    return query::folded(longest);
}

} // namespace

QueryNeedle::QueryNeedle(const QString& wanted)
    : text(wanted) {
    const QByteArray utf8 = wanted.toUtf8();
    isAscii = query::isAscii(utf8);
    finder = ByteFinder(longestAscii(utf8));
}

bool QueryNeedle::isIn(QByteArrayView utf8) const {
    if (!finder.isIn(utf8))
        return false;
    return isAscii || QString::fromUtf8(utf8).contains(text, Qt::CaseInsensitive);
}

namespace query {

bool isAscii(QByteArrayView text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<uchar>(c) < 128; });
}

QByteArray folded(QByteArrayView utf8) {
    if (isAscii(utf8)) {
        QByteArray lower = utf8.toByteArray();
        for (char& c : lower) {
            if (c >= 'A' && c <= 'Z')
                c = char(c | 0x20);
        }
        return lower;
    }
    QString text;
    for (const char32_t c : QString::fromUtf8(utf8).toUcs4()) {
        const char32_t lower = QChar::toCaseFolded(c);
        const bool staysAscii = (c < 128) == (lower < 128);
        text.append(QChar::fromUcs4(staysAscii ? lower : c));
    }
    return text.toUtf8();
}

bool matchesWildcard(QByteArrayView pattern, QByteArrayView text) {
    // The last star can always take more: one place to go back to is enough.
    qsizetype p = 0, t = 0, star = -1, resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

} // namespace query
} // namespace meshwatch
