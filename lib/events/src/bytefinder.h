// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace meshwatch {

/// Looks for ASCII text in bytes, whatever the case of the letters: the search through all bodies.
/// Made once for a needle; isIn() allocates nothing and may be called by several threads.
class ByteFinder {
public:
    ByteFinder() = default; ///< finds itself everywhere, as any empty text does
    explicit ByteFinder(QByteArray lowerAscii);

    [[nodiscard]] bool isIn(QByteArrayView text) const;

private:
    [[nodiscard]] bool isAt(const char* at) const;

    QByteArray m_needle;
    // The two rarest bytes of the needle are looked for together: most places fall out at once.
    qsizetype m_first = 0;
    qsizetype m_second = 0;
    uchar m_firstByte = 0;
    uchar m_secondByte = 0;
    uchar m_firstMask = 0; ///< 0x20 for a letter: both cases become one
    uchar m_secondMask = 0;
};

} // namespace meshwatch
