// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/passwordprotection.h>
#include <meshwatch/core/micros.h>

#include <optional>

namespace meshwatch::connector {

/// A token to be made for a file or a template, POST …/{id}/Token, or with a content of its own, POST
/// Tokens/Own.
struct TokenDraft {
    QJsonObject content;           ///< only of POST Tokens/Own: any object
    Micros expiresAt;              ///< none: as the file or template. POST Tokens/Own needs one
    std::optional<bool> ephemeral; ///< not to be stored; none: yes for files and templates, no for own ones
    QString forIdentity; ///< address; empty: anybody may load it. As the template's, if that has one
    std::optional<PasswordProtection> passwordProtection; ///< the same holds

    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace meshwatch::connector
