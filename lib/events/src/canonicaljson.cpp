// SPDX-License-Identifier: MIT
#include "canonicaljson.h"

#include <algorithm>
#include <charconv>

namespace meshwatch {

void CanonicalJson::clear() {
    if (m_bytes.capacity() > 1024 * 1024)
        m_bytes = {};
    m_bytes.clear();
}

void CanonicalJson::append(QByteArrayView text) { m_bytes.append(text.data(), size_t(text.size())); }

void CanonicalJson::append(simdjson::dom::element value) {
    using Type = simdjson::dom::element_type;
    switch (value.type()) {
    case Type::OBJECT:
        appendObject(value);
        break;
    case Type::ARRAY:
        appendArray(value);
        break;
    case Type::STRING:
        appendText(std::string_view(value));
        break;
    case Type::INT64:
        appendNumber(int64_t(value));
        break;
    case Type::UINT64:
        appendNumber(uint64_t(value));
        break;
    case Type::DOUBLE:
        appendDouble(double(value));
        break;
    case Type::BOOL:
        m_bytes.push_back(bool(value) ? 't' : 'f');
        break;
    case Type::NULL_VALUE:
        m_bytes.push_back('n');
        break;
    }
}

template<typename Number>
void CanonicalJson::appendNumber(Number value) {
    char buffer[40];
    const auto result = std::to_chars(buffer, buffer + sizeof buffer, value);
    m_bytes.append(buffer, result.ptr).push_back(',');
}

void CanonicalJson::appendText(std::string_view text) {
    m_bytes.push_back('"');
    appendNumber(text.size());
    m_bytes.append(text);
}

void CanonicalJson::appendObject(simdjson::dom::object object) {
    const size_t begin = m_members.size();
    for (const auto member : object)
        m_members.push_back({member.key, member.value, m_members.size()});
    const size_t end = m_members.size();
    std::sort(m_members.begin() + qptrdiff(begin), m_members.end(), [](const Member& a, const Member& b) {
        return a.name != b.name ? a.name < b.name : a.place < b.place;
    });
    m_bytes.push_back('{');
    for (size_t i = begin; i < end; ++i) {
        if (i + 1 < end && m_members[i].name == m_members[i + 1].name)
            continue;
        appendText(m_members[i].name);
        append(m_members[i].value);
    }
    m_bytes.push_back('}');
    m_members.resize(begin);
}

void CanonicalJson::appendArray(simdjson::dom::array list) {
    m_bytes.push_back('[');
    for (const auto item : list)
        append(item);
    m_bytes.push_back(']');
}

void CanonicalJson::appendDouble(double number) {
    // 1.0 and 1 are one number in JSON as JavaScript reads it.
    constexpr double exact = 9007199254740992.0;
    if (number >= -exact && number <= exact && number == double(qint64(number)))
        appendNumber(qint64(number));
    else
        appendNumber(number);
}

} // namespace meshwatch
