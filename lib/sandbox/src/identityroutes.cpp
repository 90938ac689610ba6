// SPDX-License-Identifier: MIT
#include "routes.h"
#include "schema.h"

namespace meshwatch::sandbox::routes {

using namespace Qt::StringLiterals;

namespace {

QJsonObject syncInfo(const Runtime& runtime) {
    if (!runtime.lastSync().isValid())
        return {};
    return {{u"lastSyncRun"_s, QJsonObject{{u"completedAt"_s, runtime.lastSync().toIso()}}}};
}

Outcome<ApiAnswer> announcements(Runtime& runtime, const ApiRequest& request) {
    const QString language = request.query.value(u"language"_s);
    if (!request.query.contains(u"language"_s))
        return errors::invalidValue(u"must have required property 'language'"_s);
    if (request.query.all().size() > 1)
        return errors::invalidValue(u"must NOT have additional properties"_s);
    if (language.size() != 2 || language != language.toLower())
        return errors::invalidValue(u"language must be equal to one of the allowed values"_s);
    QJsonArray shown;
    for (const QJsonValue& entry : std::as_const(runtime.backbone().announcements)) {
        // Title and body are kept by language; English where there is no other.
        QJsonObject announcement = entry.toObject();
        const QJsonObject texts = announcement.take("texts"_L1).toObject();
        const QJsonObject text =
            texts.contains(language) ? texts.value(language).toObject() : texts.value("en"_L1).toObject();
        announcement.insert("title"_L1, text.value("title"_L1));
        announcement.insert("body"_L1, text.value("body"_L1));
        shown.append(announcement);
    }
    return ApiAnswer::ok(shown);
}

Outcome<ApiAnswer> notify(Runtime& runtime, const ApiRequest& request) {
    using enum Field::Kind;
    using enum Field::Need;
    if (const auto error =
            checkBody(request.body, {{"recipients", AddressList, Required}, {"code", Text, Required}}))
        return *error;
    const QJsonArray addresses = request.body["recipients"_L1].toArray();
    for (const QJsonValue& address : addresses) {
        const QJsonObject relationship = runtime.relationships.with(address.toString());
        if (relationship.value("status"_L1).toString() != "Active"_L1)
            return errors::recordNotFound("Relationship"_L1);
    }
    if (runtime.backbone().isDown())
        return errors::backboneDown();
    return ApiAnswer::nothing();
}

Outcome<ApiAnswer> createChallenge(Runtime& runtime, const ApiRequest& request) {
    using enum Field::Kind;
    using enum Field::Need;
    const QString type = request.text("challengeType"_L1);
    const bool isOfRelationship = type == "Relationship"_L1;
    if (const auto error =
            checkBody(request.body, {{"challengeType", Text, Required},
                                     {"relationship", Id, isOfRelationship ? Required : Optional, "REL"}}))
        return *error;
    if (!isOfRelationship && type != "Identity"_L1 && type != "Device"_L1)
        return errors::invalidValue(u"challengeType must be equal to one of the allowed values"_s);
    if (!isOfRelationship && request.body.toObject().contains("relationship"_L1))
        return errors::invalidValue(u"must NOT have additional properties"_s);
    return ApiAnswer::of(runtime.affairs.createChallenge(type, request.text("relationship"_L1)), 201);
}

Outcome<ApiAnswer> validateChallenge(Runtime& runtime, const ApiRequest& request) {
    using enum Field::Kind;
    using enum Field::Need;
    if (const auto error =
            checkBody(request.body, {{"challengeString", Text, Required}, {"signature", Text, Required}}))
        return *error;
    return ApiAnswer::of(
        runtime.affairs.validateChallenge(request.text("challengeString"_L1), request.text("signature"_L1)));
}

std::optional<ApiError> checkMetadataQuery(const QueryItems& query) {
    for (const auto& [name, value] : query.all()) {
        if (name != "reference"_L1 && name != "key"_L1)
            return errors::invalidValue(u"must NOT have additional properties"_s);
    }
    if (!query.contains(u"reference"_s))
        return errors::invalidValue(u"must have required property 'reference'"_s);
    if (!isAddress(query.value(u"reference"_s)))
        return errors::invalidValue(u"reference must match pattern of an address"_s);
    return std::nullopt;
}

} // namespace

void addAccount(Router& router, Runtime& runtime) {
    constexpr auto role = "core:account";
    router.add({"GET", "/api/core/v1/Account/IdentityInfo", role, [&runtime](const ApiRequest&) {
                    return ApiAnswer::ok(QJsonObject{{u"address"_s, runtime.address()},
                                                     {u"publicKey"_s, runtime.identity().publicKey}});
                }});
    router.add(
        {"POST", "/api/core/v1/Account/Sync", role, [&runtime](const ApiRequest&) -> Outcome<ApiAnswer> {
             const auto done = runtime.sync();
             return done ? ApiAnswer::nothing() : done.error();
         }});
    router.add({"GET", "/api/core/v1/Account/SyncInfo", role,
                [&runtime](const ApiRequest&) { return ApiAnswer::ok(syncInfo(runtime)); }});
}

void addAnnouncements(Router& router, Runtime& runtime) {
    router.add({"GET", "/api/core/v1/Announcements", "core:announcements",
                [&runtime](const ApiRequest& request) { return announcements(runtime, request); }});
}

void addBackboneNotifications(Router& router, Runtime& runtime) {
    router.add({"POST", "/api/core/v1/BackboneNotifications", "core:backboneNotifications",
                [&runtime](const ApiRequest& request) { return notify(runtime, request); }});
}

void addChallenges(Router& router, Runtime& runtime) {
    constexpr auto role = "core:challenges";
    router.add({"POST", "/api/core/v1/Challenges", role,
                [&runtime](const ApiRequest& request) { return createChallenge(runtime, request); }});
    router.add({"POST", "/api/core/v1/Challenges/Validate", role,
                [&runtime](const ApiRequest& request) { return validateChallenge(runtime, request); }});
}

void addIdentityMetadata(Router& router, Runtime& runtime) {
    constexpr auto path = "/api/core/v1/IdentityMetadata";
    constexpr auto role = "core:identityMetadata";
    router.add({"PUT", path, role, [&runtime](const ApiRequest& request) -> Outcome<ApiAnswer> {
                    using enum Field::Kind;
                    using enum Field::Need;
                    if (const auto error = checkBody(request.body, {{"reference", Address, Required},
                                                                    {"value", Any, Required},
                                                                    {"key", Text, Optional}}))
                        return *error;
                    return ApiAnswer::of(runtime.affairs.putMetadata(
                        request.text("reference"_L1), request.text("key"_L1), request.body["value"_L1]));
                }});
    router.add({"GET", path, role, [&runtime](const ApiRequest& request) -> Outcome<ApiAnswer> {
                    if (const auto error = checkMetadataQuery(request.query))
                        return *error;
                    return ApiAnswer::of(runtime.affairs.metadata(request.query.value(u"reference"_s),
                                                                  request.query.value(u"key"_s)));
                }});
    router.add({"DELETE", path, role, [&runtime](const ApiRequest& request) -> Outcome<ApiAnswer> {
                    if (const auto error = checkMetadataQuery(request.query))
                        return *error;
                    const auto done = runtime.affairs.removeMetadata(request.query.value(u"reference"_s),
                                                                     request.query.value(u"key"_s));
                    return done ? ApiAnswer::nothing() : done.error();
                }});
}

void addIdentityDeletion(Router& router, Runtime& runtime) {
    constexpr auto path = "/api/core/v1/IdentityDeletionProcess";
    constexpr auto role = "debug:identityDeletionProcess";
    router.add({"POST", path, role, [&runtime](const ApiRequest& request) {
                    constexpr double usualGraceDays = 14;
                    bool isGiven = false;
                    const double days =
                        request.query.value(u"lengthOfGracePeriodInDays"_s).toDouble(&isGiven);
                    return ApiAnswer::of(runtime.affairs.startDeletion(isGiven ? days : usualGraceDays));
                }});
    router.add({"GET", path, role,
                [&runtime](const ApiRequest&) { return ApiAnswer::of(runtime.affairs.deletion()); }});
    router.add({"DELETE", path, role,
                [&runtime](const ApiRequest&) { return ApiAnswer::of(runtime.affairs.cancelDeletion()); }});
}

} // namespace meshwatch::sandbox::routes
