// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <random>

namespace meshwatch::sandbox {

/// Where everything random of one identity comes from: the same seed gives the same ids, keys and choices.
class Ids {
public:
    explicit Ids(quint64 seed)
        : m_engine(seed) {}

    /// Prefix and 17 letters and digits: 20 characters, as every id of the Backbone has.
    [[nodiscard]] QString id(QLatin1String prefix);
    /// `ERR` and 17 of A–Z without I and O, and 2–9.
    [[nodiscard]] QString errorId();
    [[nodiscard]] QString uuid();
    [[nodiscard]] QString hex(int digits);
    /// 43 base64url characters: a key of 32 bytes.
    [[nodiscard]] QString key();
    /// An API key that the Connector's policy takes: 36 characters, digits, both cases, a special one.
    [[nodiscard]] QString apiKey();

    /// 0 … count - 1.
    [[nodiscard]] int below(int count) { return count > 1 ? int(m_engine() % quint64(count)) : 0; }
    [[nodiscard]] bool chance(int percent) { return below(100) < percent; }

    template<typename List>
    [[nodiscard]] const auto& pick(const List& list) {
        return list[size_t(below(int(std::size(list))))];
    }

private:
    QString text(QLatin1String alphabet, int length);

    std::mt19937_64 m_engine;
};

} // namespace meshwatch::sandbox
