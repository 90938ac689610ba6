// SPDX-License-Identifier: MIT
#include <meshwatch/events/channel.h>

#include <QStringList>

namespace meshwatch {

namespace {

constexpr const char* names[channelCount] = {"webhook", "amqp",  "mqtt", "redis",
                                             "pubsub",  "relay", "sync", "file"};

} // namespace

QString channelName(Channel channel) { return QLatin1String(names[static_cast<int>(channel)]); }

std::optional<Channel> channelFromName(QStringView name) {
    if (name.compare(QLatin1String("hook"), Qt::CaseInsensitive) == 0)
        return Channel::Webhook;
    for (int i = 0; i < channelCount; ++i) {
        if (name.compare(QLatin1String(names[i]), Qt::CaseInsensitive) == 0)
            return Channel(i);
    }
    return std::nullopt;
}

QString Channels::names() const {
    QStringList list;
    for (int i = 0; i < channelCount; ++i) {
        if (contains(Channel(i)))
            list.append(channelName(Channel(i)));
    }
    return list.join(QLatin1Char(','));
}

} // namespace meshwatch
