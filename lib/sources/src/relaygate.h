// SPDX-License-Identifier: MIT
#pragma once

#include "relaytokens.h"

#include <QHash>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTimer>

#include <functional>
#include <map>
#include <optional>

class QTcpSocket;

namespace meshwatch {

/// The door of a relay: reads the head of each connection's first request and refuses what may not in, with
/// an HTTP status and before anything else is done for it. So wrong tokens cost little, however many come.
class RelayGate : public QTcpServer {
public:
    struct Settings {
        RelayTokens tokens;
        std::optional<QSslConfiguration> tls;
        std::chrono::milliseconds handshakeTime;
        int wrongTokensExplained = 0;
    };
    /// One that may in. Its request is still to be read from the socket.
    struct Guest {
        QTcpSocket* socket = nullptr;
        QString holder;
        RelayServer::Offer offer;
        QString address;
    };

    RelayGate(Settings settings, std::function<bool()> hasRoom, std::function<void(const Guest&)> admit,
              QObject* parent);

    [[nodiscard]] qint64 wrongTokens() const { return m_wrongTokens; }
    [[nodiscard]] qint64 refused() const { return m_refused; }
    [[nodiscard]] QString lastWrongAddress() const { return m_lastWrongAddress; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    struct Refusal {
        int status;
        const char* reason;
        const char* code;
        QString message;
    };
    struct Waiting {
        QTcpSocket* socket = nullptr;
        qint64 since = 0; ///< of the steady clock, in milliseconds
    };
    struct WrongTokens {
        int count = 0;
        qint64 since = 0;
    };

    void look(quint64 number);
    [[nodiscard]] std::optional<Refusal> judge(const QByteArray& head, Guest& guest);
    [[nodiscard]] bool mayExplain(const QString& address);
    void refuse(quint64 number, const Refusal& refusal);
    void leave(quint64 number);
    void sweep();

    const Settings m_settings;
    const std::function<bool()> m_hasRoom;
    const std::function<void(const Guest&)> m_admit;
    std::map<quint64, Waiting> m_waiting; ///< in the order they came
    quint64 m_lastNumber = 0;
    QHash<QString, WrongTokens> m_wrongByAddress;
    qint64 m_wrongTokens = 0;
    qint64 m_refused = 0;
    QString m_lastWrongAddress;
    QTimer m_sweep;
};

} // namespace meshwatch
