// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/connectorerror.h>
#include <meshwatch/connector/record.h>

#include <QJsonArray>
#include <QJsonObject>

#include <array>
#include <optional>
#include <span>

/// The one place that says what JSON a type of the API is made of.
namespace meshwatch::connector::shape {

enum class Type : quint8 { Any, Text, Flag, Number, Object, Texts, Objects, TextsOrObjects };
enum class Need : quint8 { Optional, Required };

/// A member that accessors read. `inner` describes the object, or each object of the list.
struct Field {
    const char* name;
    Type type = Type::Text;
    Need need = Need::Optional;
    std::span<const Field> inner = {};
};
using Shape = std::span<const Field>;

/// "a text", "a list", … for people.
[[nodiscard]] QString nameOf(Type type);

/// What is wrong with the object, as kind WrongType naming the path below `path`; nothing if it fits.
[[nodiscard]] std::optional<ConnectorError> mismatch(const QJsonObject& object, Shape shape,
                                                     const QString& path);

/// An error of kind WrongType: at `path` something else was expected.
[[nodiscard]] ConnectorError wrongType(const QString& path, const QString& expected, const QJsonValue& found);

/// The value whose name in the table is `text`.
template<typename E, size_t n>
[[nodiscard]] Named<E> named(const QString& text, const std::array<std::pair<const char*, E>, n>& names) {
    for (const auto& [name, value] : names) {
        if (text == QLatin1StringView(name))
            return {value, text};
    }
    return {E::Unknown, text};
}

/// The objects of a list member, made by T::fromJson(); the shape was checked before, so none is left out.
template<typename T>
[[nodiscard]] std::vector<T> listOf(const QJsonValue& list) {
    std::vector<T> values;
    const QJsonArray items = list.toArray();
    for (const auto& item : items) {
        if (auto value = T::fromJson(item.toObject()))
            values.push_back(*std::move(value));
    }
    return values;
}

} // namespace meshwatch::connector::shape
