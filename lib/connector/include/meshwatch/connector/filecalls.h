// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/callgroup.h>
#include <meshwatch/connector/download.h>
#include <meshwatch/connector/file.h>

namespace meshwatch::connector {

/// Files that were uploaded or loaded.
class FileCalls : public CallGroup {
public:
    using CallGroup::CallGroup;

    [[nodiscard]] Future<std::vector<File>> list(const Filter& filter = {}, const CallOptions& options = {});
    [[nodiscard]] Future<std::vector<File>> own(const Filter& filter = {}, const CallOptions& options = {});
    /// Loaded from others.
    [[nodiscard]] Future<std::vector<File>> ofPeers(const Filter& filter = {},
                                                    const CallOptions& options = {});
    /// By id or reference; only files the Connector knows already.
    [[nodiscard]] Future<File> get(const QString& idOrReference, const CallOptions& options = {});
    /// The reference as QR code, PNG.
    [[nodiscard]] Future<Download> qrCode(const QString& idOrReference, const CallOptions& options = {});
    [[nodiscard]] Future<Download> download(const QString& id, const CallOptions& options = {});
};

} // namespace meshwatch::connector
