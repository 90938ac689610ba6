// SPDX-License-Identifier: MIT
#include "bodysink.h"

#include <QDir>

namespace meshwatch::connector {

std::optional<ConnectorError> BodySink::begin() {
    if (m_device) {
        if (m_device->isWritable())
            return {};
        return problem(ConnectorError::tr("What should take the file is not open for writing."));
    }
    m_file = std::make_unique<QSaveFile>(m_path);
    if (m_file->open(QIODevice::WriteOnly))
        return {};
    return problem(m_file->errorString());
}

std::optional<ConnectorError> BodySink::write(const QByteArray& bytes) {
    QIODevice& target = m_device ? *m_device : *m_file;
    m_hasWritten = m_hasWritten || !bytes.isEmpty();
    if (target.write(bytes) == bytes.size())
        return {};
    return problem(target.errorString());
}

std::optional<ConnectorError> BodySink::finish() {
    if (!m_file || m_file->commit())
        return {};
    return problem(m_file->errorString());
}

ConnectorError BodySink::problem(const QString& words) const {
    ConnectorError error;
    error.kind = ConnectorError::Kind::LocalFile;
    error.message =
        m_path.isEmpty()
            ? words
            : ConnectorError::tr("%1 could not be written: %2").arg(QDir::toNativeSeparators(m_path), words);
    error.advice = ConnectorError::tr("Is there space, and may you write there? Else choose another folder.");
    return error;
}

} // namespace meshwatch::connector
