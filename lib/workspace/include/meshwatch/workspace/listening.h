// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/httpserver.h>

#include <QJsonObject>
#include <QStringList>

namespace meshwatch {

/// Where a workspace takes webhooks. Loopback unless the user asks for more.
struct Listening {
    QString address = QStringLiteral("127.0.0.1");
    quint16 port = 8477;
    QStringList allowedHosts; ///< names by which Connectors may call, besides the address itself
    QString certificateFile;  ///< PEM; with `privateKeyFile`: HTTPS
    QString privateKeyFile;   ///< PEM

    /// For HttpServer::start(). Errors: "listening.address", "listening.file" (says which one and why).
    [[nodiscard]] Result<HttpServer::Options> options() const;

    [[nodiscard]] QJsonObject toJson() const;
    /// What is missing or no such value keeps its default.
    [[nodiscard]] static Listening fromJson(const QJsonObject& json);
    bool operator==(const Listening&) const = default;
};

} // namespace meshwatch
