// SPDX-License-Identifier: MIT
#include "peersearch.h"

#include <chrono>

namespace meshwatch {

namespace {

using namespace std::chrono_literals;

constexpr auto typingPause = 250ms;
/// Messages looked at: enough to name the conversations that somebody is likely to mean.
constexpr int mostMatches = 500;
constexpr int sliceMs = 200;

PeerSearch::Matches matchesOf(const EventReader& reader, const Query& query,
                              const std::atomic<bool>& cancelled) {
    std::vector<EventSeq> seqs;
    const EventReader::Range range = reader.range();
    EventSeq from = range.last;
    while (from.isValid() && int(seqs.size()) < mostMatches && !cancelled) {
        auto found = reader.search(query, from, range.first, mostMatches, sliceMs, cancelled);
        seqs.insert(seqs.end(), found.seqs.begin(), found.seqs.end());
        from = found.next;
        if (found.failure)
            break;
    }
    PeerSearch::Matches matches;
    for (const EventRow& row : reader.rows(seqs)) {
        const PeerKey key{row.connection, row.peer};
        if (key.isValid() && !matches.contains(key))
            matches.insert(key, {row.summary, row.object});
    }
    return matches;
}

} // namespace

PeerSearch::PeerSearch(const QString& storePath, QObject* parent)
    : QObject(parent)
    , m_reading(storePath) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &PeerSearch::run);
}

PeerSearch::~PeerSearch() { *m_cancelled = true; }

void PeerSearch::search(const QString& text) {
    *m_cancelled = true;
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_text = text.trimmed();
    if (m_text.isEmpty())
        m_pause.stop();
    else
        m_pause.start();
}

void PeerSearch::run() {
    QString quoted = m_text;
    quoted.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    const auto query = Query::parse(QStringLiteral("trigger:transport.message* \"%1\"").arg(quoted));
    if (!query)
        return;
    m_reading.ask(
        this,
        [query = *query, cancelled = m_cancelled](const EventReader& reader) {
            return matchesOf(reader, query, *cancelled);
        },
        [this, cancelled = m_cancelled](const Matches& matches) {
            if (!*cancelled)
                Q_EMIT found(matches);
        });
}

} // namespace meshwatch
