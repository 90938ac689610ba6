// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace meshwatch {

/// Where a JSON value stands in a text. Looking at a value costs one pass over its bytes and no memory, so
/// that a tree over 19 MB is as light as one over 600 bytes; members keep their order and numbers every
/// digit.
struct JsonSpan {
    enum class Type : quint8 { Object, Array, Text, Number, Word, Broken };
    Type type = Type::Broken;
    qsizetype keyAt = -1; ///< of the member's name, within its quotes; -1 for elements and the root
    qsizetype keyLength = 0;
    qsizetype at = 0; ///< of the value's first byte
    qsizetype length = 0;

    [[nodiscard]] bool isContainer() const { return type == Type::Object || type == Type::Array; }

    /// The value that begins at or behind `from`.
    [[nodiscard]] static JsonSpan valueAt(QByteArrayView text, qsizetype from);

    /// Some children of a container.
    struct Children {
        std::vector<JsonSpan> spans;
        qsizetype next = -1; ///< where to go on; -1 when these were the last
    };
    /// At most `limit` children from offset `from` on; `from` -1 is the first child. A break in the text ends
    /// them.
    [[nodiscard]] Children children(QByteArrayView text, qsizetype from, int limit) const;

    /// The characters of a JSON string's inside, escapes read, at most `limit` of them; sets `isCut` if there
    /// are more.
    [[nodiscard]] static QString unescaped(QByteArrayView inside, qsizetype limit, bool* isCut = nullptr);
    [[nodiscard]] QString key(QByteArrayView text) const;
};

} // namespace meshwatch
