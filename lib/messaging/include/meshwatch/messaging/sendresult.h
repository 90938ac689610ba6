// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/connectorerror.h>
#include <meshwatch/connector/message.h>

#include <QCoreApplication>
#include <QMetaType>

namespace meshwatch {

/// How far one message to one peer has got, or how it ended.
struct SendResult {
    Q_DECLARE_TR_FUNCTIONS(SendResult)
public:
    enum class State {
        Waiting,
        Uploading, ///< attachments
        Checking,  ///< Validate and creating the Request
        Posting,
        InDoubt, ///< the connection broke while posting: it is looked up, and never sent again by itself
        Sent,
        Failed,  ///< certainly not sent; `error` says why
        Skipped, ///< not tried: stopped before, or variables of the template without a value
    };
    qint64 id = 0; ///< given by Sender
    QString peer;  ///< address
    State state = State::Waiting;
    connector::Message message;  ///< when Sent; as the Connector answered, or as it was found
    QString requestId;           ///< of a sent Request
    ConnectorError error;        ///< why it Failed or is InDoubt
    QStringList unresolved;      ///< variables without a value, when Skipped for them
    QByteArray correlationId;    ///< X-Correlation-ID of the POST
    QStringList fileIds;         ///< of the attachments, once they are uploaded
    Micros postedAt;             ///< when the POST began; 0 before
    qint64 tookMs = -1;          ///< from then to its answer; -1 without one
    bool wasInDoubt = false;     ///< and was found out
    bool wasInterrupted = false; ///< the program ended while it was being sent

    [[nodiscard]] bool isFinished() const {
        return state == State::Sent || state == State::Failed || state == State::Skipped;
    }
    /// One translated sentence with what a person can do; knows the Backbone's limit of messages that a peer
    /// has not fetched (error.platform.validation.message.maxNumberOfUnreceivedMessagesReached).
    [[nodiscard]] QString text() const;
};

} // namespace meshwatch

Q_DECLARE_METATYPE(meshwatch::SendResult)
