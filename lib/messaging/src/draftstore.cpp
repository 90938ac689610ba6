// SPDX-License-Identifier: MIT
#include <meshwatch/messaging/draftstore.h>

#include <meshwatch/core/json.h>

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QMap>
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

using Key = std::pair<qint32, QString>;
using Drafts = QMap<Key, DraftStore::Draft>;

QByteArray toBytes(const Drafts& drafts) {
    QJsonArray list;
    for (auto it = drafts.begin(); it != drafts.end(); ++it) {
        QJsonObject entry{{QStringLiteral("connection"), it.key().first},
                          {QStringLiteral("peer"), it.key().second},
                          {QStringLiteral("mail"), it->mail.toJson()}};
        if (!it->request.isEmpty())
            entry.insert(QStringLiteral("request"), it->request);
        if (it->posted)
            entry.insert(QStringLiteral("posted"), it->posted->toJson());
        list.append(entry);
    }
    return json::compact(QJsonObject{{QStringLiteral("version"), 1}, {QStringLiteral("drafts"), list}});
}

Drafts fromJson(const QJsonObject& json) {
    Drafts drafts;
    const QJsonArray list = json.value(QLatin1String("drafts")).toArray();
    for (const auto& value : list) {
        const QJsonObject entry = value.toObject();
        const Key key(entry.value(QLatin1String("connection")).toInt(),
                      entry.value(QLatin1String("peer")).toString());
        DraftStore::Draft draft{MailDraft::fromJson(entry.value(QLatin1String("mail")).toObject()),
                                entry.value(QLatin1String("request")).toObject()};
        if (const QJsonObject posted = entry.value(QLatin1String("posted")).toObject(); !posted.isEmpty())
            draft.posted = PostedMail::fromJson(posted);
        drafts.insert(key, draft);
    }
    return drafts;
}

} // namespace

class DraftStore::Private {
public:
    QString path;
    Drafts drafts;
    QTimer timer;
    QThread thread;
    QObject worker;

    void load();
    void write(DraftStore* store);
    /// Hands what is not written yet to the thread.
    void writeNow(DraftStore* store);
};

void DraftStore::Private::load() {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const auto json = json::parseObject(file.readAll());
    if (json) {
        drafts = fromJson(*json);
        return;
    }
    file.close();
    QFile::rename(path, path + QStringLiteral(".damaged-") +
                            QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz")));
}

void DraftStore::Private::write(DraftStore* store) {
    const auto task = [store, filePath = path, copy = drafts] {
        QSaveFile file(filePath);
        const QByteArray bytes = toBytes(copy);
        if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
            return;
        // The store waits for this thread before it goes.
        Q_EMIT store->failed(
            {QStringLiteral("drafts.write"),
             DraftStore::tr("Drafts cannot be kept in %1: %2.").arg(filePath, file.errorString()),
             DraftStore::tr("Check that the folder is writable and has space.")});
    };
    QMetaObject::invokeMethod(&worker, task, Qt::QueuedConnection);
}

DraftStore::DraftStore(const QString& workspaceFolder, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>()) {
    d->path = workspaceFolder + QStringLiteral("/drafts.json");
    d->load();
    d->timer.setSingleShot(true);
    d->timer.setInterval(pause);
    connect(&d->timer, &QTimer::timeout, this, [this] { d->write(this); });
    d->worker.moveToThread(&d->thread);
    d->thread.setObjectName(QStringLiteral("drafts"));
    d->thread.start();
}

DraftStore::~DraftStore() {
    flush();
    d->thread.quit();
    d->thread.wait();
}

DraftStore::Draft DraftStore::draft(ConnectionId connection, const QString& peer) const {
    return d->drafts.value({connection.value, peer});
}

void DraftStore::setDraft(ConnectionId connection, const QString& peer, const Draft& draft) {
    const Key key(connection.value, peer);
    if (d->drafts.value(key) == draft)
        return;
    if (draft.isEmpty())
        d->drafts.remove(key);
    else
        d->drafts.insert(key, draft);
    // Not restarted: who types without a pause must not lose everything.
    if (!d->timer.isActive())
        d->timer.start();
}

QStringList DraftStore::peers(ConnectionId connection) const {
    QStringList peers;
    for (auto it = d->drafts.begin(); it != d->drafts.end(); ++it) {
        if (it.key().first == connection.value)
            peers.append(it.key().second);
    }
    return peers;
}

void DraftStore::Private::writeNow(DraftStore* store) {
    if (!timer.isActive())
        return;
    timer.stop();
    write(store);
}

void DraftStore::whenWritten(QObject* context, std::function<void()> then) {
    d->writeNow(this);
    // Back over the store, which waits for the thread: only in its own may be asked whether the context is
    // alive.
    const auto back = [context = QPointer(context), then = std::move(then)] {
        if (context)
            then();
    };
    const auto written = [this, back] { QMetaObject::invokeMethod(this, back, Qt::QueuedConnection); };
    QMetaObject::invokeMethod(&d->worker, written, Qt::QueuedConnection);
}

void DraftStore::flush() {
    d->writeNow(this);
    QMetaObject::invokeMethod(
        &d->worker, [] {}, Qt::BlockingQueuedConnection);
}

} // namespace meshwatch
