// SPDX-License-Identifier: MIT
#pragma once

#include "exchange.h"

#include <QNetworkAccessManager>
#include <QPointer>

#include <deque>
#include <memory>

namespace meshwatch::connector {

class Transport;

/// A request that waits for its lane, then its Exchange. To destroy it is to cancel it.
class Sending : public QObject {
public:
    Sending(Outgoing outgoing, Exchange::Done done, Transport* transport);
    ~Sending() override;

    [[nodiscard]] bool mayHaveArrived() const { return m_exchange && m_exchange->mayHaveArrived(); }

private:
    friend class Transport;
    void begin();

    Outgoing m_outgoing;
    Exchange::Done m_done;
    Transport* m_transport;
    std::unique_ptr<Exchange> m_exchange;
};

/// How all requests to one server go out: trust, proxy, HTTP/2, no cookies, no redirects, at most six at a
/// time (as many connections as Qt opens to one host; a further request would only wait, with its clock
/// running).
class Transport : public QObject {
public:
    Transport(const ConnectorSettings& settings, const QUrl& server, QObject* parent);
    ~Transport() override;

    /// A request with everything set that is the same for all.
    [[nodiscard]] QNetworkRequest request(const QUrl& url) const;
    /// Sends as soon as there is a lane. `done` comes from the event loop, once.
    [[nodiscard]] Sending* send(Outgoing outgoing, Exchange::Done done);

private:
    friend class Sending;
    void resolveProxy(const QUrl& server);
    void next();
    void release();

    QNetworkAccessManager m_network;
    QSslConfiguration m_tls;
    bool m_isHttp2Allowed;
    bool m_isReady = false;
    int m_running = 0;
    std::deque<QPointer<Sending>> m_waiting;
    QObject m_sendings; ///< parent of all Sendings
};

} // namespace meshwatch::connector
