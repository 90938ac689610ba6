// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>

namespace meshwatch::connector {

/// What somebody must know to load a template or token.
struct PasswordProtection {
    QString password;
    bool isPin = false; ///< 4 to 16 digits
    /// Where the password is found: "Self", "Letter", "RegistrationLetter", "Email", "SMS", "Website" or a
    /// number from 50 to 99, which has the meaning that both sides gave it; empty says nothing.
    QString location;

    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const PasswordProtection&) const = default;
};

} // namespace meshwatch::connector
