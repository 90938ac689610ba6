// SPDX-License-Identifier: MIT
#include <meshwatch/webhooks/resolvedwebhooks.h>

namespace meshwatch {

QString ResolvedWebhooks::urlFor(const QString& url, const QString& trigger) {
    static constexpr QLatin1String placeholder("{{trigger}}");
    const qsizetype place = url.indexOf(placeholder);
    return place < 0 ? url : QString(url).replace(place, placeholder.size(), trigger);
}

} // namespace meshwatch
