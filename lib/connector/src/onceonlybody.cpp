// SPDX-License-Identifier: MIT
#include "onceonlybody.h"

namespace meshwatch::connector {

OnceOnlyBody::OnceOnlyBody(RequestBody body, QObject* parent)
    : QIODevice(parent)
    , m_body(std::move(body)) {
    if (m_body.content && !m_body.content->seek(0))
        m_problem = m_body.content->errorString();
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OnceOnlyBody::readData(char* data, qint64 maximum) {
    const qint64 contentEnd = m_body.head.size() + m_body.contentSize;
    qint64 count = -1;
    if (m_read < m_body.head.size()) {
        count = qMin(maximum, m_body.head.size() - m_read);
        std::copy_n(m_body.head.constData() + m_read, count, data);
    } else if (m_read < contentEnd) {
        count = readContent(data, qMin(maximum, contentEnd - m_read));
    } else if (m_read < m_body.size()) {
        count = qMin(maximum, m_body.size() - m_read);
        std::copy_n(m_body.tail.constData() + (m_read - contentEnd), count, data);
    }
    if (count > 0)
        m_read += count;
    return count;
}

qint64 OnceOnlyBody::readContent(char* data, qint64 maximum) {
    const qint64 count = m_problem.isEmpty() ? m_body.content->read(data, maximum) : -1;
    if (count > 0)
        return count;
    if (m_problem.isEmpty())
        m_problem = count < 0 ? m_body.content->errorString()
                              : ConnectorError::tr("The file became shorter while it was read.");
    return -1;
}

} // namespace meshwatch::connector
