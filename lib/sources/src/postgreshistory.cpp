// SPDX-License-Identifier: MIT
#include "postgreshistory.h"

#include "sourcelink.h"

#include <QCoreApplication>

namespace meshwatch {

namespace {

struct PostgresHistoryText {
    Q_DECLARE_TR_FUNCTIONS(EventSource)
};

/// One transaction, as every text of several statements is; those who come at the same time wait.
constexpr char postgresMake[] = R"sql(
SELECT pg_advisory_xact_lock(7083263481526124019);
CREATE SCHEMA IF NOT EXISTS meshwatch;
CREATE TABLE IF NOT EXISTS meshwatch.about(
    version integer NOT NULL, history uuid NOT NULL, last bigint NOT NULL);
INSERT INTO meshwatch.about
    SELECT 1, gen_random_uuid(), 0 WHERE NOT EXISTS (SELECT FROM meshwatch.about);
CREATE TABLE IF NOT EXISTS meshwatch.events(
    seq bigint PRIMARY KEY,
    connection text NOT NULL,
    received bigint NOT NULL,
    trigger text NOT NULL,
    object text NOT NULL,
    peer text NOT NULL,
    correlation text NOT NULL,
    digest bytea NOT NULL,
    path text NOT NULL,
    headers text NOT NULL,
    arrivals integer NOT NULL DEFAULT 1,
    body bytea NOT NULL);
COMMENT ON COLUMN meshwatch.events.received IS 'microseconds since 1970';
COMMENT ON COLUMN meshwatch.events.digest IS 'of trigger and data, whatever the order of members';
CREATE UNIQUE INDEX IF NOT EXISTS events_once ON meshwatch.events(digest, correlation, connection)
    WHERE correlation <> '';
CREATE INDEX IF NOT EXISTS events_without_correlation ON meshwatch.events(digest, connection, seq)
    WHERE correlation = '';
CREATE INDEX IF NOT EXISTS events_of_connection ON meshwatch.events(connection, seq);
CREATE TABLE IF NOT EXISTS meshwatch.arrivals(
    seq bigint NOT NULL, n integer NOT NULL, received bigint NOT NULL, path text NOT NULL,
    headers text NOT NULL, body bytea, PRIMARY KEY (seq, n));
COMMENT ON TABLE meshwatch.arrivals IS 'further deliveries of an event; no body: the same as the first';
CREATE OR REPLACE FUNCTION meshwatch.keep(
    connections text[], times bigint[], triggers text[], objects text[], peers text[],
    correlations text[], digests bytea[], paths text[], header_lines text[], bodies bytea[])
RETURNS bigint LANGUAGE plpgsql AS $body$
DECLARE
    number bigint;
    before bigint;
    known bigint;
    times_seen integer;
BEGIN
    SELECT last INTO number FROM meshwatch.about FOR UPDATE;
    before := number;
    FOR i IN 1 .. coalesce(array_length(connections, 1), 0) LOOP
        IF correlations[i] <> '' THEN
            SELECT seq INTO known FROM meshwatch.events
                WHERE digest = digests[i] AND correlation = correlations[i] AND correlation <> ''
                AND connection = connections[i];
        ELSE
            SELECT seq INTO known FROM meshwatch.events
                WHERE digest = digests[i] AND connection = connections[i] AND correlation = ''
                AND abs(received - times[i]) < 2000000 ORDER BY seq DESC LIMIT 1;
        END IF;
        IF known IS NULL THEN
            number := number + 1;
            INSERT INTO meshwatch.events(seq, connection, received, trigger, object, peer, correlation,
                                         digest, path, headers, body)
                VALUES (number, connections[i], times[i], triggers[i], objects[i], peers[i],
                        correlations[i], digests[i], paths[i], header_lines[i], bodies[i]);
        ELSE
            UPDATE meshwatch.events SET arrivals = arrivals + 1 WHERE seq = known
                RETURNING arrivals INTO times_seen;
            INSERT INTO meshwatch.arrivals
                SELECT known, times_seen, times[i], paths[i], header_lines[i], nullif(bodies[i], body)
                FROM meshwatch.events WHERE seq = known;
        END IF;
    END LOOP;
    IF number > before THEN
        UPDATE meshwatch.about SET last = number;
        PERFORM pg_notify('meshwatch', '');
    END IF;
    RETURN number;
END $body$;
)sql";

/// A commit that is not on the disk is none; stronger settings stay. A batch that waits for another for so
/// long waits for something that is stuck. And it must see what was committed while it waited.
constexpr char postgresWriterSettings[] =
    "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = "
    "'off';"
    "SELECT set_config('statement_timeout', '12s', false);"
    "SELECT set_config('default_transaction_isolation', 'read committed', false)";

constexpr char postgresKeep[] = "SELECT meshwatch.keep($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

/// As PostgreSQL takes texts: UTF-8 without NUL.
QByteArray postgresText(const QByteArray& bytes) {
    if (bytes.isValidUtf8() && !bytes.contains('\0'))
        return bytes;
    return QString::fromUtf8(bytes).replace(QChar(0), QChar(QChar::ReplacementCharacter)).toUtf8();
}

} // namespace

Result<bool> PostgresHistory::exists() {
    const auto found = m_connection.run("SELECT 1 FROM pg_catalog.pg_tables WHERE schemaname = 'meshwatch' "
                                        "AND tablename = 'about'");
    if (!found)
        return found.error();
    return found->count() > 0;
}

Result<void> PostgresHistory::checkVersion() {
    const auto found = m_connection.run("SELECT version::bigint FROM meshwatch.about");
    if (!found)
        return found.error();
    if (found->count() == 1 && found->bigint(0, 0) > version)
        return sourceerror::refused(
            PostgresHistoryText::tr("The history in “%1” at %2 was made by a later version of Meshwatch.")
                .arg(m_address.path(), m_address.place()),
            PostgresHistoryText::tr("Bring this one up to date."));
    return {};
}

Result<void> PostgresHistory::openForWriting() {
    const auto found = exists();
    if (!found)
        return found.error();
    if (!*found) {
        if (const auto made = m_connection.runAll(postgresMake); !made)
            return made;
    }
    if (auto checked = checkVersion(); !checked)
        return checked;
    return m_connection.runAll(postgresWriterSettings);
}

Result<PostgresHistory::About> PostgresHistory::openForReading() {
    const auto found = exists();
    if (!found)
        return found.error();
    if (!*found)
        return sourceerror::broken(
            PostgresHistoryText::tr("There is no history in the database “%1” at %2 yet.")
                .arg(m_address.path(), m_address.place()),
            PostgresHistoryText::tr("The first relay makes it: meshwatch-cli serve --store %1")
                .arg(QString(m_address.place() + QLatin1Char('/') + m_address.path())));
    if (const auto checked = checkVersion(); !checked)
        return checked.error();
    const auto rows = m_connection.run("SELECT history::text, last, (SELECT coalesce(min(seq), 0) FROM "
                                       "meshwatch.events) FROM meshwatch.about");
    if (!rows)
        return rows.error();
    if (rows->count() != 1)
        return sourceerror::broken(PostgresHistoryText::tr("The history in “%1” at %2 is damaged.")
                                       .arg(m_address.path(), m_address.place()));
    return About{rows->bytes(0, 0), rows->bigint(0, 1), rows->bigint(0, 2)};
}

Result<void> PostgresHistory::keep(const std::vector<std::pair<QByteArray, const Arrival*>>& arrivals) {
    using Of = PostgresArray::Of;
    PostgresArray connections(Of::Text), times(Of::Bigint), triggers(Of::Text), objects(Of::Text),
        peers(Of::Text), correlations(Of::Text), digests(Of::Bytea), paths(Of::Text), headers(Of::Text),
        bodies(Of::Bytea);
    for (const auto& [connection, arrival] : arrivals) {
        const EventFacts& facts = arrival->facts;
        connections.add(postgresText(connection));
        times.add(arrival->receivedAt.value);
        triggers.add(postgresText(facts.trigger));
        objects.add(postgresText(facts.object));
        peers.add(postgresText(facts.peer));
        correlations.add(postgresText(arrival->correlationId));
        digests.add(
            QByteArray(reinterpret_cast<const char*>(facts.digest.data()), qsizetype(facts.digest.size())));
        paths.add(postgresText(arrival->path));
        headers.add(postgresText(arrival->headers));
        bodies.add(arrival->body);
    }
    PostgresParameters parameters;
    parameters.add(connections).add(times).add(triggers).add(objects).add(peers);
    parameters.add(correlations).add(digests).add(paths).add(headers).add(bodies);
    const auto kept = m_connection.run(postgresKeep, parameters);
    return kept ? Result<void>() : kept.error();
}

} // namespace meshwatch
