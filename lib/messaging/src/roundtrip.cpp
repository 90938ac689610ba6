// SPDX-License-Identifier: MIT
#include "roundtrip_p.h"

#include <meshwatch/core/json.h>

namespace meshwatch {

namespace {

using Step = RoundTripResult::Step;

constexpr qint64 envelope = 11; ///< {"result":}

Error timedOut() {
    return {QStringLiteral("roundtrip.timedOut"), RoundTrip::tr("No answer came in time."),
            RoundTrip::tr("Is the peer online, and does it answer?")};
}

} // namespace

MailDraft RoundTrip::testMail() {
    MailDraft mail;
    mail.subject = tr("Round-trip test");
    mail.body = tr("This message measures how long an answer takes. Please answer it with any message.");
    return mail;
}

RequestDraft RoundTrip::testRequest() {
    RequestDraft request;
    request.title = tr("Round-trip test");
    RequestItem item;
    item.kind =
        RequestItem::Authentication{tr("This measures how long an answer takes: accept or reject it.")};
    request.items.emplace_back(item);
    return request;
}

RoundTrip::RoundTrip(ConnectorClient& client, EventStore& store, ConnectionId connection, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, client, store, connection)) {}

RoundTrip::~RoundTrip() = default;

const RoundTripResult& RoundTrip::result() const { return d->result; }

void RoundTrip::start(const QString& peer, const Content& content, const Settings& settings) {
    d->peer = peer;
    d->settings = settings;
    d->result.way = settings.way;
    d->result.startedAt = Micros::now();
    d->timeout.setSingleShot(true);
    connect(&d->timeout, &QTimer::timeout, this, [this] {
        d->result.error = timedOut();
        d->end(RoundTripResult::Ending::TimedOut);
    });
    d->timeout.start(settings.timeout);
    // From now on: an event can be quicker than the answer to the call that causes it.
    if (settings.way == RoundTripResult::Way::Events)
        connect(&d->store, &EventStore::appended, this, [this](EventSeq first, EventSeq last) {
            d->newsFirst = d->newsFirst.isValid() ? qMin(d->newsFirst, first) : first;
            d->newsLast = qMax(d->newsLast, last);
            d->readNews();
        });
    if (const auto* mail = std::get_if<MailDraft>(&content)) {
        connector::MessageDraft message;
        message.recipients = {peer};
        message.content = mail->content(peer);
        d->post(message);
    } else {
        d->createRequest(std::get<RequestDraft>(content));
    }
}

void RoundTrip::cancel() { d->end(RoundTripResult::Ending::Cancelled); }

void RoundTrip::Private::end(RoundTripResult::Ending ending) {
    if (result.ending != RoundTripResult::Ending::Running)
        return;
    result.ending = ending;
    timeout.stop();
    pollTimer.stop();
    Q_EMIT q.finished(result);
}

template<typename T, typename Then>
void RoundTrip::Private::call(const QString& name, qint64 sent, const connector::Future<T>& future,
                              Then then) {
    const Micros at = Micros::now();
    connector::whenFinished(future, &q, [this, name, sent, at, then](const ConnectorResult<T>& answer) {
        if (result.ending != RoundTripResult::Ending::Running)
            return;
        Step step;
        step.name = name;
        step.at = at;
        step.tookMs = (Micros::now().value - at.value) / 1000;
        step.sent = sent;
        step.isFailed = !answer;
        if (answer)
            step.received = bytesOf(*answer) + envelope;
        result.steps.push_back(step);
        Q_EMIT q.progressed();
        then(answer);
    });
}

qint64 RoundTrip::Private::bytesOf(const connector::Record& record) {
    return json::compact(record.toJson()).size();
}

qint64 RoundTrip::Private::bytesOf(const std::vector<connector::Message>& list) {
    qint64 bytes = 2;
    for (const auto& message : list)
        bytes += bytesOf(message) + 1;
    return bytes;
}

void RoundTrip::Private::fail(const ConnectorError& error) {
    result.error = error.toError();
    result.isInDoubt = error.isInDoubt;
    end(RoundTripResult::Ending::Failed);
}

void RoundTrip::Private::createRequest(const RequestDraft& draft) {
    const QJsonObject content = draft.toJson();
    const qint64 bytes =
        json::compact(QJsonObject{{QStringLiteral("content"), content}, {QStringLiteral("peer"), peer}})
            .size();
    call(QStringLiteral("POST Requests/Outgoing"), bytes, client.outgoingRequests().create(content, peer),
         [this](const ConnectorResult<connector::Request>& request) {
             if (!request) {
                 // A draft that may exist does no harm: nothing was sent.
                 ConnectorError error = request.error();
                 error.isInDoubt = false;
                 return fail(error);
             }
             result.requestId = request->id();
             post(connector::MessageDraft::request(*request));
         });
}

void RoundTrip::Private::post(const connector::MessageDraft& message) {
    call(QStringLiteral("POST Messages"), json::compact(message.toJson()).size(),
         client.messages().send(message), [this](const ConnectorResult<connector::Message>& sent) {
             if (!sent)
                 return fail(sent.error());
             result.messageId = sent->id();
             sentAt = sent->createdAt();
             if (settings.way == RoundTripResult::Way::Events)
                 return readNews();
             result.sentConfirmedMs = result.steps.back().tookMs;
             schedulePoll();
         });
}

void RoundTrip::Private::schedulePoll() { pollTimer.start(settings.pollInterval); }

void RoundTrip::Private::poll() {
    if (!settings.syncsBeforePolling)
        return ask();
    const Micros at = Micros::now();
    connector::whenFinished(client.account().sync(), &q, [this, at](const ConnectorResult<void>& synced) {
        if (result.ending != RoundTripResult::Ending::Running)
            return;
        Step step;
        step.name = QStringLiteral("POST Account/Sync");
        step.at = at;
        step.tookMs = (Micros::now().value - at.value) / 1000;
        step.isFailed = !synced;
        result.steps.push_back(step);
        Q_EMIT q.progressed();
        ask();
    });
}

/// A poll that fails is a step too; the next one may do.
void RoundTrip::Private::ask() {
    if (!result.requestId.isEmpty()) {
        call(QStringLiteral("GET Requests/Outgoing/{id}"), 0, client.outgoingRequests().get(result.requestId),
             [this](const ConnectorResult<connector::Request>& request) {
                 const auto response = request ? request->response() : std::nullopt;
                 if (!response)
                     return schedulePoll();
                 answered(response->sourceReference(), response->createdAt(), Micros::now());
             });
        return;
    }
    connector::Filter filter;
    filter.is(u"isOwn", false).is(u"participant", peer).between(u"createdAt", sentAt, {});
    call(QStringLiteral("GET Messages?createdAt=>=…"), 0, client.messages().list(filter),
         [this](const ConnectorResult<std::vector<connector::Message>>& list) {
             if (!list || list->empty())
                 return schedulePoll();
             const auto first =
                 std::min_element(list->begin(), list->end(),
                                  [](const auto& a, const auto& b) { return a.createdAt() < b.createdAt(); });
             answered(first->id(), first->createdAt(), Micros::now());
         });
}

void RoundTrip::Private::answered(const QString& id, Micros at, Micros known) {
    if (result.ending != RoundTripResult::Ending::Running)
        return;
    result.answerId = id;
    result.answeredAt = at;
    result.knownAt = known;
    end(RoundTripResult::Ending::Answered);
}

void RoundTrip::Private::readNews() {
    // Until the POST is answered nobody knows which message it is; what comes waits for that.
    if (result.messageId.isEmpty() || !newsFirst.isValid())
        return;
    const EventSeq first = std::exchange(newsFirst, {});
    const EventSeq last = std::exchange(newsLast, {});
    const auto work = [this, first, last, address = peer.toUtf8()](const EventReader& reader) {
        std::vector<News> news;
        EventReader::Selection selection{connection, address, {}, first, last, false, true};
        reader.visit(selection, [&news](const EventReader::Glance& event) {
            if (event.trigger == "transport.messageSent" || event.trigger == "transport.messageReceived")
                news.push_back({event.seq, QString::fromUtf8(event.trigger), event.receivedAt,
                                event.body.size(), event.data()});
            return true;
        });
        return news;
    };
    thread.run(&q, work, [this](const std::vector<News>& news) {
        for (const News& event : news)
            take(event);
    });
}

void RoundTrip::Private::take(const News& event) {
    const auto message = connector::Message::fromJson(event.message);
    if (!message || result.ending != RoundTripResult::Ending::Running)
        return;
    const bool isOurs = message->id() == result.messageId;
    const bool isAnswer =
        !message->isOwn() &&
        (result.requestId.isEmpty() ? message->createdAt() >= sentAt
                                    : message->content().at(u"requestId").toString() == result.requestId);
    if (!isOurs && !isAnswer)
        return;
    Step step;
    step.kind = Step::Kind::Event;
    step.name = event.trigger;
    step.at = event.at;
    step.received = event.bytes;
    step.event = event.seq;
    result.steps.push_back(step);
    Q_EMIT q.progressed();
    if (isOurs)
        result.sentConfirmedMs = (event.at.value - result.startedAt.value) / 1000;
    else
        answered(message->id(), message->createdAt(), event.at);
}

} // namespace meshwatch
