// SPDX-License-Identifier: MIT
#include "timelinepage.h"

#include "eventdetails.h"
#include "exporter.h"
#include "filterfield.h"
#include "timelineview.h"

#include "widgets/emptystate.h"
#include "widgets/format.h"
#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace meshwatch {

namespace {

/// Pixels of the page below which the details go under the table.
constexpr int narrow = 900;

QString quoted(QString text) {
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

} // namespace

TimelinePage::TimelinePage(Workspace& workspace, QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_feed(new EventFeed(workspace.store(), this))
    , m_model(new TimelineModel(*m_feed, this))
    , m_filter(new FilterField)
    , m_problem(new QLabel)
    , m_search(new QWidget)
    , m_searchText(new QLabel)
    , m_range(new QToolButton)
    , m_pause(new QPushButton)
    , m_export(new QToolButton)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_view(new TimelineView(*m_model))
    , m_details(new EventDetails)
    , m_exporter(new Exporter(workspace.store().path(), this)) {
    setObjectName(QStringLiteral("page"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildToolBar());
    layout->addWidget(m_splitter, 1);
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_view->setMinimumWidth(320);
    m_details->setMinimumWidth(260);

    connectParts();
    m_splitter->restoreState(settings.value(QStringLiteral("timeline/splitter")).toByteArray());
    m_view->setColumnState(settings.value(QStringLiteral("timeline/columns")).toByteArray());
    m_filter->setHistory(settings.value(QStringLiteral("timeline/history")).toStringList());
    m_details->setVisible(settings.value(QStringLiteral("timeline/details"), true).toBool());
    refreshConnections();
    refreshPause();
    refreshEmpty();
}

TimelinePage::~TimelinePage() { save(); }

QWidget* TimelinePage::buildToolBar() {
    auto* bar = new QWidget;
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(bar);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(6);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    m_filter->setMinimumHeight(30);
    line->addWidget(m_filter, 1);

    m_range->setPopupMode(QToolButton::InstantPopup);
    m_range->setToolTip(tr("How far back events are shown"));
    auto* ranges = new QMenu(m_range);
    const std::pair<QString, QString> choices[] = {{QString(), tr("All time")},
                                                   {QStringLiteral("5m"), tr("Last 5 min")},
                                                   {QStringLiteral("30m"), tr("Last 30 min")},
                                                   {QStringLiteral("2h"), tr("Last 2 hours")},
                                                   {QStringLiteral("today"), tr("Today")},
                                                   {QStringLiteral("7d"), tr("Last 7 days")}};
    for (const auto& [since, title] : choices)
        ranges->addAction(title, this, [this, since = since, title = title] { chooseRange(since, title); });
    m_range->setMenu(ranges);
    line->addWidget(m_range);
    line->addWidget(m_pause);
    m_export->setText(tr("Export") + QStringLiteral(" ▾"));
    m_export->setAccessibleName(tr("Export"));
    m_export->setToolTip(tr("Write the events that match to a file"));
    m_export->setPopupMode(QToolButton::InstantPopup);
    auto* formats = new QMenu(m_export);
    formats->addAction(tr("JSON lines…"), this, [this] { exportEvents(EventExport::Format::Jsonl); });
    formats->addAction(tr("CSV…"), this, [this] { exportEvents(EventExport::Format::Csv); });
    m_export->setMenu(formats);
    line->addWidget(m_export);
    column->addLayout(line);

    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setObjectName(QStringLiteral("filterProblem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);

    auto* search = new QHBoxLayout(m_search);
    search->setContentsMargins(0, 0, 0, 0);
    m_searchText->setProperty("muted", true);
    m_searchText->setTextFormat(Qt::PlainText);
    search->addWidget(m_searchText);
    auto* stop = new QToolButton;
    stop->setText(tr("Stop"));
    stop->setAccessibleName(tr("Stop the search"));
    stop->setProperty("flat", true);
    connect(stop, &QToolButton::clicked, m_feed, &EventFeed::cancelSearch);
    search->addWidget(stop);
    search->addStretch();
    m_search->hide();
    column->addWidget(m_search);
    chooseRange({}, tr("All time"));
    return bar;
}

void TimelinePage::connectParts() {
    connect(m_filter, &FilterField::queryChanged, this, [this](const Query& query) {
        m_typed = query.text();
        applyQuery();
    });
    connect(m_filter, &FilterField::problemChanged, this, &TimelinePage::showProblem);
    connect(m_filter, &FilterField::valuesWanted, m_feed, &EventFeed::readValues);
    connect(m_feed, &EventFeed::valuesRead, this,
            [this](const QStringList& triggers, const QStringList& peers, const QStringList& connections) {
                m_filter->setValues({{QStringLiteral("trigger"), triggers},
                                     {QStringLiteral("peer"), peers},
                                     {QStringLiteral("connection"), connections}});
            });
    connect(m_feed, &EventFeed::gapsChanged, this, &TimelinePage::refreshGaps);
    connect(m_feed, &EventFeed::failed, this, &TimelinePage::showProblem);
    connect(m_feed, &EventFeed::searchingChanged, this, &TimelinePage::refreshSearch);
    connect(m_feed, &EventFeed::changed, this, &TimelinePage::refreshEmpty);
    connect(m_feed, &EventFeed::reset, this, &TimelinePage::refreshEmpty);
    connect(m_feed, &EventFeed::eventRead, this,
            [this](EventSeq seq, const std::shared_ptr<const Event>& event) {
                if (seq != m_model->current())
                    return;
                if (event)
                    m_details->setEvent(event);
                else
                    m_details->clear(true);
            });
    connect(m_feed, &EventFeed::rowsOutdated, this, [this](const QList<EventSeq>& seqs) {
        const EventSeq current = m_model->current();
        if (current.isValid() && (seqs.isEmpty() || seqs.contains(current)))
            m_feed->readEvent(current);
    });
    connect(m_model, &TimelineModel::currentChanged, this, &TimelinePage::showCurrent);
    connect(m_model, &TimelineModel::followingChanged, this, &TimelinePage::refreshPause);
    connect(m_pause, &QPushButton::clicked, this, [this] { setFollowing(!m_model->isFollowing()); });
    connect(m_view, &TimelineView::pauseRequested, this, [this] { setFollowing(!m_model->isFollowing()); });
    connect(m_view, &TimelineView::copyRequested, this, &TimelinePage::copyCurrent);
    connect(m_view, &TimelineView::detailsRequested, m_details, &QWidget::show);
    connect(m_view, &TimelineView::rowMenuRequested, this, &TimelinePage::showRowMenu);
    connect(m_view->emptyState(), &EmptyState::activated, this, [this] {
        if (!m_feed->query().isEmpty()) {
            m_filter->apply({});
            chooseRange({}, tr("All time"));
        } else if (m_workspace.connections().empty()) {
            Q_EMIT addConnectionRequested();
        } else {
            Q_EMIT getEventsRequested();
        }
    });
    connect(m_details, &EventDetails::filterRequested, m_filter, &FilterField::add);
    connect(m_details, &EventDetails::closeRequested, m_details, &QWidget::hide);
    for (QWidget* part : {static_cast<QWidget*>(m_view), static_cast<QWidget*>(m_details)}) {
        auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), part, m_details, &QWidget::hide,
                                     Qt::WidgetWithChildrenShortcut);
        escape->setAutoRepeat(false);
    }
    connect(&m_workspace, &Workspace::connectionsChanged, this, &TimelinePage::refreshConnections);
    connect(&Theme::instance(), &Theme::changed, this, &TimelinePage::refreshPause);
}

void TimelinePage::refreshConnections() {
    QHash<ConnectionId, QString> names;
    QHash<ConnectionId, QColor> colours;
    for (const Connection& connection : m_workspace.connections()) {
        names.insert(connection.id, connection.name);
        colours.insert(connection.id, QColor(connection.colour));
    }
    m_model->setConnectionNames(names);
    m_details->setConnectionNames(names);
    m_view->setConnectionColours(colours.size() > 1 ? colours : QHash<ConnectionId, QColor>());
    refreshEmpty();
}

void TimelinePage::setConnection(const QString& name) {
    m_connection = name;
    applyQuery();
    refreshGaps();
}

void TimelinePage::refreshGaps() {
    const Connection* connection = m_workspace.connection(m_connection);
    GapMarks marks;
    marks.set(m_feed->gaps(), connection ? connection->id : ConnectionId());
    m_model->setGaps(std::move(marks));
}

void TimelinePage::chooseRange(const QString& since, const QString& title) {
    m_range->setText(title + QStringLiteral(" ▾"));
    m_range->setAccessibleName(tr("Time range: %1").arg(title));
    if (since != m_since) {
        m_since = since;
        applyQuery();
    }
}

void TimelinePage::applyQuery() {
    QStringList terms;
    if (!m_connection.isEmpty())
        terms.append(QStringLiteral("connection=") + quoted(m_connection));
    if (!m_since.isEmpty())
        terms.append(QStringLiteral("since:") + m_since);
    if (!m_typed.trimmed().isEmpty())
        terms.append(terms.isEmpty() ? m_typed : QString(QLatin1Char('(') + m_typed + QLatin1Char(')')));
    if (const auto query = Query::parse(terms.join(QLatin1Char(' '))))
        m_feed->setQuery(*query);
    else
        showProblem(query.error().message);
}

void TimelinePage::showProblem(const QString& problem) {
    m_problem->setText(problem);
    m_problem->setStyleSheet(QStringLiteral("color: %1").arg(Theme::colours().red.name()));
    m_problem->setVisible(!problem.isEmpty());
}

void TimelinePage::refreshSearch(bool isSearching) {
    m_searchText->setText(
        tr("Searching older events… %n found so far", nullptr, int(m_feed->order().count())));
    m_search->setVisible(isSearching);
    refreshEmpty();
}

void TimelinePage::refreshEmpty() {
    const bool isEmpty = m_feed->order().isEmpty();
    const bool isFiltered = !m_feed->query().isEmpty();
    m_view->setEmptyShown(isEmpty);
    if (!isEmpty)
        return;
    EmptyState* empty = m_view->emptyState();
    if (isFiltered && m_feed->isSearching())
        empty->set(tr("Searching…"), tr("No match so far."));
    else if (isFiltered)
        empty->set(tr("No event matches"), tr("New events that match appear here as they come."),
                   tr("Show all events"));
    else if (m_workspace.connections().empty())
        empty->set(tr("Name a Connector"),
                   tr("Add a Connector by its URL and API key, and see what happens in it as it happens."),
                   tr("Add connection…"));
    else
        empty->set(
            tr("Waiting for the first event"),
            tr("Events appear here as the Connector reports them, or as a synchronisation finds them."),
            tr("Get events from the Connector…"));
}

void TimelinePage::refreshPause() {
    const bool isFollowing = m_model->isFollowing();
    m_pause->setText(isFollowing ? tr("Pause") : tr("Follow"));
    m_pause->setAccessibleName(m_pause->text());
    m_pause->setIcon(Icons::get(isFollowing ? QStringLiteral("pause") : QStringLiteral("play")));
    m_pause->setToolTip(isFollowing ? tr("Hold the list still; events are kept all the same (Space)")
                                    : tr("Jump to the newest event and go on (Space)"));
}

void TimelinePage::showCurrent(EventSeq seq) {
    if (seq.isValid())
        m_feed->readEvent(seq);
    else
        m_details->clear();
}

void TimelinePage::goToEvent(EventSeq seq) {
    m_details->show();
    m_model->setCurrent(seq);
}

void TimelinePage::setTimeZone(const QTimeZone& zone) {
    m_model->setTimeZone(zone);
    m_details->setTimeZone(zone);
}

void TimelinePage::setNewestOnTop(bool isOnTop) { m_model->setNewestOnTop(isOnTop); }

void TimelinePage::setFollowing(bool isFollowing) { m_model->setFollowing(isFollowing); }

void TimelinePage::focusFilter() {
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void TimelinePage::exportEvents(EventExport::Format format) {
    m_exporter->askAndRun(format, m_feed->query());
}

void TimelinePage::copyCurrent() {
    const int row = m_model->rowOf(m_model->current());
    if (row < 0)
        return;
    QStringList cells;
    for (int column = 0; column < TimelineModel::ColumnCount; ++column)
        cells.append(m_model->text(*m_model->row(row), column));
    QGuiApplication::clipboard()->setText(cells.join(QLatin1Char('\t')));
}

void TimelinePage::showRowMenu(const QPoint& position) {
    const int shown = m_model->rowOf(m_model->current());
    if (shown < 0)
        return;
    const EventRow row = *m_model->row(shown);
    QMenu menu(this);
    menu.addAction(tr("Show details"), m_details, &QWidget::show);
    if (!row.peer.isEmpty())
        menu.addAction(tr("Show in conversation"), this,
                       [this, row] { Q_EMIT conversationWanted(row.connection, row.peer, row.object); });
    menu.addSeparator();
    menu.addAction(tr("Only this trigger"), this,
                   [this, row] { m_filter->add(QStringLiteral("trigger:") + row.trigger); });
    menu.addAction(tr("Without this trigger"), this,
                   [this, row] { m_filter->add(QStringLiteral("-trigger:") + row.trigger); });
    if (!row.peer.isEmpty())
        menu.addAction(tr("Only this peer"), this,
                       [this, row] { m_filter->add(QStringLiteral("peer=") + quoted(row.peer)); });
    if (!row.object.isEmpty())
        menu.addAction(tr("Only this object"), this,
                       [this, row] { m_filter->add(QStringLiteral("object=") + quoted(row.object)); });
    menu.addSeparator();
    menu.addAction(tr("Copy row"), this, &TimelinePage::copyCurrent);
    const Event* event = m_details->shownEvent();
    QAction* copyBody = menu.addAction(tr("Copy body"), this, [body = event ? event->body : QByteArray()] {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(body));
    });
    copyBody->setEnabled(event && event->row.seq == row.seq);
    if (!row.object.isEmpty())
        menu.addAction(tr("Copy object id"), this,
                       [row] { QGuiApplication::clipboard()->setText(row.object); });
    menu.exec(position);
}

void TimelinePage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // Side by side in a narrow window neither has room for a line.
    const Qt::Orientation orientation = width() < narrow ? Qt::Vertical : Qt::Horizontal;
    if (orientation == m_splitter->orientation())
        return;
    m_splitter->setOrientation(orientation);
    if (orientation == Qt::Vertical)
        m_splitter->setSizes({height() * 6 / 10, height() * 4 / 10});
}

void TimelinePage::hideEvent(QHideEvent* event) {
    save();
    QWidget::hideEvent(event);
}

void TimelinePage::save() {
    m_settings.setValue(QStringLiteral("timeline/splitter"), m_splitter->saveState());
    m_settings.setValue(QStringLiteral("timeline/columns"), m_view->columnState());
    m_settings.setValue(QStringLiteral("timeline/history"), m_filter->history());
    m_settings.setValue(QStringLiteral("timeline/details"), !m_details->isHidden());
}

} // namespace meshwatch
