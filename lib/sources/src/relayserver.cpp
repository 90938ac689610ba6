// SPDX-License-Identifier: MIT
#include <meshwatch/sources/relayserver.h>

#include "relayhub.h"

#include <meshwatch/events/eventreader.h>
#include <meshwatch/events/eventstore.h>

#include <QThread>

namespace meshwatch {

namespace {

/// Under this name a store keeps, of no connection, which numbering its events have: when it began.
constexpr char epochMark[] = "relay-epoch";

/// Names the numbers of the store's events. A store that is salvaged into a new file numbers them anew.
Result<QByteArray> relayEpoch(EventStore& store) {
    const auto reader = EventReader::open(store.path());
    if (!reader)
        return reader.error();
    if (const auto known = (*reader)->mark({}, QLatin1String(epochMark)))
        return known->toLatin1();
    const QByteArray epoch = QByteArray::number(Micros::now().value);
    store.setMark({}, QLatin1String(epochMark), QLatin1String(epoch));
    return epoch;
}

} // namespace

class RelayServer::Private {
public:
    explicit Private(EventStore& events)
        : store(events) {}

    EventStore& store;
    QThread thread;
    std::unique_ptr<RelayHub> hub;
    bool usesTls = false;
    QHostAddress address;
};

RelayServer::RelayServer(EventStore& store, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(store)) {
    qRegisterMetaType<Error>();
}

RelayServer::~RelayServer() { stop(); }

Result<void> RelayServer::start(Options options) {
    stop();
    auto tokens = RelayTokens::make(options.tokens, options.offers);
    if (!tokens)
        return tokens.error();
    // From here on only their hashes are needed.
    options.tokens.clear();
    const auto epoch = relayEpoch(d->store);
    if (!epoch)
        return epoch.error();
    d->usesTls = !options.certificatePem.isEmpty();
    d->address = options.address;
    d->hub = std::make_unique<RelayHub>(*this, std::move(options), *epoch);
    RelayHub* const hub = d->hub.get();
    hub->moveToThread(&d->thread);
    d->thread.setObjectName(QStringLiteral("relay"));
    d->thread.start();
    Result<void> listening;
    QMetaObject::invokeMethod(
        hub, [&] { listening = hub->listen(std::move(*tokens), d->store.path()); },
        Qt::BlockingQueuedConnection);
    if (!listening) {
        stop();
        return listening;
    }
    connect(&d->store, &EventStore::appended, hub, [hub](EventSeq, EventSeq last) { hub->setLast(last); });
    return {};
}

void RelayServer::stop() {
    if (!d->hub)
        return;
    RelayHub* const hub = d->hub.get();
    disconnect(&d->store, nullptr, hub, nullptr);
    // Its sockets are of that thread, and end there.
    QMetaObject::invokeMethod(
        hub,
        [this, hub] {
            hub->stop();
            d->hub.reset();
        },
        Qt::BlockingQueuedConnection);
    d->thread.quit();
    d->thread.wait();
}

bool RelayServer::isListening() const { return d->hub != nullptr; }

quint16 RelayServer::port() const { return d->hub ? d->hub->port() : 0; }

QString RelayServer::url() const {
    if (!d->hub)
        return {};
    const QString host = d->address.protocol() == QAbstractSocket::IPv6Protocol
                             ? QLatin1Char('[') + d->address.toString() + QLatin1Char(']')
                             : d->address.toString();
    return QLatin1String(d->usesTls ? "relays://" : "relay://") + host + QLatin1Char(':') +
           QString::number(port());
}

RelayServer::Figures RelayServer::figures() const { return d->hub ? d->hub->figures() : Figures(); }

} // namespace meshwatch
