// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/configjson.h>

#include <QList>

namespace meshwatch {

/// How two webhook configurations differ, field by field. Secrets are compared, never shown.
struct ConfigurationDifference {
    enum class Kind { Added, Removed, Changed, Renamed };

    Kind kind = Kind::Changed;
    /// Below `modules.webhooks`, as a person writes it: "targets.crm.url", "webhooks[2].triggers". Webhooks
    /// are numbered as they stand afterwards, those that are gone as they stood before.
    QString place;
    QString before;        ///< empty for Added; "***" for a secret, and where one stands in a URL
    QString after;         ///< empty for Removed; "***" as above
    bool isSecret = false; ///< something is hidden: the two may look alike
    bool operator==(const ConfigurationDifference&) const = default;
};

/// `before` and `after` are values of `modules.webhooks` (null: none). What the Connector takes for equal is
/// no difference: a missing member and its default, names of headers in another case, webhooks or triggers in
/// another order (but each counts as often as it stands there, since each delivers). A target of the same
/// content under another name is Renamed, and references to it follow. A named target in place of the same
/// inline, or the other way round, is a Changed `webhooks[n].target` that says so.
[[nodiscard]] QList<ConfigurationDifference> compareWebhooks(const ConfigJson& before,
                                                             const ConfigJson& after);

} // namespace meshwatch
