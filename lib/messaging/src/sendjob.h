// SPDX-License-Identifier: MIT
#pragma once

#include "sentproofs.h"
#include "uploads.h"

#include <meshwatch/messaging/sender.h>

#include <QSet>
#include <QTimer>

#include <variant>

namespace meshwatch {

/// One message on its way: upload or check, post once, and if need be find out what became of it.
class SendJob : public QObject {
    Q_OBJECT
public:
    using Content = std::variant<MailDraft, RequestDraft, PostedMail>;
    using State = SendResult::State;

    /// `begun` says to whom, and under which ids. Without `proofs` nothing is known of calls. What is given
    /// must outlive it.
    SendJob(ConnectorClient& client, const Sender::Settings& settings, SendResult begun, Content content,
            QSet<QString>& claimed, SentProofs* proofs);

    void start();
    void cancel();
    void lookUp();
    [[nodiscard]] const SendResult& result() const { return m_result; }

Q_SIGNALS:
    void changed();
    void uploading(qint64 sent, qint64 total);

private:
    void setState(State state);
    void fail(const ConnectorError& error);
    void prepareMail(const MailDraft& mail);
    void validate(const RequestDraft& request);
    void create(const RequestDraft& request);
    void post(const connector::MessageDraft& message);
    void takeAnswer(const ConnectorResult<connector::Message>& answer);

    void scheduleLookUp();
    void askConnector();
    void lookUpMail();
    void lookUpRequest();
    void readSentMessage(const QString& id);
    void takeFound(const connector::Message& message);
    void takeNotFound(Micros askedAt);
    [[nodiscard]] bool isOurs(const connector::Message& message) const;

    ConnectorClient& m_client;
    const Sender::Settings m_settings;
    const Content m_content;
    SendResult m_result;
    connector::MessageDraft m_message; ///< as posted
    Uploads* m_uploads = nullptr;
    bool m_isCancelled = false;

    QSet<QString>& m_claimed; ///< ids of messages that are known to be another job's
    SentProofs* const m_proofs;
    QSet<QString> m_others; ///< ids of messages that came of other calls
    QTimer m_lookUpTimer;
    std::chrono::milliseconds m_pause;
    bool m_isLookingUp = false;
    Micros m_brokeAt;
};

} // namespace meshwatch
