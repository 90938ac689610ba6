// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/callgroup.h>
#include <meshwatch/connector/download.h>
#include <meshwatch/connector/relationshiptemplate.h>
#include <meshwatch/connector/templatedraft.h>
#include <meshwatch/connector/token.h>
#include <meshwatch/connector/tokendraft.h>

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
    [[nodiscard]] Future<RelationshipTemplate> create(const TemplateDraft& draft,
                                                      const CallOptions& options = {});
    /// Someone else's, by the reference of the template or of a token for it. A Request in it is then among
    /// the incoming ones.
    [[nodiscard]] Future<RelationshipTemplate> load(const QString& reference, const QString& password = {},
                                                    const CallOptions& options = {});
    /// A token to hand an own template on with.
    [[nodiscard]] Future<Token> createToken(const QString& id, const TokenDraft& draft = {},
                                            const CallOptions& options = {});
    /// A fresh ephemeral token's reference as QR code, PNG. `draft.ephemeral` does not count.
    [[nodiscard]] Future<Download> createTokenQrCode(const QString& id, const TokenDraft& draft = {},
                                                     const CallOptions& options = {});
    [[nodiscard]] Future<void> remove(const QString& id, const CallOptions& options = {});
};

} // namespace meshwatch::connector
