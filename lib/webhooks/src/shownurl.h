// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace meshwatch {

/// What stands for a secret.
[[nodiscard]] QString hiddenText();

/// A configured URL as it may be shown: who logs in, secret query items and the fragment are "***". A text of
/// which it is not sure where its secrets are (a Connector takes more for a URL than people do) gives an
/// empty one.
[[nodiscard]] QString shownUrl(const QString& url);

/// A name or value that is no secret by its place: as it is on one line, but one that looks like a URL as
/// above, or "***" where that is not sure.
[[nodiscard]] QString shownText(const QString& text);

} // namespace meshwatch
