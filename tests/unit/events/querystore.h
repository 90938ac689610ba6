// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/events/query.h>

#include <QByteArray>
#include <QRandomGenerator>
#include <QString>

#include <sqlite3.h>

#include <vector>

/// An event as the store's columns and QueryRow both show it.
struct SampleEvent {
    qint64 seq = 1;
    qint64 received = 0;
    qint64 created = 0;
    quint32 channels = 1;
    bool isRecovered = false;
    int arrivals = 1;
    QByteArray connection = "c";
    QByteArray trigger;
    QByteArray object;
    QByteArray peer;
    QByteArray peerName;
    QByteArray correlation;
    QByteArray state;
    QByteArray body;

    // Kept beside, since a QueryRow owns nothing.
    mutable QString connectionText = {};
    mutable QString peerNameText = {};

    [[nodiscard]] meshwatch::QueryRow row() const;
};

/// The tables that Query::toSql() is written for, in memory.
class QueryStore {
public:
    explicit QueryStore(const std::vector<SampleEvent>& events);
    ~QueryStore() { sqlite3_close(m_database); }
    Q_DISABLE_COPY_MOVE(QueryStore)

    /// Numbers of the events that a reader would list: by SQL, and by matches() where SQL is not complete.
    [[nodiscard]] std::vector<qint64> found(const meshwatch::Query& query) const;
    /// What SQLite would do to find them.
    [[nodiscard]] QByteArray plan(const meshwatch::Query& query) const;

private:
    [[nodiscard]] sqlite3_stmt* prepared(const QByteArray& sql, const QList<QVariant>& bindings) const;
    [[nodiscard]] qint64 idOf(const char* table, const char* column, const QByteArray& text) const;
    void insert(const SampleEvent& event);

    sqlite3* m_database = nullptr;
    std::vector<SampleEvent> m_events;
};

/// A Mail from Hana Weiß, 431 ms old when it came.
[[nodiscard]] SampleEvent mailOf(meshwatch::Micros received);
[[nodiscard]] SampleEvent randomEvent(QRandomGenerator& random, qint64 seq, meshwatch::Micros now);
[[nodiscard]] QString randomQuery(QRandomGenerator& random, int depth);
