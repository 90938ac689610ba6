// SPDX-License-Identifier: MIT
#include "qrreader.h"

#include <QFileInfo>
#include <QImageReader>
#include <QPainter>

// Texts as bytes: what later versions do by themselves.
#define ZX_USE_UTF8
#include <ZXing/ReadBarcode.h>

namespace meshwatch {

namespace {

/// Photographs are larger than a QR code needs.
constexpr int enough = 2'400;

Error tooLarge() {
    return {QStringLiteral("qr.size"), QrReader::tr("The picture is too large."),
            QrReader::tr("At most %1 × %1 pixels are read.").arg(QrReader::maxSide)};
}

QString find(const QImage& grey) {
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum,
                                int(grey.bytesPerLine()));
    const auto hints = ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode).setTryHarder(true);
    const ZXing::Result result = ZXing::ReadBarcode(view, hints);
    return result.isValid() ? QString::fromStdString(result.text()) : QString();
}

} // namespace

Result<QString> QrReader::read(const QImage& image) {
    if (image.width() > maxSide || image.height() > maxSide)
        return tooLarge();
    QImage grey = image;
    if (image.hasAlphaChannel()) { // a code on a transparent ground is meant to lie on white
        grey = QImage(image.size(), QImage::Format_RGB32);
        grey.fill(Qt::white);
        QPainter(&grey).drawImage(0, 0, image);
    }
    if (qMax(grey.width(), grey.height()) > enough)
        grey = grey.scaled(enough, enough, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    grey = std::move(grey).convertToFormat(QImage::Format_Grayscale8);
    if (!grey.isNull()) {
        if (const QString text = find(grey); !text.isEmpty())
            return text;
    }
    return Error{QStringLiteral("qr.none"), tr("There is no QR code to be seen in this picture."),
                 tr("Cut it out so that the code has a light border and fills the picture.")};
}

Result<QString> QrReader::readFile(const QString& path) {
    QImageReader reader(path);
    reader.setAutoTransform(true);
    if (QFileInfo(path).size() > maxFileBytes || reader.size().width() > maxSide ||
        reader.size().height() > maxSide)
        return tooLarge();
    const QImage image = reader.read();
    if (image.isNull())
        return Error{
            QStringLiteral("qr.file"),
            tr("%1 is no picture that can be read: %2").arg(QFileInfo(path).fileName(), reader.errorString()),
            {}};
    return read(image);
}

} // namespace meshwatch
