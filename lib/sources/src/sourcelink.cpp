// SPDX-License-Identifier: MIT
#include "sourcelink.h"

#include "amqplink.h"
#include "mqttlink.h"
#include "postgreslink.h"
#include "pubsublink.h"
#include "redislink.h"
#include "relaylink.h"

#include <QCoreApplication>
#include <QFile>

namespace meshwatch {

namespace {

struct SourceLinkText {
    Q_DECLARE_TR_FUNCTIONS(EventSource)
};

} // namespace

std::unique_ptr<SourceLink> SourceLink::make(const EventSource::Settings& settings) {
    switch (settings.address.kind()) {
    case SourceAddress::Kind::Amqp:
        return std::make_unique<AmqpLink>(settings);
    case SourceAddress::Kind::Mqtt:
        return std::make_unique<MqttLink>(settings);
    case SourceAddress::Kind::Redis:
        return std::make_unique<RedisLink>(settings);
    case SourceAddress::Kind::Relay:
        return std::make_unique<RelayLink>(settings);
    case SourceAddress::Kind::PubSub:
        return std::make_unique<PubSubLink>(settings);
    case SourceAddress::Kind::Postgres:
        return std::make_unique<PostgresLink>(settings);
    }
    return nullptr;
}

namespace sourceerror {

Error refused(const QString& message, const QString& advice) {
    return {QLatin1String(refusedCode), message, advice};
}

Error broken(const QString& message, const QString& advice) {
    return {QLatin1String(brokenCode), message, advice};
}

bool isRefusal(const Error& error) { return error.code == QLatin1String(refusedCode); }

SourceState failed(const Error& error, std::chrono::milliseconds pause) {
    SourceState state;
    state.phase = isRefusal(error) ? SourceState::Phase::Refused : SourceState::Phase::Waiting;
    state.text = error.message;
    state.code = error.code;
    state.advice = error.advice;
    state.nextTry = {Micros::now().value + std::chrono::microseconds(pause).count()};
    return state;
}

Error notStored() {
    return broken(SourceLinkText::tr(
        "An event could not be stored. The connection is made anew, so that it is sent again."));
}

} // namespace sourceerror

Result<QByteArray> readSourceFile(const QString& name) {
    if (name.isEmpty())
        return QByteArray();
    QFile file(name);
    constexpr qint64 most = 1024 * 1024;
    if (!file.open(QIODevice::ReadOnly))
        return sourceerror::refused(
            SourceLinkText::tr("The file %1 cannot be read: %2.").arg(name, file.errorString()),
            SourceLinkText::tr("Check its name and rights."));
    return file.read(most);
}

} // namespace meshwatch
