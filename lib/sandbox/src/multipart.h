// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace meshwatch::sandbox {

/// One part of a multipart/form-data body.
struct FormPart {
    QString name;
    QString filename;
    bool isFile = false;
    QByteArray contentType;
    QByteArray content;
};

/// Reads a multipart/form-data body; nothing if the header names no boundary or the body does not keep to it.
[[nodiscard]] std::optional<QList<FormPart>> readForm(const QByteArray& contentType, const QByteArray& body);

} // namespace meshwatch::sandbox
