// SPDX-License-Identifier: MIT
#include "gaplog.h"

#include "servelog.h"
#include "storeoption.h"

#include <algorithm>

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

bool isSame(const Gap& one, const Gap& other) {
    return one.source == other.source && one.ended == other.ended;
}

} // namespace

void tellOfGaps(Workspace& workspace, const ServeLog& log) {
    const auto tellOfNew = [&workspace, &log, since = Micros::now(), told = std::vector<Gap>()]() mutable {
        const auto reader = EventReader::open(workspace.store().path());
        if (!reader)
            return; // the store says itself what is wrong with it
        const auto names = connectionNames(**reader);
        std::vector<Gap> gaps = (*reader)->gaps(looked);
        std::erase_if(gaps, [since](const Gap& gap) { return gap.ended <= since; });
        for (auto gap = gaps.rbegin(); gap != gaps.rend(); ++gap) {
            const auto isThis = [gap](const Gap& other) { return isSame(*gap, other); };
            if (std::none_of(told.begin(), told.end(), isThis))
                tellOf(*gap, names.value(gap->connection.value), log);
        }
        told = std::move(gaps);
    };
    QObject::connect(&workspace.store(), &EventStore::gapsChanged, &workspace, tellOfNew);
}

} // namespace meshwatch::cli
