// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/messaging/requestproblem.h>

#include <QJsonObject>
#include <QStringList>

#include <variant>

namespace meshwatch {

/// What a Read or Propose item asks for (Connector reference, dto 12).
struct AttributeQuery {
    struct Identity {
        QString valueType; ///< "DisplayName", …
        QStringList tags;
        bool operator==(const Identity&) const = default;
    };
    struct Relationship {
        QString key;
        QString owner; ///< address; empty: the recipient
        QString title;
        QString valueType;                                     ///< "ProprietaryString", …
        QString confidentiality = QStringLiteral("protected"); ///< public, private, protected
        QString description;
        QJsonObject valueHints; ///< as it came; empty: none
        bool operator==(const Relationship&) const = default;
    };
    struct ThirdPartyRelationship {
        QString key;
        QString owner = QStringLiteral("thirdParty"); ///< thirdParty, recipient, or empty
        QStringList thirdParty{QString()};            ///< addresses; an empty one is anybody
        bool operator==(const ThirdPartyRelationship&) const = default;
    };
    struct Iql {
        QString queryString;
        QString valueType; ///< hint for creating one; empty: none
        QStringList tags;
        bool operator==(const Iql&) const = default;
    };
    std::variant<Identity, Relationship, ThirdPartyRelationship, Iql> kind;
    QJsonObject rest; ///< members that we do not know, kept

    /// Adds what is missing or out of range, with places below `path`.
    void check(const QString& path, RequestProblems& problems) const;
    [[nodiscard]] QJsonObject toJson() const;
    /// An unknown "@type" becomes an Identity query with everything in `rest`; check() names it.
    [[nodiscard]] static AttributeQuery fromJson(const QJsonObject& json);
    bool operator==(const AttributeQuery&) const = default;
};

} // namespace meshwatch
