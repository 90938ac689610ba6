// SPDX-License-Identifier: MIT
#include "sendjob.h"

#include <algorithm>

namespace meshwatch {

namespace {

constexpr qint64 micro = 1000; ///< of a millisecond

ConnectorError invalid(const QString& message) {
    ConnectorError error;
    error.kind = ConnectorError::Kind::Invalid;
    error.message = message;
    return error;
}

/// What the Connector found, each at its place.
ConnectorError refusal(const RequestProblems& problems) {
    ConnectorError error;
    error.kind = ConnectorError::Kind::Connector;
    error.code = problems.front().code;
    QStringList lines;
    for (const RequestProblem& problem : problems)
        lines.append(problem.path.isEmpty() ? problem.text
                                            : problem.path + QStringLiteral(": ") + problem.text);
    error.message = lines.join(QLatin1Char('\n'));
    return error;
}

/// Did it keep what was posted? A Connector adds members that were left out (`cc`).
bool holds(const QJsonObject& kept, const QJsonObject& posted) {
    for (auto it = posted.begin(); it != posted.end(); ++it) {
        if (kept.value(it.key()) != it.value())
            return false;
    }
    return true;
}

/// Are these the files that were posted? Where their upload was not noted their number has to do.
bool areSameFiles(QStringList kept, QStringList posted) {
    if (!std::all_of(posted.begin(), posted.end(), &MailDraft::isFileId))
        return kept.size() == posted.size();
    kept.sort();
    posted.sort();
    return kept == posted;
}

} // namespace

SendJob::SendJob(ConnectorClient& client, const Sender::Settings& settings, SendResult begun, Content content,
                 QSet<QString>& claimed, SentProofs* proofs)
    : m_client(client)
    , m_settings(settings)
    , m_content(std::move(content))
    , m_result(std::move(begun))
    , m_claimed(claimed)
    , m_proofs(proofs)
    , m_pause(settings.firstPause) {
    m_lookUpTimer.setSingleShot(true);
    connect(&m_lookUpTimer, &QTimer::timeout, this, &SendJob::lookUp);
    const auto* posted = std::get_if<PostedMail>(&m_content);
    if (!posted)
        return;
    m_message.content = posted->mail.content(m_result.peer);
    m_message.attachments = posted->mail.attachments;
    m_result.postedAt = posted->at;
    m_result.state = State::InDoubt;
    m_result.wasInDoubt = m_result.wasInterrupted = true;
    // At the latest: when the program ended nobody knows.
    m_brokeAt = Micros::now();
}

void SendJob::start() {
    if (m_isCancelled)
        return;
    if (const auto* mail = std::get_if<MailDraft>(&m_content))
        prepareMail(*mail);
    else if (const auto* request = std::get_if<RequestDraft>(&m_content))
        validate(*request);
    else
        lookUp();
}

void SendJob::setState(State state) {
    m_result.state = state;
    Q_EMIT changed();
}

void SendJob::fail(const ConnectorError& error) {
    m_result.error = error;
    setState(State::Failed);
}

void SendJob::cancel() {
    const State state = m_result.state;
    if (state != State::Waiting && state != State::Uploading && state != State::Checking)
        return;
    m_isCancelled = true;
    if (m_uploads)
        m_uploads->cancel();
    setState(State::Skipped);
}

void SendJob::prepareMail(const MailDraft& mail) {
    const QStringList problems = mail.problems();
    if (!problems.isEmpty())
        return fail(invalid(problems.join(QLatin1Char('\n'))));
    m_message.recipients = {m_result.peer};
    m_message.content = mail.content(m_result.peer);
    if (mail.attachments.isEmpty())
        return post(m_message);
    setState(State::Uploading);
    m_uploads = new Uploads(m_client, mail.attachments, this);
    connect(m_uploads, &Uploads::progress, this, &SendJob::uploading);
    // A file that was uploaded and is not sent does no harm: the message has certainly not been sent.
    connect(m_uploads, &Uploads::failed, this, [this](ConnectorError error) {
        error.isInDoubt = false;
        fail(error);
    });
    connect(m_uploads, &Uploads::finished, this, [this](const QStringList& ids) {
        m_message.attachments = ids;
        post(m_message);
    });
    m_uploads->start();
}

void SendJob::validate(const RequestDraft& request) {
    setState(State::Checking);
    const RequestProblems problems = request.problems();
    if (!problems.empty())
        return fail(invalid(refusal(problems).message));
    connector::whenFinished(m_client.outgoingRequests().validate(request.toJson(), m_result.peer), this,
                            [this, request](const ConnectorResult<connector::Validation>& validation) {
                                if (m_isCancelled)
                                    return;
                                if (!validation)
                                    return fail(validation.error());
                                const RequestProblems found = requestProblems(validation->toJson());
                                if (!found.empty())
                                    return fail(refusal(found));
                                create(request);
                            });
}

void SendJob::create(const RequestDraft& request) {
    connector::whenFinished(m_client.outgoingRequests().create(request.toJson(), m_result.peer), this,
                            [this](const ConnectorResult<connector::Request>& created) {
                                if (m_isCancelled)
                                    return;
                                if (!created) {
                                    // A draft that may exist does no harm (reference, flows 4.1).
                                    ConnectorError error = created.error();
                                    error.isInDoubt = false;
                                    return fail(error);
                                }
                                m_result.requestId = created->id();
                                post(connector::MessageDraft::request(*created));
                            });
}

void SendJob::post(const connector::MessageDraft& message) {
    m_message = message;
    m_result.fileIds = message.attachments;
    m_result.postedAt = Micros::now();
    setState(State::Posting);
    CallOptions options;
    options.correlationId = m_result.correlationId;
    connector::whenFinished(
        m_client.messages().send(message, options), this,
        [this](const ConnectorResult<connector::Message>& answer) { takeAnswer(answer); });
}

void SendJob::takeAnswer(const ConnectorResult<connector::Message>& answer) {
    if (answer) {
        m_result.tookMs = (Micros::now().value - m_result.postedAt.value) / micro;
        m_result.message = *answer;
        m_claimed.insert(answer->id());
        return setState(State::Sent);
    }
    if (!answer.error().isInDoubt)
        return fail(answer.error());
    m_brokeAt = Micros::now();
    m_result.error = answer.error();
    m_result.wasInDoubt = true;
    setState(State::InDoubt);
    scheduleLookUp();
}

void SendJob::scheduleLookUp() {
    m_lookUpTimer.start(m_pause);
    m_pause = std::min(m_pause * 2, m_settings.longestPause);
}

void SendJob::lookUp() {
    if (m_result.state != State::InDoubt || m_isLookingUp)
        return;
    m_lookUpTimer.stop();
    m_isLookingUp = true;
    if (!m_proofs)
        return askConnector();
    // The event is proof enough, even where the Connector does not answer or has forgotten the message.
    m_proofs->find(this, m_result.peer, m_result.correlationId, [this](const SentProofs::Found& found) {
        m_others = found.others;
        if (!found.message)
            return askConnector();
        m_isLookingUp = false;
        takeFound(*found.message);
    });
}

void SendJob::askConnector() {
    if (m_result.requestId.isEmpty())
        lookUpMail();
    else
        lookUpRequest();
}

bool SendJob::isOurs(const connector::Message& message) const {
    return message.isOwn() && !m_claimed.contains(message.id()) && !m_others.contains(message.id()) &&
           areSameFiles(message.attachmentIds(), m_message.attachments) &&
           holds(message.content().toJson(), m_message.content);
}

void SendJob::lookUpMail() {
    /// The Backbone's clock, which dates messages, may differ from ours by so much.
    static constexpr qint64 clockMargin = 300'000'000;
    const Micros askedAt = Micros::now();
    connector::Filter filter;
    filter.is(u"isOwn", true)
        .is(u"recipients.address", m_result.peer)
        .between(u"createdAt", Micros{m_result.postedAt.value - clockMargin}, {});
    connector::whenFinished(m_client.messages().list(filter), this,
                            [this, askedAt](const ConnectorResult<std::vector<connector::Message>>& list) {
                                m_isLookingUp = false;
                                if (!list)
                                    return scheduleLookUp();
                                const auto found =
                                    std::find_if(list->begin(), list->end(),
                                                 [this](const auto& message) { return isOurs(message); });
                                if (found != list->end())
                                    takeFound(*found);
                                else
                                    takeNotFound(askedAt);
                            });
}

void SendJob::lookUpRequest() {
    const Micros askedAt = Micros::now();
    connector::whenFinished(m_client.outgoingRequests().get(m_result.requestId), this,
                            [this, askedAt](const ConnectorResult<connector::Request>& request) {
                                m_isLookingUp = false;
                                if (!request)
                                    return scheduleLookUp();
                                // Sent when it knows its message; a draft knows none.
                                if (request->sourceReference().isEmpty())
                                    takeNotFound(askedAt);
                                else
                                    readSentMessage(request->sourceReference());
                            });
}

void SendJob::readSentMessage(const QString& id) {
    m_isLookingUp = true;
    connector::whenFinished(m_client.messages().get(id), this,
                            [this](const ConnectorResult<connector::Message>& message) {
                                m_isLookingUp = false;
                                if (message)
                                    takeFound(*message);
                                else
                                    scheduleLookUp();
                            });
}

void SendJob::takeFound(const connector::Message& message) {
    m_claimed.insert(message.id());
    m_result.message = message;
    m_result.error = {};
    setState(State::Sent);
}

/// A Connector may still be at work on what it got when the connection broke.
void SendJob::takeNotFound(Micros askedAt) {
    const qint64 settled = m_brokeAt.value + m_settings.settling.count() * micro;
    if (askedAt.value >= settled) {
        m_result.error.isInDoubt = false;
        return setState(State::Failed);
    }
    m_pause = m_settings.firstPause;
    m_lookUpTimer.start(std::max<std::chrono::milliseconds>(
        m_pause, std::chrono::milliseconds((settled - askedAt.value) / micro + 1)));
}

} // namespace meshwatch
