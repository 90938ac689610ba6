// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/httpmessage.h>

#include <atomic>
#include <functional>
#include <mutex>

namespace meshwatch {

class HttpSession;
class HttpAnswers;

/// One request between the server's thread and whoever answers it.
class HttpResponder::State {
public:
    std::shared_ptr<HttpAnswers> answers;
    std::weak_ptr<HttpSession> session;
    HttpResponse response;
    bool isDropped = false; ///< instead of an answer
    std::atomic<bool> isAnswered = false;
};

/// The way of answers from any thread to the server's. A commit answers many requests at once: only the
/// first of them wakes the server, which takes the others along.
class HttpAnswers {
public:
    using List = std::vector<std::shared_ptr<HttpResponder::State>>;

    /// `wake` has the server call take() soon.
    explicit HttpAnswers(std::function<void()> wake)
        : m_wake(std::move(wake)) {}

    void add(std::shared_ptr<HttpResponder::State> answer) {
        const std::lock_guard lock(m_mutex);
        if (!m_wake)
            return;
        m_list.push_back(std::move(answer));
        if (m_list.size() == 1)
            m_wake();
    }
    void take(List& into) {
        const std::lock_guard lock(m_mutex);
        into.swap(m_list);
    }
    /// Who answers later is too late.
    void close() {
        const std::lock_guard lock(m_mutex);
        m_wake = {};
        m_list.clear();
    }

private:
    std::mutex m_mutex;
    std::function<void()> m_wake;
    List m_list;
};

} // namespace meshwatch
