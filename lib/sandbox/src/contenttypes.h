// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QStringList>

#include <climits>

namespace meshwatch::sandbox::content {

/// A member of a content type.
struct Property {
    enum class Kind {
        Text,
        Number,
        Boolean,
        Any,
        Object,
        Texts,
        Time,
        Format,
        Confidentiality,
        Value,
        Attribute,
        Query,
        Settings,
        Items,
        Request,
        Response,
        NotificationItems
    };
    const char* name;
    Kind kind = Kind::Text;
    bool isOptional = false;
    int most = INT_MAX;             ///< characters
    const char* standard = nullptr; ///< JSON that stands in for a member left out
};

struct Type {
    const char* name;
    QList<Property> properties;
};

/// The description of a type by name, or null (reference/dto.md 3 and 8–12).
[[nodiscard]] const Type* findType(const QString& name);

[[nodiscard]] const QStringList& messageTypes();
[[nodiscard]] const QStringList& itemTypes();
[[nodiscard]] const QStringList& queryTypes();

} // namespace meshwatch::sandbox::content
