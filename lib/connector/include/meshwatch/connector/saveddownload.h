// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace meshwatch::connector {

/// What is known of a file whose content went where it was told to go.
struct SavedDownload {
    qint64 size = 0;        ///< bytes
    QByteArray contentType; ///< as the uploader said; never to be trusted for opening it
    QString fileName;       ///< as the uploader called it, last part only; may be empty

    bool operator==(const SavedDownload&) const = default;
};

} // namespace meshwatch::connector
