// SPDX-License-Identifier: MIT
#pragma once

#include "api.h"
#include "runtime.h"

/// The routing table, one function for each group of the API (reference/rest-api.md 2). The routes refer to
/// the runtime, which must outlive the router.
namespace meshwatch::sandbox::routes {

/// What addAttributes() and addAttributeQueries() share.
inline const QByteArray attributesPath = "/api/core/v1/Attributes";
inline constexpr auto attributesRole = "core:attributes";

void addAccount(Router& router, Runtime& runtime);
void addAnnouncements(Router& router, Runtime& runtime);
void addAttributes(Router& router, Runtime& runtime);
void addAttributeQueries(Router& router, Runtime& runtime);
void addBackboneNotifications(Router& router, Runtime& runtime);
void addChallenges(Router& router, Runtime& runtime);
void addFiles(Router& router, Runtime& runtime);
void addIdentityMetadata(Router& router, Runtime& runtime);
void addMessages(Router& router, Runtime& runtime);
void addRelationships(Router& router, Runtime& runtime);
void addTemplates(Router& router, Runtime& runtime);
void addRequests(Router& router, Runtime& runtime);
void addTokens(Router& router, Runtime& runtime);
/// Only in debug mode.
void addIdentityDeletion(Router& router, Runtime& runtime);

/// The records of a store that pass the query, under `condition`.
template<typename Records, typename Condition>
[[nodiscard]] QJsonArray filtered(const Records& records, const Filter& filter, Condition condition) {
    QJsonArray found;
    const auto visit = [&](const QJsonObject& record) {
        if (condition(record) && filter.matches(record))
            found.append(record);
    };
    if constexpr (requires { records.forEach(visit); }) {
        records.forEach(visit);
    } else {
        for (const QJsonObject& record : records)
            visit(record);
    }
    return found;
}

/// The body of `…/Token`, which may not be left out.
[[nodiscard]] Outcome<TokenWish> readTokenWish(const QJsonValue& body, bool isEphemeralByDefault);
/// A token as JSON, or for `Accept: image/png` as QR code of its reference.
[[nodiscard]] Outcome<ApiAnswer> tokenAnswer(const Outcome<QJsonObject>& token, bool wantsPng);
/// An object with a reference as JSON, or as QR code.
[[nodiscard]] Outcome<ApiAnswer> referenceAnswer(const QJsonObject& object, bool wantsPng, int status = 200);

} // namespace meshwatch::sandbox::routes
