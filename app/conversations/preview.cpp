// SPDX-License-Identifier: MIT
#include "preview.h"

#include "widgets/safetext.h"

#include <QBuffer>
#include <QImageReader>
#include <QStringDecoder>

namespace meshwatch {

namespace {

/// Formats whose decoders take bytes from anybody; others (SVG, PDF) can name files and run far.
bool isPlainPicture(const QByteArray& format) {
    static const QByteArrayList formats{"png", "jpg", "jpeg", "gif", "bmp", "webp"};
    return formats.contains(format);
}

QImage pictureOf(const QByteArray& bytes, const QSize& room) {
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!isPlainPicture(reader.format()) || !size.isValid() || size.isEmpty() ||
        qint64(size.width()) * size.height() > Preview::mostPixels)
        return {};
    if (size.width() > room.width() || size.height() > room.height())
        reader.setScaledSize(size.scaled(room, Qt::KeepAspectRatio));
    return reader.read();
}

/// UTF-8 without zeros: what most texts are, and no other file by chance.
QString textOf(const QByteArray& bytes) {
    const QByteArray beginning = bytes.left(Preview::mostText);
    if (beginning.contains('\0'))
        return {};
    QStringDecoder decode(QStringDecoder::Utf8);
    const QString text = decode(beginning);
    // The end may cut a character in two, which counts as no error for a decoder with state.
    return decode.hasError() ? QString() : text;
}

} // namespace

Preview Preview::of(const QByteArray& bytes, const QSize& room) {
    Preview preview;
    preview.picture = pictureOf(bytes, room);
    if (preview.picture.isNull())
        preview.text = textOf(bytes);
    return preview;
}

} // namespace meshwatch
