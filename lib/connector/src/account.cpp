// SPDX-License-Identifier: MIT
// Who and how the Connector is: identity, synchronisation, health, version, counters, support.
#include "shape.h"

#include <meshwatch/connector/announcement.h>
#include <meshwatch/connector/health.h>
#include <meshwatch/connector/identitydeletionprocess.h>
#include <meshwatch/connector/identityinfo.h>
#include <meshwatch/connector/identitymetadata.h>
#include <meshwatch/connector/requestcount.h>
#include <meshwatch/connector/syncinfo.h>
#include <meshwatch/connector/tagcollection.h>
#include <meshwatch/connector/version.h>

namespace meshwatch::connector {

using namespace shape;

ConnectorResult<IdentityInfo> IdentityInfo::fromJson(const QJsonObject& json, const QString& path) {
    static constexpr Field fields[] = {{"address", Type::Text, Need::Required}, {"publicKey"}};
    if (auto problem = mismatch(json, fields, path))
        return *problem;
    return IdentityInfo(json);
}

ConnectorResult<SyncInfo> SyncInfo::fromJson(const QJsonObject& json, const QString& path) {
    static constexpr Field run[] = {{"completedAt"}};
    static constexpr Field fields[] = {{"lastSyncRun", Type::Object, Need::Optional, run},
                                       {"lastDatawalletSync", Type::Object, Need::Optional, run}};
    if (auto problem = mismatch(json, fields, path))
        return *problem;
    return SyncInfo(json);
}

Micros SyncInfo::lastSyncRun() const {
    return Micros::fromIso(at(u"lastSyncRun.completedAt").toString().toUtf8()).value_or(Micros{});
}

Micros SyncInfo::lastDatawalletSync() const {
    return Micros::fromIso(at(u"lastDatawalletSync.completedAt").toString().toUtf8()).value_or(Micros{});
}

ConnectorResult<Health> Health::fromJson(const QJsonObject& json, const QString& path) {
    static constexpr Field fields[] = {{"isHealthy", Type::Flag, Need::Required}, {"services", Type::Object}};
    if (auto problem = mismatch(json, fields, path))
        return *problem;
    return Health(json);
}

std::vector<ServiceHealth> Health::services() const {
    std::vector<ServiceHealth> services;
    const QJsonObject states = objectOf("services");
    for (auto it = states.begin(); it != states.end(); ++it)
        services.push_back({it.key(), it.value().toString()});
    return services;
}

ConnectorResult<Version> Version::fromJson(const QJsonObject& json, const QString& path) {
    static constexpr Field fields[] = {
        {"version", Type::Text, Need::Required}, {"build"}, {"commit"}, {"runtimeVersion"}};
    if (auto problem = mismatch(json, fields, path))
        return *problem;
    return Version(json);
}

int Version::major() const {
    bool isNumber = false;
    const int number = version().section(QLatin1Char('.'), 0, 0).toInt(&isNumber);
    return isNumber ? number : -1;
}

ConnectorResult<RequestCount> RequestCount::fromJson(const QJsonObject& json, const QString& path) {
    static constexpr Field fields[] = {
        {"since"}, {"requestCount", Type::Number}, {"requestCountByStatus", Type::Object}};
    if (auto problem = mismatch(json, fields, path))
        return *problem;
    return RequestCount(json);
}

ConnectorResult<Announcement> Announcement::fromJson(const QJsonObject& json, const QString& path) {
    static constexpr Field fields[] = {
        {"id", Type::Text, Need::Required}, {"createdAt"}, {"expiresAt"}, {"severity"}, {"title"}, {"body"}};
    if (auto problem = mismatch(json, fields, path))
        return *problem;
    return Announcement(json);
}

Named<Announcement::Severity> Announcement::severity() const {
    static constexpr std::array<std::pair<const char*, Severity>, 3> names{
        {{"Low", Severity::Low}, {"Medium", Severity::Medium}, {"High", Severity::High}}};
    return named(textOf("severity"), names);
}

ConnectorResult<IdentityMetadata> IdentityMetadata::fromJson(const QJsonObject& json, const QString& path) {
    static constexpr Field fields[] = {{"reference", Type::Text, Need::Required}, {"key"}};
    if (auto problem = mismatch(json, fields, path))
        return *problem;
    return IdentityMetadata(json);
}

ConnectorResult<IdentityDeletionProcess> IdentityDeletionProcess::fromJson(const QJsonObject& json,
                                                                           const QString& path) {
    static constexpr Field fields[] = {{"id", Type::Text, Need::Required},
                                       {"status", Type::Text, Need::Required},
                                       {"createdAt"},
                                       {"createdByDevice"},
                                       {"gracePeriodEndsAt"},
                                       {"cancelledAt"},
                                       {"cancelledByDevice"}};
    if (auto problem = mismatch(json, fields, path))
        return *problem;
    return IdentityDeletionProcess(json);
}

Named<IdentityDeletionProcess::Status> IdentityDeletionProcess::status() const {
    static constexpr std::array<std::pair<const char*, Status>, 2> names{
        {{"Active", Status::Active}, {"Cancelled", Status::Cancelled}}};
    return named(textOf("status"), names);
}

ConnectorResult<TagCollection> TagCollection::fromJson(const QJsonObject& json, const QString& path) {
    static constexpr Field fields[] = {{"supportedLanguages", Type::Texts},
                                       {"tagsForAttributeValueTypes", Type::Object}};
    if (auto problem = mismatch(json, fields, path))
        return *problem;
    return TagCollection(json);
}

} // namespace meshwatch::connector
