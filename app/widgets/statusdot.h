// SPDX-License-Identifier: MIT
#pragma once

#include "theme.h"

#include <meshwatch/workspace/connectionstatus.h>

#include <QPainter>
#include <QWidget>

namespace meshwatch {

/// The round dot that says how something is doing. Its meaning stands beside it in words, never in colour alone.
class StatusDot : public QWidget {
    Q_OBJECT
public:
    explicit StatusDot(QWidget* parent = nullptr)
        : QWidget(parent) {
        setFixedSize(10, 10);
    }

    void setHealth(ConnectionStatus::Health health) {
        m_health = health;
        update();
    }
    [[nodiscard]] static QColor colour(ConnectionStatus::Health health) {
        const Theme::Colours& c = Theme::colours();
        switch (health) {
        case ConnectionStatus::Health::Good:
            return c.green;
        case ConnectionStatus::Health::Warning:
            return c.amber;
        case ConnectionStatus::Health::Bad:
            return c.red;
        case ConnectionStatus::Health::Unknown:
            break;
        }
        return c.muted;
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour(m_health));
        painter.drawEllipse(QRectF(1, 1, 8, 8));
    }

private:
    ConnectionStatus::Health m_health = ConnectionStatus::Health::Unknown;
};

} // namespace meshwatch
