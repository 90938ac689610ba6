// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace meshwatch::connector {

/// The bytes of a file or a QR code, held in memory (limited by ConnectorSettings::maxResponseBytes).
struct Download {
    QByteArray bytes;
    QByteArray contentType; ///< as the uploader said; never to be trusted for opening it
    QString fileName; ///< last part only: a name from a peer cannot point to another folder; may be empty

    bool operator==(const Download&) const = default;
};

} // namespace meshwatch::connector
