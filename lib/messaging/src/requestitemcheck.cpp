// SPDX-License-Identifier: MIT
#include <meshwatch/messaging/requestitem.h>

#include "checks.h"

#include <meshwatch/core/json.h>

#include <QUrl>

namespace meshwatch {

namespace {

/// Limits of the reference, dto 9.
struct Checker {
    const QString& path;
    RequestProblems& problems;
    Checks checks{path, problems};

    void url(const char* member, const QString& text) {
        const QUrl parsed(text, QUrl::StrictMode);
        if (text.isEmpty())
            checks.required(member, text);
        else if (!parsed.isValid() || parsed.scheme().isEmpty())
            checks.add(member, Checks::tr("An address such as https://example.com belongs here."));
    }
    void query(const AttributeQuery& asked) { asked.check(path + QStringLiteral(".query"), problems); }
    void attribute(const QJsonObject& content) {
        const QString type = content.value(QLatin1String("@type")).toString();
        if (type != QLatin1String("IdentityAttribute") && type != QLatin1String("RelationshipAttribute"))
            return checks.add("attribute",
                              Checks::tr("An IdentityAttribute or RelationshipAttribute belongs here."));
        if (json::textAt(content, u"value.@type").isEmpty())
            checks.add("attribute.value", Checks::tr("The kind of its value is missing."));
        if (!content.value(QLatin1String("owner")).isString())
            checks.add("attribute.owner", Checks::tr("An owner is missing; an empty text is the recipient."));
        if (type != QLatin1String("RelationshipAttribute"))
            return;
        checks.required("attribute.key", json::textAt(content, u"key"), 100);
        checks.oneOf("attribute.confidentiality", json::textAt(content, u"confidentiality"),
                     {QStringLiteral("public"), QStringLiteral("private"), QStringLiteral("protected")});
    }

    void operator()(const RequestItem::Authentication& item) { checks.required("title", item.title, 200); }
    void operator()(const RequestItem::Consent& item) {
        checks.required("consent", item.consent, 10'000);
        if (!item.link.isEmpty())
            url("link", item.link);
        const qsizetype length = item.linkDisplayText.size();
        if (length > 0 && (length < 3 || length > 30))
            checks.add("linkDisplayText", Checks::tr("3 to 30 characters belong here."));
        if (length > 0 && item.link.isEmpty())
            checks.add("link", Checks::tr("A text for the link needs a link."));
    }
    void operator()(const RequestItem::CreateAttribute& item) { attribute(item.attribute); }
    void operator()(const RequestItem::ReadAttribute& item) { query(item.query); }
    void operator()(const RequestItem::ProposeAttribute& item) {
        query(item.query);
        if (std::holds_alternative<AttributeQuery::ThirdPartyRelationship>(item.query.kind))
            checks.add("query", Checks::tr("What a third party has cannot be proposed."));
        attribute(item.attribute);
        if (!json::textAt(item.attribute, u"owner").isEmpty())
            checks.add("attribute.owner", Checks::tr("The owner of a proposed attribute is left empty."));
    }
    void operator()(const RequestItem::ShareAttribute& item) {
        checks.id("attributeId", item.attributeId, "ATT");
        attribute(item.attribute);
    }
    void operator()(const RequestItem::DeleteAttribute& item) {
        checks.id("attributeId", item.attributeId, "ATT");
    }
    void operator()(const RequestItem::FormField& item) {
        checks.required("title", item.title, 200);
        item.settings.check(path + QStringLiteral(".settings"), problems);
    }
    void operator()(const RequestItem::TransferFileOwnership& item) {
        checks.required("fileReference", item.fileReference);
        if (!item.fileReference.isEmpty() && !item.fileReference.startsWith(QLatin1String("RklM")))
            checks.add("fileReference",
                       Checks::tr("The truncated reference of a file belongs here: it begins with RklM."));
        checks.required("ownershipToken", item.ownershipToken);
    }
    void operator()(const RequestItem::ShareCredentialOffer& item) {
        url("credentialOfferUrl", item.credentialOfferUrl);
    }
    void operator()(const RequestItem::ShareAuthorizationRequest& item) {
        url("authorizationRequestUrl", item.authorizationRequestUrl);
    }
    void operator()(const RequestItem::Unknown& item) {
        checks.add("@type", Checks::tr("“%1” is no kind of item that version 7 knows.").arg(item.type));
    }
};

} // namespace

void RequestItem::check(const QString& path, RequestProblems& problems) const {
    Checks(path, problems).atMost("description", description, 500);
    std::visit(Checker{path, problems}, kind);
}

} // namespace meshwatch
