// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/workspace/workspace.h>

#include <QHash>
#include <QWidget>

class QVBoxLayout;

namespace meshwatch {

class SideRow;

/// The places of the program, in the order in which their shortcuts count (Ctrl+1 …).
enum class Page {
    Timeline,
    Conversations,
    Requests,
    Relationships,
    Webhooks,
    Sources,
    Connections,
    Quarantine
};

/// The left edge of the window: connections with their health and rate, below them the pages.
class SideBar : public QWidget {
    Q_OBJECT
public:
    /// `workspace` must outlive the side bar.
    explicit SideBar(Workspace& workspace, QWidget* parent = nullptr);

    /// Shows a row for a page; a page without a row cannot be chosen here.
    void addPage(Page page, const QString& title);
    void setPageVisible(Page page, bool isVisible);
    [[nodiscard]] bool isPageVisible(Page page) const;
    /// `isWarning`: in amber.
    void setFigure(Page page, const QString& figure, bool isWarning = false);
    /// Marks the page that is shown; emits nothing.
    void setCurrent(Page page);
    /// The connection whose events alone are shown; empty: all.
    [[nodiscard]] QString chosenConnection() const { return m_chosen; }

Q_SIGNALS:
    void pageChosen(meshwatch::Page page);
    /// Empty when the choice was taken back.
    void connectionChosen(const QString& name);
    void addConnectionRequested();

private:
    void rebuildConnections();
    void refresh(ConnectionId id);
    void refreshAll();
    void choose(const QString& name);

    Workspace& m_workspace;
    QVBoxLayout* m_connections = nullptr;
    QVBoxLayout* m_watch = nullptr;
    QVBoxLayout* m_setUp = nullptr;
    QHash<ConnectionId, SideRow*> m_rows;
    QHash<Page, SideRow*> m_pages;
    QString m_chosen;
};

} // namespace meshwatch
