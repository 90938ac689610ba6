// SPDX-License-Identifier: MIT
#include <meshwatch/core/writebehindfile.h>

#include <meshwatch/core/json.h>

#include <QDateTime>
#include <QFile>
#include <QPointer>
#include <QSaveFile>
#include <QThread>
#include <QTimer>

#include <chrono>

namespace meshwatch {

namespace {

using namespace std::chrono_literals;

/// What is typed is on disk so long after the last key at the latest.
constexpr auto pause = 800ms;

} // namespace

class WriteBehindFile::Private {
public:
    QString path;
    Content content; ///< not written yet
    QTimer timer;
    QThread thread;
    QObject worker;

    /// Hands what is not written yet to the thread.
    void writeNow(WriteBehindFile* file);
};

void WriteBehindFile::Private::writeNow(WriteBehindFile* file) {
    timer.stop();
    if (!content)
        return;
    const auto task = [file, filePath = path, make = std::exchange(content, {})] {
        QSaveFile saved(filePath);
        const QByteArray bytes = make();
        if (saved.open(QIODevice::WriteOnly) && saved.write(bytes) == bytes.size() && saved.commit())
            return;
        // The file's object waits for this thread before it goes.
        Q_EMIT file->failed(saved.errorString());
    };
    QMetaObject::invokeMethod(&worker, task, Qt::QueuedConnection);
}

WriteBehindFile::WriteBehindFile(QString path, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>()) {
    d->path = std::move(path);
    d->timer.setSingleShot(true);
    d->timer.setInterval(pause);
    connect(&d->timer, &QTimer::timeout, this, [this] { d->writeNow(this); });
    d->worker.moveToThread(&d->thread);
    d->thread.setObjectName(QStringLiteral("drafts"));
    d->thread.start();
}

WriteBehindFile::~WriteBehindFile() {
    flush();
    d->thread.quit();
    d->thread.wait();
}

QString WriteBehindFile::path() const { return d->path; }

QJsonObject WriteBehindFile::load() const {
    QFile file(d->path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto json = json::parseObject(file.readAll());
    if (json)
        return *json;
    file.close();
    QFile::rename(d->path,
                  d->path + QStringLiteral(".damaged-") +
                      QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz")));
    return {};
}

void WriteBehindFile::write(Content content) {
    d->content = std::move(content);
    // Not restarted: who types without a pause must not lose everything.
    if (!d->timer.isActive())
        d->timer.start();
}

void WriteBehindFile::whenWritten(QObject* context, std::function<void()> then) {
    d->writeNow(this);
    // Back over this object, which waits for the thread: only in its own may be asked whether the context is
    // alive.
    auto back = [context = QPointer(context), then = std::move(then)] {
        if (context)
            then();
    };
    auto written = [this, back = std::move(back)]() mutable {
        QMetaObject::invokeMethod(this, std::move(back), Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(&d->worker, std::move(written), Qt::QueuedConnection);
}

void WriteBehindFile::flush() {
    d->writeNow(this);
    QMetaObject::invokeMethod(
        &d->worker, [] {}, Qt::BlockingQueuedConnection);
}

} // namespace meshwatch
