// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QObject>

#include <functional>
#include <memory>

namespace meshwatch {

/// A small JSON file with what somebody is writing: read at start, and written as a whole by a thread of its
/// own a moment after the last change, so that it survives a crash and nobody waits for the disk.
class WriteBehindFile : public QObject {
    Q_OBJECT
public:
    /// Makes the bytes of the file; called on the writing thread, so that it may only use what it copied.
    using Content = std::function<QByteArray()>;

    explicit WriteBehindFile(QString path, QObject* parent = nullptr);
    /// Writes what is not written yet, and waits for it.
    ~WriteBehindFile() override;

    [[nodiscard]] QString path() const;
    /// What the file holds; empty if there is none. One that is no JSON object is set aside. Reads at once,
    /// in the caller's thread: to be called once, at start.
    [[nodiscard]] QJsonObject load() const;
    /// Has this written a moment later; the last one given counts.
    void write(Content content);
    /// Writes now and calls back, unless `context` (of this thread) is gone by then, once it is on disk or
    /// has failed().
    void whenWritten(QObject* context, std::function<void()> then);
    /// Writes now and waits.
    void flush();

Q_SIGNALS:
    /// It could not be written; the next change tries again. Sent from the writing thread.
    void failed(const QString& reason);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace meshwatch
