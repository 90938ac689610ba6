// SPDX-License-Identifier: MIT
#pragma once

#include "entrytrace.h"

#include <meshwatch/connector/connectorclient.h>

#include <QObject>

#include <deque>
#include <functional>

namespace meshwatch {

/// Asks the REST API for what it holds of one peer, newest first, in windows of createdAt that grow and
/// shrink with what they give: the API has no paging, and a page at a time is all that is held.
class RestHistory : public QObject {
    Q_OBJECT
public:
    /// Everything created before `to` and not before `from`.
    RestHistory(ConnectorClient& client, QString peer, Micros from, Micros to, QObject* parent);
    void start();

Q_SIGNALS:
    void page(const meshwatch::EntryTraces& traces);
    void finished();
    void failed(const meshwatch::ConnectorError& error);

private:
    using Add = void (*)(EntryTraces&, const QJsonObject&, qint64);
    using Take = std::function<void(const ConnectorResult<EntryTraces>&)>;
    struct List {
        std::function<void(const connector::Filter&, const Take&)> fetch;
        QString peerFilter;
        Micros to;
        qint64 span;
    };
    template<typename Calls>
    void addList(const QString& peerFilter, Calls calls, Add add);
    void ask();
    void take(Micros from, const ConnectorResult<EntryTraces>& traces);

    ConnectorClient& m_client;
    const QString m_peer;
    const Micros m_from;
    const Micros m_to;
    std::deque<List> m_lists;
};

} // namespace meshwatch
