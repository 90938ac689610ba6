// SPDX-License-Identifier: MIT
#pragma once

#include "requestbody.h"

namespace meshwatch::connector {

/// A request body that can be read once only, piece by piece.
///
/// When a server closes a connection without an answer, Qt sends the request again by itself, even a POST. It
/// cannot do so with a body that it cannot rewind, and that is what keeps requests that change something from
/// happening twice.
class OnceOnlyBody : public QIODevice {
public:
    explicit OnceOnlyBody(RequestBody body, QObject* parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_read >= m_body.size(); }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_body.size() - m_read; }
    [[nodiscard]] qint64 size() const override { return m_body.size(); }
    bool reset() override { return false; }

    /// Why the content could not be read to its end; empty if it could.
    [[nodiscard]] QString problem() const { return m_problem; }

protected:
    qint64 readData(char* data, qint64 maximum) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    [[nodiscard]] qint64 readContent(char* data, qint64 maximum);

    RequestBody m_body;
    QString m_problem;
    qint64 m_read = 0;
};

} // namespace meshwatch::connector
