// SPDX-License-Identifier: MIT
#pragma once

#include "eventfeed.h"
#include "timelinemodel.h"

#include <meshwatch/events/eventexport.h>

#include <meshwatch/workspace/workspace.h>

#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QSettings;
class QSplitter;
class QToolButton;

namespace meshwatch {

class EventDetails;
class Exporter;
class FilterField;
class TimelineView;

/// The page on which events are watched as they come: filter, live table, details of one.
class TimelinePage : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive the page; `settings` keeps columns, sizes, filter history and choices.
    TimelinePage(Workspace& workspace, QSettings& settings, QWidget* parent = nullptr);
    ~TimelinePage() override;

    [[nodiscard]] TimelineModel& model() { return *m_model; }
    [[nodiscard]] EventFeed& feed() { return *m_feed; }
    [[nodiscard]] FilterField& filter() { return *m_filter; }
    [[nodiscard]] TimelineView& view() { return *m_view; }
    [[nodiscard]] EventDetails& details() { return *m_details; }

    /// Shows one connection's events only; empty: all.
    void setConnection(const QString& name);
    void setTimeZone(const QTimeZone& zone);
    void setNewestOnTop(bool isOnTop);
    void setFollowing(bool isFollowing);
    void focusFilter();
    /// Makes an event current and shows its details.
    void goToEvent(EventSeq seq);
    void exportEvents(EventExport::Format format);

Q_SIGNALS:
    /// The empty page's button: there is no connection yet.
    void addConnectionRequested();
    void getEventsRequested();
    /// Where an event's exchange with its peer is; `object` is the event's.
    void conversationWanted(meshwatch::ConnectionId connection, const QString& peer, const QString& object);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* buildToolBar();
    void connectParts();
    void refreshConnections();
    void applyQuery();
    void showProblem(const QString& problem);
    void showCurrent(EventSeq seq);
    void showRowMenu(const QPoint& position);
    void chooseRange(const QString& since, const QString& title);
    void refreshGaps();
    void refreshPause();
    void refreshEmpty();
    void refreshSearch(bool isSearching);
    void copyCurrent();
    void save();

    Workspace& m_workspace;
    QSettings& m_settings;
    EventFeed* m_feed = nullptr;
    TimelineModel* m_model = nullptr;
    FilterField* m_filter = nullptr;
    QLabel* m_problem = nullptr;
    QWidget* m_search = nullptr;
    QLabel* m_searchText = nullptr;
    QToolButton* m_range = nullptr;
    QPushButton* m_pause = nullptr;
    QToolButton* m_export = nullptr;
    QSplitter* m_splitter = nullptr;
    TimelineView* m_view = nullptr;
    EventDetails* m_details = nullptr;
    Exporter* m_exporter = nullptr;
    QString m_typed;      ///< the filter field's text
    QString m_connection; ///< chosen in the side bar
    QString m_since;      ///< chosen range, as the language writes it
};

} // namespace meshwatch
