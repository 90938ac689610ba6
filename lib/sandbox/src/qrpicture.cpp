// SPDX-License-Identifier: MIT
#include "qrpicture.h"

#include <meshwatch/core/qrcode.h>

#include <QtEndian>

namespace meshwatch::sandbox::qr {

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

} // namespace

QByteArray png(const QByteArray& text) {
    constexpr int scale = 4, quiet = 4;
    const auto code = QrCode::encode(text);
    if (!code)
        return {};
    const int side = (code->size() + 2 * quiet) * scale;
    const int rowBytes = (side + 7) / 8;
    QByteArray rows;
    for (int y = 0; y < side; ++y) {
        QByteArray row(rowBytes + 1, '\xFF');
        row[0] = 0; // no filter
        for (int x = 0; x < side; ++x) {
            const int column = x / scale - quiet, line = y / scale - quiet;
            const bool isInside = column >= 0 && line >= 0 && column < code->size() && line < code->size();
            if (isInside && code->isDark(column, line))
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
