// SPDX-License-Identifier: MIT
// What answers with a status mean.
#include "deliveryexplanation.h"

#include <meshwatch/core/json.h>

#include <QJsonObject>

namespace meshwatch {

namespace {

/// A header of the answer as a text of one line; at most 200 characters.
QString header(const TransferOutcome& outcome, const char* name) {
    for (const auto& [key, value] : outcome.exchange.responseHeaders) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return QString::fromUtf8(value).simplified().left(200);
    }
    return {};
}

} // namespace

DeliveryExplanation DeliveryExplanation::ofStatus(const Context& context, const TransferOutcome& outcome) {
    const int status = outcome.exchange.status;
    if (status >= 200 && status < 300)
        return {{}, success(outcome)};
    if (status >= 300 && status < 400)
        return {QStringLiteral("redirect"), redirected(outcome)};
    if (status == 401)
        return {QStringLiteral("unauthorized"), unauthorized(context.authentication)};
    return status >= 500 ? ofServerError(status) : ofRefusal(context, status);
}

QString DeliveryExplanation::success(const TransferOutcome& outcome) {
    using namespace std::chrono_literals;
    const DeliveryExchange& exchange = outcome.exchange;
    QString text = tr("Delivered: the target answered %1.").arg(exchange.status);
    if (outcome.isCut)
        text += QLatin1Char(' ') +
                tr("Its answer was read no further than 32 MiB; the Connector reads all of it and "
                   "uses none. Answer with 204 and without a body.");
    else if (exchange.responseBytes > 1024 * 1024)
        text += QLatin1Char(' ') +
                tr("The Connector reads all of the long answer and uses none of it. Answer with "
                   "204 and without a body.");
    if (exchange.total > 5s)
        text += QLatin1Char(' ') +
                tr("It took long; the Connector waits and keeps a connection open for each event. "
                   "Answer at once and work afterwards.");
    return text;
}

QString DeliveryExplanation::redirected(const TransferOutcome& outcome) {
    const QString location = header(outcome, "Location");
    const int status = outcome.exchange.status;
    if (location.isEmpty())
        return tr("The target answered %1, a redirect without an address. The Connector follows none: the "
                  "event is "
                  "lost. Correct the address.")
            .arg(status);
    return tr("The target sends on to “%2” (%1). The Connector does not follow: the event is lost. Write "
              "that "
              "address into the configuration.")
        .arg(status)
        .arg(location);
}

QString DeliveryExplanation::unauthorized(const QString& authentication) {
    if (authentication == QLatin1String("ApiKey"))
        return tr(
            "The target does not accept the API key (401). Compare the key, and the name of its header, with "
            "what the receiver expects.");
    if (authentication == QLatin1String("OAuth2"))
        return tr(
            "The target does not accept the token (401). Check its scope, and that the receiver trusts who "
            "gives the tokens.");
    return tr(
        "The target wants authentication (401) and none is configured. Add an API key or OAuth2 to it.");
}

DeliveryExplanation DeliveryExplanation::ofRefusal(const Context& context, int status) {
    switch (status) {
    case 400:
        return {QStringLiteral("badRequest"),
                tr("The target does not accept this event (400). Its answer may say why; the body is "
                   "{\"data\":…,\"trigger\":…}.")};
    case 403:
        return {
            QStringLiteral("forbidden"),
            tr("The target knows who asks and does not allow it (403). Check rights, lists of addresses and "
               "firewalls for web requests there.")};
    case 404:
        return {QStringLiteral("notFound"),
                context.isTriggerInPath
                    ? tr("There is nothing at %1 (404). {{trigger}} became “%2” there: the receiver needs a "
                         "path for "
                         "each event, or the address no placeholder.")
                          .arg(context.url.pathname(), context.trigger)
                    : tr("There is nothing at %1 (404). Correct the path.").arg(context.url.pathname())};
    case 405:
        return {QStringLiteral("methodNotAllowed"), tr("There is something at %1, but it takes no POST "
                                                       "(405), and the Connector only sends POST. Correct "
                                                       "the path or the receiver.")
                                                        .arg(context.url.pathname())};
    case 408:
        return {QStringLiteral("requestTimeout"), tr("The target did not wait until it had the whole event "
                                                     "(408). Look for a slow network, and for a "
                                                     "content-length among the configured headers.")};
    case 411:
        return {QStringLiteral("lengthRequired"),
                tr("The target wants a Content-Length (411). The Connector sends one unless the configured "
                   "headers "
                   "change it: remove content-length and transfer-encoding there.")};
    case 413:
        return {QStringLiteral("tooLarge"),
                tr("The event of %1 bytes is too large for the target (413). Raise its limit: events of 2 MB "
                   "happen.")
                    .arg(context.bodyBytes)};
    case 415:
        return {QStringLiteral("unsupportedType"), tr("The target does not take this content type (415). "
                                                      "Events are application/json unless a configured "
                                                      "header says something else.")};
    case 429:
        return {QStringLiteral("tooManyRequests"), tr("The target takes no more for now (429). The Connector "
                                                      "does not try again: the event is lost. Raise "
                                                      "the limit for it.")};
    default:
        return {
            QStringLiteral("status"),
            tr("The target answered %1. Only 200 to 299 count as delivered; the event is lost.").arg(status)};
    }
}

DeliveryExplanation DeliveryExplanation::ofServerError(int status) {
    if (status == 502 || status == 503 || status == 504)
        return {QStringLiteral("serverError"), tr("What stands before the target answers, the target itself "
                                                  "does not (%1). Check that it runs; the "
                                                  "Connector does not try again.")
                                                   .arg(status)};
    return {
        QStringLiteral("serverError"),
        tr("The target failed (%1). Look into its log; the Connector does not try again, the event is lost.")
            .arg(status)};
}

DeliveryExplanation DeliveryExplanation::ofTokenStatus(const TransferOutcome& outcome) {
    const int status = outcome.exchange.status;
    if (status >= 300 && status < 400)
        return {QStringLiteral("redirect"),
                tr("The address for tokens sends on to “%2” (%1), and the Connector does not follow. Correct "
                   "accessTokenUrl.")
                    .arg(status)
                    .arg(header(outcome, "Location"))};
    const auto answer = json::parseObject(outcome.exchange.responseBody);
    QString said =
        answer ? answer->value(QLatin1String("error")).toString().simplified().left(100) : QString();
    said = said.isEmpty() ? QString::number(status) : QStringLiteral("%1, “%2”").arg(status).arg(said);
    if (status == 400 || status == 401 || status == 403)
        return {status == 400 ? QStringLiteral("badRequest") : QStringLiteral("unauthorized"),
                tr("The request for one is refused (%1). Check clientId, clientSecret and scope, and that "
                   "this client "
                   "may use client credentials with HTTP Basic.")
                    .arg(said)};
    if (status == 404 || status == 405)
        return {QStringLiteral("notFound"),
                tr("At the address for tokens nothing takes the request (%1). Correct accessTokenUrl.")
                    .arg(said)};
    if (status >= 500)
        return {QStringLiteral("serverError"), tr("Who gives the tokens failed (%1). Look there.").arg(said)};
    return {QStringLiteral("status"),
            tr("The request for one was answered with %1 in place of 200.").arg(said)};
}

DeliveryExplanation DeliveryExplanation::ofTokenAnswer(const QByteArray& body) {
    const QString lead = tr("There is no token, so the Connector would not deliver. %1");
    const QByteArray begin = body.left(200).trimmed().toLower();
    const auto answer = json::parseObject(body);
    if (begin.startsWith("<!doctype html") || begin.startsWith("<html"))
        return {
            QStringLiteral("token.html"),
            lead.arg(
                tr("The address for tokens shows a web page. Correct accessTokenUrl: it is the endpoint, not "
                   "the page to log in."))};
    if (!answer)
        return {QStringLiteral("token.notJson"),
                lead.arg(tr("The address for tokens answers with something else than a JSON object. Correct "
                            "accessTokenUrl."))};
    const QJsonValue token = answer->value(QLatin1String("access_token"));
    if (!token.isString() || token.toString().isEmpty())
        return {
            QStringLiteral("token.noAccessToken"),
            lead.arg(tr("The answer has no access_token. Correct accessTokenUrl, or what stands there."))};
    return {
        QStringLiteral("token.noExpiry"),
        lead.arg(
            tr("The answer has no expires_in, the seconds for which the token holds, and the Connector needs "
               "it. Have it sent."))};
}

} // namespace meshwatch
