// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/finding.h>

#include <QLineEdit>
#include <QWidget>

class QHBoxLayout;

namespace meshwatch {

class Label;

/// A titled line of text with what was found about it right below.
class LineField : public QWidget {
    Q_OBJECT
public:
    enum class Kind { Text, Machine, Secret };

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
    QHBoxLayout* m_row = nullptr;
    QLineEdit* m_edit = nullptr;
    Label* m_problem = nullptr;
};

} // namespace meshwatch
