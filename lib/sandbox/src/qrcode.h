// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <vector>

/// QR codes of references (ISO/IEC 18004: bytes, error correction M, versions 1 to 20), without a library for
/// pictures: the sandbox must run where there is none.
namespace meshwatch::sandbox::qr {

/// The modules of a code, dark ones true, row by row; `size` modules each way. Empty if `text` is longer
/// than version 20 holds (666 bytes).
struct Code {
    int size = 0;
    std::vector<bool> modules;

    [[nodiscard]] bool at(int x, int y) const { return modules[size_t(y) * size_t(size) + size_t(x)]; }
};
[[nodiscard]] Code encode(const QByteArray& text);

/// The code as black-and-white PNG with its quiet zone.
[[nodiscard]] QByteArray png(const QByteArray& text);

} // namespace meshwatch::sandbox::qr
