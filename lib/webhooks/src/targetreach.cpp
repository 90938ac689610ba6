// SPDX-License-Identifier: MIT
#include <meshwatch/webhooks/targetreach.h>

#include <meshwatch/webhooks/connectorconfiguration.h>
#include <meshwatch/webhooks/whatwgurl.h>

#include <QNetworkProxy>
#include <QTcpSocket>
#include <QTimer>

#include <set>

namespace meshwatch {

namespace {

/// One URL of the configuration.
struct Spot {
    QString place; ///< JSON pointer
    QString host;
    quint16 port = 0;
    QString failure; ///< empty: something listens
    bool isKnown = false;
};

QString placeOf(const ResolvedWebhook& webhook, size_t index) {
    const QString root = QStringLiteral("/modules/webhooks/");
    return webhook.targetName.isEmpty()
               ? root + QStringLiteral("webhooks/%1/target/url").arg(index)
               : ConnectorConfiguration::pointerOf({QStringLiteral("modules"), QStringLiteral("webhooks"),
                                                    QStringLiteral("targets"), webhook.targetName,
                                                    QStringLiteral("url")});
}

Finding findingOf(const Spot& spot) {
    return {
        Finding::Severity::Warning,
        QStringLiteral("targetUnreachable"),
        spot.place,
        {},
        TargetReach::tr("Nothing answers at %1:%2 from here: %3.")
            .arg(spot.host, QString::number(spot.port), spot.failure),
        TargetReach::tr("Start the receiver, or correct host and port. A Connector in a container or another "
                        "network may reach what is not reached from here, and the reverse.")};
}

} // namespace

class TargetReach::Private {
public:
    std::vector<Spot> spots;
    size_t waiting = 0;
    std::unique_ptr<QObject> round; ///< owns the sockets of what runs
};

TargetReach::TargetReach(QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>()) {}
TargetReach::~TargetReach() = default;

void TargetReach::probe(const ResolvedWebhooks& webhooks, std::chrono::milliseconds patience) {
    d->round = std::make_unique<QObject>();
    d->spots.clear();
    std::set<QString> seen;
    for (size_t i = 0; i < webhooks.webhooks.size(); ++i) {
        const ResolvedWebhook& webhook = webhooks.webhooks[i];
        const auto url = WhatwgUrl::parse(configjson::toString(webhook.url));
        const QString place = placeOf(webhook, i);
        // A host with a placeholder in it is as many as there are triggers.
        if (url && !url->hostname().contains(QLatin1Char('{')) && seen.insert(place).second)
            d->spots.push_back({place, url->hostname(), url->effectivePort(), {}, false});
    }
    d->waiting = d->spots.size();
    const auto finish = [this] {
        Findings unreachable;
        for (const Spot& spot : d->spots) {
            if (!spot.failure.isEmpty())
                unreachable.append(findingOf(spot));
        }
        Q_EMIT finished(unreachable);
    };
    if (d->spots.empty())
        QMetaObject::invokeMethod(d->round.get(), finish, Qt::QueuedConnection);
    for (size_t i = 0; i < d->spots.size(); ++i) {
        auto* socket = new QTcpSocket(d->round.get());
        socket->setProxy(QNetworkProxy::NoProxy);
        const auto end = [this, socket, i, finish](const QString& failure) {
            if (std::exchange(d->spots[i].isKnown, true))
                return;
            socket->abort();
            d->spots[i].failure = failure;
            if (--d->waiting == 0)
                finish();
        };
        connect(
            socket, &QTcpSocket::connected, socket, [end] { end({}); }, Qt::QueuedConnection);
        connect(
            socket, &QTcpSocket::errorOccurred, socket, [end, socket] { end(socket->errorString()); },
            Qt::QueuedConnection);
        QTimer::singleShot(patience, socket, [end] { end(tr("no answer in time")); });
        QString host = d->spots[i].host;
        if (host.startsWith(QLatin1Char('[')))
            host = host.mid(1, host.size() - 2);
        socket->connectToHost(host, d->spots[i].port);
    }
}

} // namespace meshwatch
