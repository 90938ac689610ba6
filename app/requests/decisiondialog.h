// SPDX-License-Identifier: MIT
#pragma once

#include "requestverdict.h"

#include <meshwatch/messaging/requestdecision.h>
#include <meshwatch/workspace/messenger.h>

#include <QDialog>
#include <QTimer>

class QPushButton;

namespace meshwatch {

class DecisionItem;
class Label;

/// Answers an incoming Request item by item. While one chooses, the Connector is asked whether it would take
/// the answer, and its words stand at the very item.
class DecisionDialog : public QDialog {
    Q_OBJECT
public:
    /// The messenger must have a client and outlive the dialog.
    DecisionDialog(Messenger& messenger, const connector::Request& request, QWidget* parent = nullptr);

    [[nodiscard]] const RequestDecision& decision() const { return m_decision; }

    void accept() override;

Q_SIGNALS:
    /// The Connector has taken the answer and sends it.
    void decided(const QString& requestId, bool isAccepted);

private:
    void build(Messenger& messenger);
    QWidget* buildItems();
    void choose();
    void askConnector();
    void setVerdict(RequestVerdict verdict, const QString& text);
    void showProblems(const RequestProblems& problems);
    void rejectRequest();
    void send(const RequestDecision& decision);

    ConnectorClient& m_client;
    RequestDecision m_decision;
    QList<DecisionItem*> m_items;
    QTimer m_pause;  ///< so long nobody may change anything before the Connector is asked
    int m_asked = 0; ///< an answer to an older question does not count
    RequestVerdict m_verdict = RequestVerdict::Incomplete;
    Label* m_status = nullptr;
    QPushButton* m_accept = nullptr;
    QPushButton* m_reject = nullptr;
};

} // namespace meshwatch
