// SPDX-License-Identifier: MIT
#pragma once

#include <simdjson.h>

#include <QByteArrayView>

#include <string>
#include <string_view>
#include <vector>

namespace meshwatch {

/// A JSON value as bytes that are equal for equal values and differ for others: members in order of their
/// names, the last of several with one name, no white space, no escapes (texts begin with their length).
/// Numbers that JavaScript takes for one are one. For digests, not for people.
class CanonicalJson {
public:
    /// Starts anew; the memory of what was there is kept for the next value, up to a mebibyte.
    void clear();
    void append(QByteArrayView text);
    void append(simdjson::dom::element value);
    [[nodiscard]] QByteArrayView bytes() const { return {m_bytes.data(), qsizetype(m_bytes.size())}; }

private:
    struct Member {
        std::string_view name;
        simdjson::dom::element value;
        size_t place;
    };
    void appendText(std::string_view text);
    void appendObject(simdjson::dom::object object);
    void appendArray(simdjson::dom::array list);
    void appendDouble(double number);
    template<typename Number>
    void appendNumber(Number value);

    std::string m_bytes;
    std::vector<Member> m_members; ///< of the objects that are open, innermost last
};

} // namespace meshwatch
