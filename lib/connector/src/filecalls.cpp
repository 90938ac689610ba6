// SPDX-License-Identifier: MIT
#include "caller.h"

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

} // namespace meshwatch::connector
