// SPDX-License-Identifier: MIT
#pragma once

#include "deliverybook.h"
#include "exportdialog.h"
#include "widgets/storereading.h"

#include <meshwatch/webhooks/webhookconfiguration.h>
#include <meshwatch/workspace/workspace.h>

#include <QHash>
#include <QWidget>

class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace meshwatch {

class ConfigurationText;
class DeliveryPanel;
class DrillBanner;
class EmptyState;
class FindingsPanel;
class NoticeBar;
class PageHead;
class RunningWebhooks;
class SendHere;
class StartPanel;
class TargetForm;
class TargetList;
class TriggerCounts;
class TriggersPanel;
class WebhookEditing;

/// Sets up the webhooks of a connection: targets and triggers, checked as the Connector checks them, tried,
/// compared with the running one, imported and exported.
class WebhooksPage : public QWidget {
    Q_OBJECT
public:
    enum Tab { Triggers, Target, Test, Json };

    /// `workspace` must outlive the page.
    explicit WebhooksPage(Workspace& workspace, QWidget* parent = nullptr);
    ~WebhooksPage() override;

    /// Of which connection; an unknown name shows the first.
    void setConnection(const QString& name);
    [[nodiscard]] WebhookEditing* editing() const { return m_editing; }
    [[nodiscard]] QTabWidget& tabs() { return *m_tabs; }
    [[nodiscard]] TargetList& targets() { return *m_targets; }
    [[nodiscard]] TriggersPanel& triggers() { return *m_triggers; }
    [[nodiscard]] DeliveryPanel& deliveries() { return *m_deliveries; }
    /// "valid configuration · 3 targets · 9 triggers"
    [[nodiscard]] QString status() const { return m_status; }
    [[nodiscard]] QColor statusColour() const;
    /// Does a connection's configuration differ from what its Connector runs?
    [[nodiscard]] bool hasDrift() const;
    /// Connections with changes that nobody has taken out yet.
    [[nodiscard]] QStringList unexported() const;
    /// Takes over what stands in a file.
    void importFile(const QString& path);
    ExportDialog* openExport(ExportDialog::Goal goal);
    void openCompare();
    void openDrill();

Q_SIGNALS:
    void addConnectionRequested();
    void driftChanged();
    void statusChanged();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// Of the notices about what was read from a file.
    [[nodiscard]] static QString importTopic() { return QStringLiteral("import"); }
    QWidget* buildWork();
    void connectHead();
    void connectParts();
    void connectRunning();
    void refreshConnections();
    void showConnection(ConnectionId id);
    void refresh();
    void refreshDrift();
    void goTo(const QString& place);
    void choose(const WebhookConfiguration::Place& place);
    void takeRunning();
    void import(const QByteArray& text, const QString& fileName);
    void sendHere();
    void addOwnTarget(ConnectionId id, Connection::ReceiverAuthentication protection);
    WebhookEditing* editingOf(ConnectionId id);
    [[nodiscard]] const Connection* connection(ConnectionId id) const;

    Workspace& m_workspace;
    StoreReading m_reading; ///< its own: to count a day's events takes a while
    DeliveryBook m_book;
    QHash<ConnectionId, WebhookEditing*> m_editings;
    struct Exported {
        QString path;
        std::optional<ConfigurationFile::Format> format;
    };
    QHash<ConnectionId, Exported> m_files; ///< where each came from or went to
    WebhookEditing* m_editing = nullptr;
    TriggerCounts* m_counts = nullptr;
    RunningWebhooks* m_running = nullptr;
    ConnectionId m_wanted; ///< whose running configuration is to be worked on
    SendHere* m_sendHere = nullptr;
    PageHead* m_head = nullptr;
    NoticeBar* m_notices = nullptr;
    DrillBanner* m_drill = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    StartPanel* m_start = nullptr;
    QSplitter* m_work = nullptr;
    TargetList* m_targets = nullptr;
    QTabWidget* m_tabs = nullptr;
    TriggersPanel* m_triggers = nullptr;
    TargetForm* m_form = nullptr;
    DeliveryPanel* m_deliveries = nullptr;
    ConfigurationText* m_text = nullptr;
    FindingsPanel* m_findings = nullptr;
    QString m_status;
    bool m_isRoomy = true;
};

} // namespace meshwatch
