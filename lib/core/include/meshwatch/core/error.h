// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace meshwatch {

/// What went wrong, as a value: where libraries below us throw or set errno, we return this.
///
/// `code` is stable and for programs ("store.damaged"); `message` says what happened and where;
/// `advice` says what a person can do about it and may be empty. Neither contains secrets.
struct Error {
    QString code;
    QString message;
    QString advice;

    /// Message and advice as one text, for a log line or stderr.
    [[nodiscard]] QString text() const {
        return advice.isEmpty() ? message : message + QLatin1Char(' ') + advice;
    }
    bool operator==(const Error&) const = default;
};

} // namespace meshwatch
