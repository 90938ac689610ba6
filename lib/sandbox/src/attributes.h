// SPDX-License-Identifier: MIT
#pragma once

#include "apierror.h"
#include "store.h"

#include <QJsonArray>
#include <QList>
#include <QMap>

namespace meshwatch::sandbox {

class Runtime;

/// To whom an attribute was given: one entry of its forwarding details.
struct Forwarding {
    QString peer;
    QString sourceReference;
    QString sharedAt;
    QJsonObject deletionInfo;
};

/// The attributes of one identity: own ones, those of peers, and who was given which.
class Attributes {
public:
    explicit Attributes(Runtime& runtime)
        : m_runtime(runtime) {}

    /// What speaks against a new own identity attribute; nothing if it may be created.
    [[nodiscard]] std::optional<ApiError> checkNew(const QJsonObject& content) const;
    [[nodiscard]] std::optional<ApiError> checkTags(const QStringList& tags) const;
    /// `content` is a whole IdentityAttribute; checked before.
    QJsonObject createOwn(const QJsonObject& content);
    /// An attribute shared with or by a peer; with `id` the copy of one that has it on the other side.
    QJsonObject createShared(const QString& type, const QString& id, const QJsonObject& content,
                             const QString& peer, const QString& sourceReference,
                             const QJsonObject& more = {});
    /// A new version. Relationship attributes are told to the peer: then with `notificationId`.
    Outcome<QJsonObject> succeed(const QString& id, const QJsonObject& successorContent);
    /// Tells a peer that got an older version of this own identity attribute.
    Outcome<QJsonObject> notifyPeer(const QString& id, const QString& peer);
    /// Deletes it and its older versions, and tells those who have it: `{"notificationIds":[…]}`.
    Outcome<QJsonObject> remove(const QString& id);

    /// Notes that it was given to a peer.
    void forward(const QString& id, const QString& peer, const QString& sourceReference);
    [[nodiscard]] bool isForwardedTo(const QString& id, const QString& peer) const;
    [[nodiscard]] QList<Forwarding> forwardings(const QString& id) const { return m_forwardings.value(id); }
    /// The id of an older version that this peer has; empty if it has none.
    [[nodiscard]] QString olderVersionAt(const QString& id, const QString& peer) const;
    void setForwardingDeletion(const QString& id, const QString& peer, const QString& status,
                               const QString& date);
    void setDeletion(const QString& id, const QString& status, const QString& date);
    /// The peer's successor of one of its attributes, come by Notification or in an answer.
    void receiveSuccessor(const QString& predecessorId, const QString& successorId,
                          const QJsonObject& content, const QString& peer, const QString& sourceReference);
    void receiveNotification(const QJsonObject& notification, const QString& sender);

    void forgetPeer(const QString& peer); ///< the relationship is over, or did not come about
    void removeOverdue();                 ///< those whose agreed date of deletion is over

    /// The attribute as it is shown; an empty object if there is none.
    [[nodiscard]] QJsonObject get(const QString& id) const;
    [[nodiscard]] QList<QJsonObject> all() const;
    /// The newest own identity attribute with this value, or an empty object.
    [[nodiscard]] QJsonObject ownWith(const QJsonObject& content) const;
    /// All versions, newest first.
    [[nodiscard]] QList<QJsonObject> versions(const QString& id) const;
    [[nodiscard]] int size() const { return m_store.size(); }

private:
    [[nodiscard]] QJsonObject shown(const QJsonObject& record) const;
    Outcome<QString> notify(const QString& peer, const QJsonObject& item, const QString& notificationId);
    void link(const QString& predecessorId, QJsonObject& successor);
    void erase(const QString& id);
    void removeSharedWith(const QString& peer);
    [[nodiscard]] QString deletionItem(const QJsonObject& attribute) const;

    Runtime& m_runtime;
    Store m_store;
    QMap<QString, QList<Forwarding>> m_forwardings; ///< sorted: the order of events must not vary
    bool m_hasOverdue = false;                      ///< something is to be deleted at a date
};

} // namespace meshwatch::sandbox
