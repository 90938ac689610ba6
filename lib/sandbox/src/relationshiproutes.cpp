// SPDX-License-Identifier: MIT
#include "content.h"
#include "routes.h"
#include "schema.h"

namespace meshwatch::sandbox::routes {

using namespace Qt::StringLiterals;

namespace {

constexpr FilterName relationshipFilters[] = {{"peer"}, {"status"}, {"templateId"}};

constexpr auto relationshipsPath = "/api/core/v1/Relationships";
constexpr auto relationshipsRole = "core:relationships";

std::optional<ApiError> checkCreationBody(const ApiRequest& request, Field::Need contentNeed) {
    using enum Field::Kind;
    return checkBody(request.body, {{"templateId", Id, Field::Need::Required, "RLT"},
                                    {"creationContent", Object, contentNeed}});
}

Outcome<ApiAnswer> canCreateRelationship(Runtime& runtime, const ApiRequest& request) {
    if (const auto error = checkCreationBody(request, Field::Need::Optional))
        return *error;
    const auto error = runtime.relationships.checkCreation(request.text("templateId"_L1),
                                                           request.body["creationContent"_L1]);
    if (error)
        return ApiAnswer::ok(
            QJsonObject{{u"isSuccess"_s, false}, {u"code"_s, error->code}, {u"message"_s, error->message}});
    return ApiAnswer::ok(QJsonObject{{u"isSuccess"_s, true}});
}

Outcome<ApiAnswer> createRelationship(Runtime& runtime, const ApiRequest& request) {
    if (const auto error = checkCreationBody(request, Field::Need::Required))
        return *error;
    const QString templateId = request.text("templateId"_L1);
    if (!runtime.templates.store().contains(templateId))
        return errors::recordNotFound("RelationshipTemplate"_L1);
    const auto content =
        content::read(request.body["creationContent"_L1].toObject(), content::Family::CreationContent);
    if (!content)
        return content.error();
    if (const auto error = runtime.relationships.checkCreation(templateId, *content))
        return *error;
    return ApiAnswer::of(runtime.relationships.create(templateId, *content), 201);
}

void addStep(Router& router, Runtime& runtime, const char* path, Relationships::Step step) {
    router.add({"PUT", QByteArray(relationshipsPath) + path, relationshipsRole,
                [&runtime, step](const ApiRequest& request) -> Outcome<ApiAnswer> {
                    if (const auto error = checkId(request.id(), "REL"_L1))
                        return *error;
                    return ApiAnswer::of(runtime.relationships.take(request.id(), step));
                }});
}

} // namespace

void addRelationships(Router& router, Runtime& runtime) {
    router.add({"PUT", QByteArray(relationshipsPath) + "/CanCreate", relationshipsRole,
                [&runtime](const ApiRequest& request) { return canCreateRelationship(runtime, request); }});
    router.add({"POST", relationshipsPath, relationshipsRole,
                [&runtime](const ApiRequest& request) { return createRelationship(runtime, request); }});
    router.add({"GET", relationshipsPath, relationshipsRole,
                [&runtime](const ApiRequest& request) -> Outcome<ApiAnswer> {
                    const auto filter = Filter::read(request.query, relationshipFilters);
                    if (!filter)
                        return filter.error();
                    return ApiAnswer::ok(
                        filtered(runtime.relationships.store(), *filter, [](const auto&) { return true; }));
                }});
    router.add({"GET", QByteArray(relationshipsPath) + "/{id}", relationshipsRole,
                [&runtime](const ApiRequest& request) -> Outcome<ApiAnswer> {
                    if (const auto error = checkId(request.id(), "REL"_L1))
                        return *error;
                    const QJsonObject* relationship = runtime.relationships.store().find(request.id());
                    return relationship ? ApiAnswer::ok(*relationship)
                                        : errors::recordNotFound("Relationship"_L1);
                }});
    router.add({"DELETE", QByteArray(relationshipsPath) + "/{id}", relationshipsRole,
                [&runtime](const ApiRequest& request) -> Outcome<ApiAnswer> {
                    if (const auto error = checkId(request.id(), "REL"_L1))
                        return *error;
                    const auto done = runtime.relationships.decompose(request.id());
                    return done ? ApiAnswer::nothing() : done.error();
                }});
    router.add({"GET", QByteArray(relationshipsPath) + "/{id}/Attributes", relationshipsRole,
                [&runtime](const ApiRequest& request) -> Outcome<ApiAnswer> {
                    if (const auto error = checkId(request.id(), "REL"_L1))
                        return *error;
                    const QJsonObject* relationship = runtime.relationships.store().find(request.id());
                    if (!relationship)
                        return errors::recordNotFound("Relationship"_L1);
                    const QString peer = relationship->value("peer"_L1).toString();
                    return ApiAnswer::ok(
                        filtered(runtime.attributes.all(), Filter(), [&](const QJsonObject& attribute) {
                            return attribute.value("peer"_L1).toString() == peer ||
                                   runtime.attributes.isForwardedTo(attribute.value("id"_L1).toString(),
                                                                    peer);
                        }));
                }});
    using enum Relationships::Step;
    addStep(router, runtime, "/{id}/Accept", Accept);
    addStep(router, runtime, "/{id}/Reject", Reject);
    addStep(router, runtime, "/{id}/Revoke", Revoke);
    addStep(router, runtime, "/{id}/Terminate", Terminate);
    addStep(router, runtime, "/{id}/Reactivate", Reactivate);
    addStep(router, runtime, "/{id}/Reactivate/Accept", AcceptReactivation);
    addStep(router, runtime, "/{id}/Reactivate/Reject", RejectReactivation);
    addStep(router, runtime, "/{id}/Reactivate/Revoke", RevokeReactivation);
}

} // namespace meshwatch::sandbox::routes
