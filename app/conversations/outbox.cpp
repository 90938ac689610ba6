// SPDX-License-Identifier: MIT
#include "outbox.h"

namespace meshwatch {

Outbox::Outbox(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace) {
    for (const Connection& connection : workspace.connections())
        watch(connection.id);
    connect(&workspace, &Workspace::messengerChanged, this, &Outbox::watch);
    connect(&workspace, &Workspace::messengerGoes, this, [this](ConnectionId id) {
        m_items.removeIf([id](QHash<PeerKey, Item>::iterator it) { return it.key().connection == id; });
    });
}

Sender* Outbox::sender(ConnectionId connection) const {
    Messenger* messenger = m_workspace.messenger(connection);
    return messenger ? messenger->sender() : nullptr;
}

void Outbox::watch(ConnectionId connection) {
    Sender* from = sender(connection);
    if (!from)
        return;
    from->disconnect(this);
    const auto take = [this, connection](const SendResult& result) { this->take(connection, result); };
    connect(from, &Sender::changed, this, take);
    // What an earlier window sent is still under way: its draft may not be sent a second time.
    for (const SendResult& result : from->unfinished()) {
        const PeerKey key{connection, result.peer};
        if (!m_workspace.drafts().draft(connection, result.peer).mail.isEmpty() && !m_items.contains(key))
            m_items.insert(key, {result});
    }
    connect(from, &Sender::uploading, this, [this](qint64 id, qint64 sent, qint64 total) {
        for (auto it = m_items.begin(); it != m_items.end(); ++it) {
            if (it->result.id != id || !it->isUnderWay())
                continue;
            it->uploaded = sent;
            it->uploadSize = total;
            Q_EMIT changed(it.key());
        }
    });
}

void Outbox::send(const PeerKey& to, const MailDraft& filled) {
    Sender* from = sender(to.connection);
    const Item* before = item(to);
    if (!from || (before && before->isUnderWay()))
        return;
    Item sending;
    sending.result.id = from->sendMail(to.peer, filled);
    sending.result.peer = to.peer;
    m_items.insert(to, sending);
    Q_EMIT changed(to);
}

void Outbox::cancel(const PeerKey& key) {
    const Item* known = item(key);
    if (Sender* from = sender(key.connection); from && known)
        from->cancel(known->result.id);
}

void Outbox::lookUp(const PeerKey& key) {
    if (Sender* from = sender(key.connection))
        from->lookUp();
}

void Outbox::dismiss(const PeerKey& key) {
    const Item* known = item(key);
    if (!known || known->isUnderWay())
        return;
    m_items.remove(key);
    Q_EMIT changed(key);
}

const Outbox::Item* Outbox::item(const PeerKey& key) const {
    const auto found = m_items.constFind(key);
    return found == m_items.cend() ? nullptr : &*found;
}

void Outbox::take(ConnectionId connection, const SendResult& result) {
    const PeerKey key{connection, result.peer};
    const auto known = m_items.find(key);
    // Others send through the same Sender: they show their own progress.
    if (known == m_items.end() || known->result.id != result.id)
        return;
    known->result = result;
    const bool isSent = result.state == SendResult::State::Sent;
    const bool wasStopped = result.state == SendResult::State::Skipped;
    if (result.isFinished()) {
        // Later: the sender is in the middle of telling it to others too.
        QMetaObject::invokeMethod(
            this,
            [this, connection, id = result.id] {
                if (Sender* from = sender(connection))
                    from->forget(id);
            },
            Qt::QueuedConnection);
    }
    if (isSent) {
        auto draft = m_workspace.drafts().draft(connection, result.peer);
        draft.mail = {};
        m_workspace.drafts().setDraft(connection, result.peer, draft);
    }
    if (wasStopped || (isSent && !result.wasInDoubt))
        m_items.erase(known);
    if (isSent)
        Q_EMIT sent(key, result);
    Q_EMIT changed(key);
}

} // namespace meshwatch
