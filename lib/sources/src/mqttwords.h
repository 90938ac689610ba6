// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/error.h>

#include <QByteArray>

namespace meshwatch {

/// What can go wrong with an MQTT broker, said to a person.
namespace mqttwords {

[[nodiscard]] Error secretWithoutUser();
/// User, secret or certificates are such that the library does not take them.
[[nodiscard]] Error unusable(const QString& place);
[[nodiscard]] Error unreachable(const QString& place, bool usesTls, const QString& reason);
/// It takes the connection and says nothing.
[[nodiscard]] Error silent(const QString& place, bool usesTls);
/// It answered before, and does not now.
[[nodiscard]] Error fellSilent(const QString& place);
[[nodiscard]] Error noBroker(const QString& place, bool usesTls);
/// `log` is what the library printed of it.
[[nodiscard]] Error tlsFailed(const QString& place, const QByteArray& log);
/// `code` is the broker's answer to CONNECT, of MQTT 3.1.1 or 5.
[[nodiscard]] Error notAccepted(const QString& place, const QString& clientId, int code);
[[nodiscard]] Error notSubscribed(const QString& place, const QByteArray& filter, int code);
/// The broker ended the connection and says why (MQTT 5).
[[nodiscard]] Error ended(const QString& place, const QString& clientId, int code);
/// The connection is gone; with `clientId`, so soon that another client of that name may be the reason.
[[nodiscard]] Error lost(const QString& place, const QString& clientId, const QString& reason);

} // namespace mqttwords

} // namespace meshwatch
