// SPDX-License-Identifier: MIT
#include "attachmentbook.h"

#include <meshwatch/connector/messagecalls.h>
#include <meshwatch/connector/whenfinished.h>

namespace meshwatch {

namespace {
constexpr int atOnce = 3;
/// Who scrolls past thousands does not want to know of all of them.
constexpr size_t mostWishes = 60;
} // namespace

AttachmentBook::AttachmentBook(ConnectorClient* client, QObject* parent)
    : QObject(parent)
    , m_client(client) {}

std::optional<connector::File> AttachmentBook::file(const QString& messageId, const QString& attachmentId) {
    if (const auto known = m_files.constFind(attachmentId); known != m_files.cend())
        return *known;
    if (m_client && !m_asked.contains(attachmentId)) {
        m_asked.insert(attachmentId);
        m_wishes.push_back({messageId, attachmentId});
        if (m_wishes.size() > mostWishes) {
            m_asked.remove(m_wishes.front().attachment);
            m_wishes.pop_front();
        }
        askNext();
    }
    return std::nullopt;
}

void AttachmentBook::askNext() {
    while (m_client && m_underWay < atOnce && !m_wishes.empty()) {
        const Wish wish = m_wishes.back();
        m_wishes.pop_back();
        ++m_underWay;
        connector::whenFinished(m_client->messages().attachment(wish.message, wish.attachment), this,
                                [this, wish](const ConnectorResult<connector::File>& file) {
                                    --m_underWay;
                                    if (file) {
                                        m_files.insert(wish.attachment, *file);
                                        Q_EMIT known(wish.message);
                                    }
                                    askNext();
                                });
    }
}

} // namespace meshwatch
