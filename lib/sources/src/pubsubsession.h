// SPDX-License-Identifier: MIT
#pragma once

#include "growingpause.h"
#include "pubsubapi.h"
#include "pubsubleases.h"
#include "sourcefeed.h"

#include <QEventLoop>
#include <QObject>
#include <QTimer>

namespace meshwatch {

/// Reads one subscription: pulls while the store has room, acknowledges what is stored, extends what is not
/// yet, until the feed is to stop or something fails. All of it in the event loop of run().
class PubSubSession : public QObject {
public:
    PubSubSession(PubSubApi& api, SourceFeed& feed, int messages);

    [[nodiscard]] Result<void> run();

private:
    using Answer = Result<QByteArray, PubSubProblem>;
    using Clock = PubSubLeases::Clock;

    void begin(const Result<PubSubSubscription, PubSubProblem>& subscription);
    void noteGap(const PubSubSubscription& subscription);
    void woken();
    void pull();
    void pulled(const Answer& answer);
    void pullFailed(const PubSubProblem& problem);
    void take(std::vector<struct PubSubMessage> messages);
    void settle();
    void acknowledge();
    void acknowledgeFailed(PubSubLeases::Leases leases, const PubSubProblem& problem);
    void extend();
    void planExtension();
    void forget();
    void handBack();
    void end(Result<void> result);

    PubSubApi& m_api;
    SourceFeed& m_feed;
    int m_messages;
    PubSubSubscription m_subscription;
    PubSubLeases m_leases;
    Result<void> m_result;
    QEventLoop m_loop;
    QTimer m_nextPull, m_nextAcknowledge, m_nextExtension, m_nextForgetting;
    bool m_isPulling = false, m_isAcknowledging = false, m_isEnding = false;
    Clock::time_point m_pullBegan;
    Micros m_pullBeganAt, m_seenAt;
    qsizetype m_mostAcknowledged = PubSubLeases::mostInCall;
    GrowingPause m_emptyPause, m_troublePause, m_acknowledgePause;
    int m_troubles = 0;
};

} // namespace meshwatch
