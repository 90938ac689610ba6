// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/connectorerror.h>

#include <QIODevice>
#include <QSaveFile>

#include <memory>
#include <optional>

namespace meshwatch::connector {

/// Where the body of a good answer goes piece by piece instead of into memory: a file, which is there whole
/// or not at all, or a device. All errors are of kind LocalFile.
class BodySink {
public:
    explicit BodySink(QString path)
        : m_path(std::move(path)) {}
    /// Open for writing.
    explicit BodySink(std::shared_ptr<QIODevice> device)
        : m_device(std::move(device)) {}

    /// Before each try. What an earlier try wrote is gone from a file.
    [[nodiscard]] std::optional<ConnectorError> begin();
    /// Can a further try begin? A device keeps what it was given.
    [[nodiscard]] bool canBegin() const { return !m_device || !m_hasWritten; }
    [[nodiscard]] std::optional<ConnectorError> write(const QByteArray& bytes);
    /// All is there: gives a file its name.
    [[nodiscard]] std::optional<ConnectorError> finish();
    /// It came to nothing: leaves no file.
    void discard() { m_file.reset(); }

private:
    [[nodiscard]] ConnectorError problem(const QString& words) const;

    QString m_path;
    std::shared_ptr<QIODevice> m_device;
    std::unique_ptr<QSaveFile> m_file;
    bool m_hasWritten = false;
};

} // namespace meshwatch::connector
