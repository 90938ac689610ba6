// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/result.h>
#include <meshwatch/sources/sourceaddress.h>

#include <QEventLoop>
#include <QSocketNotifier>
#include <QSslSocket>

#include <hiredis/hiredis.h>

#include <functional>
#include <memory>
#include <optional>

namespace meshwatch {

/// A connection to a Redis server, with or without TLS, that waits for its socket and for another descriptor
/// at once. Errors "source.refused" and "source.broken" say what the server said and what to do.
class RedisConnection {
public:
    struct FreeReply {
        void operator()(redisReply* reply) const { freeReplyObject(reply); }
    };
    using Reply = std::unique_ptr<redisReply, FreeReply>;

    /// Waits end early when `wake` is readable, unless it is -1.
    RedisConnection(const SourceAddress& address, int wake);

    /// Connects, and logs in if there is a user or a secret. Ends early when `isStopping` says so.
    [[nodiscard]] Result<void> open(const QByteArray& secret, const std::function<bool()>& isStopping);

    void send(const QByteArrayList& command);
    /// What the server has said, a piece at a time; null when nothing whole is here at the moment.
    [[nodiscard]] Result<Reply> next();
    /// Waits for data (unless there shall be none), for the other descriptor, or so long.
    void wait(int ms, bool forData = true);

    /// An error that the server answered with, explained.
    [[nodiscard]] Error explain(const redisReply& error) const;

private:
    [[nodiscard]] Result<void> connectSocket(const std::function<bool()>& isStopping);
    [[nodiscard]] Result<void> setCertificates();
    [[nodiscard]] Result<void> logIn(const QByteArray& secret, const std::function<bool()>& isStopping);
    [[nodiscard]] Error connectingFailed() const;
    [[nodiscard]] Error closed() const;
    [[nodiscard]] Error notRedis() const;

    struct FreeReader {
        void operator()(redisReader* reader) const { redisReaderFree(reader); }
    };

    const SourceAddress m_address;
    QEventLoop m_loop; ///< first: where no QThread runs, it brings what the others need
    QSslSocket m_socket;
    std::optional<QSocketNotifier> m_wake;
    std::unique_ptr<redisReader, FreeReader> m_reader{redisReaderCreate()};
    QStringList m_certificateErrors;
    bool m_waitsForData = false;
    bool m_hasReplied = false;
};

/// What a reply says; empty if it is no text.
[[nodiscard]] QByteArrayView redisText(const redisReply& reply);
/// The text of an array's element; empty if there is none.
[[nodiscard]] QByteArrayView redisText(const redisReply& array, size_t index);

} // namespace meshwatch
