// SPDX-License-Identifier: MIT
#include "readerthread.h"

namespace meshwatch {

ReaderThread::ReaderThread(QString storePath, QObject* parent)
    : QObject(parent)
    , m_path(std::move(storePath)) {
    m_worker.moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("reader"));
    m_thread.start();
}

ReaderThread::~ReaderThread() {
    m_isStopping = true;
    m_thread.quit();
    m_thread.wait();
}

bool ReaderThread::open() {
    if (m_reader)
        return true;
    auto reader = EventReader::open(m_path);
    if (!reader) {
        Q_EMIT failed(reader.error().text());
        return false;
    }
    m_reader = std::move(*reader);
    return true;
}

} // namespace meshwatch
