// SPDX-License-Identifier: MIT
// The page Event sources and its dialog.
#include "shots.h"

#include "sources/sourcedialog.h"
#include "sources/sourcescard.h"
#include "sources/sourcespage.h"

#include <meshwatch/events/eventparser.h>

#include <QComboBox>
#include <QPushButton>

namespace meshwatch::shots {

namespace {

/// Brokers as an organisation has them; nothing listens there.
void addBrokers(Workspace& workspace) {
    Connection connection = workspace.connections().front();
    const char* const addresses[] = {"amqp://meshwatch@127.0.0.1:9/?exchange=enmeshed.events",
                                     "redis://127.0.0.1:9?pattern=transport.*"};
    int number = 0;
    for (const char* address : addresses) {
        const auto parsed = SourceAddress::parse(QLatin1String(address));
        if (parsed)
            connection.sources.push_back({++number, *parsed, number == 1});
    }
    (void)workspace.update(connection);
}

/// Each event three times, as overlapping patterns bring them.
void addOverlap(Workspace& workspace) {
    EventParser parser;
    std::vector<Arrival> arrivals;
    for (int i = 0; i < 12; ++i) {
        Arrival arrival;
        arrival.connection = workspace.connections().back().id;
        arrival.receivedAt = Micros::now();
        arrival.correlationId = QByteArray::number(i / 3);
        arrival.body = R"({"data":{"id":"ATT)" + QByteArray::number(i / 3) +
                       R"("},"trigger":"consumption.attributeCreated"})";
        arrival.facts = *parser.parse(arrival.body, {});
        arrivals.push_back(std::move(arrival));
    }
    workspace.store().append(std::move(arrivals), {});
}

void addGaps(Workspace& workspace) {
    const qint64 now = Micros::now().value;
    constexpr qint64 minute = 60'000'000;
    Gap gap;
    gap.connection = workspace.connections().front().id;
    gap.channel = Channel::Redis;
    gap.began = {now - 190 * minute};
    gap.ended = {now - 187 * minute};
    workspace.store().addGap(gap);
    workspace.store().gapsReconciled(gap.connection, {now - 186 * minute});
    gap.channel = Channel::Amqp;
    gap.reason = Gap::Reason::QueueLost;
    gap.began = {now - 44 * minute};
    gap.ended = {now - 3 * minute};
    workspace.store().addGap(gap);
}

} // namespace

void shootSources(Shots& shots, Desktop& desktop) {
    Workspace& workspace = desktop.workspace();
    addBrokers(workspace);
    addOverlap(workspace);
    addGaps(workspace);
    MainWindow& window = desktop.window();
    window.showPage(Page::Sources);
    settle(16'500); // the diagnosis looks again
    shots.take(window, QStringLiteral("sources"));
    auto* card = window.sources().findChild<SourcesCard*>();
    Q_EMIT card->addRequested();
    shots.takeDialog<SourceDialog>(window, QStringLiteral("source-add"));
    Q_EMIT card->editRequested(2);
    shots.takeDialog<SourceDialog>(window, QStringLiteral("source-edit"));
}

} // namespace meshwatch::shots
