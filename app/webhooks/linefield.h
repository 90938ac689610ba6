// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/finding.h>

#include <QLineEdit>
#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace meshwatch {

class Label;

/// A titled line of text with what was found about it right below.
class LineField : public QWidget {
    Q_OBJECT
public:
    enum class Kind {
        Text,
        Machine, ///< shown as what machines read
        Address, ///< the same, and veiled like a secret while it holds one
        Secret,
    };

    LineField(const QString& title, Kind kind, const QString& name, QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit& edit() { return *m_edit; }
    /// Leaves the cursor alone where nothing changes; "***" of a secret shows as unknown.
    void setText(const QString& text);
    /// The worst first; an empty list clears.
    void setFindings(const Findings& findings);
    void addButton(QWidget* button);
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void edited(const QString& text);

private:
    void veil();

    const Kind m_kind;
    QToolButton* m_show = nullptr; ///< null for what holds no secrets
    QHBoxLayout* m_row = nullptr;
    QLineEdit* m_edit = nullptr;
    Label* m_problem = nullptr;
};

} // namespace meshwatch
