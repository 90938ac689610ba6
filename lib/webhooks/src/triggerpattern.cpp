// SPDX-License-Identifier: MIT
#include <meshwatch/webhooks/triggerpattern.h>

#include <QList>

namespace meshwatch::triggerpattern {

namespace {

const QLatin1String one("*");
const QLatin1String any("**");

/// The search of EventEmitter2, with one pattern in its tree. Its `**` takes at least one segment, except at
/// the end, and tries no other length once a segment fits what follows it: seen on the library itself.
class Search {
public:
    Search(QStringView pattern, QStringView trigger)
        : m_pattern(pattern.split(QLatin1Char('.')))
        , m_trigger(trigger.split(QLatin1Char('.'))) {}

    [[nodiscard]] bool matches() const {
        for (qsizetype i = 0; i + 1 < m_pattern.size(); ++i) {
            if (m_pattern.at(i) == any && m_pattern.at(i + 1) == any)
                return false; // not even subscribed
        }
        return from(0, 0);
    }

private:
    [[nodiscard]] bool isSegment(qsizetype p, qsizetype t) const {
        return t < m_trigger.size() && m_pattern.at(p) == m_trigger.at(t);
    }

    [[nodiscard]] bool from(qsizetype p, qsizetype t) const {
        if (p == m_pattern.size())
            return t == m_trigger.size();
        if (m_pattern.at(p) == any)
            return afterAny(p + 1, t);
        return (m_pattern.at(p) == one || isSegment(p, t)) && from(p + 1, t + 1);
    }

    /// `p` is what follows the `**`, `t` the segment at which that stands.
    [[nodiscard]] bool afterAny(qsizetype p, qsizetype t) const {
        if (p == m_pattern.size())
            return true;
        if (t >= m_trigger.size())
            return m_pattern.at(p) == one && p + 1 == m_pattern.size();
        if (isSegment(p, t + 1))
            return from(p + 1, t + 2);
        if (isSegment(p, t))
            return from(p + 1, t + 1);
        return afterAny(p, t + 1);
    }

    QList<QStringView> m_pattern;
    QList<QStringView> m_trigger;
};

} // namespace

bool matches(QStringView pattern, QStringView trigger) {
    return !pattern.isEmpty() && Search(pattern, trigger).matches();
}

bool isWildcard(QStringView pattern) {
    for (const QStringView segment : pattern.split(QLatin1Char('.'))) {
        if (segment == QLatin1String("*") || segment == QLatin1String("**"))
            return true;
    }
    return false;
}

} // namespace meshwatch::triggerpattern
