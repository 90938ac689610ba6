// SPDX-License-Identifier: MIT
#include "gapslist.h"

#include "widgets/format.h"
#include "widgets/theme.h"

#include <QHeaderView>

namespace meshwatch {

namespace {

constexpr int whyColumn = 4;
constexpr int gapRowHeight = 26;

QString reasonOf(const Gap& gap) {
    switch (gap.reason) {
    case Gap::Reason::NotKept:
        return GapsList::tr("the broker keeps nothing for clients that are away");
    case Gap::Reason::QueueLost:
        return GapsList::tr("the queue was gone or emptied by a restart");
    case Gap::Reason::PositionLost:
        return GapsList::tr("the place to go on from is no longer kept");
    case Gap::Reason::NotListening:
        return GapsList::tr("Meshwatch did not run, and a Connector delivers a webhook once");
    }
    return {};
}

} // namespace

GapsList::GapsList(QWidget* parent)
    : QTreeWidget(parent) {
    setAccessibleName(tr("Gaps"));
    setHeaderLabels({tr("Connection"), tr("Source"), tr("From"), tr("Length"), tr("Why"),
                     tr("Looked up at the Connector")});
    setProperty("table", true);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setSelectionMode(QAbstractItemView::NoSelection);
    header()->setStretchLastSection(false);
    const int widths[] = {150, 80, 140, 80, 0, 210};
    for (int column = 0; column < int(std::size(widths)); ++column) {
        if (widths[column] > 0)
            setColumnWidth(column, widths[column]);
    }
    header()->setSectionResizeMode(whyColumn, QHeaderView::Stretch);
}

void GapsList::setGaps(const std::vector<Gap>& gaps, const std::vector<Connection>& connections) {
    clear();
    for (const Gap& gap : gaps) {
        QString name;
        for (const Connection& connection : connections)
            name = connection.id == gap.connection ? connection.name : name;
        const bool isLookedUp = gap.reconciled.isValid();
        auto* item = new QTreeWidgetItem(
            this,
            {name, Format::channelTitle(gap.channel), Format::time(gap.began, QTimeZone::systemTimeZone()),
             Format::duration(gap.lengthMicros()), reasonOf(gap),
             isLookedUp ? tr("yes, %1").arg(Format::ago(gap.reconciled)) : tr("not yet")});
        item->setSizeHint(0, QSize(0, gapRowHeight));
        item->setToolTip(whyColumn, item->text(whyColumn));
        item->setForeground(5, isLookedUp ? Theme::colours().green : Theme::colours().amber);
    }
}

} // namespace meshwatch
