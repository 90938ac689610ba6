// SPDX-License-Identifier: MIT
#include "drillbanner.h"

#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace meshwatch {

DrillBanner::DrillBanner(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_text(new Label) {
    setObjectName(QStringLiteral("notice"));
    setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 12, 8);
    m_text->setObjectName(QStringLiteral("drillText"));
    m_text->setWordWrap(true);
    row->addWidget(m_text, 1);
    auto* stop = new QPushButton(tr("Stop the drill"));
    stop->setObjectName(QStringLiteral("stopDrill"));
    row->addWidget(stop);
    connect(stop, &QPushButton::clicked, this,
            [this] { (void)m_workspace.setDrill(m_connection, std::nullopt); });
    connect(&workspace, &Workspace::drillChanged, this, &DrillBanner::refresh);
    connect(&m_clock, &QTimer::timeout, this, &DrillBanner::refresh);
    m_clock.setInterval(1000);
    refresh();
}

void DrillBanner::setConnection(ConnectionId connection) {
    m_connection = connection;
    refresh();
}

QString DrillBanner::describe(const FaultDrill& drill) {
    QStringList parts;
    if (drill.drops)
        parts.append(tr("closes the connection without an answer"));
    else if (drill.status)
        parts.append(tr("answers %1").arg(*drill.status));
    if (drill.delay.count() > 0)
        parts.append(tr("waits %1").arg(Format::duration(drill.delay.count() * 1000)));
    return tr("%1, for %2 % of the deliveries").arg(parts.join(tr(" and "))).arg(drill.percent);
}

QString DrillBanner::figures(const FaultDrillStatistics& statistics) {
    return tr("%1 stored · %2 refused · %3 dropped · %4 late")
        .arg(Format::count(statistics.delivered), Format::count(statistics.refused),
             Format::count(statistics.dropped), Format::count(statistics.delayed));
}

void DrillBanner::refresh() {
    const auto drill = m_connection.isValid() ? m_workspace.drill(m_connection) : std::nullopt;
    setVisible(drill.has_value());
    if (!drill) {
        m_clock.stop();
        return;
    }
    if (!m_clock.isActive())
        m_clock.start();
    const FaultDrillStatistics statistics = m_workspace.drillStatistics(m_connection);
    const qint64 left = statistics.since.value + drill->duration.count() * 1000 - Micros::now().value;
    m_text->setText(tr("Fault drill: this app %1. %2. Ends in %3.")
                        .arg(describe(*drill), figures(statistics), Format::duration(qMax<qint64>(0, left))));
    m_text->setStyleSheet(QStringLiteral("color: %1").arg(Theme::colours().amber.name()));
}

} // namespace meshwatch
