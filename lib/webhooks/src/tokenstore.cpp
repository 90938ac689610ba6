// SPDX-License-Identifier: MIT
#include "tokenstore.h"

#include "exchange.h"
#include "javascript.h"

#include <meshwatch/core/json.h>

#include <QJsonObject>

namespace meshwatch {

namespace {

using namespace std::chrono_literals;

/// With so much left a token is not used any more.
constexpr auto reserve = 10s;

/// The seconds in `expires_in`, also as text; nothing if they are not there.
std::optional<double> secondsOf(const QJsonValue& value) {
    bool isNumber = value.isDouble();
    const double seconds = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
    return isNumber ? std::optional(std::clamp(seconds, 0.0, 1e9)) : std::nullopt;
}

} // namespace

void TokenStore::get(const QString& targetName, const ConfigJson& authentication,
                     const Transfer::Options& options, Done done) {
    const Key key{targetName, authentication.dump(-1, ' ', false, ConfigJson::error_handler_t::replace)};
    Entry& entry = m_entries[key];
    if (!entry.token.isEmpty() && entry.end - TransferLoop::Clock::now() >= reserve)
        return done({entry.token, {}, {}});
    entry.waiting.push_back(std::move(done));
    if (entry.waiting.size() == 1)
        request(key, authentication, options);
}

void TokenStore::request(const Key& key, const ConfigJson& authentication, const Transfer::Options& options) {
    Entry& entry = m_entries[key];
    entry.token.clear();
    const auto request = OutgoingRequest::forToken(authentication, entry.mask);
    if (!request) {
        DeliveryExplanation why;
        why.failure = QLatin1String("token.") + request.error().code;
        why.text = request.error().message;
        return answer(key, {{}, {}, why});
    }
    DeliveryExplanation::Context context;
    context.url = request->url;
    context.time = options.time;
    DeliveryExchange sent;
    sent.url = entry.mask.masked(request->url);
    sent.requestHeaders = entry.mask.masked(request->headers);
    sent.requestBody = entry.mask.masked(request->body);
    exchange(m_loop, *request, options, context,
             [this, key, sent](const DeliveryExplanation::Context& known, TransferOutcome outcome) {
                 outcome.exchange.url = sent.url;
                 outcome.exchange.requestHeaders = sent.requestHeaders;
                 outcome.exchange.requestBody = sent.requestBody;
                 take(key, known, outcome);
             });
}

void TokenStore::take(const Key& key, const DeliveryExplanation::Context& context,
                      const TransferOutcome& outcome) {
    Entry& entry = m_entries[key];
    Answer result{{}, outcome.exchange, {}};
    const bool isWhole = outcome.code == CURLE_OK && outcome.isWholeHead && !outcome.isCancelled;
    if (isWhole && outcome.exchange.status == 200) {
        const auto body = json::parseObject(outcome.exchange.responseBody);
        const auto seconds = body ? secondsOf(body->value(QLatin1String("expires_in"))) : std::nullopt;
        const QByteArray token =
            body ? body->value(QLatin1String("access_token")).toString().toUtf8() : QByteArray();
        entry.mask.add(token);
        if (seconds && !token.isEmpty()) {
            result.token = entry.token = token;
            entry.end =
                TransferLoop::Clock::now() + std::chrono::duration_cast<TransferLoop::Clock::duration>(
                                                 std::chrono::duration<double>(*seconds));
        } else {
            result.why = DeliveryExplanation::ofTokenAnswer(outcome.exchange.responseBody);
        }
    } else {
        result.why = DeliveryExplanation::ofToken(context, outcome);
    }
    DeliveryExchange& shown = *result.exchange;
    shown.responseBody = entry.mask.maskedTokenAnswer(shown.responseBody);
    for (auto& [name, value] : shown.responseHeaders)
        value = entry.mask.masked(HttpHeaders{{name, value}}).constFirst().second;
    result.why.text = entry.mask.masked(result.why.text);
    answer(key, result);
}

void TokenStore::answer(const Key& key, const Answer& answer) {
    // Who is told may ask again at once.
    const std::vector<Done> waiting = std::exchange(m_entries[key].waiting, {});
    for (const Done& done : waiting)
        done(answer);
}

} // namespace meshwatch
