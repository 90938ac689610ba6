// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>
#include <QColor>

namespace meshwatch {

/// A webhook target at a glance: name, authentication, URL and how it is doing.
class TargetCard : public QAbstractButton {
    Q_OBJECT
public:
    struct Content {
        QString name;
        QString badge; ///< "OAuth2", "this app"; empty: none
        QColor badgeColour;
        QString url;
        QString health;
        QColor healthColour;
        bool operator==(const Content&) const = default;
    };

    explicit TargetCard(QWidget* parent = nullptr);

    void setContent(const Content& content);
    [[nodiscard]] const Content& content() const { return m_content; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Content m_content;
};

} // namespace meshwatch
