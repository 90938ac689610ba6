// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace meshwatch::sandbox {

/// What a reference string says: where an object is and the key that opens it (reference/rest-api.md 1.6).
struct Reference {
    QString id;
    QString key;
    QString identityTail; ///< last four digits of the only address that may load it, or empty
    QString passwordInfo; ///< "pw", "pin4", or empty

    /// Reads the truncated form or the URL form.
    [[nodiscard]] static std::optional<Reference> read(const QString& text);
    /// `{"truncated":…,"url":…}`.
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace meshwatch::sandbox
