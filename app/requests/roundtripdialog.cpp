// SPDX-License-Identifier: MIT
#include "roundtripdialog.h"

#include "sequenceview.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/primarybutton.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QSpinBox>

namespace meshwatch {

using Way = RoundTripResult::Way;

namespace {

constexpr QSize roundTripSize{940, 640};
constexpr int roundTripClockMs = 200;
constexpr Way ways[] = {Way::Polling, Way::Events};

enum Ways { Both, OnlyPolling, OnlyEvents };

QString wayTitle(Way way) {
    return way == Way::Polling ? RoundTripDialog::tr("By polling") : RoundTripDialog::tr("By events");
}

QString duration(qint64 ms) { return ms < 0 ? QStringLiteral("–") : Format::duration(ms * 1000); }

QString ending(const RoundTripResult& result) {
    switch (result.ending) {
    case RoundTripResult::Ending::Running:
        return RoundTripDialog::tr("under way…");
    case RoundTripResult::Ending::Answered:
        return RoundTripDialog::tr("answered after %1").arg(duration(result.totalMs()));
    case RoundTripResult::Ending::Cancelled:
        return RoundTripDialog::tr("stopped");
    case RoundTripResult::Ending::TimedOut:
    case RoundTripResult::Ending::Failed:
        break;
    }
    return result.error.text();
}

} // namespace

RoundTripDialog::RoundTripDialog(Workspace& workspace, ConnectionId connection, const QString& peer,
                                 QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_connection(connection)
    , m_peer(peer) {
    setWindowTitle(tr("Round-trip test"));
    const PeerSummary* known = workspace.messenger(connection)->conversations().peer(peer);
    build(known ? known->title() : PeerSummary::shortAddress(peer));
    m_clock.setInterval(roundTripClockMs);
    connect(&m_clock, &QTimer::timeout, this, &RoundTripDialog::showProgress);
    showFigures();
    refresh();
}

RoundTripDialog::~RoundTripDialog() {
    if (m_trip)
        m_trip->disconnect(this); // ends by being cancelled, and would tell of it
}

void RoundTripDialog::build(const QString& peerTitle) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    auto* title = new Label(tr("Round trip to %1").arg(peerTitle), Label::Role::Title);
    title->setEliding(true);
    layout->addWidget(title);
    auto* about =
        new Label(tr("Sends a test message and measures until its answer is known here. Somebody, or "
                     "something, at the other end must answer."),
                  Label::Role::Muted);
    about->setWordWrap(true);
    layout->addWidget(about);
    layout->addWidget(buildChoices());
    layout->addWidget(buildSequences(), 1);
    layout->addWidget(buildFigures());
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    m_status = new Label(Label::Role::Muted);
    m_status->setObjectName(QStringLiteral("status"));
    m_status->setWordWrap(true);
    foot->addWidget(m_status, 1);
    auto* close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &RoundTripDialog::reject);
    foot->addWidget(close);
    m_run = new QPushButton;
    m_run->setObjectName(QStringLiteral("run"));
    makePrimary(m_run);
    m_run->setDefault(true);
    connect(m_run, &QPushButton::clicked, this, [this] { isRunning() ? stop() : run(); });
    foot->addWidget(m_run);
    layout->addLayout(foot);
    resize(roundTripSize);
}

QWidget* RoundTripDialog::buildChoices() {
    auto* choices = new QWidget;
    auto* row = new QHBoxLayout(choices);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    const auto add = [row](const QString& text, QWidget* control) {
        auto* label = new Label(text, Label::Role::Muted);
        label->setBuddy(control);
        row->addWidget(label);
        row->addWidget(control);
        row->addSpacing(8);
    };
    m_content = new QComboBox;
    m_content->setAccessibleName(tr("What is sent"));
    m_content->setObjectName(QStringLiteral("content"));
    m_content->addItems({tr("a Mail"), tr("a Request")});
    add(m_content->accessibleName(), m_content);
    m_ways = new QComboBox;
    m_ways->setAccessibleName(tr("How the answer is noticed"));
    m_ways->setObjectName(QStringLiteral("ways"));
    m_ways->addItems({tr("by polling, then by events"), tr("by polling"), tr("by events")}); // as Ways
    add(m_ways->accessibleName(), m_ways);
    m_interval = new QSpinBox;
    m_interval->setAccessibleName(tr("Poll every"));
    m_interval->setObjectName(QStringLiteral("interval"));
    m_interval->setRange(1, 300);
    m_interval->setValue(5);
    m_interval->setSuffix(tr(" s"));
    add(m_interval->accessibleName(), m_interval);
    row->addStretch();
    connect(m_ways, &QComboBox::currentIndexChanged, this, &RoundTripDialog::refresh);
    return choices;
}

QWidget* RoundTripDialog::buildSequences() {
    auto* both = new QWidget;
    auto* columns = new QHBoxLayout(both);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(12);
    for (const Way way : ways) {
        auto* frame = new QFrame;
        frame->setProperty("card", true);
        auto* rows = new QVBoxLayout(frame);
        rows->setContentsMargins(12, 10, 4, 4);
        rows->setSpacing(6);
        auto* head = new QHBoxLayout;
        auto* title = new Label(wayTitle(way));
        title->setProperty("strong", true);
        head->addWidget(title);
        auto* state = m_states[size_t(way)] = new Label(tr("not measured yet"), Label::Role::Muted);
        state->setEliding(true);
        head->addWidget(state, 1);
        rows->addLayout(head);
        auto* scroll = new QScrollArea;
        scroll->setAccessibleName(wayTitle(way));
        scroll->setWidgetResizable(true);
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        scroll->setWidget(m_views[size_t(way)] = new SequenceView);
        rows->addWidget(scroll, 1);
        columns->addWidget(frame, 1);
    }
    return both;
}

QWidget* RoundTripDialog::buildFigures() {
    auto* figures = new QFrame;
    figures->setProperty("card", true);
    m_figures = new QGridLayout(figures);
    m_figures->setContentsMargins(14, 10, 14, 10);
    m_figures->setHorizontalSpacing(24);
    m_figures->setVerticalSpacing(4);
    const QString titles[] = {
        {}, tr("Calls"), tr("Sent"), tr("Received"), tr("Answer known after"), tr("of that, noticing it")};
    for (int column = 0; column < int(std::size(titles)); ++column) {
        m_figures->addWidget(new Label(titles[column], Label::Role::Muted), 0, column);
        for (const Way way : ways)
            m_figures->addWidget(new Label(column == 0 ? wayTitle(way) : QString()), int(way) + 1, column);
    }
    m_figures->setColumnStretch(int(std::size(titles)), 1);
    return figures;
}

void RoundTripDialog::run() {
    switch (m_ways->currentIndex()) {
    case OnlyPolling:
        m_waiting = {Way::Polling};
        break;
    case OnlyEvents:
        m_waiting = {Way::Events};
        break;
    default:
        m_waiting = {Way::Polling, Way::Events};
    }
    runNext();
}

void RoundTripDialog::runNext() {
    ConnectorClient* client = m_workspace.client(m_connection);
    if (m_waiting.isEmpty() || !client) {
        m_clock.stop();
        refresh();
        Q_EMIT measured();
        return;
    }
    RoundTrip::Settings settings;
    settings.way = m_waiting.takeFirst();
    settings.pollInterval = std::chrono::seconds(m_interval->value());
    m_results[size_t(settings.way)].reset();
    m_trip = std::make_unique<RoundTrip>(*client, m_workspace.store(), m_connection);
    connect(m_trip.get(), &RoundTrip::progressed, this, &RoundTripDialog::showProgress);
    // Queued: the round trip must not be deleted while it tells of its end.
    connect(m_trip.get(), &RoundTrip::finished, this, &RoundTripDialog::take, Qt::QueuedConnection);
    const RoundTrip::Content content = m_content->currentIndex() == 0
                                           ? RoundTrip::Content(RoundTrip::testMail())
                                           : RoundTrip::Content(RoundTrip::testRequest());
    m_trip->start(m_peer, content, settings);
    m_clock.start();
    refresh();
    showProgress();
}

void RoundTripDialog::take(const RoundTripResult& result) {
    m_results[size_t(result.way)] = result;
    m_views[size_t(result.way)]->setResult(result);
    m_states[size_t(result.way)]->setText(ending(result));
    m_trip.reset();
    showFigures();
    if (result.ending != RoundTripResult::Ending::Answered)
        m_waiting.clear();
    runNext();
}

void RoundTripDialog::stop() {
    m_waiting.clear();
    if (m_trip)
        m_trip->cancel();
}

void RoundTripDialog::showProgress() {
    if (!m_trip)
        return;
    const RoundTripResult& result = m_trip->result();
    m_views[size_t(result.way)]->setResult(result);
    m_states[size_t(result.way)]->setText(ending(result));
    const qint64 micros = result.startedAt.isValid() ? Micros::now().value - result.startedAt.value : 0;
    m_status->setText(tr("%1: waiting for the answer · %2 · %n calls", nullptr, result.calls())
                          .arg(wayTitle(result.way), Format::duration(micros)));
}

void RoundTripDialog::showFigures() {
    for (const Way way : ways) {
        const auto& result = m_results[size_t(way)];
        const QString texts[] = {result ? Format::count(result->calls()) : QString(),
                                 result ? Format::bytes(result->bytesSent()) : QString(),
                                 result ? Format::bytes(result->bytesReceived()) : QString(),
                                 result ? duration(result->totalMs()) : QString(),
                                 result ? duration(result->delayMs()) : QString()};
        for (int column = 0; column < int(std::size(texts)); ++column) {
            auto* label = static_cast<Label*>(m_figures->itemAtPosition(int(way) + 1, column + 1)->widget());
            label->setText(texts[column].isEmpty() ? QStringLiteral("–") : texts[column]);
        }
    }
}

void RoundTripDialog::refresh() {
    m_run->setText(isRunning() ? tr("Stop") : tr("Run"));
    m_content->setEnabled(!isRunning());
    m_ways->setEnabled(!isRunning());
    m_interval->setEnabled(!isRunning() && m_ways->currentIndex() != OnlyEvents);
    if (!isRunning())
        m_status->setText(tr("Each way sends a message of its own."));
}

void RoundTripDialog::reject() {
    stop();
    QDialog::reject();
}

} // namespace meshwatch
