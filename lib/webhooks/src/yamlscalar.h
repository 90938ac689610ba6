// SPDX-License-Identifier: MIT
#pragma once

#include "textnode.h"

#include <QByteArray>

/// What YAML readers make of a scalar, and how to write one so that all of them make the same of it.
namespace meshwatch::yamlscalar {

/// As Helm reads values (YAML 1.1: `yes` is true, `017` is 15), of a scalar without tag.
[[nodiscard]] ConfigJson resolvePlain(const std::string& text);
/// The text of an environment variable as Compose reads it: there `yes` is a text; nothing for null, which is
/// “take it from where Compose runs”.
[[nodiscard]] std::optional<std::string> environmentText(const TextNode& node);

/// A scalar for any place, on one line. Texts keep `style` where they can be written in it.
[[nodiscard]] QByteArray write(const ConfigJson& value, TextNode::Style style = TextNode::Style::Plain);
/// In double quotes, valid JSON and YAML.
[[nodiscard]] QByteArray doubleQuoted(const std::string& text);

} // namespace meshwatch::yamlscalar
