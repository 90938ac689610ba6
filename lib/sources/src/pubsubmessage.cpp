// SPDX-License-Identifier: MIT
#include "pubsubmessage.h"

#include "sourcelink.h"

#include <meshwatch/core/json.h>
#include <meshwatch/core/secrets.h>

#include <QCoreApplication>
#include <QJsonArray>

namespace meshwatch {

namespace {

struct PubSubMessageText {
    Q_DECLARE_TR_FUNCTIONS(EventSource)
};

constexpr QLatin1String nameAttribute("namespace");

Error notPulled(const QString& what) {
    return sourceerror::broken(
        PubSubMessageText::tr("The answer to a pull is not one of Pub/Sub: %1.").arg(what),
        PubSubMessageText::tr("Check the endpoint."));
}

/// One line of text whatever stands in it.
QByteArray lineOf(const QString& text) { return text.simplified().toUtf8(); }

/// What else the publisher said. The message's number and time are left out: they differ each time, and equal
/// headers are stored once.
QByteArray headersOf(const QJsonObject& message) {
    QByteArray lines;
    const QJsonObject attributes = message.value(QLatin1String("attributes")).toObject();
    for (auto it = attributes.begin(); it != attributes.end(); ++it) {
        const QByteArray name = lineOf(it.key());
        lines += name + ": " +
                 (secrets::isSecretHeader(name) ? QByteArray(secrets::redacted) : lineOf(it->toString())) +
                 '\n';
    }
    if (const QByteArray key = lineOf(message.value(QLatin1String("orderingKey")).toString()); !key.isEmpty())
        lines += "ordering-key: " + key + '\n';
    return lines;
}

/// Fills body and name, or says why there is none.
QString readContent(const QJsonObject& message, SourceDelivery& delivery) {
    const QByteArray encoded = message.value(QLatin1String("data")).toString().toUtf8();
    auto decoded = QByteArray::fromBase64Encoding(encoded, QByteArray::Base64Encoding |
                                                               QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded) {
        delivery.body = encoded;
        return PubSubMessageText::tr("The data of the message are not base64.");
    }
    delivery.body = std::move(*decoded);
    delivery.trigger =
        message.value(QLatin1String("attributes")).toObject().value(nameAttribute).toString().toUtf8();
    return delivery.trigger.isEmpty()
               ? PubSubMessageText::tr("The message has no attribute “namespace” with the event's name.")
               : QString();
}

} // namespace

Result<std::vector<PubSubMessage>> readPubSubPull(const QByteArray& answer, const QByteArray& path) {
    // Without messages it may be entirely empty.
    if (answer.isEmpty())
        return std::vector<PubSubMessage>();
    const auto json = json::parseObject(answer);
    if (!json)
        return notPulled(PubSubMessageText::tr("it is no JSON object"));
    const QJsonArray list = json->value(QLatin1String("receivedMessages")).toArray();
    std::vector<PubSubMessage> messages;
    messages.reserve(size_t(list.size()));
    for (const QJsonValue& item : list) {
        const QJsonObject received = item.toObject();
        const QJsonObject content = received.value(QLatin1String("message")).toObject();
        PubSubMessage message;
        message.ackId = received.value(QLatin1String("ackId")).toString().toUtf8();
        message.delivery.id = content.value(QLatin1String("messageId")).toString().toUtf8();
        if (message.ackId.isEmpty() || message.delivery.id.isEmpty())
            return notPulled(PubSubMessageText::tr("a message has no “ackId” or no “messageId”"));
        message.flaw = readContent(content, message.delivery);
        message.delivery.path = path;
        message.delivery.headers = headersOf(content);
        message.delivery.canRepeat = true;
        // Any message may come again at any time; its number says so.
        message.delivery.mayBeRepeat = true;
        messages.push_back(std::move(message));
    }
    return messages;
}

} // namespace meshwatch
