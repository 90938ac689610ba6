// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/result.h>

#include <QString>

namespace meshwatch::sandbox {

/// A failure as the REST API tells it: its status and the envelope's code and message.
struct ApiError {
    int status = 400;
    QString code;
    QString message;
};

template<typename T>
using Outcome = Result<T, ApiError>;

/// The failures that several groups of the API share; codes and messages are those real Connectors give.
namespace errors {

[[nodiscard]] ApiError recordNotFound(QLatin1String type);
[[nodiscard]] ApiError invalidValue(const QString& message);
[[nodiscard]] ApiError invalidPayload(const QString& message);
[[nodiscard]] ApiError deserialization(const QString& message);
[[nodiscard]] ApiError unknownType(const QString& type);
/// A failure inside the runtime that has no code of its own.
[[nodiscard]] ApiError inUseCase(const QString& message);
[[nodiscard]] ApiError unexpected();
[[nodiscard]] ApiError backboneDown();
[[nodiscard]] ApiError notForYou();

} // namespace errors
} // namespace meshwatch::sandbox
