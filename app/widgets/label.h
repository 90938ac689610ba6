// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace meshwatch {

/// A label of plain text: what peers wrote is never read as markup. Cuts what has no room with “…” and then
/// shows all of it as a tool tip; a wrapping one cuts nothing.
class Label : public QLabel {
    Q_OBJECT
public:
    enum class Role { Text, Muted, Heading, Title, Machine };
    /// How what is said changes the look of a label that says what became of something.
    enum class Mood { Plain, Muted, Good, Problem };

    explicit Label(Role role = Role::Text, QWidget* parent = nullptr);
    explicit Label(const QString& text, Role role = Role::Text, QWidget* parent = nullptr);

    void setText(const QString& text);
    void setMood(Mood mood);
    /// Cuts instead of asking for room.
    void setEliding(bool isEliding);
    /// Lets the text be marked and copied, by mouse and keyboard.
    void setSelectable();

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_isEliding = false;
};

} // namespace meshwatch
