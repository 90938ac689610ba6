// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace meshwatch::sandbox::qr {

/// A QR code of the text as black-and-white PNG with its quiet zone, without a library for pictures: the
/// sandbox must run where there is none. Empty if the text does not fit into a code.
[[nodiscard]] QByteArray png(const QByteArray& text);

} // namespace meshwatch::sandbox::qr
