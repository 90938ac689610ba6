// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/record.h>
#include <meshwatch/connector/reference.h>

namespace meshwatch::connector {

/// What is known about a file; its content comes from files().download().
class File : public Record {
public:
    File() = default;
    [[nodiscard]] static ConnectorResult<File> fromJson(const QJsonObject& json, const QString& path = {});

    [[nodiscard]] QString id() const { return textOf("id"); }
    [[nodiscard]] bool isOwn() const { return flagOf("isOwn"); } ///< this identity owns it now
    [[nodiscard]] QString owner() const { return textOf("owner"); }
    [[nodiscard]] QString createdBy() const { return textOf("createdBy"); }
    [[nodiscard]] QString createdByDevice() const { return textOf("createdByDevice"); }
    [[nodiscard]] Micros createdAt() const { return timeOf("createdAt"); }
    [[nodiscard]] QString filename() const { return textOf("filename"); }
    [[nodiscard]] QString mimetype() const { return textOf("mimetype"); }
    [[nodiscard]] qint64 filesize() const { return numberOf("filesize"); } ///< bytes
    [[nodiscard]] QString title() const { return textOf("title"); }
    [[nodiscard]] QString description() const { return textOf("description"); }
    [[nodiscard]] QStringList tags() const { return textsOf("tags"); }
    [[nodiscard]] Micros expiresAt() const { return timeOf("expiresAt"); } ///< year 9999: never
    /// A secret; only of own files.
    [[nodiscard]] QString ownershipToken() const { return textOf("ownershipToken"); }
    [[nodiscard]] bool ownershipIsLocked() const { return flagOf("ownershipIsLocked"); }
    [[nodiscard]] Reference reference() const;

private:
    explicit File(QJsonObject json)
        : Record(std::move(json)) {}
};

} // namespace meshwatch::connector
