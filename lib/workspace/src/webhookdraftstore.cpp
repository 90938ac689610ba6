// SPDX-License-Identifier: MIT
#include <meshwatch/workspace/webhookdraftstore.h>

#include <meshwatch/core/json.h>
#include <meshwatch/core/writebehindfile.h>

#include <QDir>
#include <QJsonArray>
#include <QMap>

namespace meshwatch {

namespace {

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
    explicit Private(const QString& path)
        : file(path) {}
    Drafts drafts;
    WriteBehindFile file;
};

WebhookDraftStore::WebhookDraftStore(const QString& workspaceFolder, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(QDir(workspaceFolder).filePath(QStringLiteral("webhooks.json")))) {
    d->drafts = fromJson(d->file.load());
    // From the writing thread, so that a failure of the last write before the end is told too.
    const auto tell = [this](const QString& reason) {
        Q_EMIT failed({QStringLiteral("drafts.write"),
                       tr("Webhook configurations cannot be kept in %1: %2.").arg(d->file.path(), reason),
                       tr("Check that the folder is writable and has space.")});
    };
    connect(&d->file, &WriteBehindFile::failed, this, tell, Qt::DirectConnection);
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
    d->file.write([drafts = d->drafts] { return toBytes(drafts); });
}

void WebhookDraftStore::flush() { d->file.flush(); }

} // namespace meshwatch
