// SPDX-License-Identifier: MIT
#pragma once

#include "widgets/formfield.h"

#include <meshwatch/connector/attribute.h>
#include <meshwatch/messaging/requestdraft.h>

#include <QCoreApplication>
#include <QJsonObject>

namespace meshwatch {

/// What each kind of attribute value is made of (Connector reference, dto 12), as fields of a form.
class AttributeFields {
    Q_DECLARE_TR_FUNCTIONS(AttributeFields)
public:
    [[nodiscard]] static QStringList identityTypes();
    [[nodiscard]] static QStringList relationshipTypes();
    /// Types as options of a choice: they are called as enmeshed calls them.
    [[nodiscard]] static QList<QPair<QString, QString>> options(const QStringList& types);
    [[nodiscard]] static QList<QPair<QString, QString>> confidentialities();
    /// Of a value with its "@type" at `path` ("attribute.value"); a type we do not know is JSON.
    [[nodiscard]] static FormFields ofValue(const QString& type, const QString& path);
    /// An attribute without members of its value that belong to another kind, as after the kind was changed.
    [[nodiscard]] static QJsonObject pruned(const QJsonObject& attribute);
    /// What an attribute's value must have and has not, with places below the attribute ("value.city").
    [[nodiscard]] static RequestProblems missing(const QJsonObject& attribute);
    /// What attributes to be stored or proposed have not, with places in the Request; of other items the
    /// draft itself knows it.
    static void addMissing(const RequestDraft& draft, RequestProblems& problems);
    /// "GivenName “Hana”", "StreetAddress “Ufergasse 4, Bern”": one line, shortened.
    [[nodiscard]] static QString caption(const QJsonObject& content);
    [[nodiscard]] static QString caption(const connector::Attribute& attribute) {
        return caption(attribute.content().toJson());
    }
};

} // namespace meshwatch
