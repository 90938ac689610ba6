// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/connectorclient.h>
#include <meshwatch/core/identifiers.h>
#include <meshwatch/events/eventstore.h>

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace meshwatch {

/// Has a Connector fetch news from the Backbone, then compares what its REST API holds with what the store
/// has seen and files what is missing as recovered events.
///
/// Never two runs at once; on a schedule it backs off while it fails. With no webhook and no broker this
/// alone fills the timeline. What was decomposed is gone from REST; what the store saw of it stays.
class BackboneSync : public QObject {
    Q_OBJECT
public:
    struct Settings {
        std::chrono::seconds interval{60}; ///< pause between the end of a run and the next; 0: only on demand
        /// How long a delivery may still be under way before its absence counts as a loss.
        std::chrono::milliseconds grace{2000};
    };
    /// What a run did.
    struct Summary {
        int compared = 0;  ///< objects looked at
        int recovered = 0; ///< events filed
        qint64 durationMs = 0;
        QStringList closed; ///< translated: what the key may not read
    };

    /// Both must outlive the sync.
    BackboneSync(ConnectorClient& client, EventStore& store, ConnectionId connection,
                 QObject* parent = nullptr);
    ~BackboneSync() override;

    void setSettings(const Settings& settings);
    /// Starts the schedule with a run now.
    void start();
    void stop();
    /// Runs now; if a run is under way, that one counts.
    void syncNow();
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] Micros lastFinished() const;

Q_SIGNALS:
    void started();
    void finished(const meshwatch::BackboneSync::Summary& summary);
    /// The Connector or the network refused; `retryInMs` is -1 without a schedule.
    void failed(const meshwatch::ConnectorError& error, qint64 retryInMs);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace meshwatch
