// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace meshwatch {

/// Text of peers made fit for our windows and our disk.
class SafeText {
    Q_DECLARE_TR_FUNCTIONS(SafeText)
public:
    /// For a QTextLayout: line ends of all kinds break a line, characters that nobody sees do not stay
    /// hidden.
    [[nodiscard]] static QString forLayout(QString text);
    /// A file name that stays in its folder, on every system, and that says what it is: without folders,
    /// control characters and characters that turn the direction of writing; never hidden, reserved or empty.
    [[nodiscard]] static QString fileName(const QString& name);
    /// The addresses (http, https, mailto) in a text, each once, in their order; at most `most`.
    [[nodiscard]] static QStringList links(const QString& text, int most = 12);
};

} // namespace meshwatch
