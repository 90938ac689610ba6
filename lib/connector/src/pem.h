// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QSslKey>

namespace meshwatch::connector {

/// The first private key of a PEM text (RSA or elliptic curve); null if it has none that can be read.
[[nodiscard]] QSslKey privateKeyFromPem(const QByteArray& pem);

} // namespace meshwatch::connector
