// SPDX-License-Identifier: MIT
#include "resthistory.h"

namespace meshwatch {

namespace {

constexpr qint64 second = 1'000'000;
constexpr qint64 firstSpan = 7 * 86'400 * second;
constexpr size_t fewObjects = 100;
constexpr size_t manyObjects = 800;

} // namespace

RestHistory::RestHistory(ConnectorClient& client, QString peer, Micros from, Micros to, QObject* parent)
    : QObject(parent)
    , m_client(client)
    , m_peer(std::move(peer))
    , m_from(from)
    , m_to(to) {}

template<typename Calls>
void RestHistory::addList(const QString& peerFilter, Calls calls, Add add) {
    m_lists.push_back({[this, calls, add](const connector::Filter& filter, const Take& take) {
                           connector::whenFinished(calls().list(filter), this, [take, add](const auto& list) {
                               if (!list)
                                   return take(list.error());
                               EntryTraces traces;
                               traces.reserve(list->size());
                               for (const auto& object : *list)
                                   add(traces, object.toJson(), 0);
                               take(traces);
                           });
                       },
                       peerFilter, m_to, firstSpan});
}

void RestHistory::start() {
    addList(
        QStringLiteral("participant"), [this] { return m_client.messages(); }, &addTracesOfMessage);
    addList(
        QStringLiteral("peer"), [this] { return m_client.incomingRequests(); }, &addTracesOfRequest);
    addList(
        QStringLiteral("peer"), [this] { return m_client.outgoingRequests(); }, &addTracesOfRequest);
    ask();
}

void RestHistory::ask() {
    if (m_lists.empty()) {
        Q_EMIT finished();
        return;
    }
    const List& list = m_lists.front();
    const Micros from{qMax(m_from.value, list.to.value - list.span)};
    connector::Filter filter;
    filter.is(list.peerFilter, m_peer).createdBetween(from, list.to);
    list.fetch(filter, [this, from](const ConnectorResult<EntryTraces>& traces) { take(from, traces); });
}

void RestHistory::take(Micros from, const ConnectorResult<EntryTraces>& traces) {
    List& list = m_lists.front();
    if (!traces) {
        const auto kind = traces.error().kind;
        if (kind == ConnectorError::Kind::TooLarge && list.span > second)
            list.span = qMax(second, list.span / 4);
        else if (kind == ConnectorError::Kind::Forbidden)
            m_lists.pop_front(); // the key may not read this list: the others may be open
        else
            return Q_EMIT failed(traces.error());
        return ask();
    }
    if (!traces->empty())
        Q_EMIT page(*traces);
    list.to = from;
    if (traces->size() < fewObjects)
        list.span *= 4;
    else if (traces->size() > manyObjects)
        list.span = qMax(second, list.span / 4);
    if (from <= m_from)
        m_lists.pop_front();
    ask();
}

} // namespace meshwatch
