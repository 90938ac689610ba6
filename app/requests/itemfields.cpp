// SPDX-License-Identifier: MIT
#include "itemfields.h"

#include "attributefields.h"
#include "widgets/jsonplace.h"

#include <meshwatch/core/json.h>
#include <meshwatch/messaging/requestitem.h>

namespace meshwatch {

namespace {

using Kind = FormField::Kind;

/// Makes the fields of one item.
struct ItemFieldMaker {
    const QJsonObject& item;
    const RequestMaterial& material;
    FormFields fields{};

    [[nodiscard]] QString at(QStringView path) const { return json::textAt(item, path); }

    FormField& add(const char* path, const QString& label, Kind kind = Kind::Text, bool isRequired = true) {
        FormField field;
        field.path = QLatin1String(path);
        field.label = label;
        field.kind = kind;
        field.isRequired = isRequired;
        if (!isRequired && kind != Kind::Integer && kind != Kind::Number)
            field.hint = ItemFields::tr("optional");
        return fields.emplaceBack(field);
    }
    void choice(const char* path, const QString& label, const QList<QPair<QString, QString>>& options,
                bool isShaping = true) {
        FormField& field = add(path, label, Kind::Choice);
        field.options = options;
        field.isShaping = isShaping;
    }
    void owner(const char* path) {
        QList<QPair<QString, QString>> owners{{QString(), ItemFields::tr("The recipient")}};
        if (!material.ownAddress().isEmpty())
            owners.append({material.ownAddress(), ItemFields::tr("We")});
        choice(path, ItemFields::tr("Owner"), owners, false);
    }
    void attributes(const QString& label, const std::vector<connector::Attribute>& known) {
        if (known.empty()) {
            FormField& id = add("attributeId", label);
            id.isMachine = true;
            id.hint = QStringLiteral("ATT…");
            return;
        }
        QList<QPair<QString, QString>> options;
        for (const connector::Attribute& attribute : known)
            options.append({attribute.id(), AttributeFields::caption(attribute)});
        choice("attributeId", label, options);
    }

    void query(bool withThirdParty);
    void relationshipQuery();
    void attribute();
    void settings();
    void file();
    void type();
};

void ItemFieldMaker::query(bool withThirdParty) {
    QList<QPair<QString, QString>> kinds{
        {QStringLiteral("IdentityAttributeQuery"), ItemFields::tr("Something about the recipient")},
        {QStringLiteral("RelationshipAttributeQuery"), ItemFields::tr("Something of the relationship")},
        {QStringLiteral("IQLQuery"), ItemFields::tr("What a query in IQL finds")}};
    if (withThirdParty)
        kinds.insert(2, {QStringLiteral("ThirdPartyRelationshipAttributeQuery"),
                         ItemFields::tr("Something of a relationship with others")});
    choice("query.@type", ItemFields::tr("What to ask for"), kinds);
    const QString kind = at(u"query.@type");
    if (kind == QLatin1String("IdentityAttributeQuery")) {
        choice("query.valueType", ItemFields::tr("Attribute"),
               AttributeFields::options(AttributeFields::identityTypes()));
        add("query.tags", ItemFields::tr("Tags"), Kind::Texts, false).hint = ItemFields::tr("one a line");
    } else if (kind == QLatin1String("RelationshipAttributeQuery")) {
        relationshipQuery();
    } else if (kind == QLatin1String("ThirdPartyRelationshipAttributeQuery")) {
        add("query.key", ItemFields::tr("Key"));
        choice("query.owner", ItemFields::tr("Owner"),
               {{QStringLiteral("thirdParty"), ItemFields::tr("The third party")},
                {QStringLiteral("recipient"), ItemFields::tr("The recipient")},
                {QString(), ItemFields::tr("Either")}},
               false);
        FormField& parties = add("query.thirdParty", ItemFields::tr("Third parties"), Kind::Texts, false);
        parties.isMachine = true;
        parties.hint = ItemFields::tr("addresses, one a line; empty: anybody");
    } else if (kind == QLatin1String("IQLQuery")) {
        FormField& text = add("query.queryString", ItemFields::tr("Query"), Kind::LongText);
        text.isMachine = true;
        text.hint = QStringLiteral("GivenName || Surname");
        auto types = AttributeFields::options(AttributeFields::identityTypes());
        types.prepend({QString(), ItemFields::tr("any")});
        choice("query.attributeCreationHints.valueType", ItemFields::tr("New ones are"), types);
    }
}

void ItemFieldMaker::relationshipQuery() {
    add("query.key", ItemFields::tr("Key")).hint = QStringLiteral("customer-number");
    owner("query.owner");
    add("query.attributeCreationHints.title", ItemFields::tr("Title"));
    choice("query.attributeCreationHints.valueType", ItemFields::tr("Kind of value"),
           AttributeFields::options(AttributeFields::relationshipTypes()));
    choice("query.attributeCreationHints.confidentiality", ItemFields::tr("Confidentiality"),
           AttributeFields::confidentialities(), false);
    add("query.attributeCreationHints.description", ItemFields::tr("What it is for"), Kind::Text, false);
    add("query.attributeCreationHints.valueHints", ItemFields::tr("Hints for the value"), Kind::Json, false)
        .hint = QStringLiteral("{\"@type\": \"ValueHints\", \"max\": 20}");
}

void ItemFieldMaker::attribute() {
    choice("attribute.@type", ItemFields::tr("Belongs to"),
           {{QStringLiteral("IdentityAttribute"), ItemFields::tr("the recipient's identity")},
            {QStringLiteral("RelationshipAttribute"), ItemFields::tr("the relationship")}});
    const bool isOfRelationship = at(u"attribute.@type") == QLatin1String("RelationshipAttribute");
    if (isOfRelationship) {
        add("attribute.key", ItemFields::tr("Key")).hint = QStringLiteral("customer-number");
        owner("attribute.owner");
        choice("attribute.confidentiality", ItemFields::tr("Confidentiality"),
               AttributeFields::confidentialities(), false);
    }
    choice("attribute.value.@type", ItemFields::tr("Kind of value"),
           AttributeFields::options(isOfRelationship ? AttributeFields::relationshipTypes()
                                                     : AttributeFields::identityTypes()));
    fields += AttributeFields::ofValue(at(u"attribute.value.@type"), QStringLiteral("attribute.value"));
}

void ItemFieldMaker::settings() {
    choice("settings.@type", ItemFields::tr("Kind of field"),
           {{QStringLiteral("StringFormFieldSettings"), ItemFields::tr("Text")},
            {QStringLiteral("IntegerFormFieldSettings"), ItemFields::tr("Whole number")},
            {QStringLiteral("DoubleFormFieldSettings"), ItemFields::tr("Number")},
            {QStringLiteral("BooleanFormFieldSettings"), ItemFields::tr("Yes or no")},
            {QStringLiteral("DateFormFieldSettings"), ItemFields::tr("Date")},
            {QStringLiteral("RatingFormFieldSettings"), ItemFields::tr("Rating")},
            {QStringLiteral("SelectionFormFieldSettings"), ItemFields::tr("Selection")}});
    const QString kind = at(u"settings.@type");
    const bool isText = kind == QLatin1String("StringFormFieldSettings");
    const bool isWhole = kind == QLatin1String("IntegerFormFieldSettings");
    if (isText)
        add("settings.allowNewlines", ItemFields::tr("Several lines are allowed"), Kind::Switch, false);
    if (isWhole || kind == QLatin1String("DoubleFormFieldSettings"))
        add("settings.unit", ItemFields::tr("Unit"), Kind::Text, false);
    if (isText || isWhole || kind == QLatin1String("DoubleFormFieldSettings")) {
        const Kind number = isText || isWhole ? Kind::Integer : Kind::Number;
        add("settings.min", isText ? ItemFields::tr("Least characters") : ItemFields::tr("Least"), number,
            false);
        add("settings.max", isText ? ItemFields::tr("Most characters") : ItemFields::tr("Most"), number,
            false);
    } else if (kind == QLatin1String("RatingFormFieldSettings")) {
        add("settings.maxRating", ItemFields::tr("Best rating"), Kind::Integer).hint =
            ItemFields::tr("5 to 10");
    } else if (kind == QLatin1String("SelectionFormFieldSettings")) {
        add("settings.options", ItemFields::tr("Options"), Kind::Texts).hint = ItemFields::tr("one a line");
        add("settings.allowMultipleSelection", ItemFields::tr("Several may be chosen"), Kind::Switch, false);
    }
}

void ItemFieldMaker::file() {
    if (material.files().empty()) {
        FormField& reference = add("fileReference", ItemFields::tr("Reference of the file"));
        reference.isMachine = true;
        reference.hint = QStringLiteral("RklM…");
        add("ownershipToken", ItemFields::tr("Ownership token")).isMachine = true;
        return;
    }
    QList<QPair<QString, QString>> options;
    for (const connector::File& file : material.files())
        options.append({file.reference().truncated, file.filename()});
    choice("fileReference", ItemFields::tr("File"), options);
}

void ItemFieldMaker::type() {
    const QString type = at(u"@type");
    if (type == QLatin1String("AuthenticationRequestItem")) {
        add("title", ItemFields::tr("Title")).hint = ItemFields::tr("What is to be confirmed");
    } else if (type == QLatin1String("ConsentRequestItem")) {
        add("consent", ItemFields::tr("Text"), Kind::LongText).hint = ItemFields::tr("What is agreed to");
        add("link", ItemFields::tr("Link"), Kind::Text, false).hint =
            QStringLiteral("https://example.com/terms");
        add("linkDisplayText", ItemFields::tr("Text of the link"), Kind::Text, false);
        add("requiresInteraction", ItemFields::tr("A person must agree"), Kind::Switch, false);
    } else if (type == QLatin1String("CreateAttributeRequestItem")) {
        attribute();
    } else if (type == QLatin1String("ReadAttributeRequestItem")) {
        query(true);
    } else if (type == QLatin1String("ProposeAttributeRequestItem")) {
        query(false);
        const QString value = at(u"attribute.value.@type");
        if (at(u"query.@type") == QLatin1String("IQLQuery") &&
            at(u"query.attributeCreationHints.valueType").isEmpty())
            choice("attribute.value.@type", ItemFields::tr("Kind of value"),
                   AttributeFields::options(AttributeFields::identityTypes()));
        fields += AttributeFields::ofValue(value, QStringLiteral("attribute.value"));
    } else if (type == QLatin1String("ShareAttributeRequestItem")) {
        attributes(ItemFields::tr("Attribute"), material.own());
    } else if (type == QLatin1String("DeleteAttributeRequestItem")) {
        attributes(ItemFields::tr("Attribute"), material.shared());
    } else if (type == QLatin1String("FormFieldRequestItem")) {
        add("title", ItemFields::tr("Question"));
        settings();
    } else if (type == QLatin1String("TransferFileOwnershipRequestItem")) {
        file();
    } else if (type == QLatin1String("ShareCredentialOfferRequestItem")) {
        add("credentialOfferUrl", ItemFields::tr("Address of the offer")).hint =
            QStringLiteral("openid-credential-offer://…");
    } else if (type == QLatin1String("ShareAuthorizationRequestRequestItem")) {
        add("authorizationRequestUrl", ItemFields::tr("Address of the request")).hint =
            QStringLiteral("openid4vp://…");
    }
}

} // namespace

FormFields ItemFields::ofRequest() {
    return {{.path = QStringLiteral("title"), .label = tr("Title"), .hint = tr("optional")},
            {.path = QStringLiteral("description"),
             .label = tr("Description"),
             .kind = Kind::LongText,
             .hint = tr("optional")},
            {.path = QStringLiteral("expiresAt"),
             .label = tr("Expires"),
             .kind = Kind::Moment,
             .hint = tr("never")},
            {.path = QStringLiteral("metadata"),
             .label = tr("Metadata"),
             .kind = Kind::Json,
             .hint = tr("optional; a JSON object that comes back with the answer")}};
}

FormFields ItemFields::ofGroup() {
    return {{.path = QStringLiteral("title"), .label = tr("Title"), .hint = tr("optional")},
            {.path = QStringLiteral("description"),
             .label = tr("Description"),
             .kind = Kind::LongText,
             .hint = tr("optional")}};
}

FormFields ItemFields::ofItem(const QJsonObject& item, const RequestMaterial& material) {
    ItemFieldMaker maker{item, material};
    maker.type();
    maker.add("mustBeAccepted", tr("Must be accepted for the Request to be accepted"), Kind::Switch);
    maker.add("description", tr("Description"), Kind::LongText, false);
    return maker.fields;
}

QJsonObject ItemFields::completed(const QJsonObject& original, const RequestMaterial& material) {
    QJsonObject item = original;
    const QString type = json::textAt(item, u"@type");
    const auto put = [&item](QStringView path, const QJsonValue& value) {
        item = JsonPlace::with(item, path, value);
    };
    if (type == QLatin1String("CreateAttributeRequestItem") &&
        json::at(item, u"attribute.owner").isUndefined())
        put(u"attribute.owner", QString());
    if (type == QLatin1String("ProposeAttributeRequestItem")) {
        const bool isOfRelationship =
            json::textAt(item, u"query.@type") == QLatin1String("RelationshipAttributeQuery");
        const QString named =
            isOfRelationship || json::textAt(item, u"query.@type") == QLatin1String("IQLQuery")
                ? json::textAt(item, u"query.attributeCreationHints.valueType")
                : json::textAt(item, u"query.valueType");
        put(u"attribute.@type",
            isOfRelationship ? QStringLiteral("RelationshipAttribute") : QStringLiteral("IdentityAttribute"));
        put(u"attribute.owner", QString());
        if (!named.isEmpty())
            put(u"attribute.value.@type", named);
        if (isOfRelationship) {
            put(u"attribute.key", json::at(item, u"query.key"));
            put(u"attribute.confidentiality",
                json::at(item, u"query.attributeCreationHints.confidentiality"));
        }
    }
    if (type == QLatin1String("ShareAttributeRequestItem")) {
        for (const connector::Attribute& attribute : material.own()) {
            if (attribute.id() == json::textAt(item, u"attributeId"))
                put(u"attribute", attribute.content().toJson());
        }
    }
    if (type == QLatin1String("TransferFileOwnershipRequestItem")) {
        for (const connector::File& file : material.files()) {
            if (file.reference().truncated == json::textAt(item, u"fileReference"))
                put(u"ownershipToken", file.ownershipToken());
        }
    }
    if (json::textAt(item, u"query.@type") == QLatin1String("ThirdPartyRelationshipAttributeQuery") &&
        json::at(item, u"query.thirdParty").toArray().isEmpty())
        put(u"query.thirdParty", QJsonArray{QString()});
    return item;
}

QJsonObject ItemFields::settled(const QJsonObject& original, const RequestMaterial& material) {
    QJsonObject item = completed(original, material);
    // A choice may bring further choices.
    for (bool isChanged = true; isChanged;) {
        isChanged = false;
        const FormFields fields = ofItem(item, material);
        for (const FormField& field : fields) {
            const QJsonValue value = json::at(item, field.path);
            const bool isKnown =
                std::any_of(field.options.cbegin(), field.options.cend(),
                            [&value](const auto& option) { return option.first == value.toString(); });
            if (field.kind != Kind::Choice || field.options.isEmpty() || (isKnown && !value.isUndefined()))
                continue;
            item = completed(JsonPlace::with(item, field.path, field.options.first().first), material);
            isChanged = true;
        }
    }
    QJsonObject kept = item;
    for (const char* part : {"query", "settings"}) // "attribute" below: it has members without a field
        kept.remove(QLatin1String(part));
    if (kept.contains(QLatin1String("attribute")) &&
        json::textAt(item, u"@type") != QLatin1String("ShareAttributeRequestItem")) {
        QJsonObject attribute = AttributeFields::pruned(kept.value(QLatin1String("attribute")).toObject());
        if (json::textAt(attribute, u"@type") == QLatin1String("IdentityAttribute")) {
            attribute.remove(QLatin1String("key"));
            attribute.remove(QLatin1String("confidentiality"));
            attribute.insert(QStringLiteral("owner"), QString());
        }
        kept.insert(QStringLiteral("attribute"), attribute);
    }
    const FormFields fields = ofItem(item, material);
    for (const FormField& field : fields)
        kept = JsonPlace::with(kept, field.path, json::at(item, field.path));
    return completed(kept, material);
}

} // namespace meshwatch
