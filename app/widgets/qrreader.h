// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/result.h>

#include <QCoreApplication>
#include <QImage>

namespace meshwatch {

/// Reads the QR code in a picture. Takes some time: not for the window's thread.
class QrReader {
    Q_DECLARE_TR_FUNCTIONS(QrReader)
public:
    /// Larger ones are not opened: a picture of a few kilobytes can claim any size.
    static constexpr int maxSide = 10'000;
    static constexpr qint64 maxFileBytes = 32 * 1024 * 1024;

    /// Errors: "qr.none" (no QR code in it), "qr.size".
    [[nodiscard]] static Result<QString> read(const QImage& image);
    /// Errors: those of read(), "qr.file".
    [[nodiscard]] static Result<QString> readFile(const QString& path);
};

} // namespace meshwatch
