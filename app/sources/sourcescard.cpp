// SPDX-License-Identifier: MIT
#include "sourcescard.h"

#include "sourceform.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/theme.h"

#include <meshwatch/connector/whenfinished.h>
#include <meshwatch/core/secrets.h>

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace meshwatch {

namespace {

using Health = ConnectionStatus::Health;

Health healthOf(SourceState::Phase phase) {
    switch (phase) {
    case SourceState::Phase::Connected:
        return Health::Good;
    case SourceState::Phase::Waiting:
        return Health::Warning;
    case SourceState::Phase::Refused:
        return Health::Bad;
    case SourceState::Phase::Stopped:
    case SourceState::Phase::Connecting:
        break;
    }
    return Health::Unknown;
}

QFrame* line(QWidget* parent) {
    auto* frame = new QFrame(parent);
    frame->setProperty("separator", true);
    frame->setFixedHeight(1);
    return frame;
}

} // namespace

SourcesCard::SourcesCard(Workspace& workspace, const Connection& connection, QWidget* parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_id(connection.id)
    , m_receiver(new SourceRow)
    , m_sync(new SourceRow) {
    setProperty("card", true);
    setAccessibleName(tr("Event sources of %1").arg(connection.name));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 8);
    layout->setSpacing(4);
    auto* head = new QHBoxLayout;
    auto* mark = new QFrame;
    mark->setFixedSize(18, 6);
    mark->setStyleSheet(QStringLiteral("background: %1; border-radius: 3px").arg(connection.colour));
    head->addWidget(mark);
    auto* name = new Label(connection.name);
    name->setStyleSheet(QStringLiteral("font-weight: 600; font-size: 14px"));
    head->addWidget(name, 1);
    auto* add = new QPushButton(tr("Add broker or relay…"));
    add->setAccessibleName(tr("Add a broker or relay to %1").arg(connection.name));
    connect(add, &QPushButton::clicked, this, &SourcesCard::addRequested);
    head->addWidget(add);
    layout->addLayout(head);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(0);
    layout->addLayout(m_rows);
    m_rows->addWidget(m_receiver);
    for (const BrokerSource& source : connection.sources)
        addBrokerRow(source);
    m_rows->addWidget(line(this));
    m_rows->addWidget(m_sync);
    auto* syncNow = m_sync->addButton(tr("Sync now"), tr("Synchronise %1 now").arg(connection.name));
    syncNow->setEnabled(!connection.url.isEmpty());
    connect(syncNow, &QPushButton::clicked, this, [this] {
        if (BackboneSync* sync = m_workspace.sync(m_id))
            sync->syncNow();
    });
    refresh();
}

void SourcesCard::addBrokerRow(const BrokerSource& source) {
    m_rows->addWidget(line(this));
    const int number = source.number;
    const QString place = source.address.place();
    BrokerRow row;
    row.row = new SourceRow;
    row.toggle = row.row->addButton({}, {});
    row.test = row.row->addButton(tr("Test"), tr("Test %1").arg(place));
    row.test->setToolTip(tr("Makes a connection of its own and looks; takes no events"));
    QPushButton* edit = row.row->addButton(tr("Edit…"), tr("Edit %1").arg(place));
    QPushButton* remove = row.row->addButton(tr("Remove…"), tr("Remove %1").arg(place));
    remove->setProperty("flat", true);
    connect(row.toggle, &QPushButton::clicked, this, [this, number] { toggle(number); });
    connect(row.test, &QPushButton::clicked, this, [this, number] { test(number); });
    connect(edit, &QPushButton::clicked, this, [this, number] { Q_EMIT editRequested(number); });
    connect(remove, &QPushButton::clicked, this, [this, number] { Q_EMIT removeRequested(number); });
    m_brokers.insert(number, row);
    m_rows->addWidget(row.row);
}

const Connection* SourcesCard::connection() const {
    for (const Connection& known : m_workspace.connections()) {
        if (known.id == m_id)
            return &known;
    }
    return nullptr;
}

void SourcesCard::refresh() {
    refreshReceiver();
    const auto statuses = m_workspace.sources(m_id);
    for (const ConnectionSources::Status& status : statuses)
        refreshBroker(status);
    refreshSync();
}

void SourcesCard::refreshReceiver() {
    const Connection* known = connection();
    if (!known)
        return;
    SourceRow::Content content;
    content.kind = Format::channelTitle(Channel::Webhook);
    content.colour = Theme::colours().accent;
    const QString url = m_workspace.webhookUrl(*known);
    const auto numbers = m_workspace.receiver().statistics(m_id);
    if (!known->receivesWebhooks) {
        content.text = tr("turned off in the connection");
    } else if (url.isEmpty()) {
        content.health = Health::Bad;
        content.text = tr("The receiver is not listening.");
        content.advice = tr("Another program may have its port: see the settings.");
    } else {
        content.place = url;
        content.health = numbers.accepted > 0 ? Health::Good : Health::Unknown;
        if (numbers.accepted == 0)
            content.text = tr("Nothing was delivered since Meshwatch was started.");
        content.facts.append(tr("%n delivery(s)", nullptr, int(qMin<qint64>(numbers.accepted, INT_MAX))));
        if (numbers.refused > 0)
            content.facts.append(
                tr("%1 refused, last %2").arg(Format::count(numbers.refused)).arg(numbers.lastRefusedStatus));
    }
    m_receiver->setContent(content);
}

void SourcesCard::refreshSync() {
    const Connection* known = connection();
    if (!known)
        return;
    const ConnectionStatus status = m_workspace.status(m_id);
    SourceRow::Content content;
    content.kind = Format::channelTitle(Channel::Sync);
    content.colour = Theme::colours().muted;
    if (known->url.isEmpty()) {
        content.text =
            tr("The connection has no address of a Connector: what was missed cannot be looked up.");
    } else {
        content.place = secrets::redact(known->url);
        content.health = status.health;
        content.text = status.text;
        content.facts.append(status.isSyncing ? tr("synchronising…")
                                              : tr("synchronised %1").arg(Format::ago(status.lastSync)));
        if (status.recovered > 0)
            content.facts.append(tr("%n recovered", nullptr, int(qMin<qint64>(status.recovered, INT_MAX))));
    }
    m_sync->setContent(content);
}

void SourcesCard::refreshBroker(const ConnectionSources::Status& status) {
    const BrokerRow row = m_brokers.value(status.source.number);
    if (!row.row)
        return;
    SourceRow::Content content;
    // What a shared history tells came by webhook; the row is about where it is read.
    const SourceAddress& address = status.source.address;
    content.kind = address.kind() == SourceAddress::Kind::Postgres ? sourceform::title(address.kind())
                                                                   : Format::channelTitle(address.channel());
    content.colour = Theme::colours().violet;
    content.place = status.source.address.place();
    content.health = healthOf(status.state.phase);
    content.text = status.state.phase == SourceState::Phase::Stopped ? tr("stopped") : status.state.text;
    content.advice = status.state.advice;
    if (status.state.phase == SourceState::Phase::Waiting)
        content.advice = tr("%1 It is tried again by itself.").arg(status.state.advice).trimmed();
    if (status.perSecond > 0)
        content.facts.append(Format::rate(status.perSecond));
    if (status.figures.waiting)
        content.facts.append(tr("%n waiting", nullptr, int(qMin<qint64>(*status.figures.waiting, INT_MAX))));
    if (status.figures.lastReceived.isValid())
        content.facts.append(tr("last %1").arg(Format::ago(status.figures.lastReceived)));
    if (status.figures.lagMicros)
        content.facts.append(tr("lag %1").arg(Format::duration(*status.figures.lagMicros)));
    row.row->setContent(content);
    row.toggle->setText(status.source.isEnabled ? tr("Stop") : tr("Start"));
    row.toggle->setAccessibleName(
        (status.source.isEnabled ? tr("Stop %1") : tr("Start %1")).arg(content.place));
}

void SourcesCard::toggle(int number) {
    const Connection* known = connection();
    if (!known)
        return;
    Connection changed = *known;
    for (BrokerSource& source : changed.sources) {
        if (source.number == number)
            source.isEnabled = !source.isEnabled;
    }
    if (const auto updated = m_workspace.update(changed); !updated)
        m_brokers.value(number).row->setResult(updated.error().text(), false);
}

void SourcesCard::test(int number) {
    const Connection* known = connection();
    if (!known)
        return;
    for (const BrokerSource& source : known->sources) {
        if (source.number != number)
            continue;
        const BrokerRow row = m_brokers.value(number);
        row.test->setEnabled(false);
        row.row->setResult(tr("testing…"), true);
        connector::whenFinished(EventSource::probe(m_workspace.sourceSettings(*known, source)), row.row,
                                [row](const Result<QString>& found) {
                                    row.test->setEnabled(true);
                                    row.row->setResult(found ? *found : found.error().text(), found.ok());
                                });
        return;
    }
}

} // namespace meshwatch
