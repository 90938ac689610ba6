// SPDX-License-Identifier: MIT
#include "postgreslink.h"

#include <QCoreApplication>

#include <poll.h>

namespace meshwatch {

namespace {

struct PostgresLinkText {
    Q_DECLARE_TR_FUNCTIONS(EventSource)
};
using namespace std::chrono_literals;

constexpr qint64 postgresRowsAtOnce = 500;
/// News are told; looking for them now and then only shows that the connection still stands.
constexpr auto postgresLookPause = 10s;
/// As much as a refused body's beginning is kept of.
constexpr qint64 postgresKeptBytes = 64LL * 1024;

constexpr char postgresRead[] =
    "SELECT seq, received, trigger, correlation, path, headers, octet_length(body)::bigint, "
    "CASE WHEN octet_length(body) > $4 THEN substring(body FROM 1 FOR $5::int) ELSE body END "
    "FROM meshwatch.events WHERE connection = $1 AND seq > $2 ORDER BY seq LIMIT $3";

} // namespace

PostgresLink::PostgresLink(EventSource::Settings settings)
    : m_settings(std::move(settings))
    , m_name(m_settings.address.value("connection")) {}

Result<std::unique_ptr<PostgresConnection>> PostgresLink::connect(PostgresConnection::Interrupt interrupt) {
    if (m_name.isEmpty())
        return sourceerror::refused(
            PostgresLinkText::tr("The address of %1 names no connection.").arg(m_settings.address.place()),
            PostgresLinkText::tr("Add ?connection=NAME, as the relays call it."));
    return PostgresConnection::open(m_settings.address, m_settings.secret, std::move(interrupt));
}

Result<void> PostgresLink::run(SourceFeed& feed) {
    const auto connection = connect({feed.wakeDescriptor(), [&feed] {
                                         feed.drainWake();
                                         return feed.isStopping();
                                     }});
    if (!connection)
        return connection.error();
    // Before the first look, so that nothing is written between the two.
    if (const auto listens = (*connection)->run(QByteArray("LISTEN ") + PostgresHistory::channel); !listens)
        return listens.error();
    const auto about = PostgresHistory(**connection, m_settings.address).openForReading();
    if (!about)
        return about.error();
    m_history = about->id;
    m_seq = start(*about, feed);
    feed.connected(PostgresLinkText::tr("“%1” in the shared history “%2” at %3")
                       .arg(m_name, m_settings.address.path(), m_settings.address.place()));
    while (!feed.isStopping()) {
        const Micros before = Micros::now();
        const auto read = readSome(**connection, feed);
        feed.submit();
        if (!read)
            return read.error();
        if (feed.hasFailed())
            return sourceerror::notStored();
        if (*read)
            m_seen.push_back({feed.taken(), before});
        if (*read) {
            if (auto waited = waitForNews(**connection, feed); !waited)
                return waited;
        }
    }
    return {};
}

Result<void> PostgresLink::waitForNews(PostgresConnection& connection, SourceFeed& feed) {
    for (bool hasNews = false; !hasNews && !feed.isStopping() && !feed.hasFailed();) {
        noteSeen(feed);
        const auto heard = connection.listen(postgresLookPause);
        if (!heard)
            return heard.error();
        hasNews = *heard;
    }
    return {};
}

qint64 PostgresLink::start(const PostgresHistory::About& about, SourceFeed& feed) {
    const QByteArray position = feed.source().position;
    const Micros lastSeen = feed.source().lastSeen;
    const qsizetype colon = position.indexOf(':');
    const bool isSame = position.left(colon) == about.id;
    const qint64 known = isSame ? position.mid(colon + 1).toLongLong() : 0;
    // Another database, or this one as it was before: a backup.
    const bool wentBack = !position.isEmpty() && (!isSame || known > about.last);
    const bool wasTrimmed = isSame && about.last > known && (about.oldest == 0 || about.oldest > known + 1);
    if ((wentBack || wasTrimmed) && lastSeen.isValid())
        feed.addGap(Gap::Reason::PositionLost, lastSeen, Micros::now());
    const qint64 seq = qMin(known, about.last);
    if (wentBack || position.isEmpty()) {
        feed.setPosition(about.id + ':' + QByteArray::number(seq));
        feed.submit();
    }
    return seq;
}

Result<bool> PostgresLink::readSome(PostgresConnection& connection, SourceFeed& feed) {
    PostgresParameters parameters;
    parameters.add(m_name.toUtf8()).add(m_seq).add(postgresRowsAtOnce);
    parameters.add(SourceFeed::maxBodyBytes).add(postgresKeptBytes);
    if (const auto asked = connection.ask(postgresRead, parameters); !asked)
        return asked.error();
    qint64 rows = 0;
    for (;;) {
        const auto row = connection.nextRow();
        if (!row)
            return row.error();
        if (!row->has_value())
            return rows < postgresRowsAtOnce;
        ++rows;
        take(**row, feed);
        if (auto room = waitForRoom(feed); !room)
            return room.error();
    }
}

void PostgresLink::take(const PostgresRows& row, SourceFeed& feed) {
    m_seq = row.bigint(0, 0);
    SourceDelivery delivery;
    delivery.form = EventParser::Form::Envelope;
    delivery.receivedAt = {row.bigint(0, 1)};
    delivery.trigger = row.bytes(0, 2);
    delivery.correlationId = row.bytes(0, 3);
    delivery.path = row.bytes(0, 4);
    delivery.headers = row.bytes(0, 5);
    delivery.body = row.bytes(0, 7);
    if (const qint64 size = row.bigint(0, 6); size > SourceFeed::maxBodyBytes)
        feed.takeTooLarge(delivery, size);
    else
        feed.take(std::move(delivery));
    feed.setPosition(m_history + ':' + QByteArray::number(m_seq));
}

/// Rows are not read while so much waits for the commit: the server waits, too.
Result<void> PostgresLink::waitForRoom(SourceFeed& feed) {
    while (feed.isFull() && !feed.isStopping() && !feed.hasFailed()) {
        feed.submit();
        pollfd wake{feed.wakeDescriptor(), POLLIN, 0};
        if (poll(&wake, 1, 1000) > 0)
            feed.drainWake();
    }
    return feed.hasFailed() ? sourceerror::notStored() : Result<void>();
}

void PostgresLink::noteSeen(SourceFeed& feed) {
    Micros until;
    while (!m_seen.empty() && m_seen.front().first <= feed.settled()) {
        until = m_seen.front().second;
        m_seen.pop_front();
    }
    if (until.isValid())
        feed.noteSeen(until);
}

Result<QString> PostgresLink::look() {
    const auto connection = connect({});
    if (!connection)
        return connection.error();
    const auto about = PostgresHistory(**connection, m_settings.address).openForReading();
    if (!about)
        return about.error();
    const auto counted = (*connection)
                             ->run("SELECT count(*) FROM meshwatch.events WHERE connection = $1",
                                   PostgresParameters().add(m_name.toUtf8()));
    if (!counted)
        return counted.error();
    return PostgresLinkText::tr("connects, %n events kept", nullptr,
                                int(qMin<qint64>(counted->bigint(0, 0), std::numeric_limits<int>::max())));
}

} // namespace meshwatch
