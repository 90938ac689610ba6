// SPDX-License-Identifier: MIT
#include <meshwatch/core/qrpicture.h>

#include <QtEndian>

namespace meshwatch::qrpicture {

namespace {

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

/// Around a code, in modules.
constexpr int quiet = 4;

/// Also outside the code, where all is light.
bool isDark(const QrCode& code, int x, int y) {
    return x >= 0 && y >= 0 && x < code.size() && y < code.size() && code.isDark(x, y);
}

} // namespace

QByteArray png(const QrCode& code) {
    constexpr int scale = 4;
    const int side = (code.size() + 2 * quiet) * scale;
    const int rowBytes = (side + 7) / 8;
    QByteArray rows;
    for (int y = 0; y < side; ++y) {
        QByteArray row(rowBytes + 1, '\xFF');
        row[0] = 0; // no filter
        for (int x = 0; x < side; ++x) {
            if (isDark(code, x / scale - quiet, y / scale - quiet))
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

QByteArray svg(const QrCode& code) {
    const QByteArray side = QByteArray::number(code.size() + 2 * quiet);
    QByteArray path;
    for (int y = 0; y < code.size(); ++y) {
        for (int x = 0; x < code.size(); ++x) {
            if (code.isDark(x, y))
                path +=
                    'M' + QByteArray::number(x + quiet) + ' ' + QByteArray::number(y + quiet) + "h1v1h-1z";
        }
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + ' ' + side +
           "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + side + 'v' + side +
           "H0z\"/><path d=\"" + path + "\"/></svg>\n";
}

QString blocks(const QrCode& code) {
    constexpr QChar full(0x2588), upper(0x2580), lower(0x2584);
    QString lines;
    for (int y = -quiet; y < code.size() + quiet; y += 2) {
        for (int x = -quiet; x < code.size() + quiet; ++x) {
            const bool isUpperLight = !isDark(code, x, y);
            const bool isLowerLight = !isDark(code, x, y + 1);
            lines += isUpperLight   ? (isLowerLight ? full : upper)
                     : isLowerLight ? lower
                                    : QChar(QLatin1Char(' '));
        }
        lines += QLatin1Char('\n');
    }
    return lines;
}

} // namespace meshwatch::qrpicture
