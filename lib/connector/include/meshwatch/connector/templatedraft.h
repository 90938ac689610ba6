// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/passwordprotection.h>
#include <meshwatch/core/micros.h>

#include <optional>

namespace meshwatch::connector {

/// A relationship template to be made: POST RelationshipTemplates/Own.
struct TemplateDraft {
    /// RelationshipTemplateContent {onNewRelationship, …} or ArbitraryRelationshipTemplateContent {value}.
    QJsonObject content;
    Micros expiresAt;
    int maxNumberOfAllocations = 0; ///< 0: any number
    QString forIdentity;            ///< address; empty: anybody may load it
    std::optional<PasswordProtection> passwordProtection;

    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace meshwatch::connector
