// SPDX-License-Identifier: MIT
#include "attributefields.h"

#include <meshwatch/core/json.h>

namespace meshwatch {

namespace {

using Kind = FormField::Kind;

constexpr const char* textTypes[] = {"DisplayName",
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
                                     "IdentityFileReference"};
constexpr const char* otherIdentityTypes[] = {"BirthDate",     "BirthPlace",           "Affiliation",
                                              "StreetAddress", "PostOfficeBoxAddress", "DeliveryBoxAddress",
                                              "BankAccount",   "SchematizedJSON",      "SchematizedXML"};
constexpr const char* proprietaryTypes[] = {"ProprietaryString",        "ProprietaryInteger",
                                            "ProprietaryFloat",         "ProprietaryBoolean",
                                            "ProprietaryEMailAddress",  "ProprietaryPhoneNumber",
                                            "ProprietaryURL",           "ProprietaryCountry",
                                            "ProprietaryLanguage",      "ProprietaryHEXColor",
                                            "ProprietaryFileReference", "ProprietaryXML",
                                            "ProprietaryJSON",          "Consent"};

constexpr qsizetype mostCharacters = 120;

/// Makes fields below one place.
struct AttributeFieldMaker {
    const QString& path;
    FormFields fields{};

    void add(const char* name, const QString& label, bool isRequired = true, Kind kind = Kind::Text,
             const QString& hint = {}) {
        FormField field;
        field.path = path + QLatin1Char('.') + QLatin1String(name);
        field.label = label;
        field.kind = kind;
        field.isRequired = isRequired;
        field.hint = hint;
        fields.append(field);
    }
    void optional(const char* name, const QString& label, Kind kind = Kind::Text) {
        add(name, label, false, kind, AttributeFields::tr("optional"));
    }
    void place() {
        add("zipCode", AttributeFields::tr("Postcode"));
        add("city", AttributeFields::tr("City"));
        add("country", AttributeFields::tr("Country"), true, Kind::Text, QStringLiteral("DE"));
        optional("state", AttributeFields::tr("State"));
    }
};

bool fillIdentity(const QString& type, AttributeFieldMaker& maker) {
    if (type == QLatin1String("BirthDate")) {
        maker.add("day", AttributeFields::tr("Day"), true, Kind::Integer);
        maker.add("month", AttributeFields::tr("Month"), true, Kind::Integer);
        maker.add("year", AttributeFields::tr("Year"), true, Kind::Integer);
    } else if (type == QLatin1String("BirthPlace")) {
        maker.add("city", AttributeFields::tr("City"));
        maker.add("country", AttributeFields::tr("Country"), true, Kind::Text, QStringLiteral("DE"));
        maker.optional("state", AttributeFields::tr("State"));
    } else if (type == QLatin1String("Affiliation")) {
        maker.add("organization", AttributeFields::tr("Organisation"));
        maker.optional("role", AttributeFields::tr("Role"));
        maker.optional("unit", AttributeFields::tr("Unit"));
    } else if (type == QLatin1String("StreetAddress")) {
        maker.add("recipient", AttributeFields::tr("Recipient"));
        maker.add("street", AttributeFields::tr("Street"));
        maker.add("houseNo", AttributeFields::tr("House number"));
        maker.place();
    } else if (type == QLatin1String("PostOfficeBoxAddress")) {
        maker.add("recipient", AttributeFields::tr("Recipient"));
        maker.add("boxId", AttributeFields::tr("Box"));
        maker.place();
    } else if (type == QLatin1String("DeliveryBoxAddress")) {
        maker.add("recipient", AttributeFields::tr("Recipient"));
        maker.add("userId", AttributeFields::tr("User number"));
        maker.add("deliveryBoxId", AttributeFields::tr("Delivery box"));
        maker.place();
        maker.optional("phoneNumber", AttributeFields::tr("Phone number"));
    } else if (type == QLatin1String("BankAccount")) {
        maker.add("accountHolder", AttributeFields::tr("Account holder"));
        maker.add("iban", QStringLiteral("IBAN"));
        maker.optional("bic", QStringLiteral("BIC"));
    } else if (type == QLatin1String("SchematizedJSON") || type == QLatin1String("SchematizedXML")) {
        maker.add("value", AttributeFields::tr("Value"), true,
                  type == QLatin1String("SchematizedJSON") ? Kind::Json : Kind::LongText);
        maker.optional("schemaURL", AttributeFields::tr("Schema's address"));
    } else {
        return false;
    }
    return true;
}

void fillProprietary(const QString& type, AttributeFieldMaker& maker) {
    if (type == QLatin1String("Consent")) {
        maker.add("consent", AttributeFields::tr("Text"), true, Kind::LongText);
        maker.optional("link", AttributeFields::tr("Link"));
        maker.optional("linkDisplayText", AttributeFields::tr("Text of the link"));
        return;
    }
    maker.add("title", AttributeFields::tr("Title of the value"));
    Kind kind = Kind::Text;
    if (type == QLatin1String("ProprietaryInteger"))
        kind = Kind::Integer;
    else if (type == QLatin1String("ProprietaryFloat"))
        kind = Kind::Number;
    else if (type == QLatin1String("ProprietaryBoolean"))
        kind = Kind::YesNo;
    else if (type == QLatin1String("ProprietaryJSON"))
        kind = Kind::Json;
    else if (type == QLatin1String("ProprietaryXML"))
        kind = Kind::LongText;
    maker.add("value", AttributeFields::tr("Value"), true, kind);
    maker.optional("description", AttributeFields::tr("Description"));
}

} // namespace

QStringList AttributeFields::identityTypes() {
    QStringList types;
    for (const char* type : textTypes)
        types.append(QLatin1String(type));
    for (const char* type : otherIdentityTypes)
        types.append(QLatin1String(type));
    return types;
}

QStringList AttributeFields::relationshipTypes() {
    QStringList types;
    for (const char* type : proprietaryTypes)
        types.append(QLatin1String(type));
    return types;
}

QList<QPair<QString, QString>> AttributeFields::options(const QStringList& types) {
    QList<QPair<QString, QString>> options;
    for (const QString& type : types)
        options.append({type, type});
    return options;
}

QList<QPair<QString, QString>> AttributeFields::confidentialities() {
    return {{QStringLiteral("public"), tr("Public")},
            {QStringLiteral("private"), tr("Private")},
            {QStringLiteral("protected"), tr("Protected")}};
}

FormFields AttributeFields::ofValue(const QString& type, const QString& path) {
    AttributeFieldMaker maker{path};
    if (relationshipTypes().contains(type)) {
        fillProprietary(type, maker);
    } else if (!fillIdentity(type, maker)) {
        if (identityTypes().contains(type)) {
            maker.add("value", tr("Value"));
        } else {
            FormField whole;
            whole.path = path;
            whole.label = tr("Value");
            whole.kind = Kind::Json;
            maker.fields.append(whole);
        }
    }
    return maker.fields;
}

QJsonObject AttributeFields::pruned(const QJsonObject& attribute) {
    const QJsonObject value = attribute.value(QLatin1String("value")).toObject();
    const QString type = value.value(QLatin1String("@type")).toString();
    if (!identityTypes().contains(type) && !relationshipTypes().contains(type))
        return attribute;
    QJsonObject kept{{QStringLiteral("@type"), type}};
    const FormFields fields = ofValue(type, QStringLiteral("v"));
    for (const FormField& field : fields) {
        const QString name = field.path.mid(2);
        if (const QJsonValue part = value.value(name); !part.isUndefined())
            kept.insert(name, part);
    }
    QJsonObject pruned = attribute;
    pruned.insert(QStringLiteral("value"), kept);
    return pruned;
}

RequestProblems AttributeFields::missing(const QJsonObject& attribute) {
    RequestProblems problems;
    const FormFields fields = ofValue(json::textAt(attribute, u"value.@type"), QStringLiteral("value"));
    for (const FormField& field : fields) {
        if (field.isRequired && json::at(attribute, field.path).isUndefined())
            problems.push_back({field.path, tr("This must be filled in."), {}});
    }
    return problems;
}

void AttributeFields::addMissing(const RequestDraft& draft, RequestProblems& problems) {
    const auto add = [&problems](const RequestItem& item, const QString& path) {
        const auto* created = std::get_if<RequestItem::CreateAttribute>(&item.kind);
        const auto* proposed = std::get_if<RequestItem::ProposeAttribute>(&item.kind);
        if (!created && !proposed)
            return;
        for (RequestProblem problem : missing(created ? created->attribute : proposed->attribute)) {
            problem.path = path + QStringLiteral(".attribute.") + problem.path;
            problems.push_back(problem);
        }
    };
    for (size_t i = 0; i < draft.items.size(); ++i) {
        const QString path = QStringLiteral("items.%1").arg(i);
        if (const auto* item = std::get_if<RequestItem>(&draft.items[i])) {
            add(*item, path);
            continue;
        }
        const auto& inGroup = std::get<RequestItemGroup>(draft.items[i]).items;
        for (size_t j = 0; j < inGroup.size(); ++j)
            add(inGroup[j], path + QStringLiteral(".items.%1").arg(j));
    }
}

QString AttributeFields::caption(const QJsonObject& content) {
    const QJsonObject value = content.value(QLatin1String("value")).toObject();
    const QString type = value.value(QLatin1String("@type")).toString();
    const QString title = value.value(QLatin1String("title")).toString();
    QStringList parts;
    const FormFields fields = ofValue(type, QStringLiteral("v"));
    for (const FormField& field : fields) {
        const QJsonValue part = json::at(QJsonObject{{QStringLiteral("v"), value}}, field.path);
        if (field.path == QLatin1String("v.title") || field.path == QLatin1String("v.description") ||
            part.isUndefined())
            continue;
        parts.append(part.isString() ? part.toString() : QString::fromUtf8(json::compact(part)));
    }
    const QString text = parts.join(QLatin1String(", ")).simplified().left(mostCharacters);
    const QString name = title.isEmpty() ? type : title;
    return text.isEmpty() ? name : QStringLiteral("%1 “%2”").arg(name, text);
}

} // namespace meshwatch
