// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/result.h>

#include <QByteArray>
#include <QUrl>

#include <memory>

using EVP_PKEY = struct evp_pkey_st;

namespace meshwatch {

/// A service account's key as Google hands it out: a JSON file with a private RSA key.
class ServiceAccount {
public:
    /// Errors ("source.refused") say what is missing; nothing of the key stands in them.
    [[nodiscard]] static Result<ServiceAccount> parse(const QByteArray& json);

    [[nodiscard]] QString email() const { return m_email; }
    [[nodiscard]] QString projectId() const { return m_projectId; } ///< may be empty
    /// Where assertions are exchanged for access tokens: https, or http on this computer.
    [[nodiscard]] QUrl tokenUrl() const { return m_tokenUrl; }

    /// A signed JWT that asks for `scope`, valid for an hour from `issuedAt` (seconds since 1970); empty if
    /// it cannot be signed.
    [[nodiscard]] QByteArray assertion(const QByteArray& scope, qint64 issuedAt) const;

private:
    ServiceAccount() = default;
    [[nodiscard]] Result<void> readKey(const QByteArray& pem);
    [[nodiscard]] QByteArray signature(const QByteArray& text) const;

    QString m_email;
    QString m_projectId;
    QString m_keyId;
    QUrl m_tokenUrl;
    std::shared_ptr<EVP_PKEY> m_key;
};

} // namespace meshwatch
