// SPDX-License-Identifier: MIT
#pragma once

#include "talk.h"

#include <meshwatch/messaging/sendmany.h>

namespace meshwatch::cli {

/// Sends to one or many and waits until it is known what became of each, or the time for that is over. A
/// signal lets those end that are being posted and begins no more; a second one ends it at once.
class Sending {
public:
    explicit Sending(Talk& talk);

    void mail(const MailDraft& mail, std::vector<SendMany::To> to);
    void request(const RequestDraft& request, const QString& to);
    /// Prints the results; the exit code.
    [[nodiscard]] int report(bool isJson) const;

private:
    /// Until nothing is under way or in doubt.
    void wait();
    void take(const SendResult& result);
    void stop();
    [[nodiscard]] bool isOver() const;

    Talk& m_talk;
    Sender m_sender;
    SendMany m_many;
    QEventLoop m_loop;
    std::vector<SendResult> m_results;
    bool m_isStopped = false;
};

} // namespace meshwatch::cli
