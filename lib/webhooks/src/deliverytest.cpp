// SPDX-License-Identifier: MIT
#include <meshwatch/webhooks/deliverytest.h>

#include "deliverybatch.h"
#include "loadrun.h"

#include <QFile>

namespace meshwatch {

namespace {

/// What libcurl trusts by itself, and these.
QByteArray withSystemAuthorities(const QByteArray& more) {
    const char* name = curl_version_info(CURLVERSION_NOW)->cainfo;
    QFile file(QString::fromLocal8Bit(name));
    if (!name || !file.open(QIODevice::ReadOnly))
        return more;
    return file.readAll() + '\n' + more;
}

} // namespace

class DeliveryTest::Private {
public:
    explicit Private(DeliveryTest* test)
        : q(test) {}

    /// Runs on the test's own thread; not at all once the test is gone.
    void tell(std::function<void()> task) {
        QMetaObject::invokeMethod(q, std::move(task), Qt::QueuedConnection);
    }
    void tellDone() {
        tell([this] {
            if (--runs == 0)
                Q_EMIT q->done();
        });
    }
    template<typename Run>
    void begin(const std::shared_ptr<Run>& run) {
        ++runs;
        loop.post([this, run] {
            std::erase_if(stops, [](const auto& stop) { return !stop(false); });
            stops.emplace_back([weak = std::weak_ptr(run)](bool isStop) {
                const auto alive = weak.lock();
                if (alive && isStop)
                    alive->stop();
                return alive != nullptr;
            });
            run->start();
        });
    }

    DeliveryTest* const q;
    int runs = 0;
    QByteArray authorities;
    // The next are used on the loop's thread; the loop is the last of them, so that it ends first.
    std::vector<std::function<bool(bool isStop)>> stops; ///< of each run; false: it is over
    std::unique_ptr<Deliverer> deliverer;
    TransferLoop loop;
};

DeliveryTest::DeliveryTest(QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this)) {
    d->deliverer = std::make_unique<Deliverer>(d->loop);
}

DeliveryTest::~DeliveryTest() = default;

void DeliveryTest::setMoreAuthorities(const QByteArray& pem) {
    d->authorities = pem.isEmpty() ? QByteArray() : withSystemAuthorities(pem);
}

void DeliveryTest::deliver(std::vector<Job> jobs, int parallel, std::chrono::seconds timeout) {
    Transfer::Options options;
    options.time = qMax(timeout, std::chrono::seconds(1));
    options.caCertificates = d->authorities;
    d->begin(std::make_shared<DeliveryBatch>(
        *d->deliverer, std::move(jobs), std::clamp(parallel, 1, mostParallel), options,
        DeliveryBatch::Callbacks{
            [this](const DeliveryResult& result) { d->tell([this, result] { Q_EMIT finished(result); }); },
            [this] { d->tellDone(); }}));
}

void DeliveryTest::load(const Job& job, int perSecond, std::chrono::seconds time) {
    Transfer::Options options;
    options.time = defaultTimeout;
    options.caCertificates = d->authorities;
    options.keepsConnection = true;
    d->begin(std::make_shared<LoadRun>(
        d->loop, *d->deliverer, job, options, std::clamp(perSecond, 1, mostPerSecond),
        std::clamp<std::chrono::seconds>(time, std::chrono::seconds(1), longestLoad),
        LoadRun::Callbacks{[this](const LoadFigures& figures) {
                               d->tell([this, figures] { Q_EMIT loadProgress(figures); });
                           },
                           [this] { d->tellDone(); }}));
}

void DeliveryTest::cancel() {
    d->loop.post([this] {
        for (const auto& stop : d->stops)
            (void)stop(true);
        d->loop.cancelTransfers();
    });
}

bool DeliveryTest::isRunning() const { return d->runs > 0; }

} // namespace meshwatch
