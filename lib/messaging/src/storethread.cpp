// SPDX-License-Identifier: MIT
#include "storethread.h"

namespace meshwatch {

StoreThread::StoreThread(QString storePath, const char* name)
    : m_path(std::move(storePath)) {
    m_worker.moveToThread(&m_thread);
    m_thread.setObjectName(QLatin1String(name));
    m_thread.start();
}

StoreThread::~StoreThread() {
    m_isStopping = true;
    m_thread.quit();
    m_thread.wait();
}

const EventReader* StoreThread::reader() {
    if (!m_reader) {
        auto opened = EventReader::open(m_path);
        if (opened)
            m_reader = std::move(*opened);
    }
    return m_reader.get();
}

} // namespace meshwatch
