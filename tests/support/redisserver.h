// SPDX-License-Identifier: MIT
#pragma once

#include "serverprocess.h"

/// A Redis server of a test's own.
class RedisServer : public ServerProcess {
public:
    [[nodiscard]] static bool isPossible() { return !find(QStringLiteral("redis-server")).isEmpty(); }

    /// `lines` are added to its configuration.
    explicit RedisServer(QByteArray lines = {})
        : ServerProcess(QStringLiteral("redis-server"))
        , m_lines(std::move(lines)) {}

    /// From the next start on it speaks TLS only.
    void setCertificate(const QByteArray& certificate, const QByteArray& key, const QByteArray& authority,
                        bool needsCertificates = false) {
        m_usesTls = true;
        m_lines += "\ntls-cert-file " + write(QStringLiteral("cert.pem"), certificate).toUtf8() +
                   "\ntls-key-file " + write(QStringLiteral("key.pem"), key).toUtf8() +
                   "\ntls-ca-cert-file " + write(QStringLiteral("ca.pem"), authority).toUtf8() +
                   "\ntls-auth-clients " + (needsCertificates ? "yes" : "optional") + '\n';
    }

    void start() override {
        const QByteArray listening =
            QByteArray(m_usesTls ? "port 0\ntls-port " : "port ") + QByteArray::number(port());
        run({write(QStringLiteral("redis.conf"),
                   "bind 127.0.0.1\nsave \"\"\nappendonly no\n" + listening + '\n' + m_lines + '\n')});
    }

private:
    QByteArray m_lines;
    bool m_usesTls = false;
};
