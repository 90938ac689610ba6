// SPDX-License-Identifier: MIT
#include "deliverer.h"

#include "exchange.h"
#include "javascript.h"

namespace meshwatch {

namespace {

DeliveryExplanation::Context contextOf(const DeliveryTest::Job& job, const OutgoingRequest& request,
                                       const Transfer::Options& options) {
    DeliveryExplanation::Context context;
    context.url = request.url;
    context.trigger = job.event.trigger;
    context.time = options.time;
    context.bodyBytes = request.body.size();
    const ConfigJson* type = javascript::member(&job.target.authentication, "type");
    context.authentication = type && type->is_string() ? configjson::toString(*type) : QString();
    const QString url = configjson::toString(job.target.url);
    if (url.contains(QLatin1String("{{trigger}}"))) {
        const QString trigger = job.event.trigger.toLower();
        context.isTriggerInHost = request.url.hostname().contains(trigger, Qt::CaseInsensitive);
        context.isTriggerInPath = request.url.pathname().contains(trigger, Qt::CaseInsensitive);
    }
    return context;
}

/// The name of a target, or its address without secrets.
QString nameOf(const ResolvedWebhook& target) {
    if (!target.targetName.isEmpty() || !target.url.is_string())
        return target.targetName;
    const auto url = WhatwgUrl::parse(configjson::toString(target.url));
    if (!url)
        return {};
    // The placeholder is for people here.
    return SecretMask().masked(*url).replace(QLatin1String("%7B%7Btrigger%7D%7D"),
                                             QLatin1String("{{trigger}}"));
}

} // namespace

void Deliverer::deliver(const DeliveryTest::Job& job, const Transfer::Options& options, Done done) {
    auto course = std::make_shared<Course>();
    course->job = job;
    course->options = options;
    course->done = std::move(done);
    course->result.event = job.event;
    course->result.target = nameOf(job.target);
    if (!needsToken(job.target.authentication))
        return post(course, {});
    Transfer::Options once = options;
    once.keepsConnection = false;
    const QString name = job.target.targetName.isEmpty() ? course->result.target : job.target.targetName;
    m_tokens.get(name, job.target.authentication, once, [this, course](const TokenStore::Answer& answer) {
        course->result.token = answer.exchange;
        if (!answer.token.isEmpty())
            return post(course, answer.token);
        course->result.failure = answer.why.failure;
        course->result.explanation = answer.why.text;
        course->done(std::move(course->result));
    });
}

void Deliverer::post(const std::shared_ptr<Course>& course, const QByteArray& token) {
    auto request = OutgoingRequest::forEvent(course->job.target, course->job.event, token, course->mask);
    if (!request) {
        course->result.failure = request.error().code;
        course->result.explanation = course->mask.masked(request.error().message);
        return course->done(std::move(course->result));
    }
    request->skipTlsCheck = course->job.skipTlsCheck;
    course->sent.url = course->mask.masked(request->url);
    course->sent.requestHeaders = course->mask.masked(request->headers);
    course->sent.requestBody = request->body.left(Transfer::keptBytes);
    exchange(m_loop, *request, course->options, contextOf(course->job, *request, course->options),
             [course](const DeliveryExplanation::Context& context, const TransferOutcome& outcome) {
                 const SecretMask& mask = course->mask;
                 const auto why = DeliveryExplanation::ofDelivery(context, outcome);
                 DeliveryExchange exchange = outcome.exchange;
                 exchange.url = course->sent.url;
                 exchange.requestHeaders = course->sent.requestHeaders;
                 exchange.requestBody = course->sent.requestBody;
                 exchange.responseBody = mask.masked(exchange.responseBody);
                 HttpHeaders came(exchange.responseHeaders.begin(), exchange.responseHeaders.end());
                 exchange.responseHeaders = mask.masked(came);
                 course->result.isDelivered = why.failure.isEmpty();
                 course->result.failure = why.failure;
                 course->result.explanation = mask.masked(why.text);
                 course->result.delivery = std::move(exchange);
                 course->done(std::move(course->result));
             });
}

} // namespace meshwatch
