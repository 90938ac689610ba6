// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/workspace/connection.h>
#include <meshwatch/workspace/connectionstatus.h>

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace meshwatch {

/// One connection at a glance, and what can be done with it.
class ConnectionCard : public QFrame {
    Q_OBJECT
public:
    explicit ConnectionCard(const Connection& connection, QWidget* parent = nullptr);

    void setStatus(const ConnectionStatus& status);

Q_SIGNALS:
    void getEventsRequested();
    void syncRequested();
    void editRequested();
    void removeRequested();

private:
    QPushButton* addButton(const QString& text, const QString& purpose, void (ConnectionCard::*asked)());
    QLabel* addFact(const QString& name);

    Connection m_connection;
    QString m_address;
    QLabel* m_dot = nullptr;
    QLabel* m_text = nullptr;
    QLabel* m_version = nullptr;
    QLabel* m_identity = nullptr;
    QPushButton* m_copy = nullptr;
    QLabel* m_rate = nullptr;
    QLabel* m_lastSync = nullptr;
    QPushButton* m_sync = nullptr;
    QHBoxLayout* m_buttons = nullptr;
    QHBoxLayout* m_facts = nullptr;
};

} // namespace meshwatch
