// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/result.h>
#include <meshwatch/sources/sourceaddress.h>

#include <amqp.h>

#include <memory>

namespace meshwatch {

/// How a broker answered to one call.
struct AmqpAnswer {
    enum class Kind : quint8 {
        Done,
        Refused, ///< the broker said no and closed the channel, or the connection
        Broken,  ///< no answer came
    };
    Kind kind = Kind::Done;
    int code = 0; ///< AMQP's number of a refusal: 404, 406, …
    QString text; ///< the broker's words, or the library's

    [[nodiscard]] bool isDone() const { return kind == Kind::Done; }
    [[nodiscard]] bool isRefused() const { return kind == Kind::Refused; }
};

/// A connection to an AMQP 0-9-1 broker: reached, checked by TLS, logged in. What is done over it is the
/// owner's. It belongs to one thread.
class AmqpConnection {
public:
    /// Waits some seconds at most for each step. Errors are those of links: in words, without secrets.
    [[nodiscard]] static Result<std::unique_ptr<AmqpConnection>> open(const SourceAddress& address,
                                                                      const QByteArray& secret);
    ~AmqpConnection();
    AmqpConnection(const AmqpConnection&) = delete;
    AmqpConnection& operator=(const AmqpConnection&) = delete;

    [[nodiscard]] amqp_connection_state_t state() const { return m_state; }
    [[nodiscard]] int descriptor() const { return amqp_get_sockfd(m_state); }
    /// Agreed with the broker; 0: none.
    [[nodiscard]] int heartbeatSeconds() const { return amqp_get_heartbeat(m_state); }
    /// The broker's own word about itself ("product", "version"); empty if it says nothing.
    [[nodiscard]] QString serverProperty(const char* name) const;

    [[nodiscard]] AmqpAnswer openChannel(amqp_channel_t channel);
    void closeChannel(amqp_channel_t channel);
    /// What became of the last synchronous call on `channel`. A channel that the broker closed can be opened
    /// again afterwards.
    [[nodiscard]] AmqpAnswer answer(amqp_channel_t channel);
    /// The refusal in a “close” that came unasked.
    [[nodiscard]] static AmqpAnswer closing(const amqp_method_t& method);
    /// The same of one of the library's status numbers below 0.
    [[nodiscard]] static AmqpAnswer failure(int status);

    /// Tells the broker that we live, for times in which nothing is read.
    void sendHeartbeat();
    /// The connection is of no use any more: it is not closed with good manners.
    void giveUp() { m_isSound = false; }

private:
    AmqpConnection(const SourceAddress& address);

    [[nodiscard]] Result<void> reach();
    [[nodiscard]] Result<void> setUpTls(amqp_socket_t* socket);
    [[nodiscard]] Result<void> logIn(const QByteArray& secret);
    [[nodiscard]] AmqpAnswer answerOf(const amqp_rpc_reply_t& reply, amqp_channel_t channel);

    const SourceAddress m_address;
    amqp_connection_state_t m_state;
    bool m_isSound = false;
};

[[nodiscard]] inline QString amqpText(amqp_bytes_t bytes) {
    return QString::fromUtf8(static_cast<const char*>(bytes.bytes), qsizetype(bytes.len));
}
[[nodiscard]] inline QByteArray amqpCopy(amqp_bytes_t bytes) {
    return {static_cast<const char*>(bytes.bytes), qsizetype(bytes.len)};
}
/// Not copied: `bytes` must outlive the call it is given to.
[[nodiscard]] inline amqp_bytes_t amqpView(const QByteArray& bytes) {
    return {size_t(bytes.size()), const_cast<char*>(bytes.constData())};
}
/// The entry of a table; null if it has none.
[[nodiscard]] inline const amqp_field_value_t* amqpEntry(const amqp_table_t& table, QByteArrayView name) {
    for (int i = 0; i < table.num_entries; ++i) {
        const amqp_table_entry_t& entry = table.entries[i];
        if (QByteArrayView(static_cast<const char*>(entry.key.bytes), qsizetype(entry.key.len)) == name)
            return &entry.value;
    }
    return nullptr;
}

} // namespace meshwatch
