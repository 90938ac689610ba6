// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/announcement.h>
#include <meshwatch/connector/callgroup.h>
#include <meshwatch/connector/identitydeletionprocess.h>
#include <meshwatch/connector/identitymetadata.h>

#include <optional>

namespace meshwatch::connector {

/// Announcements, notes about identities, and the deletion of the own one.
class IdentityCalls : public CallGroup {
public:
    using CallGroup::CallGroup;

    /// Of the Backbone's operator, in a language (two letters: "de").
    [[nodiscard]] Future<std::vector<Announcement>> announcements(const QString& language,
                                                                  const CallOptions& options = {});
    /// The note about an address, under a key if one is given.
    [[nodiscard]] Future<IdentityMetadata> metadata(const QString& reference, const QString& key = {},
                                                    const CallOptions& options = {});
    /// Only of Connectors in debug mode. None under way is an error of the Connector.
    [[nodiscard]] Future<IdentityDeletionProcess> deletionProcess(const CallOptions& options = {});
    /// Makes or replaces the note about an address: the own one or a peer's.
    [[nodiscard]] Future<IdentityMetadata> putMetadata(const QString& reference, const QJsonValue& value,
                                                       const QString& key = {},
                                                       const CallOptions& options = {});
    [[nodiscard]] Future<void> removeMetadata(const QString& reference, const QString& key = {},
                                              const CallOptions& options = {});
    /// The own identity is gone after the grace period, in days; the Connector has a length of its own.
    [[nodiscard]] Future<IdentityDeletionProcess>
    startDeletion(std::optional<double> lengthOfGracePeriodInDays = {}, const CallOptions& options = {});
    [[nodiscard]] Future<IdentityDeletionProcess> cancelDeletion(const CallOptions& options = {});
};

} // namespace meshwatch::connector
