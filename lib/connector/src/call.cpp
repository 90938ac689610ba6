// SPDX-License-Identifier: MIT
#include "call.h"

#include <QRandomGenerator>
#include <QUrl>
#include <QUuid>

namespace meshwatch::connector {

namespace {

/// May it work the next time? A broken connection may, a certificate does not get better by asking again, and
/// who waited for the time allowed should not wait for it three times.
bool isPassing(const ConnectorResult<Answer>& answer) {
    if (!answer)
        return answer.error().kind == ConnectorError::Kind::Network;
    return answer->status == 502 || answer->status == 503 || answer->status == 504;
}

/// The route's path with its {…} replaced by `parts`.
QString filled(const Route& route, const QStringList& parts) {
    QString path;
    qsizetype next = 0;
    for (const QString& step : QString::fromLatin1(route.path).split(QLatin1Char('/'), Qt::SkipEmptyParts))
        path += QLatin1Char('/') + (step.startsWith(QLatin1Char('{')) ? parts.value(next++) : step);
    return path;
}

} // namespace

std::optional<ConnectorError> CallSpec::problem() const {
    for (const QString& part : pathParts) {
        // Dots would be resolved as steps in the path before they are sent.
        if (part.isEmpty() || part == QLatin1String(".") || part == QLatin1String(".."))
            return invalid(ConnectorError::tr("“%1” is not an id.").arg(part));
    }
    for (const auto& [name, value] : filter.conditions()) {
        const bool isKnown =
            std::any_of(route->query.begin(), route->query.end(),
                        [&n = name](const char* known) { return n == QLatin1String(known); });
        if (!isKnown)
            return invalid(ConnectorError::tr("%1 cannot be filtered by “%2”.")
                               .arg(QString::fromLatin1(route->path), name));
    }
    for (const char c : options.correlationId) {
        if (c <= 0x20 || c >= 0x7f)
            return invalid(
                ConnectorError::tr("The correlation id holds characters that no header may hold."));
    }
    return {};
}

QByteArray CallSpec::target() const {
    QStringList encoded;
    for (const QString& part : pathParts)
        encoded << QString::fromLatin1(QUrl::toPercentEncoding(part));
    QByteArray target = filled(*route, encoded).toLatin1();
    if (!filter.isEmpty())
        target += '?' + filter.encoded();
    return target;
}

QString CallSpec::path() const { return filled(*route, pathParts); }

Call::Call(const ConnectorSettings& settings, CallSpec spec, Transport& transport, TokenSource* tokens,
           Done done, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_spec(std::move(spec))
    , m_transport(transport)
    , m_tokens(tokens)
    , m_done(std::move(done)) {
    QByteArray& correlationId = m_spec.options.correlationId;
    if (correlationId.isEmpty())
        correlationId = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    m_context = {QString::fromLatin1(m_spec.route->method), m_spec.path(), QString::fromLatin1(correlationId),
                 m_spec.route->changes()};
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] { logIn(); });
}

Call::~Call() { delete m_sending; }

void Call::start() {
    // From the event loop in any case, so that no caller is called back before it has its future.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_done)
                return;
            auto problem = m_settings.problem();
            if (!problem)
                problem = m_spec.problem();
            if (problem)
                return finish(*problem);
            logIn();
        },
        Qt::QueuedConnection);
}

void Call::cancel() {
    m_done = {};
    m_pause.stop();
    delete m_sending;
    deleteLater();
}

void Call::abandon() {
    if (!m_done)
        return;
    ConnectorError error;
    error.kind = ConnectorError::Kind::Cancelled;
    error.message = ConnectorError::tr("The call was given up.");
    error.isInDoubt = m_sending && m_sending->mayHaveArrived();
    finish(error);
    cancel();
}

void Call::logIn() {
    if (!m_tokens || m_spec.route == &routes::health)
        return send({});
    m_tokens->obtain(this, [this](const ConnectorResult<QByteArray>& token) {
        if (!m_done)
            return;
        if (!token)
            return finish(token.error());
        m_bearer = *token;
        send(m_bearer);
    });
}

QNetworkRequest Call::request(const QByteArray& bearer) const {
    const QUrl url = QUrl::fromEncoded(m_settings.rootUrl().toEncoded() + m_spec.target(), QUrl::StrictMode);
    QNetworkRequest request = m_transport.request(url);
    // Always said: without it a Connector with OIDC takes us for a browser and redirects to its login.
    request.setRawHeader("Accept", m_spec.wantsPicture ? "image/png" : "application/json");
    request.setRawHeader("X-Correlation-ID", m_spec.options.correlationId);
    if (const auto* key = std::get_if<ConnectorSettings::ApiKey>(&m_settings.authentication))
        request.setRawHeader(key->headerName, key->key);
    if (const auto* given = std::get_if<ConnectorSettings::Bearer>(&m_settings.authentication))
        request.setRawHeader("Authorization", "Bearer " + given->token);
    if (!bearer.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + bearer);
    return request;
}

ConnectorResult<RequestBody> Call::body() const {
    if (m_spec.body)
        return m_spec.body();
    // What is in a GET or DELETE, servers in between may refuse.
    if (m_spec.route->isSafe() || QByteArrayView(m_spec.route->method) == "DELETE")
        return RequestBody();
    return jsonBody({})();
}

Outgoing Call::outgoing(const QByteArray& bearer, RequestBody body) const {
    const bool isUpload = m_spec.isTransfer && body.content;
    const auto timeout = m_spec.options.timeout;
    Outgoing outgoing;
    outgoing.request = request(bearer);
    outgoing.method = m_spec.route->method;
    outgoing.body = std::move(body);
    outgoing.timeout = timeout.value_or(m_settings.timeout);
    outgoing.answerTimeout = timeout.value_or(isUpload ? m_settings.syncTimeout : m_settings.timeout);
    if (!m_spec.isTransfer)
        outgoing.longest = std::max(m_settings.longestRequest, outgoing.timeout);
    outgoing.maxBytes = m_spec.options.maxBytes.value_or(m_settings.maxResponseBytes);
    outgoing.sink = m_spec.sink;
    if (m_spec.isTransfer)
        outgoing.progress = m_progress;
    return outgoing;
}

void Call::send(const QByteArray& bearer) {
    ++m_try;
    auto made = body();
    if (!made)
        return finish(made.error());
    if (m_spec.sink) {
        if (const auto problem = m_spec.sink->begin())
            return finish(*problem);
    }
    m_sending = m_transport.send(outgoing(bearer, *std::move(made)),
                                 [this](const ConnectorResult<Answer>& answer) { answered(answer); });
}

void Call::answered(const ConnectorResult<Answer>& answer) {
    if (isPassing(answer) && repeat(answer ? answer->retryAfterSeconds : 0))
        return;
    if (!answer)
        return finish(answer.error());
    if (answer->status == 401 && m_tokens && !m_hasNewToken && !m_bearer.isEmpty()) {
        // Refused before anything was done, so this holds for calls that change something too.
        m_hasNewToken = true;
        m_tokens->reject(m_bearer);
        return logIn();
    }
    if (auto failure = failureOf(*answer, *m_spec.route, m_spec.wantsPicture, m_settings.authentication)) {
        failure->isInDoubt = leavesDoubt(*answer, *failure);
        return finish(inContext(*failure, m_context, answer->status));
    }
    finish(*answer);
}

bool Call::repeat(int retryAfterSeconds) {
    const auto& repeating = m_settings.repeating;
    if (!m_spec.route->isSafe() || m_try >= m_spec.options.tries.value_or(repeating.tries))
        return false;
    if (m_spec.sink && !m_spec.sink->canBegin())
        return false;
    const qint64 longest = repeating.longestPause.count();
    qint64 pause = repeating.firstPause.count() << std::min(m_try - 1, 16);
    pause = std::min(std::max(pause, qint64(retryAfterSeconds) * 1000), longest);
    pause -= QRandomGenerator::global()->bounded(pause / 2 + 1);
    m_pause.start(std::chrono::milliseconds(pause));
    return true;
}

void Call::finish(ConnectorResult<Answer> result) {
    deleteLater();
    const auto done = std::exchange(m_done, {});
    if (result)
        return done(std::move(result));
    done(inContext(result.error(), m_context, 0));
}

} // namespace meshwatch::connector
