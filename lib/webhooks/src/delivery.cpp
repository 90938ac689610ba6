// SPDX-License-Identifier: MIT
#include <meshwatch/webhooks/delivery.h>

#include <QJsonArray>

namespace meshwatch {

namespace {

QJsonArray asJson(const QList<std::pair<QByteArray, QByteArray>>& headers) {
    QJsonArray list;
    for (const auto& [name, value] : headers)
        list.append(QJsonArray{QString::fromLatin1(name), QString::fromLatin1(value)});
    return list;
}

QJsonObject asJson(const DeliveryExchange& exchange) {
    QJsonObject json{{QStringLiteral("url"), exchange.url},
                     {QStringLiteral("requestHeaders"), asJson(exchange.requestHeaders)},
                     {QStringLiteral("requestBody"), QString::fromUtf8(exchange.requestBody)},
                     {QStringLiteral("timesUs"),
                      QJsonObject{{QStringLiteral("name"), qint64(exchange.nameLookup.count())},
                                  {QStringLiteral("connect"), qint64(exchange.connect.count())},
                                  {QStringLiteral("tls"), qint64(exchange.tls.count())},
                                  {QStringLiteral("firstByte"), qint64(exchange.firstByte.count())},
                                  {QStringLiteral("total"), qint64(exchange.total.count())}}}};
    QJsonArray chain;
    for (const auto& certificate : exchange.certificates)
        chain.append(QJsonObject{{QStringLiteral("subject"), certificate.subject},
                                 {QStringLiteral("issuer"), certificate.issuer},
                                 {QStringLiteral("expires"), certificate.expires}});
    if (!chain.isEmpty())
        json.insert(QStringLiteral("certificates"), chain);
    if (exchange.status == 0)
        return json;
    json.insert(QStringLiteral("status"), exchange.status);
    json.insert(QStringLiteral("responseHeaders"), asJson(exchange.responseHeaders));
    json.insert(QStringLiteral("responseBody"), QString::fromUtf8(exchange.responseBody));
    json.insert(QStringLiteral("responseBytes"), exchange.responseBytes);
    return json;
}

} // namespace

bool DeliveryResult::isUnreachable() const {
    static const QStringList codes{QStringLiteral("nameNotFound"), QStringLiteral("refused"),
                                   QStringLiteral("unreachable"),  QStringLiteral("timeout"),
                                   QStringLiteral("closedEarly"),  QStringLiteral("reset"),
                                   QStringLiteral("proxy")};
    return codes.contains(failure.mid(failure.startsWith(QLatin1String("token.")) ? 6 : 0));
}

QJsonObject DeliveryResult::toJson() const {
    QJsonObject json{{QStringLiteral("target"), target},
                     {QStringLiteral("trigger"), event.trigger},
                     {QStringLiteral("isDelivered"), isDelivered},
                     {QStringLiteral("explanation"), explanation}};
    if (!event.correlationId.isEmpty())
        json.insert(QStringLiteral("correlationId"), event.correlationId);
    if (!failure.isEmpty())
        json.insert(QStringLiteral("failure"), failure);
    if (token)
        json.insert(QStringLiteral("token"), asJson(*token));
    if (delivery)
        json.insert(QStringLiteral("delivery"), asJson(*delivery));
    return json;
}

} // namespace meshwatch
