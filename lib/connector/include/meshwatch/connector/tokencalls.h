// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/callgroup.h>
#include <meshwatch/connector/download.h>
#include <meshwatch/connector/token.h>
#include <meshwatch/connector/tokendraft.h>

namespace meshwatch::connector {

/// Small objects handed on by reference.
class TokenCalls : public CallGroup {
public:
    using CallGroup::CallGroup;

    [[nodiscard]] Future<std::vector<Token>> own(const Filter& filter = {}, const CallOptions& options = {});
    [[nodiscard]] Future<std::vector<Token>> ofPeers(const Filter& filter = {},
                                                     const CallOptions& options = {});
    [[nodiscard]] Future<Token> get(const QString& id, const CallOptions& options = {});
    /// The reference as QR code, PNG.
    [[nodiscard]] Future<Download> qrCode(const QString& id, const CallOptions& options = {});
    [[nodiscard]] Future<Token> create(const TokenDraft& draft, const CallOptions& options = {});
    /// Someone else's, by its reference; `isEphemeral`: without storing it. A token for a file or template
    /// shows its key here and loads nothing: load it with files() or relationshipTemplates().
    [[nodiscard]] Future<Token> load(const QString& reference, const QString& password = {},
                                     bool isEphemeral = false, const CallOptions& options = {});
    [[nodiscard]] Future<void> remove(const QString& id, const CallOptions& options = {});
};

} // namespace meshwatch::connector
