// SPDX-License-Identifier: MIT
#pragma once

#include "apierror.h"
#include "backbone.h"
#include "store.h"

namespace meshwatch::sandbox {

class Runtime;

/// The relationships of one identity: their transitions here, and what the other side did, at the next sync.
class Relationships {
public:
    enum class Step {
        Accept,
        Reject,
        Revoke,
        Terminate,
        Reactivate,
        AcceptReactivation,
        RejectReactivation,
        RevokeReactivation
    };

    explicit Relationships(Runtime& runtime)
        : m_runtime(runtime) {}

    /// May a relationship be asked for with this template? Fails with the reason.
    [[nodiscard]] std::optional<ApiError> checkCreation(const QString& templateId,
                                                        const QJsonValue& creationContent,
                                                        bool isByConnector = false) const;
    /// Asks for a relationship: Pending. `creationContent` has been read.
    Outcome<QJsonObject> create(const QString& templateId, const QJsonObject& creationContent);
    Outcome<QJsonObject> take(const QString& id, Step step);
    /// Removes a relationship that is over, with everything that belongs to it.
    Outcome<void> decompose(const QString& id);

    void receiveNew(const QString& id);
    void receiveChange(const ExternalEvent& event);
    void receiveDeletionOfPeer(const ExternalEvent& event);
    /// Tells every peer that this identity will be deleted, or that it will not.
    void announceDeletion(ExternalEvent::Kind kind, const QString& deletionDate);

    [[nodiscard]] const Store& store() const { return m_store; }
    /// The relationship with a peer that is neither rejected nor revoked; an empty object if there is none.
    [[nodiscard]] QJsonObject with(const QString& peer) const;

private:
    [[nodiscard]] std::optional<ApiError> checkStep(const QJsonObject& relationship, Step step) const;
    [[nodiscard]] ApiError transportError(QLatin1String code, const QString& message) const;
    QJsonObject refreshed(const SharedRelationship& shared) const;
    void log(SharedRelationship& shared, QLatin1String reason, const QString& newStatus) const;
    void raiseChange(const QJsonObject& relationship, ExternalEvent::Kind kind, bool isOwn);

    Runtime& m_runtime;
    Store m_store;
};

} // namespace meshwatch::sandbox
