// SPDX-License-Identifier: MIT
#pragma once

#include "apierror.h"
#include "ids.h"

#include <meshwatch/core/micros.h>

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <deque>
#include <functional>

namespace meshwatch::sandbox {

using Clock = std::function<Micros()>;

/// Who somebody is on the Backbone.
struct Identity {
    QString name; ///< what people call it; the Backbone does not know it
    QString address;
    QString device;
    QString publicKey;
    QString secret; ///< signs challenges
};

/// Something that happened elsewhere and waits on the Backbone until an identity's next sync.
struct ExternalEvent {
    enum class Kind {
        Message,
        RelationshipCreated,
        RelationshipChanged,
        ReactivationRequested,
        ReactivationCompleted,
        AllocationsExhausted,
        FileOwnershipClaimed,
        PeerToBeDeleted,
        PeerDeletionCancelled
    };
    Kind kind;
    QString reference;   ///< id of the object, or address of the peer for the last two
    QJsonObject content; ///< of a message; the deletion date for PeerToBeDeleted
};

/// What the Backbone keeps of a token or template.
struct SharedObject {
    QJsonObject data; ///< the members that both sides show
    QString key;
    QString forIdentity;
    QString password;
    Micros expiresAt;       ///< none: never
    int maxAllocations = 0; ///< 0: any number
    QSet<QString> allocations;
};

struct SharedFile {
    QJsonObject data; ///< metadata that both sides show, without owner
    QByteArray content;
    QString key;
    QString owner;
    QString ownershipToken;
    bool isLocked = false;
    Micros expiresAt;
};

struct SharedRelationship {
    QString id;
    QString templateId;
    QString from; ///< who asked
    QString to;   ///< whose template it was
    QString status;
    QJsonArray auditLog;
    QJsonObject creationContent;
    QSet<QString> decomposedBy;

    [[nodiscard]] const QString& otherThan(const QString& address) const {
        return address == from ? to : from;
    }
};

/// The simulated Backbone: knows the identities, keeps what they share, and lets what is meant for one of
/// them wait until it syncs. Every object lives in the sandbox's thread.
class Backbone {
public:
    explicit Backbone(Clock clock)
        : m_clock(std::move(clock)) {}

    [[nodiscard]] Micros now() const { return m_clock(); }

    /// While it is down every call of a Connector that needs it fails with error.platform.unexpected.
    void setDown(bool isDown) { m_isDown = isDown; }
    [[nodiscard]] bool isDown() const { return m_isDown; }

    void enroll(const Identity& identity) { m_identities.insert(identity.address, identity); }
    [[nodiscard]] const Identity* find(const QString& address) const;

    void post(const QString& address, ExternalEvent event) { m_waiting[address].push_back(std::move(event)); }
    /// Hands over everything that waits for an identity, oldest first.
    [[nodiscard]] std::deque<ExternalEvent> take(const QString& address);
    [[nodiscard]] int waitingFor(const QString& address) const;
    /// Messages from one identity that the other has not fetched yet.
    [[nodiscard]] int unreceived(const QString& from, const QString& to) const;
    /// At most this many may wait between two identities.
    static constexpr int maxUnreceived = 20;

    /// Opens a shared object for `reader`: 404 if unknown, expired, exhausted or the password is wrong.
    [[nodiscard]] Outcome<SharedObject*> open(QHash<QString, SharedObject>& objects, QLatin1String type,
                                              const QString& id, const QString& reader,
                                              const QString& password);
    /// Takes away what has expired.
    void purge();

    QHash<QString, SharedObject> templates;
    QHash<QString, SharedObject> tokens;
    QHash<QString, SharedFile> files;
    QHash<QString, SharedRelationship> relationships;
    QJsonArray announcements;

private:
    Clock m_clock;
    bool m_isDown = false;
    QHash<QString, Identity> m_identities;
    QHash<QString, std::deque<ExternalEvent>> m_waiting;
};

} // namespace meshwatch::sandbox
