// SPDX-License-Identifier: MIT
#include "storereading.h"

namespace meshwatch {

StoreReading::StoreReading(const QString& storePath, QObject* parent)
    : QObject(parent)
    , m_path(storePath) {
    m_thread.setObjectName(QStringLiteral("reading"));
    m_worker.moveToThread(&m_thread);
    m_thread.start();
}

StoreReading::~StoreReading() {
    m_isStopping = true;
    m_thread.quit();
    m_thread.wait();
}

const EventReader* StoreReading::opened() {
    if (!m_reader) {
        auto reader = EventReader::open(m_path);
        if (!reader) {
            Q_EMIT failed(reader.error().text());
            return nullptr;
        }
        m_reader = std::move(*reader);
    }
    return m_reader.get();
}

} // namespace meshwatch
