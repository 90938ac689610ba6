// SPDX-License-Identifier: MIT
#pragma once

#include "serverprocess.h"

/// A Mosquitto of a test's own, which keeps sessions in its folder when it ends by itself.
class MosquittoServer : public ServerProcess {
public:
    [[nodiscard]] static bool isPossible() { return !find(QStringLiteral("mosquitto")).isEmpty(); }

    /// `lines` are added to its configuration; with none of their own, anybody may connect.
    explicit MosquittoServer(QByteArray lines = "allow_anonymous true")
        : ServerProcess(QStringLiteral("mosquitto"))
        , m_lines(std::move(lines)) {}

    /// From the next start on it speaks TLS only.
    void setCertificate(const QByteArray& certificate, const QByteArray& key) {
        m_lines += "\ncertfile " + write(QStringLiteral("cert.pem"), certificate).toUtf8() + "\nkeyfile " +
                   write(QStringLiteral("key.pem"), key).toUtf8() + '\n';
    }
    void addLines(const QByteArray& lines) { m_lines += '\n' + lines; }

    void start() override {
        // As root it would become a user that may not read the folder.
        const QByteArray fixed = "user root\npersistence true\n"
                                 "persistence_location " +
                                 file(QStringLiteral("./")).toUtf8();
        run({QStringLiteral("-c"),
             write(QStringLiteral("mosquitto.conf"),
                   fixed + "\nlistener " + QByteArray::number(port()) + " 127.0.0.1\n" + m_lines + '\n')});
    }

private:
    QByteArray m_lines;
};
