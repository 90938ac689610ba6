// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/configjson.h>

#include <QStringList>

/// Telling the secrets in a webhook configuration from the rest, so that one can be shown and kept in a file
/// and the other goes to the keychain: API keys, client secrets, headers named like one, addresses with a
/// password.
namespace meshwatch::webhooksecrets {

/// What stands in place of a secret.
inline constexpr char hidden[] = "***";

/// `json` with "***" for each secret; `taken`, if given, gets them: an object of JSON pointer to value.
[[nodiscard]] ConfigJson redacted(const ConfigJson& json, ConfigJson* taken = nullptr);
/// Puts secrets back where "***" stands; one without an entry in `taken` stays hidden.
[[nodiscard]] ConfigJson restored(const ConfigJson& json, const ConfigJson& taken);
/// JSON pointers at which "***" stands: secrets that nobody here knows.
[[nodiscard]] QStringList unknown(const ConfigJson& json);
/// The secrets themselves as texts, to keep them out of what is shown.
[[nodiscard]] QStringList values(const ConfigJson& json);

/// Does an address carry a password or a secret item of its query?
[[nodiscard]] bool areInAddress(const QString& url);
/// An address as it may be shown: "***" for its secrets, for all of it where it is not sure which parts they
/// are.
[[nodiscard]] QString shownAddress(const QString& url);

} // namespace meshwatch::webhooksecrets
