// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/error.h>

#include <utility>
#include <variant>

namespace meshwatch {

/// A value, or why there is none: the part of std::expected that we use, until the compiler has it.
template<typename T, typename E = Error>
class [[nodiscard]] Result {
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value)) {} // NOLINT(*-explicit-*)
    Result(E error)
        : m_state(std::in_place_index<1>, std::move(error)) {} // NOLINT(*-explicit-*)

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    /// The value; to be asked only when ok().
    [[nodiscard]] T& value() & { return std::get<0>(m_state); }
    [[nodiscard]] const T& value() const& { return std::get<0>(m_state); }
    [[nodiscard]] T&& value() && { return std::get<0>(std::move(m_state)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    /// The error; to be asked only when not ok().
    [[nodiscard]] const E& error() const { return std::get<1>(m_state); }

private:
    std::variant<T, E> m_state;
};

/// Success without a value, or why not.
template<typename E>
class [[nodiscard]] Result<void, E> {
public:
    Result() = default;
    Result(E error)
        : m_error(std::move(error))
        , m_ok(false) {} // NOLINT(*-explicit-*)

    [[nodiscard]] bool ok() const { return m_ok; }
    explicit operator bool() const { return m_ok; }
    [[nodiscard]] const E& error() const { return m_error; }

private:
    E m_error{};
    bool m_ok = true;
};

} // namespace meshwatch
