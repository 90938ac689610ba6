// SPDX-License-Identifier: MIT
#include "contenttypes.h"

#include <QHash>

namespace meshwatch::sandbox::content {

using namespace Qt::StringLiterals;
using enum Property::Kind;

namespace {

constexpr bool optional = true;

QList<Property> item(QList<Property> own) {
    return own << Property{"mustBeAccepted", Boolean} << Property{"description", Text, optional, 500}
               << Property{"metadata", Object, optional}
               << Property{"requireManualDecision", Boolean, optional};
}

const QList<Type>& describedTypes() {
    static const QList<Type> types{
        {"Mail",
         {{"to", Texts},
          {"cc", Texts, optional, INT_MAX, "[]"},
          {"subject", Text, false, 300},
          {"body", Text, false, 50'000},
          {"bodyFormat", Format, optional, INT_MAX, "\"PlainText\""}}},
        {"ArbitraryMessageContent", {{"value", Any}}},
        {"ResponseWrapper",
         {{"requestId"}, {"requestSourceReference"}, {"requestSourceType"}, {"response", Response}}},
        {"Notification", {{"id"}, {"items", NotificationItems}}},
        {"Request",
         {{"id", Text, optional},
          {"items", Items},
          {"expiresAt", Time, optional},
          {"title", Text, optional, 200},
          {"description", Text, optional, 500},
          {"metadata", Object, optional}}},
        {"RequestItemGroup",
         {{"items", Items},
          {"title", Text, optional, 200},
          {"description", Text, optional, 500},
          {"metadata", Object, optional}}},
        {"RelationshipTemplateContent",
         {{"title", Text, optional},
          {"metadata", Object, optional},
          {"onNewRelationship", Request},
          {"onExistingRelationship", Request, optional}}},
        {"ArbitraryRelationshipTemplateContent", {{"value", Any}}},
        {"RelationshipCreationContent", {{"response", Response}}},
        {"ArbitraryRelationshipCreationContent", {{"value", Any}}},
        {"IdentityAttribute", {{"owner"}, {"value", Value}, {"tags", Texts, optional}}},
        {"RelationshipAttribute",
         {{"owner"},
          {"key", Text, false, 100},
          {"value", Value},
          {"confidentiality", Confidentiality},
          {"isTechnical", Boolean, optional, INT_MAX, "false"}}},
        {"IdentityAttributeQuery", {{"valueType"}, {"tags", Texts, optional}}},
        {"RelationshipAttributeQuery", {{"key"}, {"owner"}, {"attributeCreationHints", Object}}},
        {"ThirdPartyRelationshipAttributeQuery", {{"key"}, {"owner"}, {"thirdParty", Texts}}},
        {"IQLQuery", {{"queryString"}, {"attributeCreationHints", Object, optional}}},
        {"AuthenticationRequestItem", item({{"title", Text, false, 200}})},
        {"ConsentRequestItem", item({{"consent", Text, false, 10'000},
                                     {"link", Text, optional},
                                     {"linkDisplayText", Text, optional, 30},
                                     {"requiresInteraction", Boolean, optional}})},
        {"CreateAttributeRequestItem", item({{"attribute", Attribute}})},
        {"ReadAttributeRequestItem", item({{"query", Query}})},
        {"ProposeAttributeRequestItem", item({{"query", Query}, {"attribute", Attribute}})},
        {"ShareAttributeRequestItem",
         item({{"attributeId"}, {"attribute", Attribute}, {"initialAttributePeer", Text, optional}})},
        {"DeleteAttributeRequestItem", item({{"attributeId"}})},
        {"FormFieldRequestItem", item({{"title", Text, false, 200}, {"settings", Settings}})},
        {"TransferFileOwnershipRequestItem", item({{"fileReference"}, {"ownershipToken"}})},
        {"ShareCredentialOfferRequestItem", item({{"credentialOfferUrl"}})},
        {"ShareAuthorizationRequestRequestItem", item({{"authorizationRequestUrl"}})},
        {"StringFormFieldSettings",
         {{"allowNewlines", Boolean, optional}, {"min", Number, optional}, {"max", Number, optional}}},
        {"IntegerFormFieldSettings",
         {{"unit", Text, optional}, {"min", Number, optional}, {"max", Number, optional}}},
        {"DoubleFormFieldSettings",
         {{"unit", Text, optional}, {"min", Number, optional}, {"max", Number, optional}}},
        {"BooleanFormFieldSettings", {}},
        {"DateFormFieldSettings", {}},
        {"RatingFormFieldSettings", {{"maxRating", Number}}},
        {"SelectionFormFieldSettings", {{"options", Texts}, {"allowMultipleSelection", Boolean, optional}}},
        {"PeerAttributeSucceededNotificationItem",
         {{"predecessorId"}, {"successorId"}, {"successorContent", Attribute}}},
        {"OwnAttributeDeletedByOwnerNotificationItem", {{"attributeId"}}},
        {"PeerRelationshipAttributeDeletedByPeerNotificationItem", {{"attributeId"}}},
        {"ForwardedAttributeDeletedByPeerNotificationItem", {{"attributeId"}}},
        {"BirthDate", {{"day", Number}, {"month", Number}, {"year", Number}}},
        {"BirthPlace", {{"city"}, {"country"}, {"state", Text, optional}}},
        {"Affiliation", {{"organization"}, {"role", Text, optional}, {"unit", Text, optional}}},
        {"StreetAddress",
         {{"recipient"},
          {"street"},
          {"houseNo"},
          {"zipCode"},
          {"city"},
          {"country"},
          {"state", Text, optional}}},
        {"PostOfficeBoxAddress",
         {{"recipient"}, {"boxId"}, {"zipCode"}, {"city"}, {"country"}, {"state", Text, optional}}},
        {"DeliveryBoxAddress",
         {{"recipient"},
          {"userId"},
          {"deliveryBoxId"},
          {"zipCode"},
          {"city"},
          {"country"},
          {"phoneNumber", Text, optional},
          {"state", Text, optional}}},
        {"BankAccount", {{"accountHolder"}, {"iban"}, {"bic", Text, optional}}},
        {"SchematizedJSON", {{"value", Any}, {"schemaURL", Text, optional}}},
        {"SchematizedXML", {{"value"}, {"schemaURL", Text, optional}}},
        {"VerifiableCredential",
         {{"value", Any},
          {"type"},
          {"displayInformation", Any, optional},
          {"displayInformationCachedImages", Any, optional}}},
        {"Consent",
         {{"consent", Text, false, 10'000},
          {"link", Text, optional},
          {"linkDisplayText", Text, optional, 30}}},
    };
    return types;
}

/// Values that are one text, number or boolean; those of relationships carry a title.
void addSimpleValues(QHash<QString, Type>& types) {
    for (const char* name : {"DisplayName",
                             "GivenName",
                             "MiddleName",
                             "Surname",
                             "BirthName",
                             "Pseudonym",
                             "HonorificPrefix",
                             "HonorificSuffix",
                             "Sex",
                             "Nationality",
                             "Citizenship",
                             "MaritalStatus",
                             "JobTitle",
                             "CommunicationLanguage",
                             "EMailAddress",
                             "PhoneNumber",
                             "FaxNumber",
                             "Website",
                             "IdentityFileReference",
                             "Street",
                             "HouseNumber",
                             "ZipCode",
                             "City",
                             "State",
                             "Country",
                             "BirthCity",
                             "BirthState",
                             "BirthCountry",
                             "AffiliationOrganization",
                             "AffiliationRole",
                             "AffiliationUnit",
                             "Statement"})
        types.insert(QLatin1String(name), {name, {{"value"}}});
    for (const char* name : {"BirthDay", "BirthMonth", "BirthYear"})
        types.insert(QLatin1String(name), {name, {{"value", Number}}});
    const auto proprietary = [&](const char* name, Property::Kind kind) {
        types.insert(QLatin1String(name), {name,
                                           {{"value", kind},
                                            {"title"},
                                            {"description", Text, optional},
                                            {"valueHintsOverride", Object, optional},
                                            {"schemaURL", Text, optional}}});
    };
    for (const char* name : {"ProprietaryString", "ProprietaryEMailAddress", "ProprietaryPhoneNumber",
                             "ProprietaryURL", "ProprietaryCountry", "ProprietaryLanguage",
                             "ProprietaryHEXColor", "ProprietaryFileReference", "ProprietaryXML"})
        proprietary(name, Text);
    proprietary("ProprietaryBoolean", Boolean);
    proprietary("ProprietaryInteger", Number);
    proprietary("ProprietaryFloat", Number);
    proprietary("ProprietaryJSON", Any);
}

} // namespace

const Type* findType(const QString& name) {
    static const QHash<QString, Type> types = [] {
        QHash<QString, Type> found;
        for (const Type& type : describedTypes())
            found.insert(QLatin1String(type.name), type);
        addSimpleValues(found);
        return found;
    }();
    const auto type = types.constFind(name);
    return type == types.cend() ? nullptr : &*type;
}

const QStringList& messageTypes() {
    static const QStringList types{u"Mail"_s, u"Request"_s, u"ResponseWrapper"_s, u"Notification"_s,
                                   u"ArbitraryMessageContent"_s};
    return types;
}

const QStringList& itemTypes() {
    static const QStringList types = [] {
        QStringList found;
        for (const Type& type : describedTypes()) {
            if (const QString name = QLatin1String(type.name); name.endsWith("RequestItem"_L1))
                found.append(name);
        }
        return found;
    }();
    return types;
}

const QStringList& queryTypes() {
    static const QStringList types{u"IdentityAttributeQuery"_s, u"RelationshipAttributeQuery"_s,
                                   u"ThirdPartyRelationshipAttributeQuery"_s, u"IQLQuery"_s};
    return types;
}

} // namespace meshwatch::sandbox::content
