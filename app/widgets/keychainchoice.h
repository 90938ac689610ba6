// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/workspace/secretstore.h>

#include <QFrame>

class QPushButton;

namespace meshwatch {

class Label;

/// Shown where a secret could not be kept: says why, and offers to keep it in memory instead.
class KeychainChoice : public QFrame {
    Q_OBJECT
public:
    /// `secrets` must outlive it. Hidden until ask().
    explicit KeychainChoice(SecretStore& secrets, QWidget* parent = nullptr);

    void ask(const Error& error, const QString& consequence);

Q_SIGNALS:
    /// Secrets are kept in memory from now on: write it again.
    void chosen();

private:
    Label* m_text = nullptr;
    QPushButton* m_untilExit = nullptr;
};

} // namespace meshwatch
