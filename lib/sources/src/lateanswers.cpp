// SPDX-License-Identifier: MIT
#include "lateanswers.h"

namespace meshwatch {

void LateAnswers::Answer::give() {
    if (response)
        responder.send(std::move(*response));
    else
        responder.drop();
}

LateAnswers::~LateAnswers() {
    flush();
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void LateAnswers::add(std::chrono::milliseconds delay, HttpResponder responder,
                      std::optional<HttpResponse> response) {
    Answer answer{std::move(responder), std::move(response)};
    {
        const std::lock_guard lock(m_mutex);
        if (!m_isFlushing && delay.count() > 0) {
            if (!m_thread.joinable())
                m_thread = std::thread([this] { loop(); });
            m_waiting.emplace(std::chrono::steady_clock::now() + delay, std::move(answer));
            m_changed.notify_all();
            return;
        }
    }
    answer.give();
}

void LateAnswers::flush() {
    std::multimap<std::chrono::steady_clock::time_point, Answer> waiting;
    {
        const std::lock_guard lock(m_mutex);
        m_isFlushing = true;
        waiting.swap(m_waiting);
    }
    for (auto& [due, answer] : waiting)
        answer.give();
}

void LateAnswers::accept() {
    const std::lock_guard lock(m_mutex);
    m_isFlushing = false;
}

void LateAnswers::loop() {
    std::unique_lock lock(m_mutex);
    while (!m_isEnding) {
        if (m_waiting.empty()) {
            m_changed.wait(lock);
            continue;
        }
        const auto first = m_waiting.begin();
        if (const auto due = first->first; std::chrono::steady_clock::now() < due) {
            m_changed.wait_until(lock, due);
            continue;
        }
        Answer answer = std::move(first->second);
        m_waiting.erase(first);
        lock.unlock();
        answer.give();
        lock.lock();
    }
}

} // namespace meshwatch
