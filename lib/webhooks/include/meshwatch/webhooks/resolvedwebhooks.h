// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/configjson.h>

#include <vector>

namespace meshwatch {

/// A webhook as the Connector runs it once its checks have passed: the reference to a target is followed.
/// Values are as configured, whatever their shape.
struct ResolvedWebhook {
    ConfigJson triggers;       ///< as configured; mostly a list of texts
    ConfigJson url;            ///< with `{{trigger}}`; null: the reference is to what every object inherits
    ConfigJson headers;        ///< an empty object where none are configured
    ConfigJson authentication; ///< with `type` and the other members as configured; null: none
    QString targetName;        ///< empty: an inline target
};

/// All of them, and what holds for all.
struct ResolvedWebhooks {
    bool skipTlsCheck = false;
    ConfigJson skipTlsCheckAsGiven = false; ///< any value that is true to JavaScript skips
    std::vector<ResolvedWebhook> webhooks;

    /// The URL for a trigger: the first `{{trigger}}` is replaced, only that one (Connector reference,
    /// configuration 2.3).
    [[nodiscard]] static QString urlFor(const QString& url, const QString& trigger);
};

} // namespace meshwatch
