// SPDX-License-Identifier: MIT
#pragma once

#include <simdjson.h>

#include <QByteArray>

namespace meshwatch {

/// Appends a value in a form that is equal for equal values: members in order of their names, the last of
/// several with one name, no white space, one way to escape. Integers stay whole numbers of any length
/// simdjson reads.
void appendCanonical(QByteArray& out, simdjson::dom::element value);

} // namespace meshwatch
