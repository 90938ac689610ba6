// SPDX-License-Identifier: MIT
#include "transferloop.h"

#include <csignal>

namespace meshwatch {

namespace {

CURLM* newMulti() {
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    CURLM* multi = ready == CURLE_OK ? curl_multi_init() : nullptr;
    if (!multi)
        throw std::bad_alloc();
    return multi;
}

/// OpenSSL writes to a closed connection with a signal, which libcurl cannot keep off in a thread.
void keepOffBrokenPipes() {
    sigset_t signalSet;
    sigemptyset(&signalSet);
    sigaddset(&signalSet, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &signalSet, nullptr);
}

} // namespace

TransferLoop::TransferLoop()
    : m_multi(newMulti())
    , m_thread([this] { run(); }) {}

TransferLoop::~TransferLoop() {
    {
        const std::lock_guard lock(m_mutex);
        m_isStopped = true;
    }
    curl_multi_wakeup(m_multi);
    m_thread.join();
    curl_multi_cleanup(m_multi);
}

void TransferLoop::post(std::function<void()> task) {
    {
        const std::lock_guard lock(m_mutex);
        m_posted.push_back(std::move(task));
    }
    curl_multi_wakeup(m_multi);
}

bool TransferLoop::isStopped() {
    const std::lock_guard lock(m_mutex);
    return m_isStopped;
}

void TransferLoop::run() {
    keepOffBrokenPipes();
    while (!isStopped()) {
        runPosted();
        runDue();
        int running = 0;
        curl_multi_perform(m_multi, &running);
        if (!finishDone()) // what that began has to be performed first
            curl_multi_poll(m_multi, nullptr, 0, timeToNext(), nullptr);
    }
    for (const auto& [transfer, owned] : m_transfers)
        curl_multi_remove_handle(m_multi, transfer->handle());
    m_transfers.clear();
}

void TransferLoop::runPosted() {
    std::vector<std::function<void()>> tasks;
    {
        const std::lock_guard lock(m_mutex);
        tasks.swap(m_posted);
    }
    for (const auto& task : tasks)
        task();
}

void TransferLoop::runDue() {
    const auto now = Clock::now();
    while (!m_times.empty() && m_times.begin()->first <= now) {
        const auto task = std::move(m_times.begin()->second);
        m_times.erase(m_times.begin());
        task();
    }
}

int TransferLoop::timeToNext() const {
    if (m_times.empty())
        return 60'000;
    const auto wait =
        std::chrono::duration_cast<std::chrono::milliseconds>(m_times.begin()->first - Clock::now());
    return int(std::clamp<qint64>(wait.count() + 1, 0, 60'000));
}

void TransferLoop::start(OutgoingRequest request, const Transfer::Options& options, Transfer::Done done) {
    auto transfer = std::make_unique<Transfer>(std::move(request), options, std::move(done));
    curl_multi_add_handle(m_multi, transfer->handle());
    Transfer* key = transfer.get();
    m_transfers.emplace(key, std::move(transfer));
}

void TransferLoop::callAt(Clock::time_point time, std::function<void()> task) {
    m_times.emplace(time, std::move(task));
}

bool TransferLoop::finishDone() {
    bool isAny = false;
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        const CURLcode code = message->data.result;
        Transfer* transfer = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
        curl_multi_remove_handle(m_multi, transfer->handle());
        const auto node = m_transfers.extract(transfer);
        node.mapped()->finish(code);
        isAny = true;
    }
    return isAny;
}

void TransferLoop::cancelTransfers() {
    const auto transfers = std::exchange(m_transfers, {});
    for (const auto& [transfer, owned] : transfers) {
        curl_multi_remove_handle(m_multi, transfer->handle());
        transfer->finish(CURLE_ABORTED_BY_CALLBACK, true);
    }
}

} // namespace meshwatch
