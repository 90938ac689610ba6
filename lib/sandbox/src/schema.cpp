// SPDX-License-Identifier: MIT
#include "schema.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

namespace meshwatch::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto addressPattern =
    "did:e:((([A-Za-z0-9]+(-[A-Za-z0-9]+)*)\\.)+[a-z]{2,}|localhost):dids:[0-9a-f]{22}"_L1;
constexpr auto timePattern =
    "\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?)?"_L1;

bool isExactly(const QString& text, QLatin1String pattern) {
    return QRegularExpression(QRegularExpression::anchoredPattern(QString(pattern))).match(text).hasMatch();
}

/// What is wrong with the elements of a list, in the words of the validation; empty if nothing is.
QString findingInList(const QString& name, const QJsonArray& list, const Field& field) {
    QSet<QString> seen;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString place = name + u'/' + QString::number(i);
        if (!list[i].isString())
            return place + " must be string"_L1;
        const QString text = list[i].toString();
        if (field.kind == Field::Kind::AddressList && !isAddress(text))
            return place + " must match pattern "_L1 + addressPattern;
        if (field.kind == Field::Kind::FileIdList && checkId(text, "FIL"_L1))
            return place + " must match pattern FIL[A-Za-z0-9]{17}"_L1;
        if (seen.contains(text))
            return name + " must NOT have duplicate items"_L1;
        seen.insert(text);
    }
    if (list.isEmpty() && field.need == Field::Need::Required)
        return name + " must NOT have fewer than 1 items"_L1;
    return {};
}

QString finding(const QString& name, const QJsonValue& value, const Field& field) {
    using Kind = Field::Kind;
    switch (field.kind) {
    case Kind::Any:
        return {};
    case Kind::Object:
        return value.isObject() ? QString() : name + " must be object"_L1;
    case Kind::Boolean:
        return value.isBool() ? QString() : name + " must be boolean"_L1;
    case Kind::Integer:
        return value.isDouble() ? QString() : name + " must be number"_L1;
    case Kind::AddressList:
    case Kind::TextList:
    case Kind::FileIdList:
        return value.isArray() ? findingInList(name, value.toArray(), field) : name + " must be array"_L1;
    default:
        break;
    }
    if (!value.isString())
        return name + " must be string"_L1;
    if (field.kind == Kind::Address && !isAddress(value.toString()))
        return name + " must match pattern "_L1 + addressPattern;
    if (field.kind == Kind::Time && !isTime(value.toString()))
        return name + " must match ISO8601 datetime format"_L1;
    if (field.kind == Kind::Id) {
        if (const auto error =
                checkId(value.toString(), QLatin1String(field.prefix), QLatin1String(field.name)))
            return error->message;
    }
    return {};
}

} // namespace

bool isAddress(const QString& text) { return isExactly(text, addressPattern); }

bool isTime(const QString& text) { return isExactly(text, timePattern); }

std::optional<ApiError> checkId(const QString& id, QLatin1String prefix, QLatin1String name) {
    if (id.size() == 20 && id.startsWith(prefix) &&
        std::all_of(id.begin(), id.end(), [](QChar c) { return c.unicode() < 128 && c.isLetterOrNumber(); }))
        return std::nullopt;
    return errors::invalidValue(name + " must match pattern "_L1 + prefix + "[A-Za-z0-9]{17}"_L1);
}

std::optional<ApiError> checkBody(const QJsonValue& body, std::initializer_list<Field> fields) {
    if (!body.isObject())
        return errors::invalidValue(u"must be object"_s);
    const QJsonObject object = body.toObject();
    for (const Field& field : fields) {
        if (field.need == Field::Need::Required && !object.contains(QLatin1String(field.name)))
            return errors::invalidValue("must have required property '"_L1 + QLatin1String(field.name) +
                                        u'\'');
    }
    for (auto it = object.begin(); it != object.end(); ++it) {
        const bool isKnown = std::any_of(fields.begin(), fields.end(), [&](const Field& field) {
            return it.key() == QLatin1String(field.name);
        });
        if (!isKnown)
            return errors::invalidValue(u"must NOT have additional properties"_s);
    }
    for (const Field& field : fields) {
        const QString name = QLatin1String(field.name);
        if (!object.contains(name))
            continue;
        if (const QString found = finding(name, object.value(name), field); !found.isEmpty())
            return errors::invalidValue(found);
    }
    return std::nullopt;
}

} // namespace meshwatch::sandbox
