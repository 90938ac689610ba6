// SPDX-License-Identifier: MIT
#pragma once

#include "amqpconnection.h"

namespace meshwatch {

/// Tells whether a classic queue lost what waited in it since we looked last: a message as fleeting as the
/// Connector's lies in a queue of the same kind beside it (“NAME.alive”), and goes where those go.
class AmqpRestartMark {
public:
    AmqpRestartMark(AmqpConnection& connection, const QString& queue);

    /// The mark that lies there; empty if it is gone, or we may not know.
    [[nodiscard]] QByteArray read();
    /// Puts down a new one; empty if we may not.
    [[nodiscard]] QByteArray place();

private:
    static constexpr amqp_channel_t channel = 2;
    [[nodiscard]] bool open();
    [[nodiscard]] QByteArray peek();
    [[nodiscard]] QByteArray takeBody();

    AmqpConnection& m_connection;
    const QByteArray m_name;
};

} // namespace meshwatch
