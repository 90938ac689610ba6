// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/connectorerror.h>
#include <meshwatch/core/micros.h>

#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace meshwatch::connector {

/// A word of the API that has a fixed set of values: the value if we know the word, and the word in any case.
template<typename E>
struct Named {
    E value = E::Unknown;
    QString text; ///< as it came; empty if it was absent
    bool operator==(const Named&) const = default;
    bool operator==(E other) const { return value == other; }
};

/// What every type of the API is: the JSON object as it came, read through typed accessors.
///
/// So what we do not know survives (`toJson()` gives back exactly what `fromJson()` took). fromJson() of each
/// type checks the members that its accessors read: an absent optional member is fine, one of another JSON
/// type is an error of kind WrongType that names the path.
class Record {
public:
    [[nodiscard]] const QJsonObject& toJson() const { return m_json; }
    /// Any value below, by dotted path ("content.items.0.title"); undefined if there is none.
    [[nodiscard]] QJsonValue at(QStringView path) const;
    bool operator==(const Record&) const = default;

protected:
    Record() = default;
    explicit Record(QJsonObject json)
        : m_json(std::move(json)) {}

    [[nodiscard]] QString textOf(const char* name) const;
    [[nodiscard]] QStringList textsOf(const char* name) const;
    [[nodiscard]] bool flagOf(const char* name) const;
    [[nodiscard]] qint64 numberOf(const char* name, qint64 absent = 0) const;
    /// 0 where there is none or it is no date.
    [[nodiscard]] Micros timeOf(const char* name) const;
    [[nodiscard]] QJsonObject objectOf(const char* name) const;
    [[nodiscard]] bool has(const char* name) const;

private:
    QJsonObject m_json;
};

/// An object whose meaning its "@type" says: message contents, attribute values, request items, …
class Content : public Record {
public:
    Content() = default;
    explicit Content(QJsonObject json)
        : Record(std::move(json)) {}
    /// "Mail", "Request", …; empty where there is none.
    [[nodiscard]] QString type() const { return textOf("@type"); }
};

} // namespace meshwatch::connector
