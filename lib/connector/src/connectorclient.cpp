// SPDX-License-Identifier: MIT
#include "connectorclient_p.h"

#include "probe.h"

namespace meshwatch {

using namespace connector;

void ConnectorClient::Private::use(const ConnectorSettings& newSettings) {
    abandon();
    settings = newSettings;
    m_calls = std::make_unique<QObject>();
    m_transport.reset(new Transport(settings, settings.rootUrl(), nullptr));
    m_tokens.reset();
    if (const auto* credentials =
            std::get_if<ConnectorSettings::OAuth2ClientCredentials>(&settings.authentication))
        m_tokens.reset(new TokenSource(settings, *credentials, nullptr));
    m_ageCheck = std::make_unique<AgeCheck>(
        [this](CallSpec spec, Call::Done done) { startPlain(std::move(spec), std::move(done)); }, nullptr);
}

void ConnectorClient::Private::abandon() {
    if (!m_calls)
        return;
    const QObjectList calls = m_calls->children();
    for (QObject* call : calls)
        static_cast<Call*>(call)->abandon();
}

Call* ConnectorClient::Private::startPlain(CallSpec spec, Call::Done done) {
    auto* call =
        new Call(settings, std::move(spec), *m_transport, m_tokens.get(), std::move(done), m_calls.get());
    call->start();
    return call;
}

Call* ConnectorClient::Private::start(CallSpec spec, Call::Done done) {
    const Route* route = spec.route;
    return startPlain(std::move(spec), [this, route, done = std::move(done)](ConnectorResult<Answer> answer) {
        if (answer || !AgeCheck::isSuspicious(answer.error(), *route))
            return done(std::move(answer));
        m_ageCheck->ask([done, error = answer.error()](const std::optional<ConnectorError>& tooOld) {
            if (!tooOld)
                return done(error);
            done(inContext(*tooOld, {error.method, error.path, error.correlationId}, error.httpStatus));
        });
    });
}

ConnectorClient::ConnectorClient(const ConnectorSettings& settings, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(settings)) {}

ConnectorClient::~ConnectorClient() = default;

const ConnectorSettings& ConnectorClient::settings() const { return d->settings; }

void ConnectorClient::setSettings(const ConnectorSettings& settings) { d->use(settings); }

QFuture<ConnectorProbe> ConnectorClient::probe() { return Probe::run(*this); }

void connector::Caller::start(ConnectorClient& client, CallSpec spec, std::function<void(Call&)> started,
                              std::function<void(ConnectorResult<Answer>, const CallContext&)> done) {
    QMetaObject::invokeMethod(
        &client, [&client, spec = std::move(spec), started = std::move(started), done = std::move(done)] {
            const auto context = std::make_shared<CallContext>();
            Call* call = client.d->start(
                spec, [done, context](ConnectorResult<Answer> answer) { done(std::move(answer), *context); });
            *context = call->context();
            started(*call);
        });
}

Future<Download> connector::Caller::bytes(ConnectorClient& client, CallSpec spec) {
    return run<Download>(
        client, std::move(spec), [](const Answer& answer, AnswerForm) -> ConnectorResult<Download> {
            return Download{answer.body, answer.contentType, fileNameOf(answer.contentDisposition)};
        });
}

Future<SavedDownload> connector::Caller::saved(ConnectorClient& client, CallSpec spec,
                                               std::shared_ptr<BodySink> sink) {
    spec.sink = std::move(sink);
    spec.isTransfer = true;
    return run<SavedDownload>(
        client, std::move(spec), [](const Answer& answer, AnswerForm) -> ConnectorResult<SavedDownload> {
            return SavedDownload{answer.size, answer.contentType, fileNameOf(answer.contentDisposition)};
        });
}

Future<void> connector::Caller::nothing(ConnectorClient& client, CallSpec spec) {
    return run<void>(client, std::move(spec), [](const Answer&, AnswerForm) -> ConnectorResult<void> {
        return ConnectorResult<void>();
    });
}

} // namespace meshwatch
