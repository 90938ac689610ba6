// SPDX-License-Identifier: MIT
#include "storewriter.h"

#include <QTimer>

namespace meshwatch {

namespace {

constexpr std::chrono::milliseconds newsPause{4};

} // namespace

void EventStore::Writer::tell(News news) {
    const std::lock_guard lock(m_newsMutex);
    if (m_news) {
        if (news.first.isValid()) {
            if (!m_news->first.isValid())
                m_news->first = news.first;
            m_news->last = news.last;
        }
        for (const EventSeq seq : std::as_const(news.merged)) {
            if (m_news->merged.isEmpty() || m_news->merged.constLast() != seq)
                m_news->merged.append(seq);
        }
        m_news->peerNamesChanged |= news.peerNamesChanged;
        m_news->quarantineChanged |= news.quarantineChanged;
        m_news->gapsChanged |= news.gapsChanged;
        return;
    }
    if (!news.first.isValid() && news.merged.isEmpty() && !news.peerNamesChanged && !news.quarantineChanged &&
        !news.gapsChanged)
        return;
    m_news = std::move(news);
    if (!std::exchange(m_isDeliveryDue, true))
        QMetaObject::invokeMethod(
            m_store, [this] { deliver(); }, Qt::QueuedConnection);
}

void EventStore::Writer::deliver() {
    News news;
    {
        const std::lock_guard lock(m_newsMutex);
        m_isDeliveryDue = m_news.has_value();
        if (!m_news)
            return;
        news = std::move(*m_news);
        m_news.reset();
    }
    // What comes within the pause goes out together: commits can come ten thousand times a second.
    QTimer::singleShot(newsPause, m_store, [this] { deliver(); });
    if (news.peerNamesChanged)
        Q_EMIT m_store->peerNamesChanged();
    if (news.first.isValid())
        Q_EMIT m_store->appended(news.first, news.last);
    if (!news.merged.isEmpty())
        Q_EMIT m_store->merged(news.merged);
    if (news.quarantineChanged)
        Q_EMIT m_store->quarantineChanged();
    if (news.gapsChanged)
        Q_EMIT m_store->gapsChanged();
}

} // namespace meshwatch
