// SPDX-License-Identifier: MIT
#include <meshwatch/sources/statusendpoint.h>

#include <meshwatch/events/eventreader.h>
#include <meshwatch/sources/webhookreceiver.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

namespace meshwatch {

namespace {

/// Counting goes through all events: so often at most.
constexpr qint64 statusRecountMicros = 10'000'000;

HttpResponse healthOf(const RelayMetrics& metrics) {
    const QStringList troubles = metrics.troubles();
    QJsonObject body{
        {QStringLiteral("status"), troubles.isEmpty() ? QStringLiteral("ok") : QStringLiteral("trouble")}};
    if (!troubles.isEmpty())
        body.insert(QStringLiteral("reasons"), QJsonArray::fromStringList(troubles));
    HttpResponse response;
    response.status = troubles.isEmpty() ? 200 : 503;
    response.body = QJsonDocument(body).toJson(QJsonDocument::Compact) + '\n';
    return response;
}

} // namespace

class StatusEndpoint::Private {
public:
    explicit Private(Subjects told)
        : subjects(std::move(told)) {}

    [[nodiscard]] RelayMetrics metrics(bool withCounts);
    void answer(const HttpRequest& request, HttpResponder responder);

    const Subjects subjects;
    HttpServer server;
    // The reading thread's own: HttpServer's must not wait for the disk.
    QThread thread;
    QObject worker;
    std::unique_ptr<EventReader> reader;
    QHash<ConnectionId, qint64> counts;
    qint64 countedAt = 0;
};

RelayMetrics StatusEndpoint::Private::metrics(bool withCounts) {
    RelayMetrics metrics;
    const qint64 now = Micros::now().value;
    if (withCounts && qAbs(now - countedAt) > statusRecountMicros) {
        for (const EventReader::Connection& counted : reader->connections())
            counts.insert(counted.id, counted.events);
        countedAt = now;
    }
    for (const RelayServer::Offer& offer : subjects.connections) {
        const auto numbers = subjects.receiver ? subjects.receiver->statistics(offer.connection)
                                               : WebhookReceiver::Statistics();
        metrics.connections.push_back(
            {offer.name, counts.value(offer.connection), numbers.accepted, numbers.refused});
    }
    metrics.storeBytes = reader->fileBytes();
    metrics.pending = subjects.store->pending();
    metrics.trouble = subjects.store->trouble();
    if (subjects.relay)
        metrics.relay = subjects.relay->figures();
    return metrics;
}

void StatusEndpoint::Private::answer(const HttpRequest& request, HttpResponder responder) {
    if (request.path == "/healthz") {
        responder.send(healthOf(metrics(false)));
        return;
    }
    HttpResponse response;
    response.status = 200;
    response.contentType = "text/plain; version=0.0.4; charset=utf-8";
    response.body = metrics(true).toPrometheus();
    responder.send(std::move(response));
}

StatusEndpoint::StatusEndpoint(Subjects subjects)
    : d(std::make_unique<Private>(std::move(subjects))) {}

StatusEndpoint::~StatusEndpoint() { stop(); }

Result<void> StatusEndpoint::start(const HttpServer::Options& options) {
    auto reader = EventReader::open(d->subjects.store->path());
    if (!reader)
        return reader.error();
    d->reader = std::move(*reader);
    d->thread.setObjectName(QStringLiteral("status"));
    d->worker.moveToThread(&d->thread);
    d->thread.start();
    const auto check = [](const HttpRequest& head) -> std::optional<HttpResponse> {
        if (head.path != "/healthz" && head.path != "/metrics")
            return HttpResponse::refusal(404, QStringLiteral("status.unknownPath"),
                                         QStringLiteral("There are /healthz and /metrics."));
        if (head.method != "GET")
            return HttpResponse::refusal(405, QStringLiteral("status.method"),
                                         QStringLiteral("Only GET is understood here."));
        return std::nullopt;
    };
    return d->server.start(options, check, [this](HttpRequest request, HttpResponder responder) {
        // QMetaObject wants copyable captures.
        auto answer = std::make_shared<HttpResponder>(std::move(responder));
        QMetaObject::invokeMethod(
            &d->worker,
            [this, answer, request = std::move(request)] { d->answer(request, std::move(*answer)); },
            Qt::QueuedConnection);
    });
}

void StatusEndpoint::stop() {
    d->server.stop();
    d->thread.quit();
    d->thread.wait();
}

QString StatusEndpoint::url() const { return d->server.url(); }

} // namespace meshwatch
