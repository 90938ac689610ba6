// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/delivery.h>

#include <QObject>

#include <memory>
#include <vector>

namespace meshwatch {

/// Sends what the Connector would send to a webhook target: the same body, headers and token flow, no
/// redirect followed, one attempt (Connector reference, configuration 2.4). Works on a thread of its own;
/// signals come on the thread of this object.
class DeliveryTest : public QObject {
    Q_OBJECT
public:
    struct Job {
        ResolvedWebhook target;
        bool skipTlsCheck = false;
        DeliveryEvent event;
    };
    /// The Connector has no time-out; a test has one.
    static constexpr std::chrono::seconds defaultTimeout{30};
    static constexpr int mostParallel = 64;
    static constexpr int mostPerSecond = 1000;
    static constexpr std::chrono::seconds longestLoad{300};

    explicit DeliveryTest(QObject* parent = nullptr);
    /// Ends what is under way, without a signal.
    ~DeliveryTest() override;

    /// Authorities to trust besides the system's, PEM: what NODE_EXTRA_CA_CERTS is for the Connector. For
    /// what is begun from now on.
    void setMoreAuthorities(const QByteArray& pem);

    /// Delivers all, at most `parallel` at a time; finished() tells of each, done() of the end. Each opens a
    /// connection of its own, so that its times are whole. What is begun while something runs runs beside it,
    /// and done() tells when all is over.
    void deliver(std::vector<Job> jobs, int parallel = 4, std::chrono::seconds timeout = defaultTimeout);
    /// Delivers `job` `perSecond` times a second for a time, over kept connections as the Connector does;
    /// loadProgress() tells of it, finished() does not. Bounds: 1 000 a second, 5 minutes, 64 at once.
    void load(const Job& job, int perSecond, std::chrono::seconds time);
    /// Ends all that runs: what is under way finishes as "cancelled", what had not begun is not told of, and
    /// done() follows.
    void cancel();
    [[nodiscard]] bool isRunning() const;

    /// What a load came to.
    struct LoadFigures {
        qint64 sent = 0;
        qint64 delivered = 0;
        qint64 failed = 0;
        qint64 skipped = 0;                 ///< not sent because 64 were still under way
        std::chrono::microseconds median{}; ///< of those answered, as the next
        std::chrono::microseconds p99{};
        std::chrono::microseconds slowest{};
        QString firstFailure;
    };

Q_SIGNALS:
    void finished(const meshwatch::DeliveryResult& result);
    /// At most ten times a second while a load runs, and at its end.
    void loadProgress(const meshwatch::DeliveryTest::LoadFigures& figures);
    void done();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace meshwatch
