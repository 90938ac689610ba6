// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

namespace meshwatch {

/// Can an event have this name? A broker that is shared has messages of others on channels and topics that
/// none is named like; they are passed over, while what is named like one is kept even if it is none.
[[nodiscard]] bool canBeEventName(QByteArrayView name);

} // namespace meshwatch
