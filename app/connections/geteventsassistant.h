// SPDX-License-Identifier: MIT
#pragma once

#include "widgets/storereading.h"

#include <meshwatch/workspace/workspace.h>

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QSpinBox;
class QStackedWidget;

namespace meshwatch {

class KeychainChoice;
class SnippetTabs;

/// Shows how a Connector's events come here, by webhook, by a broker or relay, or by asking for them, and
/// waits until one proves it.
class GetEventsAssistant : public QDialog {
    Q_OBJECT
public:
    /// `workspace` and `reading` must outlive the dialog; `connection` is one of the workspace.
    GetEventsAssistant(Workspace& workspace, StoreReading& reading, const Connection& connection,
                       QWidget* parent = nullptr);

private:
    void build();
    [[nodiscard]] QWidget* webhookPage();
    [[nodiscard]] QWidget* brokerPage();
    [[nodiscard]] QWidget* pollingPage();
    [[nodiscard]] QWidget* proofCard();
    /// The pages, in their order.
    enum class Way { Webhook, Broker, Polling };
    void choose(Way way);
    void refreshBrokers();
    void loadKey();
    void updateSnippet();
    void keepKey();
    void syncNow();
    void showProof(const EventRow& row);
    void showRefusal(int status);
    void setProof(const QString& sign, const QColor& colour, const QString& text);

    Workspace& m_workspace;
    StoreReading& m_reading;
    Connection m_connection;
    QString m_kept;  ///< the key that the receiver asks for now
    QString m_fresh; ///< the key that it will ask for from the moment it is copied
    QStackedWidget* m_ways = nullptr;
    QLineEdit* m_url = nullptr;
    QCheckBox* m_withKey = nullptr;
    SnippetTabs* m_snippets = nullptr;
    QLabel* m_brokers = nullptr;
    QSpinBox* m_interval = nullptr;
    QPushButton* m_sync = nullptr;
    KeychainChoice* m_keychain = nullptr;
    QLabel* m_proofSign = nullptr;
    QLabel* m_proof = nullptr;
};

} // namespace meshwatch
