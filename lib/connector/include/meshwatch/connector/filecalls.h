// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/callgroup.h>
#include <meshwatch/connector/download.h>
#include <meshwatch/connector/file.h>
#include <meshwatch/connector/fileupload.h>
#include <meshwatch/connector/saveddownload.h>
#include <meshwatch/connector/token.h>
#include <meshwatch/connector/tokendraft.h>

namespace meshwatch::connector {

/// Files that were uploaded or loaded.
///
/// Uploads and downloads to a file or device take as much memory for a large file as for a small one. Their
/// futures tell of the progress in bytes (the maximum is 0 while unknown); to cancel one aborts it and leaves
/// no file.
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
    /// Into a file, which is there whole or not at all and replaces one of the same name.
    [[nodiscard]] Future<SavedDownload> downloadTo(const QString& id, const QString& path,
                                                   const CallOptions& options = {});
    /// Into a device that is open for writing, in the client's thread. It keeps what came before an error.
    [[nodiscard]] Future<SavedDownload>
    downloadTo(const QString& id, const std::shared_ptr<QIODevice>& target, const CallOptions& options = {});
    [[nodiscard]] Future<File> upload(const FileUpload& upload, const CallOptions& options = {});
    /// Someone else's, by the reference of the file or of a token for it.
    [[nodiscard]] Future<File> load(const QString& reference, const QString& password = {},
                                    const CallOptions& options = {});
    /// A token to hand the file on with.
    [[nodiscard]] Future<Token> createToken(const QString& id, const TokenDraft& draft = {},
                                            const CallOptions& options = {});
    /// A fresh ephemeral token's reference as QR code, PNG. `draft.ephemeral` does not count.
    [[nodiscard]] Future<Download> createTokenQrCode(const QString& id, const TokenDraft& draft = {},
                                                     const CallOptions& options = {});
    /// Makes the old ownership token worthless and unlocks the file; only of own files.
    [[nodiscard]] Future<File> regenerateOwnershipToken(const QString& id, const CallOptions& options = {});
    /// An own file goes from the Backbone too.
    [[nodiscard]] Future<void> remove(const QString& id, const CallOptions& options = {});
};

} // namespace meshwatch::connector
