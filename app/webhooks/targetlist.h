// SPDX-License-Identifier: MIT
#pragma once

#include "targetcard.h"

#include <meshwatch/webhooks/webhookconfiguration.h>
#include <meshwatch/workspace/workspace.h>

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace meshwatch {

class DeliveryBook;
class Label;
class WebhookEditing;

/// The left of the page: the targets as cards with how they are doing, and how the running Connector differs.
class TargetList : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive the list.
    TargetList(Workspace& workspace, const DeliveryBook& book, QWidget* parent = nullptr);

    /// Null: none. It must outlive the list, or be replaced before it goes.
    void setEditing(WebhookEditing* editing);
    [[nodiscard]] const WebhookConfiguration::Place& place() const { return m_place; }
    void choose(const WebhookConfiguration::Place& place);
    /// Puts the keyboard to the switch of the whole module.
    void focusSwitch();
    /// What is wrong with asking the running Connector; empty: nothing.
    void setRunningProblem(const QString& problem);

Q_SIGNALS:
    void chosen(const meshwatch::WebhookConfiguration::Place& place);
    void sendHereRequested();
    void drillRequested();
    void compareRequested();

private:
    void buildRunning(QVBoxLayout* layout);
    void refresh();
    void refreshHealth();
    void refreshRunning();
    void addTarget();
    [[nodiscard]] TargetCard::Content contentOf(const WebhookConfiguration::Place& place) const;
    [[nodiscard]] const Connection* connection() const;

    Workspace& m_workspace;
    const DeliveryBook& m_book;
    WebhookEditing* m_editing = nullptr;
    WebhookConfiguration::Place m_place;
    QList<WebhookConfiguration::Place> m_places;
    QList<TargetCard*> m_cards;
    QVBoxLayout* m_layout = nullptr;
    QCheckBox* m_switch = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_sendHere = nullptr;
    QWidget* m_running = nullptr;
    QVBoxLayout* m_runningLines = nullptr;
    QString m_runningProblem;
    QTimer m_clock; ///< for "tested 3 s ago"
};

} // namespace meshwatch
