// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/callgroup.h>
#include <meshwatch/connector/download.h>
#include <meshwatch/connector/token.h>

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
};

} // namespace meshwatch::connector
