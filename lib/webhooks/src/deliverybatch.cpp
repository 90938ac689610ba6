// SPDX-License-Identifier: MIT
#include "deliverybatch.h"

namespace meshwatch {

void DeliveryBatch::start() { next(); }

void DeliveryBatch::next() {
    if (m_isStarting) // a job that ended while it was begun
        return;
    m_isStarting = true;
    while (!m_jobs.empty() && m_underWay < m_parallel) {
        const DeliveryTest::Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        ++m_underWay;
        m_deliverer.deliver(job, m_options, [self = shared_from_this()](const DeliveryResult& result) {
            --self->m_underWay;
            self->m_callbacks.finished(result);
            self->next();
        });
    }
    m_isStarting = false;
    if (!m_isEnded && m_jobs.empty() && m_underWay == 0) {
        m_isEnded = true;
        m_callbacks.done();
    }
}

} // namespace meshwatch
