// SPDX-License-Identifier: MIT
// One search as the timeline does it: bench_search STORE FILTER
//
// Prints "HITS ALL_MS SCREEN_MS": how many events match, the time of looking at all of them, and the time
// from a parsed filter to the first 50 rows ready to draw (fewer if there are no more).
#include <meshwatch/events/eventreader.h>

#include <QElapsedTimer>

#include <cstdio>

using namespace meshwatch;

namespace {

constexpr int screenRows = 50;

double milliseconds(const QElapsedTimer& timer) { return double(timer.nsecsElapsed()) / 1e6; }

} // namespace

int main(int argc, char** argv) {
    if (argc != 3)
        return 2;
    const auto reader = EventReader::open(QString::fromLocal8Bit(argv[1]));
    const auto query = Query::parse(QString::fromLocal8Bit(argv[2]));
    if (!reader || !query) {
        std::fprintf(stderr, "%s\n", qPrintable(reader ? query.error().message : reader.error().message));
        return 1;
    }
    const std::atomic<bool> never = false;
    const auto range = (*reader)->range();

    QElapsedTimer timer;
    timer.start();
    EventSeq from = range.last;
    std::vector<EventSeq> screen;
    while (from.isValid() && screen.size() < screenRows) {
        const auto found =
            (*reader)->search(*query, from, range.first, screenRows - int(screen.size()), 10, never);
        screen.insert(screen.end(), found.seqs.begin(), found.seqs.end());
        from = found.next;
    }
    const auto rows = (*reader)->rows(screen);
    const double screenMs = milliseconds(timer);

    timer.start();
    from = range.last;
    size_t hits = 0;
    while (from.isValid()) {
        const auto found = (*reader)->search(*query, from, range.first, 1'000'000, 50, never);
        hits += found.seqs.size();
        from = found.next;
    }
    std::printf("%zu %.1f %.1f\n", hits, milliseconds(timer), screenMs);
    return rows.size() == screen.size() ? 0 : 1;
}
