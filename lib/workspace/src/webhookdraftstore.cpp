// SPDX-License-Identifier: MIT
#include <meshwatch/workspace/webhookdraftstore.h>

#include <meshwatch/core/json.h>

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QMap>
#include <QSaveFile>
#include <QThreadPool>
#include <QTimer>

#include <chrono>

namespace meshwatch {

namespace {

using namespace std::chrono_literals;

/// What is typed is on disk so long after the last key at the latest.
constexpr auto pause = 800ms;

using Drafts = QMap<qint32, WebhookDraftStore::Draft>;

QByteArray toBytes(const Drafts& drafts) {
    QJsonArray list;
    for (auto it = drafts.begin(); it != drafts.end(); ++it) {
        // As text: a JSON object of Qt would lose the order of its members.
        list.append(QJsonObject{{QStringLiteral("connection"), it.key()},
                                {QStringLiteral("webhooks"), QString::fromUtf8(it->webhooks)},
                                {QStringLiteral("isExported"), it->isExported}});
    }
    return json::compact(QJsonObject{{QStringLiteral("version"), 1}, {QStringLiteral("drafts"), list}});
}

Drafts fromJson(const QJsonObject& json) {
    Drafts drafts;
    const QJsonArray list = json.value(QLatin1String("drafts")).toArray();
    for (const auto& value : list) {
        const QJsonObject entry = value.toObject();
        drafts.insert(entry.value(QLatin1String("connection")).toInt(),
                      {entry.value(QLatin1String("webhooks")).toString().toUtf8(),
                       entry.value(QLatin1String("isExported")).toBool()});
    }
    return drafts;
}

} // namespace

class WebhookDraftStore::Private {
public:
    QString path;
    Drafts drafts;
    QTimer timer;
    QThreadPool writer;

    void load();
    void write(WebhookDraftStore* store);
};

void WebhookDraftStore::Private::load() {
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

void WebhookDraftStore::Private::write(WebhookDraftStore* store) {
    writer.start([store, filePath = path, bytes = toBytes(drafts)] {
        QSaveFile file(filePath);
        if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
            return;
        // The store waits for this thread before it goes.
        Q_EMIT store->failed({QStringLiteral("drafts.write"),
                              WebhookDraftStore::tr("Webhook configurations cannot be kept in %1: %2.")
                                  .arg(filePath, file.errorString()),
                              WebhookDraftStore::tr("Check that the folder is writable and has space.")});
    });
}

WebhookDraftStore::WebhookDraftStore(const QString& workspaceFolder, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>()) {
    d->path = QDir(workspaceFolder).filePath(QStringLiteral("webhooks.json"));
    d->load();
    d->timer.setSingleShot(true);
    d->timer.setInterval(pause);
    connect(&d->timer, &QTimer::timeout, this, [this] { d->write(this); });
    d->writer.setMaxThreadCount(1); // one after the other
}

WebhookDraftStore::~WebhookDraftStore() { flush(); }

WebhookDraftStore::Draft WebhookDraftStore::draft(ConnectionId connection) const {
    return d->drafts.value(connection.value);
}

void WebhookDraftStore::setDraft(ConnectionId connection, const Draft& draft) {
    if (d->drafts.value(connection.value) == draft)
        return;
    if (draft.webhooks.isEmpty())
        d->drafts.remove(connection.value);
    else
        d->drafts.insert(connection.value, draft);
    // Not restarted: who types without a pause must not lose everything.
    if (!d->timer.isActive())
        d->timer.start();
}

void WebhookDraftStore::flush() {
    if (d->timer.isActive()) {
        d->timer.stop();
        d->write(this);
    }
    d->writer.waitForDone();
}

} // namespace meshwatch
