// SPDX-License-Identifier: MIT
// What calls answer that ask, prove or change something, where it is no object of its own.
#include "shape.h"

#include <meshwatch/connector/attributedeleted.h>
#include <meshwatch/connector/attributesuccession.h>
#include <meshwatch/connector/challenge.h>
#include <meshwatch/connector/challengevalidation.h>
#include <meshwatch/connector/iqlvalidation.h>
#include <meshwatch/connector/validation.h>

namespace meshwatch::connector {

using namespace shape;

ConnectorResult<Validation> Validation::fromJson(const QJsonObject& json, const QString& path) {
    // Groups do not nest, so there is nothing deeper than the items of items.
    static constexpr Field inner[] = {{"isSuccess", Type::Flag, Need::Required}, {"code"}, {"message"}};
    static constexpr Field item[] = {{"isSuccess", Type::Flag, Need::Required},
                                     {"code"},
                                     {"message"},
                                     {"items", Type::Objects, Need::Optional, inner}};
    static constexpr Field fields[] = {{"isSuccess", Type::Flag, Need::Required},
                                       {"code"},
                                       {"message"},
                                       {"items", Type::Objects, Need::Optional, item}};
    if (auto problem = mismatch(json, fields, path))
        return *problem;
    return Validation(json);
}

std::vector<Validation> Validation::items() const { return listOf<Validation>(at(u"items")); }

ConnectorResult<AttributeSuccession> AttributeSuccession::fromJson(const QJsonObject& json,
                                                                   const QString& path) {
    static constexpr Field fields[] = {{"predecessor", Type::Object, Need::Required},
                                       {"successor", Type::Object, Need::Required},
                                       {"notificationId"}};
    if (auto problem = mismatch(json, fields, path))
        return *problem;
    const AttributeSuccession succession(json);
    for (const char* name : {"predecessor", "successor"}) {
        const QString inner =
            path.isEmpty() ? QString::fromLatin1(name) : path + u'.' + QLatin1StringView(name);
        const auto attribute = Attribute::fromJson(succession.objectOf(name), inner);
        if (!attribute)
            return attribute.error();
    }
    return succession;
}

Attribute AttributeSuccession::predecessor() const { return *Attribute::fromJson(objectOf("predecessor")); }
Attribute AttributeSuccession::successor() const { return *Attribute::fromJson(objectOf("successor")); }

ConnectorResult<AttributeDeleted> AttributeDeleted::fromJson(const QJsonObject& json, const QString& path) {
    static constexpr Field fields[] = {{"notificationIds", Type::Texts, Need::Required}};
    if (auto problem = mismatch(json, fields, path))
        return *problem;
    return AttributeDeleted(json);
}

ConnectorResult<IqlValidation> IqlValidation::fromJson(const QJsonObject& json, const QString& path) {
    static constexpr Field place[] = {{"line", Type::Number}, {"column", Type::Number}};
    static constexpr Field location[] = {{"start", Type::Object, Need::Optional, place}};
    static constexpr Field error[] = {{"message"}, {"location", Type::Object, Need::Optional, location}};
    static constexpr Field fields[] = {{"isValid", Type::Flag, Need::Required},
                                       {"error", Type::Object, Need::Optional, error}};
    if (auto problem = mismatch(json, fields, path))
        return *problem;
    return IqlValidation(json);
}

QString IqlValidation::message() const { return at(u"error.message").toString(); }
int IqlValidation::line() const { return at(u"error.location.start.line").toInt(); }
int IqlValidation::column() const { return at(u"error.location.start.column").toInt(); }

ConnectorResult<Challenge> Challenge::fromJson(const QJsonObject& json, const QString& path) {
    static constexpr Field fields[] = {{"id", Type::Text, Need::Required},
                                       {"expiresAt"},
                                       {"createdBy"},
                                       {"createdByDevice"},
                                       {"type"},
                                       {"signature", Type::Text, Need::Required},
                                       {"challengeString", Type::Text, Need::Required}};
    if (auto problem = mismatch(json, fields, path))
        return *problem;
    return Challenge(json);
}

Named<ChallengeType> Challenge::type() const {
    static constexpr std::array<std::pair<const char*, ChallengeType>, 3> names{
        {{"Identity", ChallengeType::Identity},
         {"Device", ChallengeType::Device},
         {"Relationship", ChallengeType::Relationship}}};
    return named(textOf("type"), names);
}

ConnectorResult<ChallengeValidation> ChallengeValidation::fromJson(const QJsonObject& json,
                                                                   const QString& path) {
    static constexpr Field fields[] = {{"isValid", Type::Flag, Need::Required},
                                       {"correspondingRelationship", Type::Object}};
    if (auto problem = mismatch(json, fields, path))
        return *problem;
    return ChallengeValidation(json);
}

std::optional<Relationship> ChallengeValidation::correspondingRelationship() const {
    if (!has("correspondingRelationship"))
        return {};
    const auto relationship = Relationship::fromJson(objectOf("correspondingRelationship"));
    return relationship ? std::optional(*relationship) : std::nullopt;
}

} // namespace meshwatch::connector
