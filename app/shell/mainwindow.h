// SPDX-License-Identifier: MIT
#pragma once

#include "sidebar.h"
#include "storefigures.h"

#include <QMainWindow>

class QActionGroup;
class QSettings;
class QStackedWidget;

namespace meshwatch {

class ConnectionsPage;
class MessagingDialogs;
class ConversationsPage;
class NoticeBar;
class PeerNames;
class QuarantinePage;
class RelationshipsPage;
class RequestsPage;
class SourcesPage;
class StatusLine;
class TimelinePage;
class WebhooksPage;

/// The window: side bar, the page that is shown, status line and menus.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// Both must outlive the window; `settings` keeps what the user arranged.
    MainWindow(Workspace& workspace, QSettings& settings, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] TimelinePage& timeline() { return *m_timeline; }
    [[nodiscard]] ConversationsPage& conversations() { return *m_conversations; }
    [[nodiscard]] SourcesPage& sources() { return *m_sources; }
    [[nodiscard]] ConnectionsPage& connections() { return *m_connections; }
    [[nodiscard]] RequestsPage& requests() { return *m_requests; }
    [[nodiscard]] RelationshipsPage& relationships() { return *m_relationships; }
    [[nodiscard]] WebhooksPage& webhooks() { return *m_webhooks; }
    [[nodiscard]] MessagingDialogs& dialogs() { return *m_dialogs; }
    [[nodiscard]] NoticeBar& notices() { return *m_notices; }
    [[nodiscard]] SideBar& sideBar() { return *m_side; }
    [[nodiscard]] Page page() const { return m_page; }
    void showPage(Page page);

Q_SIGNALS:
    void settingsRequested();
    void aboutRequested();
    void quitRequested();
    /// The user closed the window.
    void closed();
    /// Events came; `isSeen` if the window is the one in use.
    void eventsCame(qint64 count, bool isSeen);
    void activated();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildMenus();
    void buildViewMenu();
    void connectParts();
    void connectMessaging();
    void showEventsOf(const QString& objectId);
    void connectConversations();
    void connectWebhooks();
    void refreshStatus();
    void askBeforeClosing(const QStringList& unexported);
    void applySettings();
    void refreshFigures();
    [[nodiscard]] QWidget* widgetOf(Page page) const;

    Workspace& m_workspace;
    QSettings& m_settings;
    StoreReading m_reading;
    StoreFigures m_figures;
    SideBar* m_side = nullptr;
    QStackedWidget* m_pages = nullptr;
    NoticeBar* m_notices = nullptr;
    TimelinePage* m_timeline = nullptr;
    PeerNames* m_names = nullptr;
    MessagingDialogs* m_dialogs = nullptr;
    RequestsPage* m_requests = nullptr;
    RelationshipsPage* m_relationships = nullptr;
    ConversationsPage* m_conversations = nullptr;
    WebhooksPage* m_webhooks = nullptr;
    SourcesPage* m_sources = nullptr;
    ConnectionsPage* m_connections = nullptr;
    QuarantinePage* m_quarantine = nullptr;
    StatusLine* m_status = nullptr;
    Page m_page = Page::Timeline;
    bool m_mayClose = false; ///< the question was answered
};

} // namespace meshwatch
