// SPDX-License-Identifier: MIT
#include <meshwatch/messaging/draftstore.h>

#include <meshwatch/core/json.h>
#include <meshwatch/core/writebehindfile.h>

#include <QJsonArray>
#include <QMap>

namespace meshwatch {

namespace {

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
    explicit Private(const QString& path)
        : file(path) {}
    Drafts drafts;
    WriteBehindFile file;
};

DraftStore::DraftStore(const QString& workspaceFolder, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(workspaceFolder + QStringLiteral("/drafts.json"))) {
    d->drafts = fromJson(d->file.load());
    // From the writing thread, so that a failure of the last write before the end is told too.
    const auto tell = [this](const QString& reason) {
        Q_EMIT failed({QStringLiteral("drafts.write"),
                       tr("Drafts cannot be kept in %1: %2.").arg(d->file.path(), reason),
                       tr("Check that the folder is writable and has space.")});
    };
    connect(&d->file, &WriteBehindFile::failed, this, tell, Qt::DirectConnection);
}

DraftStore::~DraftStore() { flush(); }

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
    d->file.write([drafts = d->drafts] { return toBytes(drafts); });
}

QStringList DraftStore::peers(ConnectionId connection) const {
    QStringList peers;
    for (auto it = d->drafts.begin(); it != d->drafts.end(); ++it) {
        if (it.key().first == connection.value)
            peers.append(it.key().second);
    }
    return peers;
}

void DraftStore::whenWritten(QObject* context, std::function<void()> then) {
    d->file.whenWritten(context, std::move(then));
}

void DraftStore::flush() { d->file.flush(); }

} // namespace meshwatch
