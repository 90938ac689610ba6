// SPDX-License-Identifier: MIT
#pragma once

#include "comparer.h"

#include <meshwatch/sync/backbonesync.h>

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTimer>

#include <deque>
#include <functional>

namespace meshwatch {

/// One run of BackboneSync: sync, ask list after list, compare each with the store, file what is missing.
///
/// Lists have no paging and no order; long ones are asked for in windows of createdAt, so that memory stays
/// bounded however much the Connector holds.
class SyncRun : public QObject {
    Q_OBJECT
public:
    SyncRun(ConnectorClient& client, Comparer& comparer, std::chrono::milliseconds grace, QObject* parent);

    void start();

Q_SIGNALS:
    void finished(const meshwatch::BackboneSync::Summary& summary);
    void failed(const meshwatch::ConnectorError& error);

private:
    using Objects = std::vector<QJsonObject>;
    using Answer = ConnectorResult<Objects>;
    using Take = std::function<void(const Answer&)>;
    using Fetch = std::function<void(const connector::Filter&, Take)>;
    using Prove = std::function<restevents::Provables(const QJsonObject&)>;
    /// One list to compare; from `from` on in windows, or whole if `isWindowed` is not set.
    struct List {
        QString title;
        Fetch fetch;
        Prove prove;
        bool isWindowed = false;
        connector::Filter filter;
        Micros from;
        Micros span;
    };

    void sync();
    void readIdentity();
    void readMark();
    void readRelationships();
    void planLists();
    void addRequestLists(const QString& title, const Fetch& fetch, const Prove& prove);
    void next();
    void ask(List list);
    void take(List list, Micros to, const Answer& answer);
    void compare(const Objects& objects, const Prove& prove, const std::function<void()>& then);
    void addMissing(std::vector<Arrival> missing);
    void fileMissing(const std::function<void()>& then);
    void conclude();
    /// True if the error ends the run; a closed list only narrows it.
    bool ends(const ConnectorError& error, const QString& title);

    ConnectorClient& m_client;
    Comparer& m_comparer;
    const std::chrono::milliseconds m_grace;
    const Micros m_started = Micros::now();
    QElapsedTimer m_timer;
    BackboneSync::Summary m_summary;
    QString m_ownAddress;
    QHash<QString, int> m_relationshipsOfTemplate;
    Micros m_since;    ///< what was compared up to by earlier runs; none for the first
    Micros m_earliest; ///< nothing of the Connector is older
    Micros m_newest;   ///< newest createdAt seen in this run
    std::deque<List> m_lists;
    bool m_hasWaited = false;
    std::vector<Arrival> m_missing; ///< not filed yet
};

} // namespace meshwatch
