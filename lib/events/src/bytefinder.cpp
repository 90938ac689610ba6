// SPDX-License-Identifier: MIT
#include "bytefinder.h"

namespace meshwatch {

namespace {

/// Bytes of event bodies, most frequent first (counted over recorded deliveries, in lower case).
constexpr char byFrequency[] = "\"et:adsricno,lp2uf1b7my9h0v{}g4w635qz8-jxk.@[] /?()*#\\";

int rarity(char c) {
    const char* const end = byFrequency + sizeof byFrequency - 1;
    return int(std::find(byFrequency, end, c) - byFrequency);
}

bool isLetter(char c) { return c >= 'a' && c <= 'z'; }

} // namespace

ByteFinder::ByteFinder(QByteArray lowerAscii)
    : m_needle(std::move(lowerAscii)) {
    for (qsizetype i = 1; i < m_needle.size(); ++i) {
        if (rarity(m_needle[i]) > rarity(m_needle[m_first]))
            m_first = i;
    }
    m_second = m_first == 0 && m_needle.size() > 1 ? 1 : 0;
    for (qsizetype i = 0; i < m_needle.size(); ++i) {
        if (i != m_first && rarity(m_needle[i]) > rarity(m_needle[m_second]))
            m_second = i;
    }
    if (m_needle.isEmpty())
        return;
    m_firstByte = uchar(m_needle[m_first]);
    m_secondByte = uchar(m_needle[m_second]);
    m_firstMask = isLetter(m_needle[m_first]) ? 0x20 : 0;
    m_secondMask = isLetter(m_needle[m_second]) ? 0x20 : 0;
}

bool ByteFinder::isAt(const char* at) const {
    for (qsizetype i = 0; i < m_needle.size(); ++i) {
        const char mask = isLetter(m_needle[i]) ? 0x20 : 0;
        if (char(at[i] | mask) != m_needle[i])
            return false;
    }
    return true;
}

bool ByteFinder::isIn(QByteArrayView text) const {
    const qsizetype places = text.size() - m_needle.size() + 1;
    if (m_needle.isEmpty() || places <= 0)
        return m_needle.isEmpty();
    const auto isCandidate = [this](const uchar* first, const uchar* second, qsizetype i) {
        return uchar((uchar((first[i] | m_firstMask) == m_firstByte)) &
                     uchar((second[i] | m_secondMask) == m_secondByte));
    };
    const auto* first = reinterpret_cast<const uchar*>(text.data()) + m_first;
    const auto* second = reinterpret_cast<const uchar*>(text.data()) + m_second;
    // A fixed number of steps without a branch: the compiler makes vector instructions of it.
    constexpr qsizetype block = 64;
    qsizetype i = 0;
    while (i < places) {
        const qsizetype count = qMin(block, places - i);
        uchar any = count < block ? 1 : 0;
        if (count == block) {
            for (qsizetype k = 0; k < block; ++k)
                any |= isCandidate(first + i, second + i, k);
        }
        for (qsizetype k = 0; any && k < count; ++k) {
            if (isCandidate(first + i, second + i, k) && isAt(text.data() + i + k))
                return true;
        }
        i += count;
    }
    return false;
}

} // namespace meshwatch
