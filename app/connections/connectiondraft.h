// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/connectorsettings.h>
#include <meshwatch/workspace/connection.h>

#include <QString>

#include <optional>

namespace meshwatch {

/// A connection as somebody is setting it up, with the secret of its login.
struct ConnectionDraft {
    Connection connection;
    QString secret; ///< of the login chosen in `connection`

    /// Which of the secrets `secret` is; nothing without a login.
    [[nodiscard]] std::optional<SecretKind> secretKind() const;
    /// For a client that tries the draft out. A certificate file that cannot be read is an error.
    [[nodiscard]] Result<ConnectorSettings> settings() const;
    bool operator==(const ConnectionDraft&) const = default;
};

/// What a person types as an address: without a scheme it is http for this computer and https for others.
[[nodiscard]] QUrl urlFromInput(const QString& text);

} // namespace meshwatch
