// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/result.h>

#include <QJsonObject>

#include <memory>
#include <vector>

/// The query language for attributes: value types, tags and members, joined by `&&`, `||` and `!`.
namespace meshwatch::sandbox::iql {

struct ParseError {
    QString message;
    int offset = 0;
};

/// A parsed query: `StreetAddress.city='Heidelberg' && #'x:home' || !DisplayName`.
struct Expression {
    enum class Kind { All, Any, Not, Tag, Type, Equals };

    Kind kind = Kind::Type;
    std::vector<Expression> parts;
    QString name;  ///< tag, value type, or value type and member with dots between
    QString value; ///< of Equals

    /// Does it hold for an IdentityAttribute?
    [[nodiscard]] bool matches(const QJsonObject& attribute) const;
};

[[nodiscard]] Result<Expression, ParseError> parse(const QString& text);

} // namespace meshwatch::sandbox::iql
