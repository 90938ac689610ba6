// SPDX-License-Identifier: MIT
#include <meshwatch/core/qrcode.h>

#include <memory>
#include <qrencode.h>

namespace meshwatch {

Result<QrCode> QrCode::encode(const QByteArray& bytes) {
    std::unique_ptr<QRcode, decltype(&QRcode_free)> code(nullptr, &QRcode_free);
    if (!bytes.isEmpty() && bytes.size() <= maxBytes) {
        const auto* data = reinterpret_cast<const unsigned char*>(bytes.constData());
        code.reset(QRcode_encodeData(int(bytes.size()), data, 0, QR_ECLEVEL_M));
    }
    if (!code)
        return Error{QStringLiteral("qr.size"),
                     tr("A QR code holds 1 to %1 bytes, and these are %2.").arg(maxBytes).arg(bytes.size()),
                     {}};
    const auto* modules = reinterpret_cast<const char*>(code->data);
    return QrCode(code->width, QByteArray(modules, qsizetype(code->width) * code->width));
}

} // namespace meshwatch
