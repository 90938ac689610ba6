// SPDX-License-Identifier: MIT
#include <meshwatch/messaging/sender.h>

#include "sendjob.h"

#include <QHash>
#include <QUuid>

#include <algorithm>

namespace meshwatch {

class Sender::Private {
public:
    ConnectorClient& client;
    Settings settings;
    QHash<qint64, SendJob*> jobs;
    QSet<QString> claimed;
    std::unique_ptr<SentProofs> proofs{};
    qint64 lastId = 0;
};

Sender::Sender(ConnectorClient& client, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(Private{client, {}, {}, {}, {}, 0})) {}

Sender::~Sender() { qDeleteAll(d->jobs); }

ConnectorClient& Sender::client() const { return d->client; }

void Sender::setSettings(const Settings& settings) { d->settings = settings; }

void Sender::setProofs(const EventStore& store, ConnectionId connection) {
    d->proofs = std::make_unique<SentProofs>(store.path(), connection);
}

qint64 Sender::sendMail(const QString& peer, const MailDraft& mail, const QByteArray& correlationId) {
    return start(peer, mail, correlationId);
}

qint64 Sender::sendRequest(const QString& peer, const RequestDraft& request) {
    return start(peer, request, {});
}

qint64 Sender::findOut(const QString& peer, const PostedMail& mail) {
    return start(peer, mail, mail.correlationId);
}

template<typename Draft>
qint64 Sender::start(const QString& peer, const Draft& draft, const QByteArray& correlationId) {
    const qint64 id = ++d->lastId;
    SendResult begun;
    begun.id = id;
    begun.peer = peer;
    begun.correlationId =
        correlationId.isEmpty() ? QUuid::createUuid().toByteArray(QUuid::WithoutBraces) : correlationId;
    auto* job = new SendJob(d->client, d->settings, begun, draft, d->claimed, d->proofs.get());
    d->jobs.insert(id, job);
    connect(job, &SendJob::uploading, this,
            [this, id](qint64 sent, qint64 total) { Q_EMIT uploading(id, sent, total); });
    connect(job, &SendJob::changed, this, [this, job] {
        const SendResult now = job->result();
        Q_EMIT changed(now);
        if (now.isFinished())
            Q_EMIT finished(now);
    });
    QTimer::singleShot(0, job, &SendJob::start);
    return id;
}

void Sender::cancel(qint64 id) {
    if (SendJob* job = d->jobs.value(id))
        job->cancel();
}

const SendResult* Sender::result(qint64 id) const {
    const SendJob* job = d->jobs.value(id);
    return job ? &job->result() : nullptr;
}

void Sender::forget(qint64 id) {
    SendJob* job = d->jobs.value(id);
    if (!job || !job->result().isFinished())
        return;
    d->jobs.remove(id);
    job->deleteLater();
}

std::vector<SendResult> Sender::unfinished() const {
    std::vector<SendResult> results;
    for (const SendJob* job : std::as_const(d->jobs)) {
        if (!job->result().isFinished())
            results.push_back(job->result());
    }
    std::ranges::sort(results, {}, &SendResult::id);
    return results;
}

void Sender::lookUp() {
    for (SendJob* job : std::as_const(d->jobs))
        job->lookUp();
}

int Sender::inDoubt() const {
    return int(std::count_if(d->jobs.begin(), d->jobs.end(), [](const SendJob* job) {
        return job->result().state == SendResult::State::InDoubt;
    }));
}

} // namespace meshwatch
