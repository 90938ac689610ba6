// SPDX-License-Identifier: MIT
#include "eventname.h"

#include <algorithm>

namespace meshwatch {

bool canBeEventName(QByteArrayView name) {
    const auto isOfWord = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '-' || c == '.';
    };
    return name.size() <= 200 && name.contains('.') && !name.startsWith('.') && !name.endsWith('.') &&
           !name.contains("..") && std::ranges::all_of(name, isOfWord);
}

} // namespace meshwatch
