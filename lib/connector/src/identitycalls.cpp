// SPDX-License-Identifier: MIT
#include "caller.h"

namespace meshwatch::connector {

Future<std::vector<Announcement>> IdentityCalls::announcements(const QString& language,
                                                               const CallOptions& options) {
    return Caller::list<Announcement>(
        m_client, {&routes::announcements, {}, Filter().is(u"language", language), false, options});
}

Future<IdentityMetadata> IdentityCalls::metadata(const QString& reference, const QString& key,
                                                 const CallOptions& options) {
    Filter filter = Filter().is(u"reference", reference);
    if (!key.isEmpty())
        filter.is(u"key", key);
    return Caller::one<IdentityMetadata>(m_client, {&routes::identityMetadata, {}, filter, false, options});
}

Future<IdentityDeletionProcess> IdentityCalls::deletionProcess(const CallOptions& options) {
    return Caller::one<IdentityDeletionProcess>(m_client,
                                                {&routes::identityDeletionProcess, {}, {}, false, options});
}

} // namespace meshwatch::connector
