// SPDX-License-Identifier: MIT
#include "triggerpattern.h"

#include <QList>

#include <span>

namespace meshwatch::sandbox {

using namespace Qt::StringLiterals;

namespace {

bool matches(std::span<const QStringView> pattern, std::span<const QStringView> trigger) {
    if (pattern.empty())
        return trigger.empty();
    if (pattern.front() == "**"_L1) {
        for (size_t skipped = 0; skipped <= trigger.size(); ++skipped) {
            if (matches(pattern.subspan(1), trigger.subspan(skipped)))
                return true;
        }
        return false;
    }
    if (trigger.empty() || (pattern.front() != "*"_L1 && pattern.front() != trigger.front()))
        return false;
    return matches(pattern.subspan(1), trigger.subspan(1));
}

} // namespace

bool triggerMatches(QStringView pattern, QStringView trigger) {
    if (pattern.isEmpty())
        return false;
    const QList<QStringView> wanted = pattern.split(u'.');
    const QList<QStringView> given = trigger.split(u'.');
    return matches({wanted.data(), size_t(wanted.size())}, {given.data(), size_t(given.size())});
}

} // namespace meshwatch::sandbox
