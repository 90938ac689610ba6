// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/workspace/connectionstatus.h>

#include <QFrame>

class QHBoxLayout;
class QPushButton;

namespace meshwatch {

class Badge;
class Label;

/// One way by which a connection's events come: how it is doing, and what can be done with it.
class SourceRow : public QFrame {
    Q_OBJECT
public:
    /// What is shown.
    struct Content {
        QString kind; ///< "AMQP"
        QColor colour;
        QString place;
        ConnectionStatus::Health health = ConnectionStatus::Health::Unknown;
        QString text;   ///< how it is doing
        QString advice; ///< what to do; may be empty
        QStringList facts;
    };

    explicit SourceRow(QWidget* parent = nullptr);

    void setContent(const Content& content);
    /// Below what is known anyway: the result of a test.
    void setResult(const QString& text, bool isGood);
    QPushButton* addButton(const QString& text, const QString& purpose);

private:
    Label* m_dot = nullptr;
    Badge* m_kind = nullptr;
    Label* m_place = nullptr;
    Label* m_facts = nullptr;
    Label* m_text = nullptr;
    Label* m_result = nullptr;
    QHBoxLayout* m_buttons = nullptr;
};

} // namespace meshwatch
