// SPDX-License-Identifier: MIT
#include "outbox.h"

#include <QUuid>

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
    findOutWhatWasPosted(connection, *from);
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
    sending.result.peer = to.peer;
    sending.result.correlationId = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    const PostedMail mail{filled, Micros::now(), sending.result.correlationId};
    m_items.insert(to, sending);
    note(to, mail);
    m_workspace.drafts().whenWritten(this, [this, to, mail] { begin(to, mail); });
    Q_EMIT changed(to);
}

void Outbox::begin(const PeerKey& to, const PostedMail& mail) {
    const auto waiting = m_items.find(to);
    Sender* from = sender(to.connection);
    // It may have been cancelled, or its connection changed.
    if (!from || waiting == m_items.end() || waiting->result.correlationId != mail.correlationId)
        return;
    waiting->result.id = from->sendMail(to.peer, mail.mail, mail.correlationId);
}

void Outbox::note(const PeerKey& key, const std::optional<PostedMail>& posted) {
    auto draft = m_workspace.drafts().draft(key.connection, key.peer);
    draft.posted = posted;
    m_workspace.drafts().setDraft(key.connection, key.peer, draft);
}

void Outbox::findOutWhatWasPosted(ConnectionId connection, Sender& from) {
    for (const QString& peer : m_workspace.drafts().peers(connection)) {
        const PeerKey key{connection, peer};
        const auto posted = m_workspace.drafts().draft(connection, peer).posted;
        if (!posted || m_items.contains(key))
            continue;
        m_items.insert(key, {*from.result(from.findOut(peer, *posted))});
        Q_EMIT changed(key);
    }
}

void Outbox::cancel(const PeerKey& key) {
    const Item* known = item(key);
    Sender* from = sender(key.connection);
    if (!from || !known)
        return;
    if (known->result.id != 0)
        return from->cancel(known->result.id);
    m_items.remove(key);
    note(key, {});
    Q_EMIT changed(key);
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
    if (result.state == SendResult::State::Posting && !result.fileIds.isEmpty()) {
        auto posted = m_workspace.drafts().draft(connection, result.peer).posted;
        if (posted) {
            posted->mail.attachments = result.fileIds;
            note(key, posted);
        }
    }
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
    if (result.isFinished()) {
        auto draft = m_workspace.drafts().draft(connection, result.peer);
        draft.posted.reset();
        if (isSent)
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
