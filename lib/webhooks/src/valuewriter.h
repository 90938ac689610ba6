// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/configjson.h>

#include <QByteArrayList>

namespace meshwatch {

/// Writes new values as the text around them is written.
struct ValueWriter {
    bool isJson = true; ///< all texts in double quotes, nothing but JSON
    QByteArray lineEnd = "\n";
    QByteArray step = "  "; ///< one level of indentation
    bool isSpacious = true; ///< blanks behind `:` and `,` on a line

    [[nodiscard]] QByteArray scalar(const ConfigJson& value) const;
    /// In brackets; over several lines if `isMultiLine`, whose first is indented by `indent`.
    [[nodiscard]] QByteArray flow(const ConfigJson& value, bool isMultiLine, const QByteArray& indent) const;

    /// Does a value stand on one line in YAML's block form?
    [[nodiscard]] static bool isInline(const ConfigJson& value);
    /// A value in YAML's block form, a line each, not indented.
    [[nodiscard]] QByteArrayList block(const ConfigJson& value) const;
    [[nodiscard]] QByteArrayList blockMember(const std::string& name, const ConfigJson& value) const;
    [[nodiscard]] QByteArrayList blockItem(const ConfigJson& value) const;
};

} // namespace meshwatch
