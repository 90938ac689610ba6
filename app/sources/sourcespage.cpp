// SPDX-License-Identifier: MIT
#include "sourcespage.h"

#include "diagnosiswatch.h"
#include "gapslist.h"
#include "sourcedialog.h"
#include "sourcescard.h"
#include "widgets/emptystate.h"
#include "widgets/healthcolour.h"
#include "widgets/label.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace meshwatch {

namespace {

constexpr int shownGaps = 200;

void clear(QLayout* layout) {
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

/// One finding: what, since when, on what evidence, what to do.
QWidget* findingCard(const DiagnosisFinding& finding, const QString& connection) {
    auto* card = new QFrame;
    card->setProperty("card", true);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(3);
    auto* head = new QHBoxLayout;
    auto* dot = new Label(QStringLiteral("●"));
    const auto health = finding.severity == DiagnosisFinding::Severity::Bad ? ConnectionStatus::Health::Bad
                        : finding.severity == DiagnosisFinding::Severity::Warning
                            ? ConnectionStatus::Health::Warning
                            : ConnectionStatus::Health::Unknown;
    dot->setStyleSheet(QStringLiteral("color: %1").arg(healthColour(health).name()));
    dot->setAccessibleName(finding.title);
    head->addWidget(dot);
    auto* title = new Label(connection + QStringLiteral(": ") + finding.title);
    title->setStyleSheet(QStringLiteral("font-weight: 600"));
    title->setWordWrap(true);
    head->addWidget(title, 1);
    layout->addLayout(head);
    for (const QString& text : {finding.evidence, finding.advice}) {
        auto* below = new Label(text, text == finding.evidence ? Label::Role::Muted : Label::Role::Text);
        below->setWordWrap(true);
        below->setContentsMargins(18, 0, 0, 0);
        layout->addWidget(below);
    }
    card->setAccessibleName(title->text());
    return card;
}

} // namespace

SourcesPage::SourcesPage(Workspace& workspace, StoreReading& reading, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_reading(reading)
    , m_diagnosis(new DiagnosisWatch(workspace, reading, this)) {
    setObjectName(QStringLiteral("page"));
    build();
    connect(&workspace, &Workspace::connectionsChanged, this, &SourcesPage::rebuild);
    connect(&workspace, &Workspace::listeningChanged, this, &SourcesPage::refresh);
    connect(&workspace, &Workspace::statusChanged, this, &SourcesPage::refresh);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        refresh();
        showFindings();
    });
    connect(m_diagnosis, &DiagnosisWatch::changed, this, [this] {
        showFindings();
        Q_EMIT warningsChanged();
    });
    connect(&workspace.store(), &EventStore::gapsChanged, this, &SourcesPage::readGaps, Qt::QueuedConnection);
    connect(&m_clock, &QTimer::timeout, this, &SourcesPage::refresh);
    m_clock.start(1000);
    rebuild();
    readGaps();
}

int SourcesPage::warnings() const { return m_diagnosis->warnings(); }

void SourcesPage::build() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* bar = new QWidget;
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setAttribute(Qt::WA_StyledBackground);
    auto* head = new QHBoxLayout(bar);
    head->setContentsMargins(16, 10, 12, 10);
    head->addWidget(new Label(tr("Event sources"), Label::Role::Title));
    head->addWidget(new Label(tr("every way by which events come"), Label::Role::Muted));
    head->addStretch();
    layout->addWidget(bar);
    m_empty = new EmptyState;
    m_empty->set(tr("No connection yet"),
                 tr("Events belong to a connection. Add one, and see here how they come."),
                 tr("Add connection…"));
    connect(m_empty, &EmptyState::activated, this, &SourcesPage::addConnectionRequested);
    layout->addWidget(m_empty, 1);

    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    auto* inside = new QWidget;
    inside->setObjectName(QStringLiteral("page"));
    auto* rows = new QVBoxLayout(inside);
    rows->setContentsMargins(16, 16, 16, 16);
    rows->setSpacing(12);
    m_allWell = new Label(tr("Nothing is known to be wrong on any channel."), Label::Role::Muted);
    rows->addWidget(m_allWell);
    m_findings = new QVBoxLayout;
    m_findings->setSpacing(8);
    rows->addLayout(m_findings);
    m_cards = new QVBoxLayout;
    m_cards->setSpacing(12);
    rows->addLayout(m_cards);
    rows->addWidget(buildGaps());
    rows->addStretch(1);
    area->setWidget(inside);
    m_content = area;
    layout->addWidget(area, 1);
}

QWidget* SourcesPage::buildGaps() {
    m_gapsBox = new QWidget;
    auto* layout = new QVBoxLayout(m_gapsBox);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(new Label(tr("Gaps"), Label::Role::Heading));
    auto* note =
        new Label(tr("Times of which a source knows nothing. What the Connector still holds of them is "
                     "filed as recovered."),
                  Label::Role::Muted);
    note->setWordWrap(true);
    layout->addWidget(note);
    m_gaps = new GapsList;
    m_gaps->setMinimumHeight(180);
    layout->addWidget(m_gaps);
    m_gapsBox->hide();
    return m_gapsBox;
}

const Connection* SourcesPage::find(ConnectionId id) const {
    for (const Connection& connection : m_workspace.connections()) {
        if (connection.id == id)
            return &connection;
    }
    return nullptr;
}

void SourcesPage::rebuild() {
    clear(m_cards);
    m_byConnection.clear();
    for (const Connection& connection : m_workspace.connections()) {
        auto* card = new SourcesCard(m_workspace, connection);
        const ConnectionId id = connection.id;
        connect(card, &SourcesCard::addRequested, this, [this, id] { edit(id, 0); });
        connect(card, &SourcesCard::editRequested, this, [this, id](int number) { edit(id, number); });
        connect(card, &SourcesCard::removeRequested, this,
                [this, id](int number) { askToRemove(id, number); });
        m_byConnection.insert(id, card);
        m_cards->addWidget(card);
    }
    const bool isEmpty = m_workspace.connections().empty();
    m_empty->setVisible(isEmpty);
    m_content->setVisible(!isEmpty);
    showFindings();
    readGaps();
}

void SourcesPage::refresh() {
    if (!isVisible())
        return;
    for (SourcesCard* card : std::as_const(m_byConnection))
        card->refresh();
}

void SourcesPage::showFindings() {
    clear(m_findings);
    const auto findings = m_diagnosis->findings();
    for (const DiagnosisFinding& finding : findings) {
        if (const Connection* connection = find(finding.connection))
            m_findings->addWidget(findingCard(finding, connection->name));
    }
    m_allWell->setVisible(findings.empty());
}

void SourcesPage::readGaps() {
    m_reading.ask(
        this, [](const EventReader& reader) { return reader.gaps(shownGaps); },
        [this](const std::vector<Gap>& gaps) {
            m_gaps->setGaps(gaps, m_workspace.connections());
            m_gapsBox->setVisible(!gaps.empty());
        });
}

void SourcesPage::edit(ConnectionId id, int number) {
    const Connection* connection = find(id);
    if (!connection)
        return;
    auto* dialog = new SourceDialog(m_workspace, *connection, number, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void SourcesPage::askToRemove(ConnectionId id, int number) {
    const Connection* connection = find(id);
    if (!connection)
        return;
    const auto source = std::ranges::find(connection->sources, number, &BrokerSource::number);
    if (source == connection->sources.end())
        return;
    auto* question =
        new QMessageBox(QMessageBox::Question, tr("Remove event source"),
                        tr("Remove %1 from “%2”?").arg(source->address.place(), connection->name),
                        QMessageBox::NoButton, window());
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(tr(
        "Its events stay. What Meshwatch made at the broker, such as its queue, stays there too and goes on "
        "filling: remove it there."));
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* yes = question->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    yes->setObjectName(QStringLiteral("confirmRemove"));
    question->setDefaultButton(question->addButton(tr("Keep"), QMessageBox::RejectRole));
    connect(yes, &QPushButton::clicked, this, [this, id, number] { remove(id, number); });
    question->open();
}

void SourcesPage::remove(ConnectionId id, int number) {
    const Connection* connection = find(id);
    if (!connection)
        return;
    Connection changed = *connection;
    std::erase_if(changed.sources, [number](const BrokerSource& source) { return source.number == number; });
    if (const auto updated = m_workspace.update(changed); !updated) {
        QMessageBox::warning(window(), tr("Remove event source"), updated.error().text());
        return;
    }
    (void)m_workspace.secrets().write(id, {SecretKind::Source, number}, {});
}

} // namespace meshwatch
