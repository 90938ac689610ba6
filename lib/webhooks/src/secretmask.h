// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/httpmessage.h>

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QString>

#include <utility>

namespace meshwatch {

class WhatwgUrl;

/// The secrets of one delivery, to be taken out of everything that tells of it: what was sent, and what a
/// server says, which may repeat them.
class SecretMask {
public:
    /// A secret of fewer than four bytes is masked only in its own place: found everywhere it would make the
    /// rest unreadable.
    void add(const QByteArray& secret);
    /// User and password of an address, as they stand there and as Basic authentication sends them.
    void add(const WhatwgUrl& url);
    /// This header's values are secrets, whatever its name.
    void addHeader(const QByteArray& name);

    [[nodiscard]] QByteArray masked(QByteArray text) const;
    [[nodiscard]] QString masked(const QString& text) const;
    [[nodiscard]] QList<std::pair<QByteArray, QByteArray>> masked(const HttpHeaders& headers) const;
    /// The address without password and without the values of query items whose names say secret.
    [[nodiscard]] QString masked(const WhatwgUrl& url) const;
    /// What an endpoint for tokens said: besides the known ones, the tokens in it.
    [[nodiscard]] QByteArray maskedTokenAnswer(const QByteArray& body) const;

private:
    [[nodiscard]] bool isSecret(const QByteArray& header) const;

    QByteArrayList m_secrets; ///< the longest first
    QByteArrayList m_headers; ///< lower case
};

} // namespace meshwatch
