// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/micros.h>

#include <QByteArray>
#include <QIODevice>
#include <QStringList>

#include <memory>

namespace meshwatch::connector {

/// A file to be uploaded: POST Files/Own. Its content is read piece by piece while it is sent, and must not
/// change meanwhile; limits::fileBytes at most.
struct FileUpload {
    QString path; ///< of the content, if no device has it
    /// Open for reading and able to seek; read in the client's thread, from its start.
    std::shared_ptr<QIODevice> device;
    QString filename;    ///< as the receiver sees it; empty: the last part of `path`
    QByteArray mimetype; ///< empty: by the name
    QString title;
    QString description;
    Micros expiresAt; ///< none: never
    QStringList tags;

    [[nodiscard]] static FileUpload fromFile(const QString& path);
    [[nodiscard]] static FileUpload fromBytes(const QByteArray& bytes, const QString& filename);
};

} // namespace meshwatch::connector
