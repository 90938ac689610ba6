// SPDX-License-Identifier: MIT
#include "quarantinepage.h"

#include "quarantinemodel.h"
#include "widgets/celldelegate.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace meshwatch {

namespace {

/// The store keeps no more: those of drills and the others.
constexpr int mostBodies = 2 * EventStore::maxQuarantined;

} // namespace

QuarantinePage::QuarantinePage(Workspace& workspace, StoreReading& reading, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_reading(reading)
    , m_model(new QuarantineModel(this)) {
    setObjectName(QStringLiteral("page"));
    build();
    m_pause.setSingleShot(true);
    m_pause.setInterval(300);
    connect(&m_pause, &QTimer::timeout, this, &QuarantinePage::read);
    const auto readSoon = [this] {
        if (!m_pause.isActive())
            m_pause.start();
    };
    connect(&workspace.store(), &EventStore::quarantineChanged, this, readSoon, Qt::QueuedConnection);
    // An event may be the one that a drill refused before.
    connect(
        &workspace.store(), &EventStore::appended, this,
        [this, readSoon] {
            if (m_model->awaitsCounterpart())
                readSoon();
        },
        Qt::QueuedConnection);
    read();
}

void QuarantinePage::build() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* bar = new QWidget(this);
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setAttribute(Qt::WA_StyledBackground);
    auto* head = new QHBoxLayout(bar);
    head->setContentsMargins(16, 10, 12, 10);
    auto* title = new QLabel(tr("Refused bodies"), bar);
    title->setProperty("title", true);
    head->addWidget(title);
    auto* hint = new QLabel(tr("what was delivered and became no event"), bar);
    hint->setProperty("muted", true);
    head->addWidget(hint);
    head->addStretch();
    m_clear = new QPushButton(tr("Clear"), bar);
    m_clear->setAccessibleName(tr("Clear the list of refused bodies"));
    head->addWidget(m_clear);
    connect(m_clear, &QPushButton::clicked, this, [this] { m_workspace.store().clearQuarantine(); });
    layout->addWidget(bar);

    m_empty = new QLabel(
        tr("Nothing here. A body that is no event of a Connector would be kept here with the reason."), this);
    m_empty->setProperty("muted", true);
    m_empty->setAlignment(Qt::AlignCenter);
    layout->addWidget(m_empty, 1);

    auto* splitter = new QSplitter(Qt::Vertical, this);
    m_table = new QTableView(splitter);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Bodies that were no events"));
    CellDelegate::dress(*m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    QHeaderView* header = m_table->horizontalHeader();
    const int widths[] = {190, 150, 220, 0, 90};
    for (int column = 0; column < QuarantineModel::ColumnCount; ++column) {
        if (widths[column] > 0)
            header->resizeSection(column, widths[column]);
    }
    header->setSectionResizeMode(QuarantineModel::Reason, QHeaderView::Stretch);
    m_body = new QPlainTextEdit(splitter);
    m_body->setReadOnly(true);
    m_body->setTabChangesFocus(true);
    m_body->setFont(Theme::monospace());
    m_body->setAccessibleName(tr("Body as it was sent"));
    m_body->setPlaceholderText(tr("Choose a line to see what was sent."));
    splitter->setSizes({420, 240});
    layout->addWidget(splitter, 4);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &QuarantinePage::showBody);
}

void QuarantinePage::read() {
    m_reading.ask(
        this, [](const EventReader& reader) { return reader.quarantined(mostBodies); },
        [this](std::vector<QuarantinedBody> bodies) {
            QHash<ConnectionId, QString> names;
            for (const Connection& connection : m_workspace.connections())
                names.insert(connection.id, connection.name);
            const bool isEmpty = bodies.empty();
            std::optional<QuarantinedBody> chosen;
            if (const QuarantinedBody* body = m_model->body(m_table->currentIndex()))
                chosen = *body;
            const QSignalBlocker quiet(m_table->selectionModel()); // the same line stays chosen
            m_model->setBodies(std::move(bodies), std::move(names));
            if (const int row = chosen ? m_model->rowOf(*chosen) : -1; row >= 0)
                m_table->setCurrentIndex(m_model->index(row, 0));
            m_empty->setVisible(isEmpty);
            m_table->parentWidget()->setVisible(!isEmpty);
            m_clear->setEnabled(!isEmpty);
            if (!chosen || !m_table->currentIndex().isValid())
                showBody();
        });
}

void QuarantinePage::showBody() {
    const QuarantinedBody* body = m_model->body(m_table->currentIndex());
    if (!body) {
        m_body->clear();
        return;
    }
    QString text = QString::fromUtf8(body->body);
    if (body->bodySize > body->body.size())
        text += QLatin1Char('\n') +
                tr("… %1 more").arg(QLocale().formattedDataSize(body->bodySize - body->body.size()));
    m_body->setPlainText(QString::fromUtf8(body->headers) + QLatin1Char('\n') + text);
}

} // namespace meshwatch
