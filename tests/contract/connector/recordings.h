// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QList>

/// What real Connectors were asked and answered, one object an exchange (../shared/recordings/rest.jsonl).
namespace recordings {

/// A bare clone has none.
[[nodiscard]] bool exist();
[[nodiscard]] QList<QJsonObject> exchanges();
/// "GET /api/core/v1/Messages/{}": method and path, ids replaced.
[[nodiscard]] QString nameOf(const QJsonObject& exchange);
/// The ids that nameOf() replaced, decoded.
[[nodiscard]] QStringList idsOf(const QJsonObject& exchange);

} // namespace recordings
