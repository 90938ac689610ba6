// SPDX-License-Identifier: MIT
#include "postgresconnection.h"

#include "sourcelink.h"

#include <QCoreApplication>

#include <poll.h>

namespace meshwatch {

namespace {

struct PostgresTr {
    Q_DECLARE_TR_FUNCTIONS(EventSource)
};
using namespace std::chrono_literals;

/// For connecting, and for each answer of the server.
constexpr auto postgresPatience = 15s;
constexpr int postgresOldest = 130000; ///< gen_random_uuid() without an extension

/// Keywords and values for PQconnectStartParams().
class PostgresKeywords {
public:
    void add(const char* keyword, QByteArray value) {
        if (value.isEmpty())
            return;
        m_keywords.push_back(keyword);
        m_values.push_back(std::move(value));
    }
    [[nodiscard]] PGconn* start() const {
        std::vector<const char*> keywords = m_keywords;
        std::vector<const char*> values;
        for (const QByteArray& value : m_values)
            values.push_back(value.constData());
        keywords.push_back(nullptr);
        values.push_back(nullptr);
        return PQconnectStartParams(keywords.data(), values.data(), 0);
    }

private:
    std::vector<const char*> m_keywords;
    std::vector<QByteArray> m_values;
};

PostgresKeywords postgresKeywords(const SourceAddress& address, const QByteArray& secret) {
    PostgresKeywords keywords;
    keywords.add("host", address.host().toUtf8());
    keywords.add("port", QByteArray::number(address.port()));
    keywords.add("dbname", address.path().toUtf8());
    keywords.add("user", address.user().toUtf8());
    keywords.add("password", secret);
    keywords.add("sslmode", address.value("sslmode").toUtf8());
    keywords.add("sslrootcert", address.value("ca").toUtf8());
    keywords.add("sslcert", address.value("cert").toUtf8());
    keywords.add("sslkey", address.value("cert-key").toUtf8());
    keywords.add("application_name", "Meshwatch");
    keywords.add("client_encoding", "UTF8");
    // A server whose machine is gone is noticed before the patience with its answers ends.
    keywords.add("keepalives_idle", "20");
    keywords.add("tcp_user_timeout", "15000");
    return keywords;
}

} // namespace

PostgresConnection::PostgresConnection(SourceAddress address, Interrupt interrupt, PGconn* connection)
    : m_address(std::move(address))
    , m_interrupt(std::move(interrupt))
    , m_connection(connection, PQfinish) {}

Result<std::unique_ptr<PostgresConnection>>
PostgresConnection::open(const SourceAddress& address, const QByteArray& secret, Interrupt interrupt) {
    std::unique_ptr<PostgresConnection> connection(
        new PostgresConnection(address, std::move(interrupt), postgresKeywords(address, secret).start()));
    if (const auto connected = connection->connect(); !connected)
        return connected.error();
    if (const auto checked = connection->check(); !checked)
        return checked.error();
    return connection;
}

Result<void> PostgresConnection::connect() {
    PGconn* connection = m_connection.get();
    // So that a refusal comes with its number: its words are in the server's language.
    PQsetErrorVerbosity(connection, PQERRORS_VERBOSE);
    // Notices of the server are nothing to print.
    PQsetNoticeProcessor(
        connection, [](void*, const char*) {}, nullptr);
    const auto deadline = std::chrono::steady_clock::now() + postgresPatience;
    PostgresPollingStatusType status = PGRES_POLLING_WRITING;
    while (PQstatus(connection) != CONNECTION_BAD && status != PGRES_POLLING_OK &&
           status != PGRES_POLLING_FAILED) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            deadline - std::chrono::steady_clock::now());
        const short events = status == PGRES_POLLING_READING ? POLLIN : POLLOUT;
        if (const auto ready = becomesReady(events, qMax(left, 0ms)); !ready)
            return ready;
        status = PQconnectPoll(connection);
    }
    if (PQstatus(connection) != CONNECTION_OK)
        return postgresproblem::ofConnecting(m_address, QString::fromUtf8(PQerrorMessage(connection)),
                                             PQconnectionNeedsPassword(connection) != 0);
    PQsetErrorVerbosity(connection, PQERRORS_DEFAULT);
    PQsetnonblocking(connection, 1);
    return {};
}

Result<void> PostgresConnection::check() const {
    const QByteArray encoding(PQparameterStatus(m_connection.get(), "server_encoding"));
    if (encoding != "UTF8")
        return sourceerror::refused(
            PostgresTr::tr("The database “%1” at %2 does not keep texts as UTF-8, but as %3.")
                .arg(m_address.path(), m_address.place(), QString::fromLatin1(encoding)),
            PostgresTr::tr("Make one that does: CREATE DATABASE NAME ENCODING 'UTF8' TEMPLATE template0."));
    if (PQserverVersion(m_connection.get()) < postgresOldest)
        return sourceerror::refused(PostgresTr::tr("The PostgreSQL at %1 is too old.").arg(m_address.place()),
                                    PostgresTr::tr("Version 13 or later is needed."));
    return {};
}

PostgresConnection::Waiting PostgresConnection::waitFor(short events,
                                                        std::chrono::milliseconds atMost) const {
    const auto deadline = std::chrono::steady_clock::now() + atMost;
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            deadline - std::chrono::steady_clock::now());
        if (const Waiting waited = waitOnce(events, qMax(left, 0ms)); waited != Waiting::Interrupted)
            return waited;
    }
}

PostgresConnection::Waiting PostgresConnection::waitOnce(short events,
                                                         std::chrono::milliseconds atMost) const {
    pollfd watched[]{{descriptor(), events, 0}, {m_interrupt.descriptor, POLLIN, 0}};
    const int ready = poll(watched, 2, int(atMost.count()));
    if (ready == 0)
        return Waiting::TimedOut;
    if (watched[1].revents != 0 && m_interrupt.isEnding())
        return Waiting::Ending;
    return watched[0].revents != 0 ? Waiting::Ready : Waiting::Interrupted;
}

Result<PostgresRows> PostgresConnection::run(const QByteArray& sql, const PostgresParameters& parameters) {
    if (auto sent = send(sql, parameters); !sent)
        return sent.error();
    return collect();
}

Result<void> PostgresConnection::runAll(const QByteArray& sql) {
    if (PQsendQuery(m_connection.get(), sql.constData()) == 0)
        return broken();
    if (auto flushed = flush(); !flushed)
        return flushed;
    const auto collected = collect();
    return collected ? Result<void>() : collected.error();
}

Result<PostgresRows> PostgresConnection::collect() {
    PostgresRows last(nullptr);
    std::optional<Error> problem;
    for (;;) {
        auto result = nextResult();
        if (!result)
            return result.error();
        if (!*result)
            break;
        last = PostgresRows(*result);
        if (const auto status = PQresultStatus(last.get());
            !problem && status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
            problem = refusal(last);
    }
    if (problem)
        return *problem;
    return last;
}

Result<void> PostgresConnection::ask(const QByteArray& sql, const PostgresParameters& parameters) {
    if (auto sent = send(sql, parameters); !sent)
        return sent;
    PQsetSingleRowMode(m_connection.get());
    return {};
}

Result<std::optional<PostgresRows>> PostgresConnection::nextRow() {
    for (;;) {
        const auto result = nextResult();
        if (!result)
            return result.error();
        if (!*result)
            return std::optional<PostgresRows>();
        PostgresRows rows(*result);
        const auto status = PQresultStatus(rows.get());
        if (status == PGRES_SINGLE_TUPLE)
            return std::optional(std::move(rows));
        if (status != PGRES_TUPLES_OK)
            return refusal(rows);
    }
}

Result<void> PostgresConnection::send(const QByteArray& sql, const PostgresParameters& parameters) {
    const auto values = parameters.values();
    const auto lengths = parameters.lengths();
    const std::vector<int> areBinary(values.size(), 1);
    constexpr int answerIsBinary = 1;
    const int isSent =
        PQsendQueryParams(m_connection.get(), sql.constData(), parameters.count(), parameters.types(),
                          values.data(), lengths.data(), areBinary.data(), answerIsBinary);
    return isSent == 1 ? flush() : broken();
}

Result<void> PostgresConnection::becomesReady(short events, std::chrono::milliseconds atMost) const {
    switch (waitFor(events, atMost)) {
    case Waiting::Ready:
        break;
    case Waiting::Interrupted:
    case Waiting::Ending:
        return broken();
    case Waiting::TimedOut:
        return silent();
    }
    return {};
}

/// Waits for the server, and takes what it has sent.
Result<void> PostgresConnection::readSome(short events) {
    if (const auto ready = becomesReady(events, postgresPatience); !ready)
        return ready;
    return PQconsumeInput(m_connection.get()) == 0 ? Result<void>(broken()) : Result<void>();
}

/// Reads beside, as libpq asks for: otherwise both sides could wait for each other.
Result<void> PostgresConnection::flush() {
    for (;;) {
        const int left = PQflush(m_connection.get());
        if (left < 0)
            return broken();
        if (left == 0)
            return {};
        if (const auto read = readSome(POLLIN | POLLOUT); !read)
            return read;
    }
}

/// Null when there is no more.
Result<PGresult*> PostgresConnection::nextResult() {
    while (PQisBusy(m_connection.get()) != 0) {
        if (const auto read = readSome(POLLIN); !read)
            return read.error();
    }
    return PQgetResult(m_connection.get());
}

Result<bool> PostgresConnection::listen(std::chrono::milliseconds atMost) {
    // Some may have come with the answer to a statement.
    if (const auto before = takeUnasked(); !before || *before)
        return before;
    const Waiting waited = waitOnce(POLLIN, atMost);
    const auto taken = takeUnasked();
    if (!taken)
        return taken;
    return *taken || waited == Waiting::TimedOut;
}

Result<bool> PostgresConnection::takeUnasked() {
    if (PQconsumeInput(m_connection.get()) == 0)
        return broken();
    bool wereSome = false;
    while (PGnotify* notification = PQnotifies(m_connection.get())) {
        PQfreemem(notification);
        wereSome = true;
    }
    if (PQstatus(m_connection.get()) != CONNECTION_OK)
        return broken();
    return wereSome;
}

Error PostgresConnection::refusal(const PostgresRows& answer) const {
    const char* told = PQresultErrorField(answer.get(), PG_DIAG_MESSAGE_PRIMARY);
    if (!told) // libpq's own words: the connection broke
        return broken();
    return postgresproblem::ofStatement(m_address, PQresultErrorField(answer.get(), PG_DIAG_SQLSTATE),
                                        QString::fromUtf8(told));
}

Error PostgresConnection::silent() const {
    return sourceerror::broken(PostgresTr::tr("%1 does not answer.").arg(m_address.place()),
                               PostgresTr::tr("Check host and port, firewalls on the way, and what the "
                                              "server is at: SELECT * FROM pg_stat_activity."));
}

Error PostgresConnection::broken() const {
    const QString told = QString::fromUtf8(PQerrorMessage(m_connection.get())).simplified();
    return sourceerror::broken(
        told.isEmpty() ? PostgresTr::tr("The connection to %1 broke.").arg(m_address.place())
                       : PostgresTr::tr("The connection to %1 broke: %2").arg(m_address.place(), told));
}

} // namespace meshwatch
