// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/error.h>
#include <meshwatch/core/identifiers.h>
#include <meshwatch/core/micros.h>

#include <QCoreApplication>
#include <QJsonObject>
#include <QMetaType>
#include <QString>

#include <vector>

namespace meshwatch {

/// What a RoundTrip measured on one of the two ways that enmeshed documents (reference, event-introduction).
struct RoundTripResult {
    Q_DECLARE_TR_FUNCTIONS(RoundTripResult)
public:
    enum class Way { Polling, Events };
    enum class Ending { Running, Answered, TimedOut, Cancelled, Failed };

    /// A call we made or an event that came.
    struct Step {
        enum class Kind { Call, Event };
        Kind kind = Kind::Call;
        QString name;      ///< "POST Messages", "transport.messageSent"
        Micros at;         ///< when the call began or the event arrived
        qint64 tookMs = 0; ///< of a call
        qint64 sent = 0;   ///< bytes of the bodies, without headers
        qint64 received = 0;
        EventSeq event;        ///< of an event
        bool isFailed = false; ///< a call without an answer, or with an error
    };

    Way way = Way::Events;
    Ending ending = Ending::Running;
    Error error;            ///< when Failed or TimedOut
    bool isInDoubt = false; ///< when Failed: the test message may have been sent all the same
    QString messageId;      ///< of the test message
    QString requestId;      ///< if it is a Request
    QString answerId;       ///< message that answered
    Micros startedAt;
    Micros answeredAt;           ///< when the peer's answer was made, by the Backbone's clock; 0 if unknown
    Micros knownAt;              ///< when we knew of it
    qint64 sentConfirmedMs = -1; ///< until we knew that it was sent; -1 if never
    std::vector<Step> steps;

    [[nodiscard]] int calls() const;
    [[nodiscard]] qint64 bytesSent() const;
    [[nodiscard]] qint64 bytesReceived() const;
    /// From the start until the answer was known; -1 without one.
    [[nodiscard]] qint64 totalMs() const;
    /// From the answer's own time until it was known: what the way itself costs. -1 if unknown. Clocks
    /// differ.
    [[nodiscard]] qint64 delayMs() const;
    [[nodiscard]] QJsonObject toJson() const;
    /// Translated lines that compare two ways: calls, bytes, delay.
    [[nodiscard]] static QStringList compare(const RoundTripResult& polling, const RoundTripResult& events);
};

} // namespace meshwatch

Q_DECLARE_METATYPE(meshwatch::RoundTripResult)
