// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

namespace meshwatch {

/// The way an event came. The numbers are stored: append, never reorder.
enum class Channel : quint8 { Webhook, Amqp, Mqtt, Redis, PubSub, Relay, Sync, File };

inline constexpr int channelCount = 8;

/// "webhook", "amqp", …: the word used in filters, JSONL and on the command line.
[[nodiscard]] QString channelName(Channel channel);
/// Reads such a word, without case; "hook" is understood too.
[[nodiscard]] std::optional<Channel> channelFromName(QStringView name);

/// A set of channels; one event can come through several.
class Channels {
public:
    Channels() = default;
    Channels(Channel channel) { insert(channel); } // NOLINT(*-explicit-*)
    [[nodiscard]] static Channels fromBits(quint32 bits) {
        Channels set;
        set.m_bits = bits;
        return set;
    }
    [[nodiscard]] quint32 bits() const { return m_bits; }
    [[nodiscard]] bool contains(Channel channel) const { return m_bits & bit(channel); }
    void insert(Channel channel) { m_bits |= bit(channel); }
    /// "webhook", "webhook,amqp".
    [[nodiscard]] QString names() const;
    bool operator==(const Channels&) const = default;

private:
    static quint32 bit(Channel channel) { return 1U << static_cast<unsigned>(channel); }
    quint32 m_bits = 0;
};

} // namespace meshwatch
