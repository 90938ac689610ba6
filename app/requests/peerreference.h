// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QString>

namespace meshwatch {

/// The reference of something that a peer hands on, as text: truncated or as address (reference, flows 6).
/// Holds a key: a secret.
class PeerReference {
    Q_DECLARE_TR_FUNCTIONS(PeerReference)
public:
    enum class Kind { None, File, Template, Token };

    PeerReference() = default;
    /// Recognises what it leads to by its look; of a token only the Connector can tell more.
    explicit PeerReference(const QString& text);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] const QString& text() const { return m_text; }
    [[nodiscard]] QString kindText() const;

private:
    QString m_text;
    Kind m_kind = Kind::None;
};

} // namespace meshwatch
