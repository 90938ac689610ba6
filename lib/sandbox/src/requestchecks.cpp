// SPDX-License-Identifier: MIT
#include "content.h"
#include "requestitems.h"
#include "runtime.h"

/// The dry runs: may this be asked, may this be decided so?
namespace meshwatch::sandbox {

using namespace Qt::StringLiterals;

namespace {

QJsonObject good(const QJsonArray& items = {}) { return {{u"isSuccess"_s, true}, {u"items"_s, items}}; }

QJsonObject bad(const QString& code, const QString& message) {
    return {{u"isSuccess"_s, false}, {u"code"_s, code}, {u"message"_s, message}, {u"items"_s, QJsonArray()}};
}

QJsonObject badItem(const QString& message) {
    return bad(u"error.consumption.requests.invalidRequestItem"_s, message);
}

QJsonObject badDecision(const QString& message) {
    return bad(u"error.consumption.requests.invalidAcceptParameters"_s, message);
}

QJsonObject badParameters(const QString& message) {
    return bad(u"error.consumption.requests.decide.validation.invalidNumberOfItems"_s, message);
}

/// The result of a whole: as good as its parts.
QJsonObject ofParts(const QJsonArray& items) {
    const bool isGood = std::all_of(items.begin(), items.end(), [](const QJsonValue& item) {
        return item.toObject().value("isSuccess"_L1).toBool();
    });
    if (isGood)
        return good(items);
    QJsonObject result =
        bad(u"error.consumption.requests.validation.inheritedFromItem"_s,
            u"Some child items have errors. If this error occurred during the specification of a "
            "Request, call 'canCreate' to get more information."_s);
    result.insert("items"_L1, items);
    return result;
}

} // namespace

QJsonObject RequestItems::canCreate(const QJsonArray& items, const QString& peer) const {
    QJsonArray results;
    for (const QJsonValue& entry : items) {
        const QJsonObject item = entry.toObject();
        results.append(item.contains("items"_L1) ? canCreate(item.value("items"_L1).toArray(), peer)
                                                 : checkNewItem(item, peer));
    }
    return ofParts(results);
}

QJsonObject RequestItems::checkNewItem(const QJsonObject& item, const QString& peer) const {
    const QString type = typeOf(item);
    const QJsonObject attribute = item.value("attribute"_L1).toObject();
    const QString owner = attribute.value("owner"_L1).toString();
    const QString id = item.value("attributeId"_L1).toString();
    if (type == "CreateAttributeRequestItem"_L1) {
        const bool isIdentity = typeOf(attribute) == "IdentityAttribute"_L1;
        if (!owner.isEmpty() && owner != peer && (isIdentity || owner != m_runtime.address()))
            return badItem(u"The owner of the provided Attribute can only be the recipient's address, for a "
                           "RelationshipAttribute also your own, or an empty string."_s);
    } else if (type == "ProposeAttributeRequestItem"_L1) {
        if (!owner.isEmpty() && owner != peer)
            return badItem(
                u"The owner of the given 'attribute' can only be an empty string or the recipient."_s);
        const QJsonObject query = item.value("query"_L1).toObject();
        if (typeOf(query) == "IdentityAttributeQuery"_L1 &&
            query.value("valueType"_L1) != attribute.value("value"_L1)["@type"_L1])
            return badItem(u"The provided Attribute is not of the queried type."_s);
        if (typeOf(query) == "ThirdPartyRelationshipAttributeQuery"_L1)
            return badItem(u"A ThirdPartyRelationshipAttributeQuery cannot be proposed."_s);
    } else if (type == "ShareAttributeRequestItem"_L1) {
        const QJsonObject own = m_runtime.attributes.get(id);
        if (own.isEmpty())
            return badItem("The Attribute with the given attributeId '"_L1 + id + "' could not be found."_L1);
        if (own.value("content"_L1).toObject() != attribute)
            return badItem("The Attribute with the given attributeId '"_L1 + id +
                           "' does not match the given attribute."_L1);
        if (!peer.isEmpty() && m_runtime.attributes.isForwardedTo(id, peer))
            return badItem("The Attribute with the given attributeId '"_L1 + id +
                           "' is already shared with the peer."_L1);
    } else if (type == "DeleteAttributeRequestItem"_L1) {
        const QJsonObject own = m_runtime.attributes.get(id);
        const bool isShared = m_runtime.attributes.isForwardedTo(id, peer) ||
                              (own.value("peer"_L1).toString() == peer && typeOf(own).startsWith("Own"_L1));
        if (own.isEmpty() || !isShared)
            return badItem("The Attribute '"_L1 + id +
                           "' is not shared with the recipient of the Request."_L1);
    } else if (type == "TransferFileOwnershipRequestItem"_L1) {
        const auto reference = Reference::read(item.value("fileReference"_L1).toString());
        const QJsonObject* file = reference ? m_runtime.files.store().find(reference->id) : nullptr;
        if (!file || !file->value("isOwn"_L1).toBool())
            return badItem(u"The File of the given fileReference is not owned by you."_s);
        if (file->value("ownershipToken"_L1) != item.value("ownershipToken"_L1))
            return badItem(u"The ownershipToken is not the File's."_s);
    } else if (type == "FormFieldRequestItem"_L1) {
        const QJsonObject settings = item.value("settings"_L1).toObject();
        const int most = settings.value("maxRating"_L1).toInt(5);
        if (most < 5 || most > 10)
            return badItem(u"The maxRating must be from 5 to 10."_s);
        if (typeOf(settings) == "SelectionFormFieldSettings"_L1 &&
            settings.value("options"_L1).toArray().isEmpty())
            return badItem(u"The options provided in the SelectionFormFieldSettings must not be empty."_s);
    }
    return good();
}

QJsonObject RequestItems::canDecide(const QJsonArray& items, const QJsonArray& decisions,
                                    bool accepts) const {
    if (items.size() != decisions.size())
        return badParameters(u"Number of items in Request and Response do not match"_s);
    QJsonArray results;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QJsonObject item = items[i].toObject();
        const QJsonObject decision = decisions[i].toObject();
        const bool isGroup = item.contains("items"_L1);
        if (isGroup != decision.contains("items"_L1) || (!isGroup && !decision.value("accept"_L1).isBool())) {
            results.append(
                bad(u"error.consumption.requests.decide.validation.requestItemGroupAnsweredAsRequestItem"_s,
                    u"An item must be answered by 'accept', a group by 'items'."_s));
        } else if (isGroup) {
            results.append(
                canDecide(item.value("items"_L1).toArray(), decision.value("items"_L1).toArray(), accepts));
        } else if (!decision.value("accept"_L1).toBool()) {
            const bool isNeeded = accepts && item.value("mustBeAccepted"_L1).toBool();
            results.append(
                isNeeded
                    ? bad(u"error.consumption.requests.decide.validation.mustBeAcceptedItemNotAccepted"_s,
                          u"The RequestItem is flagged as 'mustBeAccepted', but it was not accepted."_s)
                    : good());
        } else if (!accepts) {
            results.append(
                bad(u"error.consumption.requests.decide.validation.itemAcceptedButRequestNotAccepted"_s,
                    u"The RequestItem was accepted, but the parent was not accepted."_s));
        } else {
            results.append(checkAccept(item, decision));
        }
    }
    return ofParts(results);
}

QJsonObject RequestItems::checkAccept(const QJsonObject& item, const QJsonObject& decision) const {
    const QString type = typeOf(item);
    if (type == "ReadAttributeRequestItem"_L1 || type == "ProposeAttributeRequestItem"_L1)
        return checkAttributeChoice(item, decision);
    if (type == "FormFieldRequestItem"_L1)
        return checkFormField(item.value("settings"_L1).toObject(), decision.value("response"_L1));
    if (type == "DeleteAttributeRequestItem"_L1 &&
        !m_runtime.isInFuture(decision.value("deletionDate"_L1).toString()))
        return badDecision(u"The deletionDate must be in the future."_s);
    if (type == "ShareAuthorizationRequestRequestItem"_L1 &&
        m_runtime.attributes.get(decision.value("attributeId"_L1).toString()).isEmpty())
        return badDecision(u"The attributeId must name a stored credential."_s);
    return good();
}

QJsonObject RequestItems::checkFormField(const QJsonObject& settings, const QJsonValue& response) const {
    const QString type = typeOf(settings);
    const auto within = [&](double value) {
        return value >= settings.value("min"_L1).toDouble(-1e308) &&
               value <= settings.value("max"_L1).toDouble(1e308);
    };
    const bool isWhole = response.isDouble() && response.toDouble() == qint64(response.toDouble());
    bool fits = false;
    if (type == "StringFormFieldSettings"_L1) {
        fits = response.isString() && within(double(response.toString().size())) &&
               (settings.value("allowNewlines"_L1).toBool() || !response.toString().contains(u'\n'));
    } else if (type == "IntegerFormFieldSettings"_L1) {
        fits = isWhole && within(response.toDouble());
    } else if (type == "DoubleFormFieldSettings"_L1) {
        fits = response.isDouble() && within(response.toDouble());
    } else if (type == "BooleanFormFieldSettings"_L1) {
        fits = response.isBool();
    } else if (type == "DateFormFieldSettings"_L1) {
        fits = response.isString() && Micros::fromIso(response.toString().toLatin1()).has_value();
    } else if (type == "RatingFormFieldSettings"_L1) {
        fits = isWhole && response.toInt() >= 1 && response.toInt() <= settings.value("maxRating"_L1).toInt();
    } else if (type == "SelectionFormFieldSettings"_L1) {
        const QJsonArray options = settings.value("options"_L1).toArray();
        const bool takesSeveral = settings.value("allowMultipleSelection"_L1).toBool();
        const QJsonArray chosen = takesSeveral ? response.toArray() : QJsonArray{response};
        fits = response.isArray() == takesSeveral && !chosen.isEmpty();
        for (const QJsonValue& option : chosen)
            fits = fits && options.contains(option) && std::count(chosen.begin(), chosen.end(), option) == 1;
    }
    return fits ? good() : badDecision(u"The given response does not fit the form field's settings."_s);
}

QJsonObject RequestItems::checkAttributeChoice(const QJsonObject& item, const QJsonObject& decision) const {
    const bool isRead = typeOf(item) == "ReadAttributeRequestItem"_L1;
    const QString existing = decision.value(isRead ? "existingAttributeId"_L1 : "attributeId"_L1).toString();
    const QJsonValue given = decision.value(isRead ? "newAttribute"_L1 : "attribute"_L1);
    if (existing.isEmpty() == given.isUndefined())
        return badDecision(isRead ? u"You have to specify either newAttribute or existingAttributeId."_s
                                  : u"You have to specify either attribute or attributeId."_s);
    QJsonObject content;
    if (!existing.isEmpty()) {
        const QJsonObject known = m_runtime.attributes.get(existing);
        if (known.isEmpty())
            return badDecision("The Attribute '"_L1 + existing + "' could not be found."_L1);
        content = known.value("content"_L1).toObject();
    } else {
        const auto read = content::read(given.toObject(), content::Family::Attribute);
        if (!read)
            return badDecision(read.error().message);
        content = *read;
    }
    const QString owner = content.value("owner"_L1).toString();
    const QJsonObject query = item.value("query"_L1).toObject();
    const QString queried = typeOf(query);
    const QString valueType = content.value("value"_L1)["@type"_L1].toString();
    if (queried != "ThirdPartyRelationshipAttributeQuery"_L1 && !owner.isEmpty() &&
        owner != m_runtime.address())
        return badDecision(u"The provided Attribute is not owned by you."_s);
    if (queried == "IdentityAttributeQuery"_L1 &&
        (typeOf(content) != "IdentityAttribute"_L1 || valueType != query.value("valueType"_L1).toString()))
        return badDecision(
            u"The provided IdentityAttribute is not of the queried IdentityAttribute value type."_s);
    if (queried == "RelationshipAttributeQuery"_L1 &&
        (typeOf(content) != "RelationshipAttribute"_L1 || content.value("key"_L1) != query.value("key"_L1)))
        return badDecision(u"The provided RelationshipAttribute has not the queried key."_s);
    if (queried == "ThirdPartyRelationshipAttributeQuery"_L1 && existing.isEmpty())
        return badDecision(
            u"When responding to a ThirdPartyRelationshipAttributeQuery, only RelationshipAttributes "
            "that already exist may be provided."_s);
    return good();
}

} // namespace meshwatch::sandbox
