// SPDX-License-Identifier: MIT
// Subscribes many times to a relay and checks that nothing is missing: bench_relay PORT PATH TOKEN
// SUBSCRIBERS SECONDS EVENTS STOPPED WRONG. One subscriber stands still for STOPPED seconds; WRONG
// connections with a wrong token come meanwhile. Ends when everybody has EVENTS events, or SECONDS are over.
// Prints "complete missing events wrong refused p50 p99 max" (subscribers, subscribers, events in all, wrong
// tokens sent, of these refused, latencies in ms).
#include <algorithm>
#include <arpa/inet.h>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <limits>
#include <netinet/tcp.h>
#include <string>
#include <string_view>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Target {
    int port;
    std::string path;
    std::string token;
};

int connectTo(int port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(uint16_t(port));
    inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
    if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
        ::close(socket);
        return -1;
    }
    const int on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return socket;
}

std::string upgrade(const Target& target, const std::string& token) {
    return "GET " + target.path +
           " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" +
           "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: "
           "Bearer " +
           token + "\r\n\r\n";
}

/// A client's frame, with a mask of zeros.
std::string frame(unsigned char kind, std::string_view payload) {
    std::string bytes{char(0x80 | kind), char(0x80 | (payload.size() < 126 ? payload.size() : 126))};
    if (payload.size() >= 126)
        bytes += {char(payload.size() >> 8), char(payload.size() & 255)};
    return bytes.append(4, '\0').append(payload);
}

double microsNow() {
    return double(std::chrono::duration_cast<std::chrono::microseconds>(
                      std::chrono::system_clock::now().time_since_epoch())
                      .count());
}

constexpr long window = 20'000;

struct Subscriber {
    int socket = -1;
    bool isUpgraded = false;
    std::string received; ///< not yet understood
    std::string message;  ///< its frames so far
    std::string cursor = "start";
    long last = 0; ///< number of the last event
    long unsettled = 0;
    bool isBroken = false; ///< an event was missing or came twice
    bool isStopped = false;

    void send(const std::string& bytes) const {
        (void)!::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    }

    bool open(const Target& target) {
        received.clear();
        message.clear();
        isUpgraded = false;
        socket = connectTo(target.port);
        if (socket >= 0)
            send(upgrade(target, target.token));
        return socket >= 0;
    }
    /// Reads what there is; false when the connection has ended.
    bool read(std::vector<float>& latencies) {
        static thread_local char buffer[256 * 1024];
        const ssize_t size = ::recv(socket, buffer, sizeof buffer, MSG_DONTWAIT);
        if (size <= 0)
            return size < 0 && errno == EAGAIN;
        received.append(buffer, size_t(size));
        if (!isUpgraded) {
            const size_t end = received.find("\r\n\r\n");
            if (end == std::string::npos)
                return true;
            if (received.compare(9, 3, "101") != 0)
                return false;
            received.erase(0, end + 4);
            isUpgraded = true;
            send(frame(1, R"({"type":"hello","versions":[1]})"));
        }
        return readFrames(latencies);
    }
    bool readFrames(std::vector<float>& latencies) {
        size_t at = 0;
        for (;;) {
            const size_t left = received.size() - at;
            if (left < 2)
                break;
            const auto* head = reinterpret_cast<const unsigned char*>(received.data()) + at;
            size_t header = 2, length = head[1] & 127;
            if (length == 126) {
                header = 4;
                if (left < header)
                    break;
                length = size_t(head[2]) << 8 | head[3];
            } else if (length == 127) {
                header = 10;
                if (left < header)
                    break;
                length = 0;
                for (int i = 2; i < 10; ++i)
                    length = length << 8 | head[i];
            }
            if (left < header + length)
                break;
            const std::string_view payload(received.data() + at + header, length);
            const int kind = head[0] & 15;
            if (kind == 8)
                return false;
            if (kind == 9)
                send(frame(10, payload));
            else if (kind < 2)
                message.append(payload);
            if (kind < 2 && (head[0] & 0x80)) {
                take(latencies);
                message.clear();
            }
            at += header + length;
        }
        received.erase(0, at);
        return true;
    }
    void take(std::vector<float>& latencies) {
        if (message.find(R"("type":"welcome")") != std::string::npos && message.size() < 1000) {
            send(frame(1, R"({"type":"subscribe","from":")" + cursor + R"(","credit":)" +
                              std::to_string(window) + "}"));
            unsettled = 0;
        }
        if (!message.starts_with(R"({"type":"events")"))
            return;
        static constexpr std::string_view begin = R"({"seq":)", received_ = R"("receivedAt":)",
                                          cursor_ = R"("cursor":")";
        size_t lastAt = 0;
        for (size_t at = message.find(begin); at != std::string::npos; at = message.find(begin, at + 1)) {
            const long seq = std::atol(message.c_str() + at + begin.size());
            isBroken = isBroken || seq != last + 1;
            last = seq;
            ++unsettled;
            lastAt = at;
        }
        const double receivedAt =
            std::atof(message.c_str() + message.find(received_, lastAt) + received_.size());
        latencies.push_back(float((microsNow() - receivedAt) / 1000));
        const size_t cursorAt = message.rfind(cursor_) + cursor_.size();
        cursor = message.substr(cursorAt, message.find('"', cursorAt) - cursorAt);
        if (unsettled >= window / 4) {
            send(frame(1, R"({"type":"credit","events":)" + std::to_string(unsettled) + "}"));
            unsettled = 0;
        }
    }
};

/// Comes with a wrong token, again and again.
void guess(const Target& target, int count, std::chrono::duration<double> during, std::atomic<int>& refused) {
    const auto begin = std::chrono::time_point<Clock, std::chrono::duration<double>>(Clock::now());
    for (int i = 0; i < count; ++i) {
        const int socket = connectTo(target.port);
        const std::string request = upgrade(target, "wrong-" + std::to_string(i));
        (void)!::send(socket, request.data(), request.size(), MSG_NOSIGNAL);
        char answer[512];
        const ssize_t size = ::recv(socket, answer, sizeof answer, 0);
        if (size <= 0 || std::strncmp(answer + 9, "401", 3) == 0)
            ++refused;
        ::close(socket);
        std::this_thread::sleep_until(begin + during * i / count);
    }
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 9) {
        std::fputs("bench_relay PORT PATH TOKEN SUBSCRIBERS SECONDS FILE STOPPED WRONG\n", stderr);
        return 2;
    }
    const Target target{std::atoi(argv[1]), argv[2], argv[3]};
    std::vector<Subscriber> subscribers(size_t(std::atoi(argv[4])));
    const auto begin = Clock::now();
    const auto after = [begin](double seconds) {
        return Clock::now() - begin > std::chrono::duration<double>(seconds);
    };
    const double seconds = std::atof(argv[5]), stopped = std::atof(argv[7]), stopsAt = 3;
    long events = std::numeric_limits<long>::max();
    auto lookedAt = begin;
    const int wrong = std::atoi(argv[8]);
    const int poll = epoll_create1(0);
    const auto watch = [&](Subscriber& subscriber) {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.ptr = &subscriber;
        epoll_ctl(poll, EPOLL_CTL_ADD, subscriber.socket, &event);
    };
    for (Subscriber& subscriber : subscribers) {
        if (!subscriber.open(target)) {
            std::perror("connect");
            return 1;
        }
        watch(subscriber);
    }
    std::atomic<int> refused = 0;
    std::thread guesser([&] { guess(target, wrong, std::chrono::duration<double>(seconds / 3), refused); });
    std::vector<float> latencies;
    std::vector<float> none;
    std::vector<epoll_event> ready(subscribers.size());
    const auto isComplete = [&events](const Subscriber& subscriber) { return subscriber.last >= events; };
    Subscriber& lazy = subscribers.front();
    while (!after(seconds) && !std::all_of(subscribers.begin(), subscribers.end(), isComplete)) {
        if (Clock::now() - lookedAt > std::chrono::seconds(1)) {
            lookedAt = Clock::now();
            if (long number = 0; std::ifstream(argv[6]) >> number)
                events = number;
        }
        const bool shouldStop = after(stopsAt) && !after(stopsAt + stopped);
        if (shouldStop != lazy.isStopped) {
            lazy.isStopped = shouldStop;
            if (shouldStop)
                epoll_ctl(poll, EPOLL_CTL_DEL, lazy.socket, nullptr);
            else
                watch(lazy);
        }
        const int count = epoll_wait(poll, ready.data(), int(ready.size()), 100);
        for (int i = 0; i < count; ++i) {
            auto& subscriber = *static_cast<Subscriber*>(ready[size_t(i)].data.ptr);
            // What one that stood still is late by says nothing of the relay.
            if (subscriber.read(&subscriber == &lazy ? none : latencies))
                continue;
            ::close(subscriber.socket);
            if (subscriber.open(target))
                watch(subscriber);
        }
    }
    guesser.join();
    long complete = 0, missing = 0, sum = 0;
    for (const Subscriber& subscriber : subscribers) {
        const bool isGood = isComplete(subscriber) && !subscriber.isBroken;
        (isGood ? complete : missing) += 1;
        sum += subscriber.last;
    }
    std::sort(latencies.begin(), latencies.end());
    const auto at = [&](double share) {
        return latencies.empty()
                   ? 0.0F
                   : latencies[std::min(latencies.size() - 1, size_t(share * double(latencies.size())))];
    };
    std::printf("%ld %ld %ld %d %d %.0f %.0f %.0f\n", complete, missing, sum, wrong, int(refused),
                double(at(0.5)), double(at(0.99)), double(at(1)));
    return missing == 0 ? 0 : 1;
}
