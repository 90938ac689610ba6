// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/httpmessage.h>

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

namespace meshwatch {

/// Answers that are given later, by a thread that is there only once one was asked for. Thread-safe.
class LateAnswers {
public:
    ~LateAnswers();

    /// Sends the response after the delay, or closes the connection where there is none.
    void add(std::chrono::milliseconds delay, HttpResponder responder, std::optional<HttpResponse> response);
    /// Gives all that wait at once; and all that are added, until accept().
    void flush();
    void accept();

private:
    struct Answer {
        HttpResponder responder;
        std::optional<HttpResponse> response;
        void give();
    };
    void loop();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::multimap<std::chrono::steady_clock::time_point, Answer> m_waiting;
    bool m_isFlushing = false;
    bool m_isEnding = false;
    std::thread m_thread;
};

} // namespace meshwatch
