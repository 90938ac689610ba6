// SPDX-License-Identifier: MIT
#pragma once

/// How a webhook travels through an AMQP broker: its body byte for byte, the trigger as routing key, and the
/// rest in properties. What publishes it and what reads it agree here (docs/scale.md).
namespace meshwatch::amqpwebhook {

inline constexpr char type[] = "meshwatch.webhook";
// Names of entries of the table “headers”.
inline constexpr char connection[] = "meshwatch-connection";
inline constexpr char path[] = "meshwatch-path";
inline constexpr char headers[] = "meshwatch-headers";
inline constexpr char receivedAt[] = "meshwatch-received-at"; ///< microseconds since 1970

} // namespace meshwatch::amqpwebhook
