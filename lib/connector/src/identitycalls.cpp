// SPDX-License-Identifier: MIT
#include "caller.h"

namespace meshwatch::connector {

namespace {

Filter metadataFilter(const QString& reference, const QString& key) {
    Filter filter = Filter().is(u"reference", reference);
    if (!key.isEmpty())
        filter.is(u"key", key);
    return filter;
}

} // namespace

Future<std::vector<Announcement>> IdentityCalls::announcements(const QString& language,
                                                               const CallOptions& options) {
    return Caller::list<Announcement>(
        m_client, {&routes::announcements, {}, Filter().is(u"language", language), false, options});
}

Future<IdentityMetadata> IdentityCalls::metadata(const QString& reference, const QString& key,
                                                 const CallOptions& options) {
    return Caller::one<IdentityMetadata>(
        m_client, {&routes::identityMetadata, {}, metadataFilter(reference, key), false, options});
}

Future<IdentityDeletionProcess> IdentityCalls::deletionProcess(const CallOptions& options) {
    return Caller::one<IdentityDeletionProcess>(m_client,
                                                {&routes::identityDeletionProcess, {}, {}, false, options});
}

Future<IdentityMetadata> IdentityCalls::putMetadata(const QString& reference, const QJsonValue& value,
                                                    const QString& key, const CallOptions& options) {
    QJsonObject json{{QStringLiteral("reference"), reference}, {QStringLiteral("value"), value}};
    if (!key.isEmpty())
        json.insert(QLatin1String("key"), key);
    return Caller::one<IdentityMetadata>(
        m_client, {&routes::putIdentityMetadata, {}, {}, false, options, jsonBody(json)});
}

Future<void> IdentityCalls::removeMetadata(const QString& reference, const QString& key,
                                           const CallOptions& options) {
    return Caller::nothing(
        m_client, {&routes::deleteIdentityMetadata, {}, metadataFilter(reference, key), false, options});
}

Future<IdentityDeletionProcess> IdentityCalls::startDeletion(std::optional<double> lengthOfGracePeriodInDays,
                                                             const CallOptions& options) {
    Filter parameters;
    if (lengthOfGracePeriodInDays)
        parameters.raw(u"lengthOfGracePeriodInDays", QString::number(*lengthOfGracePeriodInDays, 'g', 17));
    return Caller::one<IdentityDeletionProcess>(
        m_client, {&routes::startIdentityDeletion, {}, parameters, false, options});
}

Future<IdentityDeletionProcess> IdentityCalls::cancelDeletion(const CallOptions& options) {
    return Caller::one<IdentityDeletionProcess>(m_client,
                                                {&routes::cancelIdentityDeletion, {}, {}, false, options});
}

} // namespace meshwatch::connector
