// SPDX-License-Identifier: MIT
// Posts events over many connections and notes which were acknowledged.
//   bench_post URL CONNECTIONS SECONDS NAME FILE [RATE]
// Writes the object ids answered with 204 to FILE and prints "ACKNOWLEDGED REFUSED UNANSWERED". When the time
// is over it waits for the answers under way; a connection that the server closes is not opened again. RATE
// is the number of events per second over all connections; without it they send as fast as they get answers.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Target {
    std::string host;
    int port = 0;
    std::string path;
};

Target parse(const std::string& url) {
    const size_t host = url.find("://") + 3;
    const size_t colon = url.find(':', host), slash = url.find('/', host);
    return {url.substr(host, colon - host), std::stoi(url.substr(colon + 1)), url.substr(slash)};
}

struct Connection {
    int socket = -1;
    std::string id; ///< of the event under way
    std::string unsent;
    std::string received;
    bool isWaiting = false; ///< a whole request is sent and not answered
    bool isIdle = false;    ///< open, and its next event is not due
};

struct Outcome {
    std::vector<std::string> acknowledged;
    long refused = 0;
    long unanswered = 0;
};

int connectTo(const Target& target) {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(uint16_t(target.port));
    inet_pton(AF_INET, target.host.c_str(), &address.sin_addr);
    if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
        std::perror("connect");
        std::exit(1);
    }
    const int on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return socket;
}

std::string request(const Target& target, const std::string& id) {
    std::string body = R"({"data":{"id":")" + id +
                       R"(","isOwn":false,"createdBy":"did:e:bench.example:dids:5cbb6c2ee5d4a3f7e9d1b0",)"
                       R"("content":{"@type":"Mail","subject":"Certificate","body":")";
    const std::string end = R"("}},"trigger":"transport.messageReceived"})";
    body.append(600 - body.size() - end.size(), 'x').append(end);
    return "POST " + target.path + " HTTP/1.1\r\nHost: " + target.host + ':' + std::to_string(target.port) +
           "\r\nContent-Type: application/json\r\nX-Correlation-ID: " + id +
           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

void close(Connection& connection, Outcome& outcome) {
    if (connection.isWaiting)
        ++outcome.unanswered;
    ::close(connection.socket);
    connection.socket = -1;
}

void write(Connection& connection, Outcome& outcome) {
    const ssize_t written = ::send(connection.socket, connection.unsent.data(), connection.unsent.size(),
                                   MSG_NOSIGNAL | MSG_DONTWAIT);
    if (written < 0) {
        if (errno != EAGAIN)
            close(connection, outcome);
        return;
    }
    connection.unsent.erase(0, size_t(written));
    connection.isWaiting = connection.unsent.empty();
}

/// Reads what there is; true when the answer is complete and the connection can take another request.
bool read(Connection& connection, Outcome& outcome) {
    char buffer[4096];
    const ssize_t size = ::recv(connection.socket, buffer, sizeof buffer, MSG_DONTWAIT);
    if (size <= 0) {
        if (size == 0 || errno != EAGAIN)
            close(connection, outcome);
        return false;
    }
    connection.received.append(buffer, size_t(size));
    const std::string& text = connection.received;
    if (text.find("\r\n\r\n") == std::string::npos)
        return false;
    // The status is what counts; the body of a refusal is not waited for, since none is sent after it.
    const bool isStored = text.compare(9, 3, "204") == 0;
    if (isStored)
        outcome.acknowledged.push_back(connection.id);
    else
        ++outcome.refused;
    connection.isWaiting = false;
    const bool closes = !isStored || text.find("onnection: close") != std::string::npos;
    connection.received.clear();
    if (closes)
        close(connection, outcome);
    return !closes;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 6 && argc != 7) {
        std::fputs("bench_post URL CONNECTIONS SECONDS NAME FILE [RATE]\n", stderr);
        return 2;
    }
    const Target target = parse(argv[1]);
    std::vector<Connection> connections(size_t(std::atoi(argv[2])));
    const auto begin = Clock::now();
    const auto end = begin + std::chrono::seconds(std::atoi(argv[3]));
    const double rate = argc == 7 ? std::atof(argv[6]) : 0;
    const auto isDue = [&](uint32_t sent) {
        return rate <= 0 || double(sent) < rate * std::chrono::duration<double>(Clock::now() - begin).count();
    };
    uint32_t number = 0;
    Outcome outcome;
    const auto next = [&](Connection& connection) {
        char scattered[16];
        std::snprintf(scattered, sizeof scattered, "%08x", ++number * 1566083941U);
        connection.id = std::string("MSG").append(scattered).append(argv[4]);
        connection.unsent = request(target, connection.id);
        connection.isIdle = false;
        write(connection, outcome);
    };
    for (Connection& connection : connections) {
        connection.socket = connectTo(target);
        connection.isIdle = true;
    }
    std::vector<pollfd> polled(connections.size());
    for (bool isOpen = true; isOpen;) {
        isOpen = false;
        for (size_t i = 0; i < connections.size(); ++i) {
            if (connections[i].isIdle && Clock::now() >= end)
                close(connections[i], outcome);
            else if (connections[i].isIdle && isDue(number))
                next(connections[i]);
            polled[i] = {connections[i].socket,
                         short(connections[i].unsent.empty() ? POLLIN : POLLIN | POLLOUT), 0};
            isOpen = isOpen || connections[i].socket >= 0;
        }
        ::poll(polled.data(), polled.size(), rate > 0 ? 1 : 1000);
        for (size_t i = 0; i < connections.size(); ++i) {
            Connection& connection = connections[i];
            if (polled[i].revents & POLLOUT)
                write(connection, outcome);
            if (connection.socket < 0 || !(polled[i].revents & (POLLIN | POLLHUP | POLLERR)) ||
                !read(connection, outcome))
                continue;
            if (Clock::now() >= end)
                close(connection, outcome);
            else if (isDue(number))
                next(connection);
            else
                connection.isIdle = true;
        }
    }
    std::ofstream file(argv[5]);
    for (const std::string& id : outcome.acknowledged)
        file << id << '\n';
    file.close();
    std::printf("%zu %ld %ld\n", outcome.acknowledged.size(), outcome.refused, outcome.unanswered);
    return file.good() ? 0 : 1;
}
