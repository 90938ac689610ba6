// SPDX-License-Identifier: MIT
#include "stopsignals.h"

#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace meshwatch::cli {

namespace {

sigset_t stopSignals() {
    sigset_t signalsToTake;
    sigemptyset(&signalsToTake);
    sigaddset(&signalsToTake, SIGINT);
    sigaddset(&signalsToTake, SIGTERM);
    return signalsToTake;
}

int openFd() {
    const sigset_t signalsToTake = stopSignals();
    return ::signalfd(-1, &signalsToTake, SFD_NONBLOCK | SFD_CLOEXEC);
}

} // namespace

StopSignals::StopSignals(std::function<void()> stop)
    : m_fd(openFd())
    , m_notifier(m_fd, QSocketNotifier::Read) {
    QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this, stop = std::move(stop)] {
        signalfd_siginfo info{};
        (void)!::read(m_fd, &info, sizeof info);
        stop();
    });
}

StopSignals::~StopSignals() {
    m_notifier.setEnabled(false);
    ::close(m_fd);
}

bool StopSignals::arePending() {
    sigset_t pending;
    sigemptyset(&pending);
    sigpending(&pending);
    return sigismember(&pending, SIGINT) == 1 || sigismember(&pending, SIGTERM) == 1;
}

} // namespace meshwatch::cli
