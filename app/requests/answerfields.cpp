// SPDX-License-Identifier: MIT
#include "answerfields.h"

#include "attributefields.h"

#include <meshwatch/core/json.h>

namespace meshwatch {

namespace {

using Kind = FormField::Kind;

/// In the field "source": an attribute is entered anew. Ids of the Connector never look like this.
const QString anew = QStringLiteral("new");
const QString attributePath = QStringLiteral("attribute");

const AttributeQuery* queryOf(const RequestItem& item) {
    if (const auto* read = std::get_if<RequestItem::ReadAttribute>(&item.kind))
        return &read->query;
    const auto* propose = std::get_if<RequestItem::ProposeAttribute>(&item.kind);
    return propose ? &propose->query : nullptr;
}

struct ResponseField {
    FormField& field;

    void operator()(const FormFieldSettings::String& settings) const {
        field.kind = settings.allowNewlines ? Kind::LongText : Kind::Text;
    }
    void operator()(const FormFieldSettings::Integer& settings) const {
        field.kind = Kind::Integer;
        field.hint = settings.unit;
    }
    void operator()(const FormFieldSettings::Double& settings) const {
        field.kind = Kind::Number;
        field.hint = settings.unit;
    }
    void operator()(const FormFieldSettings::Boolean&) const { field.kind = Kind::YesNo; }
    void operator()(const FormFieldSettings::Date&) const { field.kind = Kind::Day; }
    void operator()(const FormFieldSettings::Rating& settings) const {
        field.kind = Kind::Rating;
        field.most = qBound(1, settings.maxRating, 10);
    }
    void operator()(const FormFieldSettings::Selection& settings) const {
        field.kind = settings.allowMultipleSelection ? Kind::Choices : Kind::Choice;
        for (const QString& option : settings.options)
            field.options.append({option, option});
    }
};

/// The attribute that answers a query, nothing filled in.
QJsonObject emptyAttribute(const AttributeQuery& query) {
    if (const auto* relationship = std::get_if<AttributeQuery::Relationship>(&query.kind))
        return {{QStringLiteral("@type"), QStringLiteral("RelationshipAttribute")},
                {QStringLiteral("owner"), relationship->owner},
                {QStringLiteral("key"), relationship->key},
                {QStringLiteral("confidentiality"), relationship->confidentiality},
                {QStringLiteral("value"), QJsonObject{{QStringLiteral("@type"), relationship->valueType},
                                                      {QStringLiteral("title"), relationship->title}}}};
    QString type;
    if (const auto* identity = std::get_if<AttributeQuery::Identity>(&query.kind))
        type = identity->valueType;
    else if (const auto* iql = std::get_if<AttributeQuery::Iql>(&query.kind))
        type = iql->valueType;
    if (type.isEmpty())
        type = AttributeFields::identityTypes().constFirst();
    return {{QStringLiteral("@type"), QStringLiteral("IdentityAttribute")},
            {QStringLiteral("owner"), QString()},
            {QStringLiteral("value"), QJsonObject{{QStringLiteral("@type"), type}}}};
}

} // namespace

FormFields AnswerFields::newAttribute(const AttributeQuery& query, const QJsonObject& values) {
    const QString type = json::textAt(values, u"attribute.value.@type");
    FormFields fields;
    const auto* iql = std::get_if<AttributeQuery::Iql>(&query.kind);
    if (iql && iql->valueType.isEmpty())
        fields.append({.path = QStringLiteral("attribute.value.@type"),
                       .label = tr("Kind"),
                       .kind = Kind::Choice,
                       .isShaping = true,
                       .options = AttributeFields::options(AttributeFields::identityTypes())});
    return fields + AttributeFields::ofValue(type, QStringLiteral("attribute.value"));
}

FormFields AnswerFields::of(const RequestItem& item, const std::vector<connector::Attribute>& candidates,
                            const QJsonObject& values) {
    FormFields fields;
    if (const AttributeQuery* query = queryOf(item)) {
        const bool canBeNew = !std::holds_alternative<AttributeQuery::ThirdPartyRelationship>(query->kind);
        FormField source{.path = QStringLiteral("source"),
                         .label = tr("Attribute"),
                         .kind = Kind::Choice,
                         .isRequired = true,
                         .isShaping = true};
        for (const connector::Attribute& candidate : candidates)
            source.options.append({candidate.id(), AttributeFields::caption(candidate)});
        const bool isProposed = std::holds_alternative<RequestItem::ProposeAttribute>(item.kind);
        if (canBeNew)
            source.options.append({anew, isProposed ? tr("As proposed, or changed:") : tr("A new one:")});
        if (source.options.size() > 1 || !canBeNew)
            fields.append(source);
        if (json::textAt(values, u"source") == anew)
            fields += newAttribute(*query, values);
    } else if (std::holds_alternative<RequestItem::DeleteAttribute>(item.kind)) {
        fields.append({.path = QStringLiteral("deletionDate"),
                       .label = tr("Deleted on"),
                       .kind = Kind::Moment,
                       .isRequired = true});
    } else if (const auto* asked = std::get_if<RequestItem::FormField>(&item.kind)) {
        FormField response{.path = QStringLiteral("response"), .label = tr("Answer"), .isRequired = true};
        std::visit(ResponseField{response}, asked->settings.kind);
        fields.append(response);
    } else if (std::holds_alternative<RequestItem::ShareAuthorizationRequest>(item.kind)) {
        fields.append({.path = QStringLiteral("attributeId"),
                       .label = tr("Credential"),
                       .isRequired = true,
                       .isMachine = true,
                       .hint = QStringLiteral("ATT…")});
    }
    return fields;
}

QJsonObject AnswerFields::initial(const RequestItem& item,
                                  const std::vector<connector::Attribute>& candidates) {
    const AttributeQuery* query = queryOf(item);
    if (!query)
        return {};
    const auto* proposed = std::get_if<RequestItem::ProposeAttribute>(&item.kind);
    const bool canBeNew = !std::holds_alternative<AttributeQuery::ThirdPartyRelationship>(query->kind);
    QJsonObject values;
    if (canBeNew)
        values.insert(attributePath, proposed ? proposed->attribute : emptyAttribute(*query));
    // What was proposed comes first; else what we have.
    if (!candidates.empty() && !proposed)
        values.insert(QStringLiteral("source"), candidates.front().id());
    else if (canBeNew)
        values.insert(QStringLiteral("source"), anew);
    return values;
}

void AnswerFields::fill(const RequestItem& item, const QJsonObject& values, Choice& choice) {
    choice.attributeId.clear();
    choice.attribute = {};
    choice.response = QJsonValue::Undefined;
    choice.deletionDate = {};
    if (queryOf(item)) {
        const QString source = json::textAt(values, u"source");
        if (source == anew)
            choice.attribute = values.value(attributePath).toObject();
        else
            choice.attributeId = source;
    } else if (std::holds_alternative<RequestItem::DeleteAttribute>(item.kind)) {
        choice.deletionDate =
            Micros::fromIso(json::textAt(values, u"deletionDate").toLatin1()).value_or(Micros{});
    } else if (std::holds_alternative<RequestItem::FormField>(item.kind)) {
        choice.response = values.value(QLatin1String("response"));
    } else {
        choice.attributeId = json::textAt(values, u"attributeId");
    }
}

QString AnswerFields::fieldOf(const QString& member, const QJsonObject& values) {
    if (member == QLatin1String("existingAttributeId") ||
        (member == QLatin1String("attributeId") && values.contains(QLatin1String("source"))))
        return QStringLiteral("source");
    if (member.startsWith(QLatin1String("newAttribute")))
        return attributePath + member.mid(12);
    return member;
}

} // namespace meshwatch
