// SPDX-License-Identifier: MIT
#include "pubsublink.h"

#include "pubsubsession.h"

#include <QCoreApplication>

namespace meshwatch {

namespace {

struct PubSubLinkText {
    Q_DECLARE_TR_FUNCTIONS(EventSource)
};

Result<PubSubEndpoint> endpointOf(const EventSource::Settings& settings) {
    return PubSubEndpoint::resolve(settings.address, settings.secret,
                                   qEnvironmentVariable("PUBSUB_EMULATOR_HOST"));
}

/// Waits for one answer, which the limits of HttpCalls bring at the latest.
template<typename T, typename Ask>
Result<T, PubSubProblem> wait(Ask ask) {
    QEventLoop loop;
    Result<T, PubSubProblem> answer = PubSubProblem();
    ask([&](const Result<T, PubSubProblem>& given) {
        answer = given;
        loop.quit();
    });
    loop.exec();
    return answer;
}

QString describe(const PubSubSubscription& subscription, const PubSubEndpoint& endpoint) {
    if (!subscription.isKnown)
        return PubSubLinkText::tr("connects, %1 may be read").arg(endpoint.resource());
    QString text =
        PubSubLinkText::tr("connects, the subscription exists, topic %1, acknowledgement within %2 s")
            .arg(subscription.topic)
            .arg(subscription.acknowledgeWithin.count());
    if (subscription.topic == QLatin1String("_deleted-topic_"))
        text = PubSubLinkText::tr("connects, the subscription exists, but its topic was deleted: nothing new "
                                  "will come");
    if (subscription.hasFilter)
        text += PubSubLinkText::tr("; its filter holds some messages back");
    return text;
}

} // namespace

Result<void> PubSubLink::run(SourceFeed& feed) {
    auto endpoint = endpointOf(m_settings);
    if (!endpoint)
        return endpoint.error();
    PubSubApi api(std::move(*endpoint));
    return PubSubSession(api, feed, m_settings.address.number("messages")).run();
}

Result<QString> PubSubLink::look() {
    auto endpoint = endpointOf(m_settings);
    if (!endpoint)
        return endpoint.error();
    PubSubApi api(std::move(*endpoint));
    const auto subscription = wait<PubSubSubscription>([&](auto done) { api.subscription(done); });
    if (!subscription)
        return subscription.error().error;
    if (!subscription->hindrance.isEmpty())
        return sourceerror::refused(
            PubSubLinkText::tr("%1 %2.").arg(api.endpoint().resource(), subscription->hindrance),
            subscription->advice);
    if (api.isAuthenticated()) {
        const auto mayConsume = wait<bool>([&](auto done) { api.mayConsume(done); });
        if (!mayConsume)
            return mayConsume.error().error;
    } else if (!subscription->isKnown) {
        return sourceerror::refused(PubSubLinkText::tr("%1 may not be read.").arg(api.endpoint().resource()),
                                    PubSubLinkText::tr("Give the key of a service account as the secret."));
    }
    return describe(*subscription, api.endpoint());
}

} // namespace meshwatch
