// SPDX-License-Identifier: MIT
#include "uploadform.h"

#include <meshwatch/connector/limits.h>

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QMimeDatabase>
#include <QUuid>

namespace meshwatch::connector {

namespace {

ConnectorError unreadable(const QString& path, const QString& words) {
    ConnectorError error;
    error.kind = ConnectorError::Kind::LocalFile;
    error.message = ConnectorError::tr("%1 could not be read: %2").arg(QDir::toNativeSeparators(path), words);
    return error;
}

ConnectorResult<std::shared_ptr<QIODevice>> contentOf(const FileUpload& upload) {
    if (upload.device) {
        if (upload.device->isReadable() && !upload.device->isSequential())
            return upload.device;
        return invalid(ConnectorError::tr("The file's content has no end that is known before it is sent."),
                       ConnectorError::tr("Save it to a file first."));
    }
    if (!QFileInfo(upload.path).isFile())
        return unreadable(upload.path, ConnectorError::tr("It is no file."));
    auto file = std::make_shared<QFile>(upload.path);
    if (!file->open(QIODevice::ReadOnly))
        return unreadable(upload.path, file->errorString());
    return std::shared_ptr<QIODevice>(file);
}

/// A name within a header: quotes and backslashes escaped, nothing that ends the line.
QByteArray quoted(QString name) {
    name.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
    name.remove(u'\r').remove(u'\n');
    return '"' + name.toUtf8() + '"';
}

/// Of the name only, because the content is a peer's business and not looked into.
QByteArray mimetypeOf(const FileUpload& upload, const QString& filename) {
    if (!upload.mimetype.isEmpty())
        return QByteArray(upload.mimetype).replace('\r', "").replace('\n', "");
    return QMimeDatabase().mimeTypeForFile(filename, QMimeDatabase::MatchExtension).name().toLatin1();
}

QByteArray field(const QByteArray& mark, const char* name, const QString& value) {
    return mark + "Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value.toUtf8() + "\r\n";
}

QString filenameOf(const FileUpload& upload) {
    return upload.filename.isEmpty() ? QFileInfo(upload.path).fileName() : upload.filename;
}

/// All parts before the content of the file, and the head of that.
QByteArray partsBefore(const FileUpload& upload, const QByteArray& mark) {
    const QString filename = filenameOf(upload);
    QByteArray parts;
    if (!upload.title.isEmpty())
        parts += field(mark, "title", upload.title);
    if (!upload.description.isEmpty())
        parts += field(mark, "description", upload.description);
    if (upload.expiresAt.isValid())
        parts += field(mark, "expiresAt", upload.expiresAt.toIso());
    // With brackets, or a single tag would arrive as a text where the Connector wants a list.
    for (const QString& tag : upload.tags)
        parts += field(mark, "tags[]", tag);
    return parts + mark + "Content-Disposition: form-data; name=\"file\"; filename=" + quoted(filename) +
           "\r\nContent-Type: " + mimetypeOf(upload, filename) + "\r\n\r\n";
}

} // namespace

FileUpload FileUpload::fromFile(const QString& path) {
    FileUpload upload;
    upload.path = path;
    return upload;
}

FileUpload FileUpload::fromBytes(const QByteArray& bytes, const QString& filename) {
    auto buffer = std::make_shared<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    FileUpload upload;
    upload.device = std::move(buffer);
    upload.filename = filename;
    return upload;
}

BodyMaker uploadForm(const FileUpload& upload) {
    return [upload]() -> ConnectorResult<RequestBody> {
        auto content = contentOf(upload);
        if (!content)
            return content.error();
        if (filenameOf(upload).isEmpty())
            return invalid(ConnectorError::tr("The file has no name."));
        const qint64 size = (*content)->size();
        if (size > limits::fileBytes)
            return invalid(
                ConnectorError::tr("The file has %1, and a Connector takes %2 at most.")
                    .arg(QLocale().formattedDataSize(size), QLocale().formattedDataSize(limits::fileBytes)));
        const QByteArray boundary = "meshwatch-" + QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
        RequestBody body;
        body.head = partsBefore(upload, "--" + boundary + "\r\n");
        body.content = *std::move(content);
        body.contentSize = size;
        body.tail = "\r\n--" + boundary + "--\r\n";
        body.type = "multipart/form-data; boundary=" + boundary;
        return body;
    };
}

} // namespace meshwatch::connector
