// SPDX-License-Identifier: MIT
#include "qrcode.h"

#include <QList>
#include <QtEndian>

#include <array>
#include <cstdlib>

namespace meshwatch::sandbox::qr {

namespace {

constexpr int maxVersion = 20;
// Table 9 of the standard, level M.
constexpr std::array<int, maxVersion + 1> checkBytesPerBlock{0,  10, 16, 26, 18, 24, 16, 18, 22, 22, 26,
                                                             30, 22, 22, 24, 24, 28, 28, 26, 26, 26};
constexpr std::array<int, maxVersion + 1> blockCount{0, 1, 1, 1, 2,  2,  4,  4,  4,  5, 5,
                                                     5, 8, 9, 9, 10, 10, 11, 13, 14, 16};

int rawModules(int version) {
    int modules = (16 * version + 128) * version + 64;
    if (version >= 2) {
        const int marks = version / 7 + 2;
        modules -= (25 * marks - 10) * marks - 55;
        if (version >= 7)
            modules -= 36;
    }
    return modules;
}

int dataBytes(int version) {
    return rawModules(version) / 8 - checkBytesPerBlock[size_t(version)] * blockCount[size_t(version)];
}

quint8 product(quint8 a, quint8 b) { // in GF(2^8) modulo 0x11D
    int result = 0;
    for (int bit = 7; bit >= 0; --bit) {
        result = (result << 1) ^ ((result >> 7) * 0x11D);
        if ((b >> bit) & 1)
            result ^= a;
    }
    return quint8(result);
}

QByteArray generator(int degree) {
    QByteArray polynomial(degree, '\0');
    polynomial[degree - 1] = 1;
    quint8 root = 1;
    for (int i = 0; i < degree; ++i) {
        for (int j = 0; j < degree; ++j) {
            quint8 value = product(quint8(polynomial[j]), root);
            if (j + 1 < degree)
                value ^= quint8(polynomial[j + 1]);
            polynomial[j] = char(value);
        }
        root = product(root, 2);
    }
    return polynomial;
}

QByteArray checkBytes(const QByteArray& data, const QByteArray& divisor) {
    QByteArray remainder(divisor.size(), '\0');
    for (const char byte : data) {
        const quint8 factor = quint8(byte) ^ quint8(remainder[0]);
        remainder = remainder.mid(1) + '\0';
        for (qsizetype i = 0; i < divisor.size(); ++i)
            remainder[i] = char(quint8(remainder[i]) ^ product(quint8(divisor[i]), factor));
    }
    return remainder;
}

/// The text as data bytes: mode, length, bytes, end, padding.
QByteArray dataOf(const QByteArray& text, int version) {
    std::vector<bool> bits;
    const auto append = [&](int value, int count) {
        for (int i = count - 1; i >= 0; --i)
            bits.push_back((value >> i) & 1);
    };
    const size_t capacity = size_t(dataBytes(version)) * 8;
    append(4, 4);
    append(int(text.size()), version < 10 ? 8 : 16);
    for (const char byte : text)
        append(quint8(byte), 8);
    append(0, int(qMin(size_t(4), capacity - bits.size())));
    while (bits.size() % 8)
        bits.push_back(false);
    for (int padding = 0xEC; bits.size() < capacity; padding ^= 0xEC ^ 0x11)
        append(padding, 8);
    QByteArray data(qsizetype(bits.size() / 8), '\0');
    for (size_t i = 0; i < bits.size(); ++i)
        data[qsizetype(i / 8)] = char(data[qsizetype(i / 8)] | (bits[i] << (7 - i % 8)));
    return data;
}

/// Data and check bytes of all blocks, interleaved as they are drawn.
QByteArray interleaved(const QByteArray& data, int version) {
    const int blocks = blockCount[size_t(version)], checks = checkBytesPerBlock[size_t(version)];
    const int raw = rawModules(version) / 8;
    const int shortBlocks = blocks - raw % blocks, shortLength = raw / blocks - checks;
    const QByteArray divisor = generator(checks);
    QList<QByteArray> parts, checkParts;
    for (int block = 0, at = 0; block < blocks; ++block) {
        const int length = shortLength + (block < shortBlocks ? 0 : 1);
        parts.append(data.mid(at, length));
        checkParts.append(checkBytes(parts.last(), divisor));
        at += length;
    }
    QByteArray result;
    for (int i = 0; i <= shortLength; ++i) {
        for (const QByteArray& part : parts) {
            if (i < part.size())
                result.append(part[i]);
        }
    }
    for (int i = 0; i < checks; ++i) {
        for (const QByteArray& part : checkParts)
            result.append(part[i]);
    }
    return result;
}

/// Draws the patterns, the format and the data.
class Drawing {
public:
    explicit Drawing(int version)
        : m_version(version) {
        m_code.size = version * 4 + 17;
        m_code.modules.resize(size_t(m_code.size) * size_t(m_code.size));
        m_isPattern.resize(m_code.modules.size());
        drawPatterns();
    }

    Code finish(const QByteArray& bytes) {
        // One mask serves any reader; the standard's choice among eight only makes reading easier.
        drawFormat();
        int bit = 0;
        for (int right = m_code.size - 1; right >= 1; right -= 2) {
            if (right == 6)
                right = 5;
            for (int step = 0; step < m_code.size; ++step) {
                const bool isUpward = ((right + 1) & 2) == 0;
                const int y = isUpward ? m_code.size - 1 - step : step;
                for (const int x : {right, right - 1}) {
                    if (m_isPattern[place(x, y)])
                        continue;
                    const bool isDark = bit / 8 < bytes.size() && ((bytes[bit / 8] >> (7 - bit % 8)) & 1);
                    m_code.modules[place(x, y)] = isDark != ((x + y) % 2 == 0);
                    ++bit;
                }
            }
        }
        return m_code;
    }

private:
    [[nodiscard]] size_t place(int x, int y) const { return size_t(y) * size_t(m_code.size) + size_t(x); }

    void set(int x, int y, bool isDark) {
        m_code.modules[place(x, y)] = isDark;
        m_isPattern[place(x, y)] = true;
    }

    void drawSquare(int centerX, int centerY, int radius) {
        for (int dy = -radius; dy <= radius; ++dy) {
            for (int dx = -radius; dx <= radius; ++dx) {
                const int x = centerX + dx, y = centerY + dy;
                const int distance = qMax(std::abs(dx), std::abs(dy));
                if (x >= 0 && y >= 0 && x < m_code.size && y < m_code.size)
                    set(x, y, radius == 4 ? distance != 2 && distance != 4 : distance != 1);
            }
        }
    }

    void drawPatterns() {
        const int size = m_code.size;
        for (int i = 0; i < size; ++i) {
            set(6, i, i % 2 == 0);
            set(i, 6, i % 2 == 0);
        }
        drawSquare(3, 3, 4);
        drawSquare(size - 4, 3, 4);
        drawSquare(3, size - 4, 4);
        const QList<int> marks = alignment();
        for (const int x : marks) {
            for (const int y : marks) {
                const bool isCorner =
                    (x == 6 && y == 6) || (x == 6 && y == size - 7) || (x == size - 7 && y == 6);
                if (!isCorner)
                    drawSquare(x, y, 2);
            }
        }
        drawFormat();
        drawVersion();
    }

    [[nodiscard]] QList<int> alignment() const {
        if (m_version == 1)
            return {};
        const int count = m_version / 7 + 2;
        const int step = (m_version * 4 + count * 2 + 1) / (count * 2 - 2) * 2;
        QList<int> marks{6};
        for (int i = count - 2; i >= 0; --i)
            marks.append(m_code.size - 7 - i * step);
        return marks;
    }

    void drawFormat() {
        constexpr int levelMAndMask0 = 0; // two bits each: level M is 00
        int remainder = levelMAndMask0;
        for (int i = 0; i < 10; ++i)
            remainder = (remainder << 1) ^ ((remainder >> 9) * 0x537);
        const int bits = (levelMAndMask0 << 10 | remainder) ^ 0x5412;
        const auto bit = [bits](int i) { return ((bits >> i) & 1) != 0; };
        const int size = m_code.size;
        for (int i = 0; i <= 5; ++i)
            set(8, i, bit(i));
        set(8, 7, bit(6));
        set(8, 8, bit(7));
        set(7, 8, bit(8));
        for (int i = 9; i < 15; ++i)
            set(14 - i, 8, bit(i));
        for (int i = 0; i < 8; ++i)
            set(size - 1 - i, 8, bit(i));
        for (int i = 8; i < 15; ++i)
            set(8, size - 15 + i, bit(i));
        set(8, size - 8, true);
    }

    void drawVersion() {
        if (m_version < 7)
            return;
        int remainder = m_version;
        for (int i = 0; i < 12; ++i)
            remainder = (remainder << 1) ^ ((remainder >> 11) * 0x1F25);
        const int bits = m_version << 12 | remainder;
        for (int i = 0; i < 18; ++i) {
            const bool isDark = ((bits >> i) & 1) != 0;
            set(m_code.size - 11 + i % 3, i / 3, isDark);
            set(i / 3, m_code.size - 11 + i % 3, isDark);
        }
    }

    int m_version;
    Code m_code;
    std::vector<bool> m_isPattern;
};

QByteArray bigEndian(quint32 value) {
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

quint32 crc(const QByteArray& bytes) {
    quint32 value = 0xFFFFFFFF;
    for (const char byte : bytes) {
        value ^= quint8(byte);
        for (int i = 0; i < 8; ++i)
            value = (value >> 1) ^ ((value & 1) ? 0xEDB88320 : 0);
    }
    return ~value;
}

QByteArray chunk(const QByteArray& type, const QByteArray& data) {
    const QByteArray content = type + data;
    return bigEndian(quint32(data.size())) + content + bigEndian(crc(content));
}

} // namespace

Code encode(const QByteArray& text) {
    for (int version = 1; version <= maxVersion; ++version) {
        const int overhead = version < 10 ? 2 : 3;
        if (text.size() + overhead <= dataBytes(version))
            return Drawing(version).finish(interleaved(dataOf(text, version), version));
    }
    return {};
}

QByteArray png(const QByteArray& text) {
    constexpr int scale = 4, quiet = 4;
    const Code code = encode(text);
    const int side = (code.size + 2 * quiet) * scale;
    const int rowBytes = (side + 7) / 8;
    QByteArray rows;
    for (int y = 0; y < side; ++y) {
        QByteArray row(rowBytes + 1, '\xFF');
        row[0] = 0; // no filter
        for (int x = 0; x < side; ++x) {
            const int column = x / scale - quiet, line = y / scale - quiet;
            const bool isInside = column >= 0 && line >= 0 && column < code.size && line < code.size;
            if (isInside && code.at(column, line))
                row[1 + x / 8] = char(row[1 + x / 8] & ~(0x80 >> x % 8));
        }
        rows += row;
    }
    QByteArray header = bigEndian(quint32(side)) + bigEndian(quint32(side));
    header += QByteArray("\x01\x00\x00\x00\x00", 5); // one bit, grey, no interlace
    // qCompress puts four bytes of length before the zlib stream.
    return QByteArray("\x89PNG\r\n\x1A\n", 8) + chunk("IHDR", header) +
           chunk("IDAT", qCompress(rows).mid(4)) + chunk("IEND", {});
}

} // namespace meshwatch::sandbox::qr
