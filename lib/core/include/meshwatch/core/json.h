// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/result.h>

#include <QJsonObject>
#include <QJsonValue>

/// Reading JSON that somebody else wrote: positions in errors, paths instead of pyramids of ifs.
namespace meshwatch::json {

/// Parses a JSON text whose root may be any value. The error names line and column.
[[nodiscard]] Result<QJsonValue> parse(QByteArrayView text);
/// Like parse(), but the root must be an object.
[[nodiscard]] Result<QJsonObject> parseObject(QByteArrayView text);

/// The value at a dotted path ("content.items.0.title"); undefined where a step is missing.
[[nodiscard]] QJsonValue at(const QJsonValue& root, QStringView path);
/// The text at a dotted path; empty where there is none or it is no text.
[[nodiscard]] QString textAt(const QJsonValue& root, QStringView path);

/// Compact JSON of any value, members in order of their names: equal values give equal bytes.
[[nodiscard]] QByteArray compact(const QJsonValue& value);

/// "line 3, column 14" of a byte offset in a text, both from 1.
[[nodiscard]] QString position(QByteArrayView text, qsizetype offset);

} // namespace meshwatch::json
