// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/callgroup.h>
#include <meshwatch/connector/download.h>
#include <meshwatch/connector/relationshiptemplate.h>

namespace meshwatch::connector {

/// Offers of relationships.
class TemplateCalls : public CallGroup {
public:
    using CallGroup::CallGroup;

    [[nodiscard]] Future<std::vector<RelationshipTemplate>> list(const Filter& filter = {},
                                                                 const CallOptions& options = {});
    [[nodiscard]] Future<std::vector<RelationshipTemplate>> own(const Filter& filter = {},
                                                                const CallOptions& options = {});
    [[nodiscard]] Future<std::vector<RelationshipTemplate>> ofPeers(const Filter& filter = {},
                                                                    const CallOptions& options = {});
    [[nodiscard]] Future<RelationshipTemplate> get(const QString& id, const CallOptions& options = {});
    /// The reference as QR code, PNG.
    [[nodiscard]] Future<Download> qrCode(const QString& id, const CallOptions& options = {});
};

} // namespace meshwatch::connector
