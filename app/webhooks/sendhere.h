// SPDX-License-Identifier: MIT
#pragma once

#include "widgets/storereading.h"

#include <meshwatch/webhooks/webhookconfiguration.h>
#include <meshwatch/workspace/workspace.h>

#include <QObject>

namespace meshwatch {

class FirstEvent;

/// “Send to this app”: the target that delivers a Connector's events here, its key, and the proof that they
/// come.
class SendHere : public QObject {
    Q_OBJECT
public:
    /// Both must outlive this.
    SendHere(Workspace& workspace, StoreReading& reading, QObject* parent = nullptr);

    /// What a delivery that comes here must show.
    using Protection = Connection::ReceiverAuthentication;

    /// The protection to offer first: the present one, and a key where nobody delivers without.
    [[nodiscard]] Protection usual(const Connection& connection) const;
    /// `webhooks` with a target for all events of `connection`, in place of one that comes here already. Its
    /// secret is the one that the receiver knows; a fresh one if it knows none.
    [[nodiscard]] WebhookConfiguration added(const WebhookConfiguration& webhooks,
                                             const Connection& connection, Protection protection);
    /// The target that comes here; nothing if there is none.
    [[nodiscard]] std::optional<WebhookConfiguration::Place> target(const WebhookConfiguration& webhooks,
                                                                    const Connection& connection) const;
    /// An operator has `webhooks` now: the receiver asks from here on for what added() put in, unless that
    /// was edited since, and the first event is waited for. Does nothing when no target comes here.
    void exported(const WebhookConfiguration& webhooks, const Connection& connection);

Q_SIGNALS:
    /// How far it is, in a sentence; `isDone` when an event came.
    void progress(const QString& text, bool isDone);

private:
    struct Chosen {
        std::optional<Protection> protection; ///< nothing: nobody chose
        QString key;                          ///< fresh; nobody asks for it yet
        QString clientSecret;                 ///< as `key`
    };
    [[nodiscard]] QString secret(const Connection& connection, Protection protection) const;
    /// Is it still what added() made of it?
    [[nodiscard]] bool isAsChosen(const WebhookConfiguration& webhooks,
                                  const WebhookConfiguration::Place& place,
                                  const Connection& connection) const;
    void ask(const Connection& exported, Protection protection);
    void wait(const Connection& connection);

    Workspace& m_workspace;
    StoreReading& m_reading;
    QHash<ConnectionId, Chosen> m_chosen;
    FirstEvent* m_first = nullptr;
};

} // namespace meshwatch
