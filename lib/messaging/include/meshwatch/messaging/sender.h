// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/connectorclient.h>
#include <meshwatch/events/eventstore.h>
#include <meshwatch/messaging/postedmail.h>
#include <meshwatch/messaging/requestdraft.h>
#include <meshwatch/messaging/sendresult.h>

#include <QObject>

#include <chrono>
#include <memory>
#include <vector>

namespace meshwatch {

/// Sends Mails and Requests to one peer each.
///
/// Attachments are uploaded first; then the message is posted, once. If the connection breaks so that nobody
/// knows whether the Connector took it, the result is InDoubt; as soon as the Connector answers again the
/// message is looked up and the result becomes Sent or Failed: by the event of that very call where a store
/// has it (setProofs()), else among the sent ones by its content, a Request by its status. Nothing is ever
/// posted twice.
class Sender : public QObject {
    Q_OBJECT
public:
    struct Settings {
        /// Pauses between look-ups of a message in doubt; they double up to `longestPause`.
        std::chrono::milliseconds firstPause{2'000};
        std::chrono::milliseconds longestPause{60'000};
        /// A Connector may still be at work when the connection breaks: not to be found counts only so long
        /// after.
        std::chrono::milliseconds settling{15'000};
    };

    explicit Sender(ConnectorClient& client, QObject* parent = nullptr);
    ~Sender() override;
    /// For what is sent from now on.
    void setSettings(const Settings& settings);
    [[nodiscard]] ConnectorClient& client() const;
    /// Where the connection's events go; must outlive the sender.
    void setProofs(const EventStore& store, ConnectionId connection);

    /// Starts and returns an id; `changed` and `finished` follow, never before this returns.
    /// The POST carries `correlationId`, or one of its own if that is empty.
    qint64 sendMail(const QString& peer, const MailDraft& mail, const QByteArray& correlationId = {});
    /// Finds out what became of a Mail that was being sent when the program ended: InDoubt from the start.
    qint64 findOut(const QString& peer, const PostedMail& mail);
    /// Validates, creates and sends a Request. What the Connector finds is the error's message.
    qint64 sendRequest(const QString& peer, const RequestDraft& request);
    /// Stops before the POST (Skipped); a message that is being posted goes on.
    void cancel(qint64 id);
    /// Null for an unknown id; finished ones are kept until forget().
    [[nodiscard]] const SendResult* result(qint64 id) const;
    void forget(qint64 id);
    /// Those that are not finished, in the order in which they were given.
    [[nodiscard]] std::vector<SendResult> unfinished() const;
    /// Those in doubt are looked up now, whatever the pause.
    void lookUp();
    [[nodiscard]] int inDoubt() const;

Q_SIGNALS:
    /// A new state, InDoubt among them.
    void changed(const meshwatch::SendResult& result);
    /// Of the attachments, in bytes.
    void uploading(qint64 id, qint64 sent, qint64 total);
    /// Sent, Failed or Skipped.
    void finished(const meshwatch::SendResult& result);

private:
    template<typename Draft>
    qint64 start(const QString& peer, const Draft& draft, const QByteArray& correlationId);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace meshwatch
