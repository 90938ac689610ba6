// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QUrl>

/// Keeping secrets out of sight: comparing them without telling by time, and removing them from
/// whatever is logged, stored beside an event, shown or exported.
namespace meshwatch::secrets {

/// What stands where a secret stood.
inline constexpr char redacted[] = "***";

/// Equal? Takes as long for a wrong first byte as for a wrong last one. The length is not hidden.
[[nodiscard]] bool equalInConstantTime(QByteArrayView given, QByteArrayView expected);

/// Is this an HTTP header whose value is a secret? (`Authorization`, `Cookie`, `X-API-KEY`, anything with
/// "token", "secret", "password" or "key" in its name.)
[[nodiscard]] bool isSecretHeader(QByteArrayView name);

/// The value with every member replaced whose name says that it is a secret.
[[nodiscard]] QJsonValue redact(const QJsonValue& value);

/// The URL as text without password and without values of query items whose names say secret.
[[nodiscard]] QString redact(const QUrl& url);

} // namespace meshwatch::secrets
