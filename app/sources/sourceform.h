// SPDX-License-Identifier: MIT
#pragma once

#include "widgets/formfield.h"

#include <meshwatch/sources/sourceaddress.h>

#include <QJsonObject>

namespace meshwatch::sourceform {

/// The fields that an address of this kind has, in words for people.
[[nodiscard]] FormFields fields(SourceAddress::Kind kind);
/// An address as the values of those fields.
[[nodiscard]] QJsonObject values(const SourceAddress& address);
/// The address of filled-in fields. Errors: those of SourceAddress::parse().
[[nodiscard]] Result<SourceAddress> address(SourceAddress::Kind kind, const QJsonObject& values);
/// "AMQP (RabbitMQ)".
[[nodiscard]] QString title(SourceAddress::Kind kind);
/// What one should know before choosing it.
[[nodiscard]] QString note(SourceAddress::Kind kind);
/// What its secret is called: "Password", "Token", …
[[nodiscard]] QString secretTitle(SourceAddress::Kind kind);

} // namespace meshwatch::sourceform
