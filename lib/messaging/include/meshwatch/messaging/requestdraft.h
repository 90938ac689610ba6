// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/micros.h>
#include <meshwatch/core/result.h>
#include <meshwatch/messaging/requestitem.h>

#include <QJsonObject>

#include <vector>

namespace meshwatch {

/// A Request as it is built (Connector reference, dto 8).
struct RequestDraft {
    QString title;        ///< at most 200 characters
    QString description;  ///< at most 500
    Micros expiresAt;     ///< none: never
    QJsonObject metadata; ///< comes back in the stored Request
    std::vector<RequestItemOrGroup> items;
    QJsonObject rest; ///< members that we do not know, kept

    /// What is wrong as far as we can tell without the Connector; empty if nothing is.
    [[nodiscard]] RequestProblems problems(Micros now = Micros::now()) const;

    /// The content for Validate, POST Requests/Outgoing and templates.
    [[nodiscard]] QJsonObject toJson() const;
    /// Error "request.invalid" if it is no Request at all; a wrong member is for problems().
    [[nodiscard]] static Result<RequestDraft> fromJson(const QJsonObject& json);
    /// Reads a file: a Request, or an object whose `content` is one. Errors: "request.read",
    /// "request.invalid" with place and reason.
    [[nodiscard]] static Result<RequestDraft> fromFile(const QString& path);
    bool operator==(const RequestDraft&) const = default;
};

} // namespace meshwatch
