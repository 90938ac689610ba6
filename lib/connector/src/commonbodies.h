// SPDX-License-Identifier: MIT
#pragma once

#include "requestbody.h"

#include <meshwatch/connector/tokendraft.h>

/// Bodies that several groups of calls send alike.
namespace meshwatch::connector {

/// `{reference, password?}`, and what else a route takes.
[[nodiscard]] BodyMaker referenceBody(const QString& reference, const QString& password,
                                      QJsonObject more = {});
/// Of a token that is made to be shown: always ephemeral, so that it is not said.
[[nodiscard]] BodyMaker qrCodeTokenBody(TokenDraft draft);

} // namespace meshwatch::connector
