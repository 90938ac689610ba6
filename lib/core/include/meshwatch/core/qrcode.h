// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/result.h>

#include <QByteArray>
#include <QCoreApplication>

namespace meshwatch {

/// A QR code (ISO/IEC 18004, error correction M) as a square of modules, to be drawn with four light ones
/// around it. A value.
class QrCode {
    Q_DECLARE_TR_FUNCTIONS(QrCode)
public:
    /// What fits in: version 40 at level M.
    static constexpr qsizetype maxBytes = 2331;

    /// The smallest code that holds these bytes as they are. Fails with "qr.size" if there are none or more
    /// than `maxBytes`.
    [[nodiscard]] static Result<QrCode> encode(const QByteArray& bytes);

    /// Modules each way.
    [[nodiscard]] int size() const { return m_size; }
    /// From the upper left corner, 0 to size() - 1.
    [[nodiscard]] bool isDark(int x, int y) const { return (m_modules.at(y * m_size + x) & 1) != 0; }

private:
    QrCode(int size, QByteArray modules)
        : m_size(size)
        , m_modules(std::move(modules)) {}

    int m_size;
    QByteArray m_modules; ///< row by row; the lowest bit says dark
};

} // namespace meshwatch
