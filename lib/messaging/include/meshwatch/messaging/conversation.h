// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/connectorclient.h>
#include <meshwatch/events/eventstore.h>
#include <meshwatch/messaging/conversationentry.h>
#include <meshwatch/messaging/sendresult.h>

#include <QObject>

#include <memory>

namespace meshwatch {

/// Everything exchanged with one peer through one connection, oldest first.
///
/// Read from the store, newest events first, by a thread of its own; what retention has removed there is
/// asked of the REST API in windows of time. Kept current by the store's signals. Lives in its creator's
/// thread and never blocks it: in memory is a small record an entry, whole entries are read when wanted and
/// kept in a bounded cache. A decomposed relationship leaves the conversation readable: what the store saw is
/// then the only copy.
class Conversation : public QObject {
    Q_OBJECT
public:
    /// `client` may be null: then only the store is read. Store and client must outlive it.
    Conversation(EventStore& store, ConnectorClient* client, ConnectionId connection, const QString& peer,
                 QObject* parent = nullptr);
    ~Conversation() override;

    [[nodiscard]] QString peer() const; ///< address
    /// Starts reading; `inserted` tells of the newest first. To be called once.
    void start();
    /// Older entries are still being read.
    [[nodiscard]] bool isReading() const;
    /// The relationship was decomposed by us: REST knows nothing of it any more.
    [[nodiscard]] bool isGone() const;

    [[nodiscard]] int count() const;
    /// The whole entry, or null while it is read (want() it; `changed` tells when it is there). Valid until
    /// control returns to the event loop.
    [[nodiscard]] const ConversationEntry* entry(int index) const;
    /// Known of every entry without reading.
    [[nodiscard]] ConversationEntry::Kind kind(int index) const;
    [[nodiscard]] Micros time(int index) const;
    [[nodiscard]] bool isOwn(int index) const;
    [[nodiscard]] QString id(int index) const;
    /// Place of an entry by the id of its message, Request or relationship change; -1 if there is none.
    [[nodiscard]] int indexOf(const QString& id) const;
    /// Has these entries read (at most 1000 around the middle). What is not wanted any more may be forgotten.
    void want(int first, int last);

    /// Tells when our own POST was answered: an acceptance that no event proves.
    void noteSent(const SendResult& result);

Q_SIGNALS:
    /// `count` entries are new at `first`; indices are those after the insertion.
    void inserted(int first, int count);
    /// These entries are there now, or have changed.
    void changed(int first, int last);
    /// Everything is different: begin anew with count().
    void reset();
    /// Nothing older is to come.
    void readingFinished();
    /// REST could not be asked for older entries; what the store has is shown.
    void failed(const meshwatch::ConnectorError& error);
    void goneChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace meshwatch
