// SPDX-License-Identifier: MIT
#include <meshwatch/messaging/sendmany.h>

#include "uploads.h"

#include <QHash>
#include <QSet>
#include <QTimer>

namespace meshwatch {

using State = SendResult::State;

class SendMany::Private {
public:
    SendMany& q;
    Sender& sender;
    MailDraft mail;
    std::vector<To> peers;
    std::vector<SendResult> results;
    QHash<qint64, int> indexOf; ///< of those given to the sender
    QSet<qint64> underWay;
    size_t nextPeer = 0;
    int atOnce = 1;
    bool isRunning = false;
    Uploads* uploads = nullptr;

    void begin();
    void sendNext();
    void sendTo(int index);
    void take(const SendResult& result);
    void setResult(int index, SendResult result);
    void endAll(State state, const ConnectorError& error);
    void checkEnd();
};

SendMany::SendMany(Sender& sender, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(Private{*this, sender, {}, {}, {}, {}, {}})) {
    connect(&sender, &Sender::changed, this, [this](const SendResult& result) { d->take(result); });
}

SendMany::~SendMany() = default;

void SendMany::start(const MailDraft& mail, std::vector<To> peers, int atOnce) {
    d->mail = mail;
    d->peers = std::move(peers);
    d->atOnce = qMax(1, atOnce);
    d->isRunning = true;
    d->results.resize(d->peers.size());
    for (size_t i = 0; i < d->peers.size(); ++i)
        d->results[i].peer = d->peers[i].peer;
    QTimer::singleShot(0, this, [this] { d->begin(); });
}

void SendMany::stop() {
    if (!d->isRunning)
        return;
    if (d->uploads)
        d->uploads->cancel();
    d->endAll(State::Skipped, {});
}

bool SendMany::isRunning() const { return d->isRunning; }
const std::vector<SendResult>& SendMany::results() const { return d->results; }

SendMany::Progress SendMany::progress() const {
    Progress progress;
    progress.total = int(d->results.size());
    for (const SendResult& result : d->results) {
        progress.sent += result.state == State::Sent;
        progress.failed += result.state == State::Failed;
        progress.inDoubt += result.state == State::InDoubt;
        progress.skipped += result.state == State::Skipped;
    }
    return progress;
}

void SendMany::Private::begin() {
    if (!isRunning)
        return;
    if (mail.attachments.isEmpty() || peers.empty())
        return sendNext();
    uploads = new Uploads(sender.client(), mail.attachments, &q);
    // As with a single Mail: whatever became of the file, no message was sent.
    QObject::connect(uploads, &Uploads::failed, &q, [this](ConnectorError error) {
        error.isInDoubt = false;
        endAll(State::Failed, error);
    });
    QObject::connect(uploads, &Uploads::finished, &q, [this](const QStringList& ids) {
        mail.attachments = ids;
        sendNext();
    });
    uploads->start();
}

void SendMany::Private::sendNext() {
    while (underWay.size() < atOnce && nextPeer < peers.size())
        sendTo(int(nextPeer++));
    checkEnd();
}

void SendMany::Private::sendTo(int index) {
    const To& to = peers[size_t(index)];
    MessageTemplate::Mail filled{mail.subject, mail.body, {}};
    if (to.values)
        filled = MessageTemplate{{}, mail.subject, mail.body, mail.isMarkdown}.fill(*to.values);
    if (!filled.unresolved.isEmpty()) {
        SendResult skipped;
        skipped.peer = to.peer;
        skipped.state = State::Skipped;
        skipped.unresolved = filled.unresolved;
        return setResult(index, skipped);
    }
    const qint64 id =
        sender.sendMail(to.peer, {filled.subject, filled.body, mail.isMarkdown, mail.attachments});
    indexOf.insert(id, index);
    underWay.insert(id);
}

void SendMany::Private::take(const SendResult& result) {
    const auto it = indexOf.constFind(result.id);
    if (it == indexOf.constEnd())
        return;
    const bool isDone = result.isFinished() || result.state == State::InDoubt;
    if (isDone)
        underWay.remove(result.id);
    setResult(*it, result);
    if (result.isFinished()) {
        indexOf.erase(it);
        sender.forget(result.id);
    }
    if (isDone && isRunning)
        sendNext();
}

void SendMany::Private::setResult(int index, SendResult result) {
    results[size_t(index)] = std::move(result);
    Q_EMIT q.resultChanged(index);
    Q_EMIT q.progressChanged();
}

/// Those that were not begun end so; those under way end by themselves.
void SendMany::Private::endAll(State state, const ConnectorError& error) {
    while (nextPeer < peers.size()) {
        const int index = int(nextPeer++);
        SendResult result;
        result.peer = peers[size_t(index)].peer;
        result.state = state;
        result.error = error;
        setResult(index, result);
    }
    checkEnd();
}

void SendMany::Private::checkEnd() {
    if (!isRunning || !underWay.isEmpty() || nextPeer < peers.size())
        return;
    isRunning = false;
    Q_EMIT q.finished();
}

} // namespace meshwatch
