// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>

namespace meshwatch {

/// Redis sends a message once for each pattern of ours that its channel matches, one right after the other.
/// This tells the first of them from the others, and from an equal message that was published next: that
/// comes by a pattern which the one before has come by already.
class RedisRepeats {
public:
    explicit RedisRepeats(qsizetype patterns)
        : m_canRepeat(patterns > 1) {}

    [[nodiscard]] bool isRepeat(QByteArrayView pattern, QByteArrayView channel, QByteArrayView body) {
        if (!m_canRepeat)
            return false;
        if (channel == m_channel && body == m_body && !m_patterns.contains(pattern)) {
            m_patterns.append(pattern.toByteArray());
            return true;
        }
        m_patterns = {pattern.toByteArray()};
        m_channel = channel.toByteArray();
        m_body = body.toByteArray();
        return false;
    }

private:
    const bool m_canRepeat;
    QByteArrayList m_patterns;
    QByteArray m_channel, m_body;
};

} // namespace meshwatch
