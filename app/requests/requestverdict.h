// SPDX-License-Identifier: MIT
#pragma once

#include "widgets/label.h"

namespace meshwatch {

/// What is known of whether the Connector would take a Request, or an answer to one, as it stands.
enum class RequestVerdict {
    Incomplete,
    Asking,
    Good,
    Refused,
    Unknown, ///< the Connector could not be asked
};

/// How a label looks that says so.
[[nodiscard]] inline Label::Mood moodOf(RequestVerdict verdict) {
    switch (verdict) {
    case RequestVerdict::Refused:
    case RequestVerdict::Unknown:
        return Label::Mood::Problem;
    case RequestVerdict::Good:
        return Label::Mood::Good;
    case RequestVerdict::Incomplete:
    case RequestVerdict::Asking:
        break;
    }
    return Label::Mood::Muted;
}

} // namespace meshwatch
