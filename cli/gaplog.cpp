// SPDX-License-Identifier: MIT
#include "gaplog.h"

#include "servelog.h"
#include "storeoption.h"

namespace meshwatch::cli {

namespace {

/// More than come about between two looks.
constexpr int looked = 100;

void tellOf(const Gap& gap, const QString& connection, const ServeLog& log) {
    const QString channel = channelName(gap.channel);
    log.tell("gap",
             QStringLiteral("%1: nothing came by %2 from %3 to %4 (%5 s); what happened meanwhile may be "
                            "missing")
                 .arg(connection, channel, gap.began.toIso(), gap.ended.toIso(),
                      QString::number(double(gap.lengthMicros()) / 1e6, 'f', 1)),
             {{QStringLiteral("connection"), connection},
              {QStringLiteral("channel"), channel},
              {QStringLiteral("began"), gap.began.toIso()},
              {QStringLiteral("ended"), gap.ended.toIso()}});
}

} // namespace

void tellOfGaps(Workspace& workspace, const ServeLog& log) {
    QObject::connect(&workspace.store(), &EventStore::gapsChanged, &workspace,
                     [&workspace, &log, told = Micros::now()]() mutable {
                         const auto reader = EventReader::open(workspace.store().path());
                         if (!reader)
                             return; // the store says itself what is wrong with it
                         const auto names = connectionNames(**reader);
                         const std::vector<Gap> gaps = (*reader)->gaps(looked);
                         for (auto gap = gaps.rbegin(); gap != gaps.rend(); ++gap) {
                             if (gap->ended > told)
                                 tellOf(*gap, names.value(gap->connection.value), log);
                         }
                         if (!gaps.empty())
                             told = qMax(told, gaps.front().ended);
                     });
}

} // namespace meshwatch::cli
