// SPDX-License-Identifier: MIT
#include "relaylink.h"

#include "relaycall.h"
#include "relayprotocol.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QSocketNotifier>

#include <deque>
#include <poll.h>

namespace meshwatch {

namespace {

struct RelayLinkText {
    Q_DECLARE_TR_FUNCTIONS(EventSource)
};

/// Events that may be on their way to us or wait for the commit.
constexpr qint64 relayWindow = 4'000;
constexpr qint64 relaySeenPause = 1'000;

Micros microsOf(const QJsonValue& value) { return {value.toInteger()}; }

Result<SourceDelivery> relayDelivery(const QJsonObject& event, qint64& largeSize) {
    SourceDelivery delivery;
    delivery.trigger = event.value(QLatin1String("trigger")).toString().toUtf8();
    delivery.path = event.value(QLatin1String("path")).toString().toUtf8();
    delivery.headers = event.value(QLatin1String("headers")).toString().toUtf8();
    delivery.correlationId = event.value(QLatin1String("correlationId")).toString().toUtf8();
    delivery.receivedAt = microsOf(event.value(QLatin1String("receivedAt")));
    delivery.form = event.value(QLatin1String("form")).toString() == QLatin1String("data")
                        ? EventParser::Form::BareData
                        : EventParser::Form::Envelope;
    largeSize = event.value(QLatin1String("bodySize")).toInteger();
    const QJsonValue text = event.value(QLatin1String("body"));
    const QJsonValue bytes = event.value(QLatin1String("bodyBase64"));
    if (!text.isString() && !bytes.isString())
        return sourceerror::broken(RelayLinkText::tr("The relay sent an event without a body."));
    delivery.body =
        text.isString() ? text.toString().toUtf8() : QByteArray::fromBase64(bytes.toString().toLatin1());
    return delivery;
}

/// One subscription: from what the relay says to the feed, and back what may be sent.
class RelaySubscription {
public:
    RelaySubscription(const EventSource::Settings& settings, SourceFeed& feed)
        : m_settings(settings)
        , m_feed(feed)
        , m_call(settings)
        , m_wake(feed.wakeDescriptor(), QSocketNotifier::Read) {
        m_call.welcomed = [this](const RelayCall::Welcome& welcome) { subscribe(welcome); };
        m_call.said = [this](const QString& type, const QJsonObject& frame) { take(type, frame); };
        QObject::connect(&m_wake, &QSocketNotifier::activated, &m_wake, [this] { settle(); });
    }

    Result<void> run() { return m_feed.isStopping() ? Result<void>() : m_call.run(); }

private:
    void subscribe(const RelayCall::Welcome& welcome) {
        const QByteArray position = m_feed.source().position;
        m_welcome = welcome;
        m_granted = relayWindow;
        m_call.send({{QStringLiteral("type"), QStringLiteral("subscribe")},
                     {QStringLiteral("from"),
                      position.isEmpty() ? QStringLiteral("start") : QString::fromLatin1(position)},
                     {QStringLiteral("filter"), m_settings.address.value("filter")},
                     {QStringLiteral("credit"), m_granted}});
    }

    void take(const QString& type, const QJsonObject& frame) {
        if (type == QLatin1String("events"))
            takeEvents(frame.value(QLatin1String("events")).toArray());
        else if (type == QLatin1String("position"))
            takePosition(frame);
        else if (type == QLatin1String("lost"))
            takeGap(frame);
        else if (type == QLatin1String("subscribed"))
            begin(frame);
    }

    void begin(const QJsonObject& frame) {
        m_feed.connected(RelayLinkText::tr("connection %1 of the relay at %2 (%3)")
                             .arg(m_welcome.connection, m_settings.address.place(), m_welcome.relay));
        takeGap(frame);
        takePosition(frame);
    }

    void takeEvents(const QJsonArray& events) {
        Micros last;
        for (const QJsonValue& value : events) {
            const QJsonObject event = value.toObject();
            qint64 largeSize = 0;
            auto delivery = relayDelivery(event, largeSize);
            if (!delivery) {
                m_call.end(delivery.error());
                return;
            }
            last = delivery->receivedAt;
            if (largeSize > 0)
                m_feed.takeTooLarge(*delivery, largeSize);
            else
                m_feed.take(std::move(*delivery));
            // Behind the event: what is handed on before it must not carry its place.
            m_feed.setPosition(event.value(QLatin1String("cursor")).toString().toLatin1());
            waitForRoom();
        }
        m_feed.submit();
        m_seen.push_back({m_feed.taken(), last});
        settle();
    }

    void takePosition(const QJsonObject& frame) {
        m_feed.setPosition(frame.value(QLatin1String("cursor")).toString().toLatin1());
        m_feed.submit();
        if (const Micros upTo = microsOf(frame.value(QLatin1String("upTo"))); upTo.isValid())
            m_seen.push_back({m_feed.taken(), upTo});
        settle();
    }

    void takeGap(const QJsonObject& frame) {
        const QJsonObject gap = frame.value(QLatin1String("gap")).toObject();
        const Micros ended = microsOf(gap.value(QLatin1String("ended")));
        Micros began = microsOf(gap.value(QLatin1String("began")));
        if (!began.isValid())
            began = m_feed.source().lastSeen;
        if (began.isValid() && ended > began)
            m_feed.addGap(Gap::Reason::PositionLost, began, ended);
    }

    /// The socket is not read while so much waits for the commit: the relay waits, too.
    void waitForRoom() {
        if (!m_feed.isFull())
            return;
        while (m_feed.isFull() && !m_feed.isStopping() && !m_feed.hasFailed()) {
            pollfd wake{m_feed.wakeDescriptor(), POLLIN, 0};
            if (poll(&wake, 1, 1000) > 0)
                m_feed.drainWake();
        }
        m_call.restartSilence();
        settle();
    }

    void settle() {
        m_feed.drainWake();
        if (m_feed.isStopping()) {
            m_call.end({});
            return;
        }
        if (m_feed.hasFailed()) {
            m_call.end(sourceerror::notStored());
            return;
        }
        const qint64 due = m_feed.settled() + relayWindow - m_granted;
        if (m_granted > 0 && due >= relayWindow / 4) {
            m_granted += due;
            m_call.send(
                {{QStringLiteral("type"), QStringLiteral("credit")}, {QStringLiteral("events"), due}});
        }
        noteSeen();
    }

    void noteSeen() {
        while (!m_seen.empty() && m_seen.front().first <= m_feed.settled()) {
            m_seenUntil = qMax(m_seenUntil, m_seen.front().second);
            m_seen.pop_front();
        }
        if (m_seenUntil <= m_seenNoted ||
            (m_notedSince.isValid() && !m_notedSince.hasExpired(relaySeenPause)))
            return;
        m_feed.noteSeen(m_seenUntil);
        m_seenNoted = m_seenUntil;
        m_notedSince.start();
    }

    const EventSource::Settings& m_settings;
    SourceFeed& m_feed;
    RelayCall m_call;
    QSocketNotifier m_wake;
    RelayCall::Welcome m_welcome;
    qint64 m_granted = 0;
    std::deque<std::pair<qint64, Micros>> m_seen; ///< when so many are settled, all until then is
    Micros m_seenUntil, m_seenNoted;
    QElapsedTimer m_notedSince;
};

} // namespace

Result<void> RelayLink::run(SourceFeed& feed) { return RelaySubscription(m_settings, feed).run(); }

Result<QString> RelayLink::look() {
    RelayCall call(m_settings);
    QString text;
    call.welcomed = [&](const RelayCall::Welcome& welcome) {
        text = RelayLinkText::tr("connects, relay %1, connection %2, %n events kept", nullptr,
                                 int(qMin<qint64>(welcome.events, std::numeric_limits<int>::max())))
                   .arg(welcome.relay, welcome.connection);
        call.end({});
    };
    call.said = [](const QString&, const QJsonObject&) {};
    if (const auto ended = call.run(); !ended)
        return ended.error();
    return text;
}

} // namespace meshwatch
