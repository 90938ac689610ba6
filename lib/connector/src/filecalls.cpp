// SPDX-License-Identifier: MIT
#include "caller.h"
#include "commonbodies.h"
#include "uploadform.h"

namespace meshwatch::connector {

Future<std::vector<File>> FileCalls::list(const Filter& filter, const CallOptions& options) {
    return Caller::list<File>(m_client, {&routes::files, {}, filter, false, options});
}

Future<std::vector<File>> FileCalls::own(const Filter& filter, const CallOptions& options) {
    return Caller::list<File>(m_client, {&routes::ownFiles, {}, filter, false, options});
}

Future<std::vector<File>> FileCalls::ofPeers(const Filter& filter, const CallOptions& options) {
    return Caller::list<File>(m_client, {&routes::peerFiles, {}, filter, false, options});
}

Future<File> FileCalls::get(const QString& idOrReference, const CallOptions& options) {
    return Caller::one<File>(m_client, {&routes::file, {idOrReference}, {}, false, options});
}

Future<Download> FileCalls::qrCode(const QString& idOrReference, const CallOptions& options) {
    return Caller::bytes(m_client, {&routes::file, {idOrReference}, {}, true, options});
}

Future<Download> FileCalls::download(const QString& id, const CallOptions& options) {
    return Caller::bytes(m_client, {&routes::fileDownload, {id}, {}, false, options});
}

Future<SavedDownload> FileCalls::downloadTo(const QString& id, const QString& path,
                                            const CallOptions& options) {
    return Caller::saved(m_client, {&routes::fileDownload, {id}, {}, false, options},
                         std::make_shared<BodySink>(path));
}

Future<SavedDownload> FileCalls::downloadTo(const QString& id, const std::shared_ptr<QIODevice>& target,
                                            const CallOptions& options) {
    return Caller::saved(m_client, {&routes::fileDownload, {id}, {}, false, options},
                         std::make_shared<BodySink>(target));
}

Future<File> FileCalls::upload(const FileUpload& upload, const CallOptions& options) {
    CallSpec spec{&routes::uploadFile, {}, {}, false, options, uploadForm(upload)};
    spec.isTransfer = true;
    return Caller::one<File>(m_client, std::move(spec));
}

Future<File> FileCalls::load(const QString& reference, const QString& password, const CallOptions& options) {
    return Caller::one<File>(m_client,
                             {&routes::loadFile, {}, {}, false, options, referenceBody(reference, password)});
}

Future<Token> FileCalls::createToken(const QString& id, const TokenDraft& draft, const CallOptions& options) {
    return Caller::one<Token>(m_client,
                              {&routes::createFileToken, {id}, {}, false, options, jsonBody(draft.toJson())});
}

Future<Download> FileCalls::createTokenQrCode(const QString& id, const TokenDraft& draft,
                                              const CallOptions& options) {
    return Caller::bytes(m_client,
                         {&routes::createFileToken, {id}, {}, true, options, qrCodeTokenBody(draft)});
}

Future<File> FileCalls::regenerateOwnershipToken(const QString& id, const CallOptions& options) {
    return Caller::one<File>(m_client, {&routes::regenerateOwnershipToken, {id}, {}, false, options});
}

Future<void> FileCalls::remove(const QString& id, const CallOptions& options) {
    return Caller::nothing(m_client, {&routes::deleteFile, {id}, {}, false, options});
}

} // namespace meshwatch::connector
