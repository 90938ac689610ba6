// SPDX-License-Identifier: MIT
#include "gapmarks.h"

#include "widgets/format.h"

#include <algorithm>

namespace meshwatch {

namespace {

/// More lines than this are no tool tip.
constexpr size_t mostLines = 6;

} // namespace

void GapMarks::set(std::vector<Gap> gaps, ConnectionId only) {
    m_gaps = std::move(gaps);
    if (only.isValid())
        std::erase_if(m_gaps, [only](const Gap& gap) { return gap.connection != only; });
    std::sort(m_gaps.begin(), m_gaps.end(),
              [](const Gap& one, const Gap& other) { return one.ended < other.ended; });
}

std::span<const Gap> GapMarks::between(Micros older, Micros newer) const {
    const auto endsLater = [](Micros time, const Gap& gap) { return time < gap.ended; };
    const auto first = std::upper_bound(m_gaps.begin(), m_gaps.end(), older, endsLater);
    const auto last = std::upper_bound(first, m_gaps.end(), newer, endsLater);
    return {first, last};
}

QString GapMarks::title(std::span<const Gap> gaps) {
    qint64 longest = 0;
    for (const Gap& gap : gaps)
        longest = qMax(longest, gap.lengthMicros());
    return tr("gap %1").arg(Format::duration(longest));
}

QString GapMarks::words(std::span<const Gap> gaps, const QTimeZone& zone) {
    QStringList lines;
    for (const Gap& gap : gaps.first(qMin(gaps.size(), mostLines))) {
        const QString line = gap.reconciled.isValid()
                                 ? tr("Nothing came by %1 from %2 to %3 (%4). What the Connector still knows "
                                      "of that time was looked up.")
                                 : tr("Nothing came by %1 from %2 to %3 (%4). Not yet looked up at the "
                                      "Connector.");
        lines.append(line.arg(Format::channelTitle(gap.channel), Format::time(gap.began, zone),
                              Format::time(gap.ended, zone), Format::duration(gap.lengthMicros())));
    }
    if (gaps.size() > mostLines)
        lines.append(tr("and %n more", nullptr, int(gaps.size() - mostLines)));
    return lines.join(QLatin1Char('\n'));
}

bool GapMarks::areLookedUp(std::span<const Gap> gaps) {
    return std::all_of(gaps.begin(), gaps.end(), [](const Gap& gap) { return gap.reconciled.isValid(); });
}

} // namespace meshwatch
