// SPDX-License-Identifier: MIT
#include "drilldialog.h"

#include "drillbanner.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/primarybutton.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QTreeWidget>

namespace meshwatch {

namespace {

constexpr int shownRefused = 500;
enum class Fault { Status, Drop, Delay };

} // namespace

DrillDialog::DrillDialog(Workspace& workspace, ConnectionId connection, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_connection(connection)
    , m_reading(workspace.store().path())
    , m_state(new Label)
    , m_refused(new QTreeWidget) {
    setWindowTitle(tr("Fault drill"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(new Label(windowTitle(), Label::Role::Title));
    auto* note = new Label(tr("This app's receiver fails on purpose, for a while. The Connector tries once "
                              "and repeats nothing: what "
                              "is refused is lost to webhooks, and comes back only where a comparison with "
                              "the Connector finds it."),
                           Label::Role::Muted);
    note->setWordWrap(true);
    layout->addWidget(note);
    layout->addWidget(buildForm());
    m_state->setObjectName(QStringLiteral("drillState"));
    m_state->setWordWrap(true);
    layout->addWidget(m_state);
    buildRefused();
    layout->addWidget(m_refused, 1);
    auto* buttons = new QHBoxLayout;
    m_start = new QPushButton(tr("Start the drill"));
    m_start->setObjectName(QStringLiteral("startDrill"));
    makePrimary(m_start);
    m_stop = new QPushButton(tr("Stop"));
    m_stop->setAutoDefault(false);
    auto* close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(m_stop);
    buttons->addWidget(m_start);
    layout->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_start, &QPushButton::clicked, this, &DrillDialog::start);
    connect(m_stop, &QPushButton::clicked, this,
            [this] { (void)m_workspace.setDrill(m_connection, std::nullopt); });
    connect(&workspace, &Workspace::drillChanged, this, &DrillDialog::refresh);
    connect(&workspace.store(), &EventStore::quarantineChanged, this, &DrillDialog::readRefused,
            Qt::QueuedConnection);
    // An event may be one that was refused before.
    connect(
        &workspace.store(), &EventStore::appended, this, [this] { m_isStale = true; }, Qt::QueuedConnection);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        refresh();
        if (m_awaitsEvents && std::exchange(m_isStale, false))
            readRefused();
    });
    m_clock.start(1000);
    refresh();
    readRefused();
    resize(720, 620);
}

QWidget* DrillDialog::buildForm() {
    auto* content = new QWidget;
    auto* form = new QFormLayout(content);
    form->setContentsMargins(0, 0, 0, 0);
    m_fault = new QComboBox;
    m_fault->setObjectName(QStringLiteral("fault"));
    m_fault->setAccessibleName(tr("What happens"));
    m_fault->addItem(tr("Answer with a status"), int(Fault::Status));
    m_fault->addItem(tr("Close the connection without an answer"), int(Fault::Drop));
    m_fault->addItem(tr("Only answer late"), int(Fault::Delay));
    m_status = new QSpinBox;
    m_status->setObjectName(QStringLiteral("faultStatus"));
    m_status->setRange(200, 599);
    m_status->setValue(500);
    m_status->setAccessibleName(tr("Status"));
    m_delay = new QDoubleSpinBox;
    m_delay->setRange(0, double(std::chrono::seconds(FaultDrill::longestDelay).count()));
    m_delay->setDecimals(1);
    m_delay->setSuffix(tr(" s"));
    m_delay->setAccessibleName(tr("Delay of the answer"));
    m_percent = new QSpinBox;
    m_percent->setRange(1, 100);
    m_percent->setValue(100);
    m_percent->setSuffix(tr(" % of the deliveries"));
    m_percent->setAccessibleName(tr("Share of deliveries"));
    m_seconds = new QSpinBox;
    m_seconds->setRange(1, int(std::chrono::seconds(FaultDrill::longestDuration).count()));
    m_seconds->setValue(60);
    m_seconds->setSuffix(tr(" s"));
    m_seconds->setAccessibleName(tr("For how long"));
    form->addRow(tr("What happens"), m_fault);
    form->addRow(tr("Status"), m_status);
    form->addRow(tr("Delay of the answer"), m_delay);
    form->addRow(tr("To"), m_percent);
    form->addRow(tr("For"), m_seconds);
    connect(m_fault, &QComboBox::activated, this, [this] {
        if (Fault(m_fault->currentData().toInt()) == Fault::Delay && m_delay->value() == 0)
            m_delay->setValue(2);
        refresh();
    });
    return content;
}

void DrillDialog::buildRefused() {
    m_refused->setObjectName(QStringLiteral("refused"));
    m_refused->setAccessibleName(tr("What drills refused"));
    m_refused->setHeaderLabels({tr("Refused"), tr("Event"), tr("Object"), tr("Known all the same")});
    m_refused->setProperty("table", true);
    m_refused->setRootIsDecorated(false);
    m_refused->setUniformRowHeights(true);
    m_refused->header()->setAccessibleName(tr("Columns"));
    const int widths[] = {120, 250, 170};
    for (int column = 0; column < 3; ++column)
        m_refused->header()->resizeSection(column, widths[column]);
}

FaultDrill DrillDialog::drill() const {
    FaultDrill drill;
    const auto fault = Fault(m_fault->currentData().toInt());
    if (fault == Fault::Status)
        drill.status = m_status->value();
    drill.drops = fault == Fault::Drop;
    drill.delay = std::chrono::milliseconds(qRound64(m_delay->value() * 1000));
    drill.percent = m_percent->value();
    drill.duration = std::chrono::seconds(m_seconds->value());
    return drill;
}

void DrillDialog::showDrill(const FaultDrill& drill) {
    const Fault fault = drill.drops ? Fault::Drop : drill.status ? Fault::Status : Fault::Delay;
    m_fault->setCurrentIndex(m_fault->findData(int(fault)));
    if (drill.status)
        m_status->setValue(*drill.status);
    m_delay->setValue(double(drill.delay.count()) / 1000);
    m_percent->setValue(drill.percent);
    m_seconds->setValue(int(std::chrono::duration_cast<std::chrono::seconds>(drill.duration).count()));
}

void DrillDialog::start() {
    if (const auto started = m_workspace.setDrill(m_connection, drill()); !started)
        m_state->setText(started.error().text());
    else
        readRefused();
}

void DrillDialog::refresh() {
    const auto running = m_workspace.drill(m_connection);
    if (running)
        showDrill(*running);
    m_status->setEnabled(!running && Fault(m_fault->currentData().toInt()) == Fault::Status);
    for (QWidget* widget : {static_cast<QWidget*>(m_fault), static_cast<QWidget*>(m_delay),
                            static_cast<QWidget*>(m_percent), static_cast<QWidget*>(m_seconds)})
        widget->setEnabled(!running);
    m_start->setEnabled(!running);
    m_stop->setEnabled(running.has_value());
    const FaultDrillStatistics statistics = m_workspace.drillStatistics(m_connection);
    if (running)
        m_state->setText(tr("Running: this app %1. %2.")
                             .arg(DrillBanner::describe(*running), DrillBanner::figures(statistics)));
    else if (statistics.since.isValid())
        m_state->setText(tr("The last drill began %1: %2.")
                             .arg(Format::ago(statistics.since), DrillBanner::figures(statistics)));
}

void DrillDialog::readRefused() {
    m_reading.ask(
        this, [](const EventReader& reader) { return reader.quarantined(shownRefused); },
        [this](const std::vector<QuarantinedBody>& bodies) {
            const int place = m_refused->verticalScrollBar()->value();
            m_refused->clear();
            m_awaitsEvents = false;
            for (const QuarantinedBody& body : bodies) {
                if (!body.isDrill || body.connection != m_connection)
                    continue;
                auto* item = new QTreeWidgetItem(
                    m_refused, {Format::time(body.receivedAt, QTimeZone::systemTimeZone()),
                                QString::fromUtf8(body.trigger), QString::fromUtf8(body.object),
                                body.counterpart.isValid() ? tr("yes") : tr("no")});
                item->setForeground(3, body.counterpart.isValid() ? Theme::colours().green
                                                                  : Theme::colours().red);
                m_awaitsEvents = m_awaitsEvents || (!body.object.isEmpty() && !body.counterpart.isValid());
            }
            m_refused->verticalScrollBar()->setValue(place);
        });
}

} // namespace meshwatch
