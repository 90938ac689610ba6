// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/qrcode.h>

#include <QByteArray>
#include <QString>

/// A QR code as a picture with its quiet zone, without a library for pictures: what has no window runs where
/// there is none.
namespace meshwatch::qrpicture {

/// Black and white PNG.
[[nodiscard]] QByteArray png(const QrCode& code);
/// One path; scales to any size.
[[nodiscard]] QByteArray svg(const QrCode& code);
/// Lines for a terminal, two rows of modules each in half blocks. Light modules are drawn and dark ones left
/// out, so that it can be read on a dark ground.
[[nodiscard]] QString blocks(const QrCode& code);

} // namespace meshwatch::qrpicture
