// SPDX-License-Identifier: MIT
#include "statusline.h"

#include "widgets/format.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace meshwatch {

namespace {

constexpr int lineHeight = 28;

} // namespace

StatusLine::StatusLine(Workspace& workspace, StoreFigures& figures, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_figures(figures) {
    setObjectName(QStringLiteral("statusBar"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(lineHeight);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->setSpacing(18);
    m_listening = add(tr("Where webhooks are taken"));
    m_listening->setTextFormat(Qt::RichText);
    m_listening->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_rate = add(tr("Events per second"));
    m_stored = add(tr("Stored events"));
    m_lag = add(tr("Delay of events"));
    m_synced = add(tr("Last synchronisation"));
    m_page = add(tr("This page"));
    m_page->setTextFormat(Qt::RichText);
    layout->addStretch();
    m_pageNote = add(tr("Note"));
    m_lost = add(tr("Lost and recovered events"));
    m_page->hide();
    m_pageNote->hide();

    connect(&figures, &StoreFigures::changed, this, &StatusLine::refresh);
    connect(&workspace, &Workspace::statusChanged, this, &StatusLine::refresh);
    connect(&workspace, &Workspace::listeningChanged, this, &StatusLine::refreshListening);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        refreshListening();
        refresh();
    });
    connect(&workspace.store(), &EventStore::troubleChanged, this, &StatusLine::setTrouble,
            Qt::QueuedConnection);
    connect(&m_clock, &QTimer::timeout, this, &StatusLine::refresh);
    m_clock.start(5000);
    refreshListening();
    refresh();
}

QLabel* StatusLine::add(const QString& purpose) {
    auto* label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setAccessibleName(purpose);
    layout()->addWidget(label);
    return label;
}

void StatusLine::setPage(const QString& text, const QColor& dot, const QString& note) {
    m_page->setText(
        QStringLiteral("<span style='color:%1'>●</span> %2").arg(dot.name(), text.toHtmlEscaped()));
    m_page->setAccessibleDescription(text);
    m_pageNote->setText(note);
    m_page->setVisible(!text.isEmpty());
    m_pageNote->setVisible(!text.isEmpty());
    for (QLabel* figure : {m_listening, m_rate, m_stored, m_lost})
        figure->setVisible(text.isEmpty());
    refresh();
}

void StatusLine::refreshListening() {
    const bool isListening = m_workspace.receiver().isListening();
    const QColor dot = isListening ? Theme::colours().green : Theme::colours().red;
    const QString text = isListening ? tr("Listening on %1").arg(m_workspace.receiver().url())
                                     : tr("Not listening: webhooks cannot arrive");
    m_listening->setText(
        QStringLiteral("<span style='color:%1'>●</span> %2").arg(dot.name(), text.toHtmlEscaped()));
    m_listening->setAccessibleDescription(text);
}

void StatusLine::setTrouble(EventStore::Trouble trouble, const QString& message) {
    m_trouble = trouble == EventStore::Trouble::None ? QString() : message;
    refresh();
}

void StatusLine::refresh() {
    const StoreFigures::Figures& figures = m_figures.figures();
    m_rate->setText(tr("%1 events/s").arg(Format::perSecond(figures.eventsPerSecond)));
    m_stored->setText(
        tr("%1 stored · %2").arg(Format::count(figures.stored), Format::bytes(figures.fileBytes)));
    m_lag->setVisible(figures.hasLag && m_pageNote->isHidden());
    m_lag->setText(
        tr("lag p50 %1 · p99 %2").arg(Format::duration(figures.lagMedian), Format::duration(figures.lag99)));

    Micros lastSync;
    qint64 recovered = 0;
    for (const Connection& connection : m_workspace.connections()) {
        const ConnectionStatus status = m_workspace.status(connection.id);
        lastSync = qMax(lastSync, status.lastSync);
        recovered += status.recovered;
    }
    m_synced->setVisible(lastSync.isValid() && m_pageNote->isHidden());
    m_synced->setText(tr("synced %1").arg(Format::ago(lastSync)));

    m_lost->setStyleSheet(m_trouble.isEmpty() ? QString()
                                              : QStringLiteral("color: %1").arg(Theme::colours().red.name()));
    m_lost->setText(m_trouble.isEmpty() ? tr("%1 lost · %2 recovered")
                                              .arg(Format::count(m_workspace.store().opening().lost),
                                                   Format::count(recovered))
                                        : m_trouble);
    m_lost->setToolTip(plainToolTip(
        tr("Lost: events that a damaged store no longer holds. Recovered: events whose webhook never "
           "came and that a comparison with the Connector found, since the program started.")));
}

} // namespace meshwatch
