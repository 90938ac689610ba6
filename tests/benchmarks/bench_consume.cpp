// SPDX-License-Identifier: MIT
// The least that a consumer of AMQP can be: bench_consume PORT QUEUE PREFETCH COUNT
//
// Receives COUNT messages, acknowledges each, keeps nothing, and ends.
#include <amqp.h>
#include <amqp_tcp_socket.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

bool isGood(const amqp_rpc_reply_t& reply) { return reply.reply_type == AMQP_RESPONSE_NORMAL; }

} // namespace

int main(int argc, char** argv) {
    if (argc != 5)
        return 2;
    amqp_connection_state_t connection = amqp_new_connection();
    amqp_socket_t* socket = amqp_tcp_socket_new(connection);
    if (amqp_socket_open(socket, "127.0.0.1", std::atoi(argv[1])) != AMQP_STATUS_OK ||
        !isGood(amqp_login(connection, "/", 0, 131072, 0, AMQP_SASL_METHOD_PLAIN, "guest", "guest")))
        return 1;
    amqp_channel_open(connection, 1);
    if (!isGood(amqp_get_rpc_reply(connection)))
        return 1;
    amqp_basic_qos(connection, 1, 0, uint16_t(std::atoi(argv[3])), false);
    amqp_basic_consume(connection, 1, amqp_cstring_bytes(argv[2]), amqp_empty_bytes, false, false, false,
                       amqp_empty_table);
    if (!isGood(amqp_get_rpc_reply(connection)))
        return 1;
    for (int left = std::atoi(argv[4]); left > 0; --left) {
        amqp_envelope_t envelope;
        amqp_maybe_release_buffers(connection);
        if (!isGood(amqp_consume_message(connection, &envelope, nullptr, 0)))
            return 1;
        amqp_basic_ack(connection, 1, envelope.delivery_tag, false);
        amqp_destroy_envelope(&envelope);
    }
    amqp_connection_close(connection, AMQP_REPLY_SUCCESS);
    amqp_destroy_connection(connection);
    return 0;
}
