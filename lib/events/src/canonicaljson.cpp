// SPDX-License-Identifier: MIT
#include "canonicaljson.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace meshwatch {

namespace {

void appendText(QByteArray& out, std::string_view text) {
    out.append('"');
    size_t copied = 0;
    for (size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        out.append(text.data() + copied, qsizetype(i - copied));
        static constexpr char hex[] = "0123456789abcdef";
        const char escaped[] = {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]};
        out.append(escaped, sizeof escaped);
        copied = i + 1;
    }
    out.append(text.data() + copied, qsizetype(text.size() - copied)).append('"');
}

template<typename Number>
void appendNumber(QByteArray& out, Number value) {
    char buffer[40];
    const auto result = std::to_chars(buffer, buffer + sizeof buffer, value);
    out.append(buffer, result.ptr - buffer);
}

void appendObject(QByteArray& out, simdjson::dom::object object) {
    std::vector<simdjson::dom::key_value_pair> members;
    members.reserve(16);
    for (const auto member : object)
        members.push_back(member);
    std::stable_sort(members.begin(), members.end(),
                     [](const auto& a, const auto& b) { return a.key < b.key; });
    out.append('{');
    bool isFirst = true;
    for (size_t i = 0; i < members.size(); ++i) {
        if (i + 1 < members.size() && members[i].key == members[i + 1].key)
            continue;
        if (!isFirst)
            out.append(',');
        isFirst = false;
        appendText(out, members[i].key);
        out.append(':');
        appendCanonical(out, members[i].value);
    }
    out.append('}');
}

} // namespace

void appendCanonical(QByteArray& out, simdjson::dom::element value) {
    using Type = simdjson::dom::element_type;
    switch (value.type()) {
    case Type::OBJECT:
        appendObject(out, value);
        break;
    case Type::ARRAY: {
        const simdjson::dom::array list = value;
        out.append('[');
        bool isFirst = true;
        for (const auto item : list) {
            if (!isFirst)
                out.append(',');
            isFirst = false;
            appendCanonical(out, item);
        }
        out.append(']');
        break;
    }
    case Type::STRING:
        appendText(out, std::string_view(value));
        break;
    case Type::INT64:
        appendNumber(out, int64_t(value));
        break;
    case Type::UINT64:
        appendNumber(out, uint64_t(value));
        break;
    case Type::DOUBLE: {
        // 1.0 and 1 are one number in JSON as JavaScript reads it.
        const double number = double(value);
        constexpr double exact = 9007199254740992.0;
        if (number >= -exact && number <= exact && number == double(qint64(number)))
            appendNumber(out, qint64(number));
        else
            appendNumber(out, number);
        break;
    }
    case Type::BOOL:
        out.append(bool(value) ? "true" : "false");
        break;
    case Type::NULL_VALUE:
        out.append("null");
        break;
    }
}

} // namespace meshwatch
