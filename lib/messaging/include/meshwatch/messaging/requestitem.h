// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/messaging/attributequery.h>
#include <meshwatch/messaging/formfieldsettings.h>
#include <meshwatch/messaging/requestproblem.h>

#include <QCoreApplication>
#include <QJsonObject>

#include <optional>
#include <variant>
#include <vector>

namespace meshwatch {

/// One thing that a Request asks for: the eleven types of version 7 (Connector reference, dto 9).
struct RequestItem {
    Q_DECLARE_TR_FUNCTIONS(RequestItem)
public:
    struct Authentication {
        QString title;
        bool operator==(const Authentication&) const = default;
    };
    struct Consent {
        QString consent;
        QString link;
        QString linkDisplayText; ///< 3 to 30 characters, or none
        bool requiresInteraction = false;
        bool operator==(const Consent&) const = default;
    };
    struct CreateAttribute {
        QJsonObject attribute; ///< IdentityAttribute or RelationshipAttribute
        bool operator==(const CreateAttribute&) const = default;
    };
    struct ReadAttribute {
        AttributeQuery query;
        bool operator==(const ReadAttribute&) const = default;
    };
    struct ProposeAttribute {
        AttributeQuery query;
        QJsonObject attribute; ///< its owner is ""
        bool operator==(const ProposeAttribute&) const = default;
    };
    struct ShareAttribute {
        QString attributeId;
        QJsonObject attribute; ///< exactly as stored
        QString initialAttributePeer;
        bool operator==(const ShareAttribute&) const = default;
    };
    struct DeleteAttribute {
        QString attributeId;
        bool operator==(const DeleteAttribute&) const = default;
    };
    struct FormField {
        QString title;
        FormFieldSettings settings;
        bool operator==(const FormField&) const = default;
    };
    struct TransferFileOwnership {
        QString fileReference;
        QString ownershipToken;
        bool operator==(const TransferFileOwnership&) const = default;
    };
    struct ShareCredentialOffer {
        QString credentialOfferUrl;
        bool operator==(const ShareCredentialOffer&) const = default;
    };
    struct ShareAuthorizationRequest {
        QString authorizationRequestUrl;
        bool operator==(const ShareAuthorizationRequest&) const = default;
    };
    /// A type of another version: `rest` has all of it.
    struct Unknown {
        QString type;
        bool operator==(const Unknown&) const = default;
    };
    using Kind = std::variant<Authentication, Consent, CreateAttribute, ReadAttribute, ProposeAttribute,
                              ShareAttribute, DeleteAttribute, FormField, TransferFileOwnership,
                              ShareCredentialOffer, ShareAuthorizationRequest, Unknown>;

    Kind kind;
    bool mustBeAccepted = true;
    QString description; ///< at most 500 characters
    QJsonObject metadata;
    QJsonObject rest; ///< members that we do not know, kept

    /// "ReadAttributeRequestItem", …
    [[nodiscard]] QString type() const;
    /// "Read attribute", …, translated; for menus and headings.
    [[nodiscard]] static QString typeTitle(const QString& type);
    /// The types that can be built, in the order of the reference.
    [[nodiscard]] static QStringList types();
    /// An item of that type with nothing filled in; Unknown for other words.
    [[nodiscard]] static RequestItem ofType(const QString& type);
    /// What it asks for in a few words: title, consent, name of the attribute …
    [[nodiscard]] QString caption() const;

    void check(const QString& path, RequestProblems& problems) const;
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static RequestItem fromJson(const QJsonObject& json);
    bool operator==(const RequestItem&) const = default;
};

/// Items under one heading. Groups do not nest.
struct RequestItemGroup {
    QString title;
    QString description;
    QJsonObject metadata;
    std::vector<RequestItem> items;
    QJsonObject rest;
    bool operator==(const RequestItemGroup&) const = default;
};

using RequestItemOrGroup = std::variant<RequestItem, RequestItemGroup>;

} // namespace meshwatch
