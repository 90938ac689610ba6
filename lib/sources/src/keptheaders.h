// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/httpmessage.h>

#include <QHash>

namespace meshwatch {

/// What is kept of a delivery's headers: "name: value" lines, all but the two that differ each time and stand
/// elsewhere (content-length, x-correlation-id), secrets redacted.
///
/// Remembers of the names it has seen which are secret: a Connector sends the same ones every time.
class KeptHeaders {
public:
    /// `keyHeader` is a secret whatever its name.
    [[nodiscard]] QByteArray of(const HttpFields& headers, const QString& keyHeader);

private:
    enum class Kind : quint8 { Shown, Secret, Omitted };
    [[nodiscard]] Kind kindOf(QByteArrayView name);

    QHash<QByteArray, Kind> m_kinds;
};

} // namespace meshwatch
