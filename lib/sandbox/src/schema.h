// SPDX-License-Identifier: MIT
#pragma once

#include "apierror.h"

#include <QJsonObject>

#include <initializer_list>
#include <optional>

namespace meshwatch::sandbox {

/// One member of a request body, as the API checks it before anything else looks at it.
struct Field {
    enum class Kind {
        Text,
        Object,
        Any,
        Boolean,
        Integer,
        Time,
        Address,
        AddressList,
        TextList,
        FileIdList,
        Id
    };
    enum class Need { Required, Optional };

    const char* name;
    Kind kind = Kind::Any;
    Need need = Need::Optional;
    const char* prefix = ""; ///< of the id, for Kind::Id
};

/// Checks a body against its fields, those that are required first: an object, nothing missing, nothing
/// unknown, every member of its kind. Only the first finding is told, as the real API does it.
[[nodiscard]] std::optional<ApiError> checkBody(const QJsonValue& body, std::initializer_list<Field> fields);

/// "id must match pattern MSG[A-Za-z0-9]{17}" if it does not.
[[nodiscard]] std::optional<ApiError> checkId(const QString& id, QLatin1String prefix,
                                              QLatin1String name = QLatin1String("id"));
[[nodiscard]] bool isAddress(const QString& text);
/// An ISO 8601 date, with or without a time.
[[nodiscard]] bool isTime(const QString& text);

} // namespace meshwatch::sandbox
