// SPDX-License-Identifier: MIT
#include <meshwatch/sync/backbonesync.h>

#include "comparer.h"
#include "syncrun.h"

#include <QPointer>
#include <QRandomGenerator>

namespace meshwatch {

namespace {

constexpr qint64 shortestRetryMs = 2000;
constexpr qint64 longestRetryMs = 15 * 60 * 1000;

} // namespace

class BackboneSync::Private {
public:
    ConnectorClient& client;
    Comparer comparer;
    Settings settings;
    QTimer timer;
    QPointer<SyncRun> run;
    bool isScheduled = false;
    int failures = 0;
    Micros lastFinished;

    Private(ConnectorClient& connector, EventStore& store, ConnectionId connection)
        : client(connector)
        , comparer(store, connection) {
        timer.setSingleShot(true);
    }

    /// Doubles with each failure; a random part keeps many Meshwatches from asking in step.
    [[nodiscard]] qint64 retryMs() const {
        const qint64 base = qMax(shortestRetryMs, qint64(settings.interval.count()) * 1000 / 4);
        const qint64 pause = qMin(longestRetryMs, base << qMin(failures - 1, 12));
        return pause - QRandomGenerator::global()->bounded(pause / 4 + 1);
    }
    void schedule(qint64 afterMs) {
        if (isScheduled && settings.interval.count() > 0)
            timer.start(int(qMin<qint64>(afterMs, std::numeric_limits<int>::max())));
    }
};

BackboneSync::BackboneSync(ConnectorClient& client, EventStore& store, ConnectionId connection,
                           QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(client, store, connection)) {
    connect(&d->timer, &QTimer::timeout, this, &BackboneSync::syncNow);
}

BackboneSync::~BackboneSync() { delete d->run; }

void BackboneSync::setSettings(const Settings& settings) {
    d->settings = settings;
    if (d->timer.isActive())
        d->schedule(settings.interval.count() * 1000);
    if (settings.interval.count() == 0)
        d->timer.stop();
}

void BackboneSync::start() {
    d->isScheduled = true;
    syncNow();
}

void BackboneSync::stop() {
    d->isScheduled = false;
    d->timer.stop();
    delete d->run;
}

void BackboneSync::syncNow() {
    if (d->run)
        return;
    d->timer.stop();
    d->run = new SyncRun(d->client, d->comparer, d->settings.grace, this);
    connect(d->run, &SyncRun::finished, this, [this](const Summary& summary) {
        d->run->deleteLater();
        d->run.clear();
        d->failures = 0;
        d->lastFinished = Micros::now();
        d->schedule(d->settings.interval.count() * 1000);
        Q_EMIT finished(summary);
    });
    connect(d->run, &SyncRun::failed, this, [this](const ConnectorError& error) {
        d->run->deleteLater();
        d->run.clear();
        ++d->failures;
        const qint64 retry = d->retryMs();
        const bool retries = d->isScheduled && d->settings.interval.count() > 0;
        d->schedule(retry);
        Q_EMIT failed(error, retries ? retry : -1);
    });
    Q_EMIT started();
    d->run->start();
}

bool BackboneSync::isRunning() const { return !d->run.isNull(); }

Micros BackboneSync::lastFinished() const { return d->lastFinished; }

} // namespace meshwatch
