// SPDX-License-Identifier: MIT
#include <meshwatch/messaging/requestitem.h>

#include "checks.h"
#include "jsonmembers.h"

#include <meshwatch/core/json.h>

namespace meshwatch {

namespace {

using namespace members;

/// Names in the order of RequestItem::Kind.
constexpr const char* typeNames[] = {"AuthenticationRequestItem",           "ConsentRequestItem",
                                     "CreateAttributeRequestItem",          "ReadAttributeRequestItem",
                                     "ProposeAttributeRequestItem",         "ShareAttributeRequestItem",
                                     "DeleteAttributeRequestItem",          "FormFieldRequestItem",
                                     "TransferFileOwnershipRequestItem",    "ShareCredentialOfferRequestItem",
                                     "ShareAuthorizationRequestRequestItem"};
static_assert(std::size(typeNames) + 1 == std::variant_size_v<RequestItem::Kind>);

struct Writer {
    QJsonObject& json;

    void operator()(const RequestItem::Authentication& item) { putAlways(json, "title", item.title); }
    void operator()(const RequestItem::Consent& item) {
        putAlways(json, "consent", item.consent);
        put(json, "link", item.link);
        put(json, "linkDisplayText", item.linkDisplayText);
        putFlag(json, "requiresInteraction", item.requiresInteraction);
    }
    void operator()(const RequestItem::CreateAttribute& item) {
        putAlways(json, "attribute", item.attribute);
    }
    void operator()(const RequestItem::ReadAttribute& item) { putAlways(json, "query", item.query.toJson()); }
    void operator()(const RequestItem::ProposeAttribute& item) {
        putAlways(json, "query", item.query.toJson());
        putAlways(json, "attribute", item.attribute);
    }
    void operator()(const RequestItem::ShareAttribute& item) {
        putAlways(json, "attributeId", item.attributeId);
        putAlways(json, "attribute", item.attribute);
        put(json, "initialAttributePeer", item.initialAttributePeer);
    }
    void operator()(const RequestItem::DeleteAttribute& item) {
        putAlways(json, "attributeId", item.attributeId);
    }
    void operator()(const RequestItem::FormField& item) {
        putAlways(json, "title", item.title);
        putAlways(json, "settings", item.settings.toJson());
    }
    void operator()(const RequestItem::TransferFileOwnership& item) {
        putAlways(json, "fileReference", item.fileReference);
        putAlways(json, "ownershipToken", item.ownershipToken);
    }
    void operator()(const RequestItem::ShareCredentialOffer& item) {
        putAlways(json, "credentialOfferUrl", item.credentialOfferUrl);
    }
    void operator()(const RequestItem::ShareAuthorizationRequest& item) {
        putAlways(json, "authorizationRequestUrl", item.authorizationRequestUrl);
    }
    void operator()(const RequestItem::Unknown&) {}
};

/// Fills an item of its type from the members it takes out of `rest`.
struct Reader {
    QJsonObject& rest;

    void operator()(RequestItem::Authentication& item) { item.title = takeText(rest, "title"); }
    void operator()(RequestItem::Consent& item) {
        item.consent = takeText(rest, "consent");
        item.link = takeText(rest, "link");
        item.linkDisplayText = takeText(rest, "linkDisplayText");
        item.requiresInteraction = takeFlag(rest, "requiresInteraction");
    }
    void operator()(RequestItem::CreateAttribute& item) { item.attribute = takeObject(rest, "attribute"); }
    void operator()(RequestItem::ReadAttribute& item) {
        item.query = AttributeQuery::fromJson(takeObject(rest, "query"));
    }
    void operator()(RequestItem::ProposeAttribute& item) {
        item.query = AttributeQuery::fromJson(takeObject(rest, "query"));
        item.attribute = takeObject(rest, "attribute");
    }
    void operator()(RequestItem::ShareAttribute& item) {
        item.attributeId = takeText(rest, "attributeId");
        item.attribute = takeObject(rest, "attribute");
        item.initialAttributePeer = takeText(rest, "initialAttributePeer");
    }
    void operator()(RequestItem::DeleteAttribute& item) { item.attributeId = takeText(rest, "attributeId"); }
    void operator()(RequestItem::FormField& item) {
        item.title = takeText(rest, "title");
        item.settings = FormFieldSettings::fromJson(takeObject(rest, "settings"));
    }
    void operator()(RequestItem::TransferFileOwnership& item) {
        item.fileReference = takeText(rest, "fileReference");
        item.ownershipToken = takeText(rest, "ownershipToken");
    }
    void operator()(RequestItem::ShareCredentialOffer& item) {
        item.credentialOfferUrl = takeText(rest, "credentialOfferUrl");
    }
    void operator()(RequestItem::ShareAuthorizationRequest& item) {
        item.authorizationRequestUrl = takeText(rest, "authorizationRequestUrl");
    }
    void operator()(RequestItem::Unknown&) {}
};

/// The Kind at a place of the variant, nothing filled in.
template<size_t... I>
RequestItem::Kind kindAt(size_t index, std::index_sequence<I...>) {
    RequestItem::Kind kind;
    (void)((I == index && (kind.emplace<I>(), true)) || ...);
    return kind;
}

} // namespace

QStringList RequestItem::types() {
    QStringList names;
    for (const char* name : typeNames)
        names.append(QLatin1String(name));
    return names;
}

QString RequestItem::type() const {
    if (const auto* unknown = std::get_if<Unknown>(&kind))
        return unknown->type;
    return QLatin1String(typeNames[kind.index()]);
}

RequestItem RequestItem::ofType(const QString& type) {
    RequestItem item;
    const qsizetype index = types().indexOf(type);
    if (index < 0)
        item.kind = Unknown{type};
    else
        item.kind = kindAt(size_t(index), std::make_index_sequence<std::size(typeNames)>());
    return item;
}

QString RequestItem::typeTitle(const QString& type) {
    const QString titles[] = {tr("Authenticate"),        tr("Agree to a text"),      tr("Store an attribute"),
                              tr("Read an attribute"),   tr("Propose an attribute"), tr("Share an attribute"),
                              tr("Delete an attribute"), tr("Fill in a field"),      tr("Take over a file"),
                              tr("Accept a credential"), tr("Show a credential")};
    static_assert(std::size(titles) == std::size(typeNames));
    const qsizetype index = types().indexOf(type);
    return index < 0 ? type : titles[index];
}

QString RequestItem::caption() const {
    const QJsonObject json = toJson();
    for (const char* path :
         {"title", "consent", "attribute.value.title", "attribute.value.@type", "query.valueType",
          "query.attributeCreationHints.title", "query.key", "query.queryString", "attributeId",
          "credentialOfferUrl", "authorizationRequestUrl", "description"}) {
        const QString text = json::textAt(json, QString::fromLatin1(path));
        if (!text.isEmpty())
            return text;
    }
    return typeTitle(type());
}

QJsonObject RequestItem::toJson() const {
    QJsonObject json = rest;
    putAlways(json, "@type", type());
    putAlways(json, "mustBeAccepted", mustBeAccepted);
    put(json, "description", description);
    put(json, "metadata", metadata);
    std::visit(Writer{json}, kind);
    return json;
}

RequestItem RequestItem::fromJson(const QJsonObject& json) {
    QJsonObject rest = json;
    RequestItem item = ofType(takeText(rest, "@type"));
    item.mustBeAccepted = takeFlag(rest, "mustBeAccepted");
    item.description = takeText(rest, "description");
    item.metadata = takeObject(rest, "metadata");
    std::visit(Reader{rest}, item.kind);
    item.rest = rest;
    return item;
}

} // namespace meshwatch
