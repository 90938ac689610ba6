// SPDX-License-Identifier: MIT
#include "storefile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace meshwatch::storefile {

namespace {

// What is asked for most stands in `events`, small; bodies lie apart so that a filter over columns reads a
// sixth of the pages. Names that repeat in every row are numbers. `digest` and `correlation_hash` find the
// event that a further arrival belongs to.
constexpr char schema[] = R"sql(
CREATE TABLE connections(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE triggers(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE peers(id INTEGER PRIMARY KEY, address TEXT NOT NULL UNIQUE, name TEXT NOT NULL DEFAULT '',
    display_name TEXT NOT NULL DEFAULT '', given_name TEXT NOT NULL DEFAULT '', surname TEXT NOT NULL DEFAULT '');
CREATE TABLE headers(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
CREATE TABLE events(seq INTEGER PRIMARY KEY, received INTEGER NOT NULL, created INTEGER NOT NULL,
    connection_id INTEGER NOT NULL, trigger_id INTEGER NOT NULL, peer_id INTEGER, channel INTEGER NOT NULL,
    channels INTEGER NOT NULL, recovered INTEGER NOT NULL, arrivals INTEGER NOT NULL, object TEXT, state TEXT, correlation TEXT,
    digest INTEGER NOT NULL, correlation_hash INTEGER NOT NULL, path TEXT NOT NULL, headers_id INTEGER NOT NULL);
CREATE INDEX events_without_webhook ON events(digest) WHERE channels & 1 = 0;
CREATE INDEX events_recovered ON events(object) WHERE recovered = 1;
CREATE INDEX events_peer ON events(peer_id) WHERE peer_id IS NOT NULL;
CREATE INDEX events_trigger ON events(trigger_id);
CREATE TABLE bodies(seq INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE arrivals(seq INTEGER NOT NULL, n INTEGER NOT NULL, channel INTEGER NOT NULL, received INTEGER NOT NULL,
    path TEXT NOT NULL, headers_id INTEGER NOT NULL, body BLOB, PRIMARY KEY(seq, n)) WITHOUT ROWID;
CREATE TABLE quarantine(id INTEGER PRIMARY KEY, received INTEGER NOT NULL, connection_id INTEGER NOT NULL,
    path TEXT NOT NULL, headers BLOB, body BLOB, body_size INTEGER NOT NULL, reason TEXT NOT NULL);
CREATE TABLE marks(connection_id INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY(connection_id, name)) WITHOUT ROWID;
)sql";

// Filled behind (EventLookups); what is not there yet is found in `events`.
constexpr char lookups[] = R"sql(
CREATE TABLE event_objects(object TEXT NOT NULL, digest INTEGER NOT NULL, seq INTEGER NOT NULL,
    PRIMARY KEY(object, digest, seq)) WITHOUT ROWID;
CREATE TABLE lookup_progress(seq INTEGER NOT NULL);
INSERT INTO lookup_progress VALUES(0);
CREATE VIEW objects AS SELECT object, seq FROM event_objects
    WHERE object <> '' AND seq <= (SELECT seq FROM lookup_progress)
    UNION ALL SELECT object, seq FROM events WHERE seq > (SELECT seq FROM lookup_progress) AND object IS NOT NULL;
)sql";

constexpr qint64 applicationId = 0x4d457368; // "MEsh"

/// Above this size checking every page would keep a person waiting; WAL already covers crashes.
constexpr qint64 fullCheckBytes = 256LL * 1024 * 1024;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(EventStore)
};

Error openError(const QString& path, const QString& reason) {
    return {QStringLiteral("store.open"),
            Text::tr("The event store %1 cannot be opened: %2.").arg(path, reason),
            Text::tr("Check that the folder exists, is writable and has space.")};
}

bool configure(sqlite::Database& database) {
    return database.run("PRAGMA journal_mode=WAL") && database.run("PRAGMA synchronous=FULL") &&
           database.run("PRAGMA wal_autocheckpoint=16000") &&
           database.run("PRAGMA journal_size_limit=134217728") && database.run("PRAGMA cache_size=-16384") &&
           database.run("PRAGMA temp_store=MEMORY");
}

/// Is every page that we need readable? Code SQLITE_OK if so.
int check(sqlite::Database& database, qint64 bytes) {
    sqlite::Statement schemaRead(database, "SELECT count(*) FROM sqlite_schema");
    if (!schemaRead.isValid() || schemaRead.step() != SQLITE_ROW)
        return database.errorCode();
    if (bytes > fullCheckBytes)
        return SQLITE_OK;
    sqlite::Statement quick(database, "PRAGMA quick_check(1)");
    if (!quick.isValid() || quick.step() != SQLITE_ROW)
        return database.errorCode();
    return quick.text(0) == QLatin1String("ok") ? SQLITE_OK : SQLITE_CORRUPT;
}

/// Moves the file with its journal out of the way and says where to.
QString setAside(const QString& path) {
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    const QString aside = path + QStringLiteral(".damaged-") + stamp;
    if (!QFile::rename(path, aside))
        return {};
    for (const char* suffix : {"-wal", "-shm"}) {
        const QString journal = path + QLatin1String(suffix);
        if (QFile::exists(journal))
            QFile::rename(journal, aside + QLatin1String(suffix));
    }
    return aside;
}

Result<sqlite::Database> openSound(const QString& path) {
    sqlite::Database database;
    const int code = sqlite::Database::open(path, sqlite::Database::Mode::ReadWrite, database);
    if (code != SQLITE_OK)
        return openError(path, QString::fromUtf8(sqlite3_errstr(code)));
    return database;
}

Result<sqlite::Database> replaceDamaged(const QString& path, EventStore::Opening& opening) {
    opening.wasDamaged = true;
    opening.damagedCopy = setAside(path);
    if (opening.damagedCopy.isEmpty())
        return openError(path, Text::tr("it is damaged and cannot be moved away"));
    auto fresh = openSound(path);
    if (!fresh)
        return fresh;
    if (!fresh->run("PRAGMA auto_vacuum=INCREMENTAL") || !configure(*fresh) || !create(*fresh))
        return openError(path, fresh->errorText());
    opening.salvaged = salvage(opening.damagedCopy, *fresh, opening.lost);
    return fresh;
}

/// Version 1 had digests and objects in two tables, and other digests: a delivery that comes after the change
/// is not known again as one from before it.
bool migrate(sqlite::Database& database) {
    return database.run("BEGIN IMMEDIATE") &&
           database.run("DROP VIEW objects; DROP TABLE event_digests; DROP TABLE event_objects;"
                        "DROP TABLE lookup_progress") &&
           database.run(lookups) && fillLookups(database) && database.run("PRAGMA user_version=2") &&
           database.run("COMMIT");
}

} // namespace

bool fillLookups(sqlite::Database& database) {
    return database.run("INSERT INTO event_objects SELECT coalesce(object, ''), digest, seq FROM events "
                        "ORDER BY 1, 2, 3;"
                        "UPDATE lookup_progress SET seq = (SELECT coalesce(max(seq), 0) FROM events)");
}

bool create(sqlite::Database& database) {
    const QByteArray pragmas = QByteArray("PRAGMA application_id=") + QByteArray::number(applicationId) +
                               QByteArray(";PRAGMA user_version=") + QByteArray::number(schemaVersion);
    return database.run("BEGIN") && database.run(schema) && database.run(lookups) &&
           database.run(pragmas.constData()) && database.run("COMMIT");
}

Result<sqlite::Database> open(const QString& path, EventStore::Opening& opening) {
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return openError(path, Text::tr("the folder cannot be made"));
    const qint64 bytes = QFileInfo(path).size();
    auto database = openSound(path);
    if (!database)
        return database;
    // auto_vacuum counts only before the first page is written.
    const bool isNew = bytes == 0;
    bool isSound = (!isNew || database->run("PRAGMA auto_vacuum=INCREMENTAL")) && configure(*database);
    int code = isSound ? check(*database, bytes) : database->errorCode();
    if (isSound && code == SQLITE_OK &&
        (isNew || database->integer("SELECT count(*) FROM sqlite_schema") == 0))
        return create(*database) ? std::move(database)
                                 : Result<sqlite::Database>(openError(path, database->errorText()));
    if (sqlite::isDamage(code)) {
        database->close();
        return replaceDamaged(path, opening);
    }
    if (code != SQLITE_OK)
        return openError(path, database->errorText());
    const qint64 version = database->integer("PRAGMA user_version");
    if (database->integer("PRAGMA application_id") != applicationId)
        return openError(path, Text::tr("it is another program's database"));
    if (version > schemaVersion)
        return Error{QStringLiteral("store.tooNew"),
                     Text::tr("The event store %1 was made by a later version of Meshwatch.").arg(path),
                     Text::tr("Install that version, or choose another folder.")};
    if (version < schemaVersion && !migrate(*database))
        return openError(path, database->errorText());
    return database;
}

Result<sqlite::Database> openForReading(const QString& path) {
    if (!QFile::exists(path))
        return Error{QStringLiteral("store.missing"), Text::tr("There is no event store at %1.").arg(path),
                     Text::tr("Name the folder of a workspace.")};
    sqlite::Database database;
    const int code = sqlite::Database::open(path, sqlite::Database::Mode::ReadOnly, database);
    if (code != SQLITE_OK)
        return openError(path, QString::fromUtf8(sqlite3_errstr(code)));
    if (database.integer("PRAGMA application_id") != applicationId) {
        const QString reason = sqlite::isDamage(database.errorCode())
                                   ? Text::tr("it is damaged; open the workspace to repair it")
                                   : Text::tr("it is no event store");
        return openError(path, reason);
    }
    if (database.integer("PRAGMA user_version") > schemaVersion)
        return Error{QStringLiteral("store.tooNew"),
                     Text::tr("The event store %1 was made by a later version of Meshwatch.").arg(path),
                     {}};
    database.run("PRAGMA cache_size=-16384");
    // No mmap_size: what is read of a mapped file that is damaged or cut short ends the program instead of
    // the query.
    return database;
}

} // namespace meshwatch::storefile
