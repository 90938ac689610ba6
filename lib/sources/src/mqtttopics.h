// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/result.h>

#include <QByteArrayList>
#include <QStringList>

namespace meshwatch {

/// What MQTT's topics mean for events.
namespace mqtttopics {

/// The filters to subscribe to. A broker may send a message once for each filter that matches, so those that
/// another one covers are left out; and where two overlap so that neither covers the other, the error
/// "source.refused" says so, as for what is no filter.
[[nodiscard]] Result<QByteArrayList> filters(const QStringList& given);

[[nodiscard]] bool matches(const QByteArrayList& filters, const QByteArray& topic);

/// The event's name: the last two levels of the topic, which may stand behind a prefix
/// ("site1/transport/messageReceived"). Empty if no event can have that name.
[[nodiscard]] QByteArray eventName(const QByteArray& topic);

} // namespace mqtttopics

} // namespace meshwatch
