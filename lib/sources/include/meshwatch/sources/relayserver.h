// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/identifiers.h>
#include <meshwatch/core/micros.h>
#include <meshwatch/core/result.h>

#include <QHostAddress>
#include <QObject>
#include <QStringList>

#include <chrono>
#include <memory>
#include <vector>

namespace meshwatch {

class EventStore;

/// Offers the events of a store to subscribers by WebSocket (docs/relay-protocol.md), so that who cannot be
/// reached by webhooks gets them all the same: a laptop connects out and goes on where it was.
///
/// A thread of its own serves the sockets, another reads the store. A subscriber is sent no more than it gave
/// credit for, and what it is sent is read when it can take it: one that is slow or stands still costs no
/// memory. Subscribers at the same place with the same filter share what is read.
class RelayServer : public QObject {
    Q_OBJECT
public:
    /// A connection that is offered at `/PATH`; compared without case, as is its name.
    struct Offer {
        ConnectionId connection;
        QString name;
        QString path;
    };
    /// What lets a subscriber in. Only its hash is kept in memory.
    struct Token {
        QString name;            ///< of who has it, for logs and figures
        QByteArray secret;       ///< at least `leastTokenBytes`, so that it cannot be guessed
        QStringList connections; ///< names that it opens; empty: all
    };
    static constexpr qsizetype leastTokenBytes = 16;

    struct Options {
        QHostAddress address = QHostAddress(QHostAddress::LocalHost);
        quint16 port = 0;          ///< 0 takes a free one
        QByteArray certificatePem; ///< with `privateKeyPem`: TLS
        QByteArray privateKeyPem;
        std::vector<Token> tokens;
        std::vector<Offer> offers;
        int maxSubscribers = 1000;
        /// Wrong tokens of one address in a minute that are answered with words; others end without.
        int wrongTokensExplained = 20;
        std::chrono::milliseconds handshakeTime{5'000};
        std::chrono::milliseconds pingPause{20'000};
        /// A subscriber that says nothing for so long, not even that it got a ping, is gone.
        std::chrono::milliseconds silence{60'000};
        /// How often one that gets no events is told how far its filter has been looked at.
        std::chrono::milliseconds positionPause{15'000};
    };

    struct Subscriber {
        QString name;
        QString connection;
        QString address;
        Micros since;
        qint64 sent = 0;        ///< events
        qint64 lag = 0;         ///< events of the store that it has not been told of yet
        qint64 bytesUnsent = 0; ///< written to it and not yet taken by the network
    };
    struct Figures {
        std::vector<Subscriber> subscribers;
        qint64 wrongTokens = 0; ///< since the start, as the next
        qint64 refused = 0;     ///< connections refused for anything else
        qint64 eventsSent = 0;  ///< to all subscribers
        qint64 batchesRead = 0; ///< from the store
        qint64 batchesSent = 0; ///< to all subscribers
        qint64 bytesCached = 0; ///< of batches that were read
    };

    /// `store` must outlive the server.
    explicit RelayServer(EventStore& store, QObject* parent = nullptr);
    ~RelayServer() override;

    /// Listens. Errors: "relay.listen", "relay.tls", "relay.token" (too short, given twice, or opening a
    /// connection that is not offered), those of EventReader::open().
    [[nodiscard]] Result<void> start(Options options);
    /// Tells the subscribers that the relay goes, and ends their connections.
    void stop();
    [[nodiscard]] bool isListening() const;
    [[nodiscard]] quint16 port() const;
    /// "relay://127.0.0.1:8478", or empty when it does not listen.
    [[nodiscard]] QString url() const;
    /// At most a second old; from any thread.
    [[nodiscard]] Figures figures() const;

Q_SIGNALS:
    void subscriberCame(const QString& name, const QString& connection, const QString& address);
    void subscriberWent(const QString& name, const QString& connection, const QString& address, qint64 sent,
                        const QString& reason);
    /// So many wrong tokens came since this was last emitted: now and then, however many there are.
    void tokensRefused(qint64 count, const QString& lastAddress);
    /// The store could not be read.
    void failed(const meshwatch::Error& error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace meshwatch
