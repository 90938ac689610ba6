// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QString>

namespace meshwatch {

/// What can be shown of the bytes of an attachment. Decoding belongs on a thread of its own: bytes come from
/// peers.
struct Preview {
    QImage picture; ///< fits into the size asked for
    QString text;   ///< the beginning of a text

    /// Bytes of a text that are shown.
    static constexpr qsizetype mostText = 200'000;
    /// Pixels that a picture may claim to have; what is larger is not decoded.
    static constexpr qint64 mostPixels = 64LL * 1000 * 1000;

    /// Neither picture nor text: nothing that can be shown.
    [[nodiscard]] static Preview of(const QByteArray& bytes, const QSize& room);
};

} // namespace meshwatch
