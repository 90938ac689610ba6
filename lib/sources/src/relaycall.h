// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/sources/eventsource.h>

#include <QEventLoop>
#include <QJsonObject>
#include <QTimer>
#include <QWebSocket>

#include <functional>
#include <optional>

namespace meshwatch {

/// One connection of a subscriber to its relay: opens it, agrees on the protocol, keeps watch that the other
/// side is there, and says in words what ended it. Works in an event loop on the thread that made it.
class RelayCall {
public:
    explicit RelayCall(const EventSource::Settings& settings);

    /// What the relay said of itself when it let us in.
    struct Welcome {
        QString relay; ///< its version
        QString connection;
        qint64 events = 0;
    };
    std::function<void(const Welcome&)> welcomed;
    std::function<void(const QString& type, const QJsonObject& frame)> said; ///< anything after that

    /// Connects and goes on until end() is called or something fails.
    [[nodiscard]] Result<void> run();
    void send(const QJsonObject& frame);
    /// Ends run() with this. The first counts.
    void end(Result<void> result);
    /// The relay was not listened to for a while: its silence counts anew.
    void restartSilence() { m_heard.restart(); }

private:
    [[nodiscard]] Result<void> prepare();
    void take(const QString& text);
    void welcome(const QJsonObject& frame);
    void broke();
    void watch();
    [[nodiscard]] Error openingError() const;
    [[nodiscard]] Error statusError(int status) const;
    [[nodiscard]] Error relayError(const QJsonObject& frame) const;
    [[nodiscard]] Error noRelay(const QString& what) const;

    const EventSource::Settings& m_settings;
    QEventLoop m_loop; ///< first: it gives the thread what sockets and timers need
    QWebSocket m_socket;
    QTimer m_watch;
    QElapsedTimer m_began, m_heard, m_pinged;
    QString m_tlsError;
    bool m_isOpen = false;
    bool m_isWelcome = false;
    std::optional<Result<void>> m_result;
};

} // namespace meshwatch
