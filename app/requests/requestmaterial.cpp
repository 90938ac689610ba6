// SPDX-License-Identifier: MIT
#include "requestmaterial.h"

namespace meshwatch {

template<typename T>
void RequestMaterial::ask(const connector::Future<T>& future, T& into) {
    // What a key may not read is not offered; ids can be typed.
    connector::whenFinished(future, this, [this, &into](const ConnectorResult<T>& answer) {
        if (!answer)
            return;
        into = *answer;
        m_ownAddress = m_identity.address();
        Q_EMIT changed();
    });
}

RequestMaterial::RequestMaterial(ConnectorClient& client, const QString& peer, QObject* parent)
    : QObject(parent) {
    ask(client.account().identityInfo(), m_identity);
    ask(client.attributes().ownIdentity(), m_own);
    if (!peer.isEmpty())
        ask(client.attributes().ownShared(peer), m_shared);
    ask(client.files().own(), m_files);
}

} // namespace meshwatch
