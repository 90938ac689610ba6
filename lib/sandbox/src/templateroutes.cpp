// SPDX-License-Identifier: MIT
#include "content.h"
#include "routes.h"
#include "schema.h"

#include <meshwatch/core/qrpicture.h>

namespace meshwatch::sandbox::routes {

using namespace Qt::StringLiterals;

namespace {

using Kind = FilterName::Kind;

constexpr FilterName templateFilters[] = {{"isOwn"},
                                          {"createdAt"},
                                          {"expiresAt"},
                                          {"createdBy"},
                                          {"createdByDevice"},
                                          {"maxNumberOfAllocations"},
                                          {"forIdentity"},
                                          {"passwordProtection", Kind::Presence},
                                          {"passwordProtection.password", Kind::Text},
                                          {"passwordProtection.passwordIsPin"},
                                          {"passwordProtection.passwordLocationIndicator"}};

constexpr FilterName tokenFilters[] = {{"isOwn"},
                                       {"createdAt"},
                                       {"createdBy"},
                                       {"createdByDevice"},
                                       {"expiresAt"},
                                       {"forIdentity"},
                                       {"passwordProtection", Kind::Presence},
                                       {"passwordProtection.password", Kind::Text},
                                       {"passwordProtection.passwordIsPin"},
                                       {"passwordProtection.passwordLocationIndicator"}};

enum class Owner { Any, Own, Peer };

Outcome<ApiAnswer> listReferences(const Runtime& runtime, const Store& store, const ApiRequest& request,
                                  std::span<const FilterName> names, Owner owner) {
    const auto filter = Filter::read(request.query, names);
    if (!filter)
        return filter.error();
    return ApiAnswer::ok(filtered(store, *filter, [&](const QJsonObject& record) {
        // Tokens and templates that are over are no longer shown.
        const QString over = record.value("expiresAt"_L1).toString();
        return (owner == Owner::Any || record.value("isOwn"_L1).toBool() == (owner == Owner::Own)) &&
               (over.isEmpty() || runtime.isInFuture(over));
    }));
}

Outcome<ApiAnswer> createTemplate(Runtime& runtime, const ApiRequest& request) {
    using enum Field::Kind;
    using enum Field::Need;
    if (const auto error = checkBody(request.body, {{"content", Object, Required},
                                                    {"expiresAt", Time, Required},
                                                    {"maxNumberOfAllocations", Integer, Optional},
                                                    {"forIdentity", Address, Optional},
                                                    {"passwordProtection", Object, Optional}}))
        return *error;
    return ApiAnswer::of(runtime.templates.create(request.body.toObject()), 201);
}

std::optional<ApiError> checkLoad(const ApiRequest& request, bool takesEphemeral) {
    using enum Field::Kind;
    using enum Field::Need;
    if (takesEphemeral)
        return checkBody(
            request.body,
            {{"reference", Text, Required}, {"password", Text, Optional}, {"ephemeral", Boolean, Optional}});
    return checkBody(request.body, {{"reference", Text, Required}, {"password", Text, Optional}});
}

Outcome<ApiAnswer> createToken(Runtime& runtime, const ApiRequest& request) {
    using enum Field::Kind;
    using enum Field::Need;
    if (request.body.isUndefined())
        return errors::unexpected();
    if (const auto error = checkBody(request.body, {{"content", Object, Required},
                                                    {"expiresAt", Time, Required},
                                                    {"ephemeral", Boolean, Optional},
                                                    {"forIdentity", Address, Optional},
                                                    {"passwordProtection", Object, Optional}}))
        return *error;
    const TokenWish wish{request.text("expiresAt"_L1), request.body["ephemeral"_L1].toBool(),
                         request.text("forIdentity"_L1), request.body["passwordProtection"_L1].toObject()};
    return ApiAnswer::of(runtime.tokens.create(request.body["content"_L1].toObject(), wish), 201);
}

} // namespace

Outcome<TokenWish> readTokenWish(const QJsonValue& body, bool isEphemeralByDefault) {
    using enum Field::Kind;
    using enum Field::Need;
    if (body.isUndefined())
        return errors::unexpected(); // the real API stumbles over a missing body here
    if (const auto error = checkBody(body, {{"expiresAt", Time, Optional},
                                            {"ephemeral", Boolean, Optional},
                                            {"forIdentity", Address, Optional},
                                            {"passwordProtection", Object, Optional}}))
        return *error;
    return TokenWish{body["expiresAt"_L1].toString(), body["ephemeral"_L1].toBool(isEphemeralByDefault),
                     body["forIdentity"_L1].toString(), body["passwordProtection"_L1].toObject()};
}

Outcome<ApiAnswer> referenceAnswer(const QJsonObject& object, bool wantsPng, int status) {
    if (!wantsPng)
        return ApiAnswer::of(object, status);
    const QString url = object.value("reference"_L1)["url"_L1].toString();
    const auto code = QrCode::encode(url.toUtf8());
    return ApiAnswer::file(code ? qrpicture::png(*code) : QByteArray(), "image/png",
                           object.value("id"_L1).toString() + ".png"_L1, status);
}

Outcome<ApiAnswer> tokenAnswer(const Outcome<QJsonObject>& token, bool wantsPng) {
    return token ? referenceAnswer(*token, wantsPng, 201) : token.error();
}

void addTemplates(Router& router, Runtime& runtime) {
    const QByteArray base = "/api/core/v1/RelationshipTemplates";
    constexpr auto role = "core:relationshipTemplates";
    const std::pair<const char*, Owner> lists[] = {
        {"", Owner::Any}, {"/Own", Owner::Own}, {"/Peer", Owner::Peer}};
    for (const auto& [path, owner] : lists)
        router.add({"GET", base + path, role, [&runtime, owner = owner](const ApiRequest& request) {
                        return listReferences(runtime, runtime.templates.store(), request, templateFilters,
                                              owner);
                    }});
    router.add({"POST", base + "/Own", role,
                [&runtime](const ApiRequest& request) { return createTemplate(runtime, request); }});
    router.add({"POST", base + "/Peer", role, [&runtime](const ApiRequest& request) -> Outcome<ApiAnswer> {
                    if (const auto error = checkLoad(request, false))
                        return *error;
                    return ApiAnswer::of(
                        runtime.templates.load(request.text("reference"_L1), request.text("password"_L1)),
                        201);
                }});
    router.add({"GET", base + "/{id}", role,
                [&runtime](const ApiRequest& request) -> Outcome<ApiAnswer> {
                    if (const auto error = checkId(request.id(), "RLT"_L1))
                        return *error;
                    const QJsonObject* found = runtime.templates.store().find(request.id());
                    return found ? referenceAnswer(*found, request.wantsPng)
                                 : errors::recordNotFound("RelationshipTemplate"_L1);
                },
                Route::Offers::JsonOrPng});
    router.add({"DELETE", base + "/{id}", role, [&runtime](const ApiRequest& request) -> Outcome<ApiAnswer> {
                    if (const auto error = checkId(request.id(), "RLT"_L1))
                        return *error;
                    return runtime.templates.remove(request.id())
                               ? ApiAnswer::nothing()
                               : errors::recordNotFound("RelationshipTemplate"_L1);
                }});
    router.add({"POST", base + "/Own/{id}/Token", role,
                [&runtime](const ApiRequest& request) -> Outcome<ApiAnswer> {
                    if (const auto error = checkId(request.id(), "RLT"_L1))
                        return *error;
                    auto wish = readTokenWish(request.body, true);
                    if (!wish)
                        return wish.error();
                    return tokenAnswer(runtime.templates.createToken(request.id(), *wish), request.wantsPng);
                },
                Route::Offers::JsonOrPng});
}

void addTokens(Router& router, Runtime& runtime) {
    const QByteArray base = "/api/core/v1/Tokens";
    constexpr auto role = "core:tokens";
    router.add({"POST", base + "/Own", role,
                [&runtime](const ApiRequest& request) { return createToken(runtime, request); }});
    router.add({"POST", base + "/Peer", role, [&runtime](const ApiRequest& request) -> Outcome<ApiAnswer> {
                    if (request.body.isUndefined())
                        return errors::unexpected();
                    if (const auto error = checkLoad(request, true))
                        return *error;
                    return ApiAnswer::of(runtime.tokens.load(request.text("reference"_L1),
                                                             request.text("password"_L1),
                                                             request.body["ephemeral"_L1].toBool()),
                                         201);
                }});
    router.add({"GET", base + "/Own", role, [&runtime](const ApiRequest& request) {
                    return listReferences(runtime, runtime.tokens.store(), request, tokenFilters, Owner::Own);
                }});
    router.add({"GET", base + "/Peer", role, [&runtime](const ApiRequest& request) {
                    return listReferences(runtime, runtime.tokens.store(), request, tokenFilters,
                                          Owner::Peer);
                }});
    router.add({"GET", base + "/{id}", role,
                [&runtime](const ApiRequest& request) -> Outcome<ApiAnswer> {
                    if (const auto error = checkId(request.id(), "TOK"_L1))
                        return *error;
                    const QJsonObject* token = runtime.tokens.store().find(request.id());
                    return token ? referenceAnswer(*token, request.wantsPng)
                                 : errors::recordNotFound("Token"_L1);
                },
                Route::Offers::JsonOrPng});
    router.add({"DELETE", base + "/{id}", role, [&runtime](const ApiRequest& request) -> Outcome<ApiAnswer> {
                    if (const auto error = checkId(request.id(), "TOK"_L1))
                        return *error;
                    return runtime.tokens.remove(request.id()) ? ApiAnswer::nothing()
                                                               : errors::recordNotFound("Token"_L1);
                }});
}

} // namespace meshwatch::sandbox::routes
