// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/configjson.h>

/// The order of members of `modules.webhooks` counts in two places: named targets are checked one after the
/// other, and of two headers that differ in case the later wins (Connector reference, webhook verdicts).
namespace meshwatch::webhooksorder {

enum class Targets { InOrder, InAnyOrder };

/// Are these the same to the Connector, once read?
[[nodiscard]] bool isSame(const ConfigJson& one, const ConfigJson& other, Targets order = Targets::InOrder);

/// The same value with members in the order of `pattern`, where their order does not count or stays the same
/// to the Connector; new ones stay behind those they were behind.
[[nodiscard]] ConfigJson alignedTo(const ConfigJson& webhooks, const ConfigJson& pattern);

} // namespace meshwatch::webhooksorder
