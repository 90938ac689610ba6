// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/connectorclient.h>
#include <meshwatch/messaging/requestdecision.h>

#include <QFrame>

class QLineEdit;
class QRadioButton;

namespace meshwatch {

class JsonForm;
class Label;

/// One item of an incoming Request: what it asks for, accept or reject, and what accepting takes.
class DecisionItem : public QFrame {
    Q_OBJECT
public:
    using Choice = RequestDecision::Choice;

    /// Asks the Connector for attributes that fit. `client` must outlive it.
    DecisionItem(ConnectorClient& client, const RequestDecision::Place& place, QWidget* parent = nullptr);

    [[nodiscard]] Choice choice() const;
    void setAnswer(Choice::Answer answer);
    /// Problems of this item; their places are those of RequestDecision.
    void showProblems(const RequestProblems& problems);
    /// What was typed and cannot be sent.
    [[nodiscard]] RequestProblems problems() const;

Q_SIGNALS:
    void changed();

private:
    void build();
    QWidget* buildHead();
    QWidget* buildReason();
    void askForCandidates();
    void reshape();
    void refresh();

    ConnectorClient& m_client;
    const RequestDecision::Place m_place;
    std::vector<connector::Attribute> m_candidates;
    QRadioButton* m_accept = nullptr;
    QRadioButton* m_reject = nullptr;
    JsonForm* m_form = nullptr;
    QWidget* m_reason = nullptr;
    QLineEdit* m_code = nullptr;
    QLineEdit* m_message = nullptr;
    Label* m_problem = nullptr;
};

} // namespace meshwatch
