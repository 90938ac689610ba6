// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <vector>

namespace meshwatch {

/// Changes of a text, given by their places in the unchanged one. At one place insertions come first, the
/// deeper ones before the others, else in the order in which they were given. A text without a line break at
/// its end stays so.
class TextEdits {
public:
    void replace(qsizetype from, qsizetype to, const QByteArray& by);
    void insert(qsizetype at, const QByteArray& what, qsizetype depth = 0);
    void remove(qsizetype from, qsizetype to) { replace(from, to, {}); }

    [[nodiscard]] QByteArray appliedTo(QByteArrayView text) const;

private:
    struct Edit {
        qsizetype from;
        qsizetype to;
        QByteArray by;
        qsizetype depth = 0;
    };
    std::vector<Edit> m_edits;
};

} // namespace meshwatch
