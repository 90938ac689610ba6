// SPDX-License-Identifier: MIT
#pragma once

#include "sourcerow.h"

#include <meshwatch/workspace/workspace.h>

#include <QHash>

class QVBoxLayout;

namespace meshwatch {

/// All the ways by which one connection's events come: webhooks, brokers and relays, reconciliation.
class SourcesCard : public QFrame {
    Q_OBJECT
public:
    /// `workspace` must outlive the card.
    SourcesCard(Workspace& workspace, const Connection& connection, QWidget* parent = nullptr);

    /// Shows how they are doing now.
    void refresh();

Q_SIGNALS:
    void addRequested();
    void editRequested(int number);
    void removeRequested(int number);

private:
    struct BrokerRow {
        SourceRow* row = nullptr;
        QPushButton* toggle = nullptr;
        QPushButton* test = nullptr;
    };
    void addBrokerRow(const BrokerSource& source);
    void refreshReceiver();
    void refreshSync();
    void refreshBroker(const ConnectionSources::Status& status);
    void toggle(int number);
    void test(int number);
    [[nodiscard]] const Connection* connection() const;

    Workspace& m_workspace;
    const ConnectionId m_id;
    QVBoxLayout* m_rows = nullptr;
    SourceRow* m_receiver = nullptr;
    SourceRow* m_sync = nullptr;
    QHash<int, BrokerRow> m_brokers;
};

} // namespace meshwatch
