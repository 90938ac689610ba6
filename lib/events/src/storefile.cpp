// SPDX-License-Identifier: MIT
#include "storefile.h"

#include "eventtimes.h"

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
CREATE INDEX events_recovered ON events(object) WHERE recovered = 1;
CREATE INDEX events_peer ON events(peer_id) WHERE peer_id IS NOT NULL;
CREATE INDEX events_trigger ON events(trigger_id);
CREATE TABLE bodies(seq INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE arrivals(seq INTEGER NOT NULL, n INTEGER NOT NULL, channel INTEGER NOT NULL, received INTEGER NOT NULL,
    path TEXT NOT NULL, headers_id INTEGER NOT NULL, body BLOB, PRIMARY KEY(seq, n)) WITHOUT ROWID;
CREATE TABLE quarantine(id INTEGER PRIMARY KEY, received INTEGER NOT NULL, connection_id INTEGER NOT NULL,
    path TEXT NOT NULL, headers BLOB, body BLOB, body_size INTEGER NOT NULL, reason TEXT NOT NULL,
    drill INTEGER NOT NULL DEFAULT 0, trigger TEXT, object TEXT, state TEXT);
CREATE TABLE marks(connection_id INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY(connection_id, name)) WITHOUT ROWID;
)sql";

// Only whether it is empty is asked. In the order of arrival, so that what comes is added at its end.
constexpr char withoutWebhook[] = "CREATE INDEX events_without_webhook ON events(seq) WHERE channels & 1 = 0";

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

// Filled by EventTimes.
constexpr char times[] = "CREATE TABLE event_times(last_seq INTEGER PRIMARY KEY, oldest INTEGER NOT NULL, "
                         "newest INTEGER NOT NULL)";

// What sources need: where they go on, which deliveries may come again, of which times they know nothing.
constexpr char sourceTables[] = R"sql(
CREATE TABLE sources(id INTEGER PRIMARY KEY, connection_id INTEGER NOT NULL, address TEXT NOT NULL,
    position TEXT NOT NULL DEFAULT '', last_seen INTEGER NOT NULL DEFAULT 0, UNIQUE(connection_id, address));
CREATE TABLE deliveries(source_id INTEGER NOT NULL, received INTEGER NOT NULL, n INTEGER NOT NULL,
    session INTEGER NOT NULL, key BLOB NOT NULL, PRIMARY KEY(source_id, received, n)) WITHOUT ROWID;
CREATE INDEX deliveries_key ON deliveries(source_id, key);
CREATE TABLE gaps(id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL, connection_id INTEGER NOT NULL,
    channel INTEGER NOT NULL, reason INTEGER NOT NULL, began INTEGER NOT NULL, ended INTEGER NOT NULL,
    reconciled INTEGER NOT NULL DEFAULT 0);
)sql";

constexpr qint64 applicationId = 0x4d457368; // "MEsh"

/// Above this size checking every page would keep a person waiting; WAL already covers crashes. It is done
/// all the same when damage was met.
constexpr qint64 fullCheckBytes = 256LL * 1024 * 1024;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(EventStore)
};

Error openError(const QString& path, const QString& reason) {
    return {QStringLiteral("store.open"),
            Text::tr("The event store %1 cannot be opened: %2.").arg(path, reason),
            Text::tr("Check that the folder exists, is writable and has space.")};
}

Error notOurs(const QString& path) {
    return {QStringLiteral("store.open"), Text::tr("%1 is another program's database.").arg(path),
            Text::tr("Name the folder of a workspace.")};
}

Error tooNew(const QString& path) {
    return {QStringLiteral("store.tooNew"),
            Text::tr("The event store %1 was made by a later version of Meshwatch.").arg(path),
            Text::tr("Install that version, or choose another folder.")};
}

bool configure(sqlite::Database& database) {
    return database.run("PRAGMA journal_mode=WAL") && database.run("PRAGMA synchronous=FULL") &&
           database.run("PRAGMA journal_size_limit=134217728") && database.run("PRAGMA cache_size=-16384") &&
           database.run("PRAGMA temp_store=MEMORY");
}

QString noteOfDamage(const QString& path) { return path + QStringLiteral(".check"); }

/// Is every page that we need readable? Code SQLITE_OK if so.
int check(sqlite::Database& database, bool isWhole) {
    sqlite::Statement schemaRead(database, "SELECT count(*) FROM sqlite_schema");
    if (!schemaRead.isValid() || schemaRead.step() != SQLITE_ROW)
        return database.errorCode();
    if (!isWhole)
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
    // Events are nobody else's; what SQLite adds to the file takes over its rights.
    if (!QFile::exists(path))
        (void)QFile(path).open(QIODevice::WriteOnly | QIODevice::NewOnly,
                               QFile::ReadOwner | QFile::WriteOwner);
    sqlite::Database database;
    const int code = sqlite::Database::open(path, sqlite::Database::Mode::ReadWrite, database);
    if (code != SQLITE_OK)
        return openError(path, QString::fromUtf8(sqlite3_errstr(code)));
    return database;
}

/// Where a damaged store is salvaged to. Only when that is finished it gets the store's name, so that the
/// next opening goes on where this one was ended.
QString salvageName(const QString& path) { return path + QStringLiteral(".salvaged"); }

void removeStore(const QString& path) {
    for (const char* suffix : {"", "-wal", "-shm"})
        QFile::remove(path + QLatin1String(suffix));
}

Result<void> salvageInto(const QString& name, const QString& path, EventStore::Opening& opening) {
    removeStore(name);
    auto fresh = openSound(name);
    if (!fresh)
        return fresh.error();
    // Without WAL: when the commit has succeeded, all stands in the one file that is renamed.
    if (!fresh->run("PRAGMA auto_vacuum=INCREMENTAL") || !fresh->run("PRAGMA journal_mode=MEMORY") ||
        !fresh->run("PRAGMA synchronous=FULL") || !create(*fresh) || !salvage(path, *fresh, opening))
        return openError(path, Text::tr("it is damaged, and what can be read of it cannot be written anew"));
    return {};
}

Result<sqlite::Database> replaceDamaged(const QString& path, EventStore::Opening& opening) {
    const QString name = salvageName(path);
    if (const auto salvaged = salvageInto(name, path, opening); !salvaged) {
        removeStore(name);
        return salvaged.error();
    }
    opening.wasDamaged = true;
    opening.damagedCopy = setAside(path);
    if (opening.damagedCopy.isEmpty() || !QFile::rename(name, path))
        return openError(path, Text::tr("it is damaged and cannot be moved away"));
    auto salvaged = openSound(path);
    if (salvaged && !configure(*salvaged))
        return openError(path, salvaged->errorText());
    return salvaged;
}

bool setVersion(sqlite::Database& database) {
    const QByteArray pragma = "PRAGMA user_version=" + QByteArray::number(schemaVersion);
    return database.run(pragma.constData());
}

/// Version 1 had digests and objects in two tables, and other digests: a delivery that comes after the change
/// is not known again as one from before it. Version 2 had no drills, version 3 no sources; in
/// version 4 the events without webhook were indexed by their digests; version 5 had no times.
bool migrate(sqlite::Database& database, qint64 version) {
    return database.run("BEGIN IMMEDIATE") &&
           (version > 1 ||
            (database.run("DROP VIEW objects; DROP TABLE event_digests; DROP TABLE event_objects;"
                          "DROP TABLE lookup_progress") &&
             database.run(lookups) && fillLookups(database))) &&
           (version > 2 || database.run("ALTER TABLE quarantine ADD COLUMN drill INTEGER NOT NULL DEFAULT 0;"
                                        "ALTER TABLE quarantine ADD COLUMN trigger TEXT;"
                                        "ALTER TABLE quarantine ADD COLUMN object TEXT;"
                                        "ALTER TABLE quarantine ADD COLUMN state TEXT")) &&
           (version > 3 || database.run(sourceTables)) &&
           (version > 4 ||
            (database.run("DROP INDEX events_without_webhook") && database.run(withoutWebhook))) &&
           database.run(times) && fillTimes(database) && setVersion(database) && database.run("COMMIT");
}

} // namespace

bool fillLookups(sqlite::Database& database) {
    return database.run("INSERT INTO event_objects SELECT coalesce(object, ''), digest, seq FROM events "
                        "ORDER BY 1, 2, 3;"
                        "UPDATE lookup_progress SET seq = (SELECT coalesce(max(seq), 0) FROM events)");
}

bool fillTimes(sqlite::Database& database) {
    static const QByteArray span = QByteArray::number(EventTimes::span);
    const QByteArray fill = "INSERT INTO event_times SELECT max(seq), min(received), max(received) "
                            "FROM events GROUP BY seq / " +
                            span + " HAVING (max(seq) + 1) % " + span + " = 0";
    return database.run(fill.constData());
}

bool create(sqlite::Database& database) {
    const QByteArray mark = "PRAGMA application_id=" + QByteArray::number(applicationId);
    return database.run("BEGIN") && database.run(schema) && database.run(withoutWebhook) &&
           database.run(lookups) && database.run(times) && database.run(sourceTables) &&
           database.run(mark.constData()) && setVersion(database) && database.run("COMMIT");
}

Result<sqlite::Database> open(const QString& path, EventStore::Opening& opening) {
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return openError(path, Text::tr("the folder cannot be made"));
    if (!QFile::exists(path))
        QFile::rename(salvageName(path), path);
    const qint64 bytes = QFileInfo(path).size();
    auto database = openSound(path);
    if (!database)
        return database;
    // auto_vacuum counts only before the first page is written.
    const bool isNew = bytes == 0;
    bool isSound = (!isNew || database->run("PRAGMA auto_vacuum=INCREMENTAL")) && configure(*database);
    const bool isChecked = bytes <= fullCheckBytes || QFile::exists(noteOfDamage(path));
    int code = isSound ? check(*database, isChecked) : database->errorCode();
    if (isSound && code == SQLITE_OK &&
        (isNew || database->integer("SELECT count(*) FROM sqlite_schema") == 0))
        return create(*database) ? std::move(database)
                                 : Result<sqlite::Database>(openError(path, database->errorText()));
    if (sqlite::isDamage(code)) {
        database->close();
        auto repaired = replaceDamaged(path, opening);
        if (repaired)
            QFile::remove(noteOfDamage(path));
        return repaired;
    }
    if (code != SQLITE_OK)
        return openError(path, database->errorText());
    QFile::remove(noteOfDamage(path));
    const qint64 version = database->integer("PRAGMA user_version");
    if (database->integer("PRAGMA application_id") != applicationId)
        return notOurs(path);
    if (version > schemaVersion)
        return tooNew(path);
    if (version < schemaVersion && !migrate(*database, version))
        return openError(path, database->errorText());
    return database;
}

Result<sqlite::Database> openForReading(const QString& path) {
    if (const QFileInfo folder(QFileInfo(path).absolutePath()); folder.exists() && !folder.isExecutable())
        return Error{QStringLiteral("store.open"),
                     Text::tr("The folder %1 cannot be read.").arg(folder.filePath()),
                     Text::tr("Check its rights.")};
    if (!QFile::exists(path))
        return Error{QStringLiteral("store.missing"), Text::tr("There is no event store at %1.").arg(path),
                     Text::tr("Name the folder of a workspace.")};
    sqlite::Database database;
    const int code = sqlite::Database::open(path, sqlite::Database::Mode::ReadOnly, database);
    if (code != SQLITE_OK)
        return openError(path, QString::fromUtf8(sqlite3_errstr(code)));
    sqlite::Statement kind(database, "PRAGMA application_id");
    if (const int read = kind.step(); read != SQLITE_ROW)
        return readError(path, database.errorCode());
    if (kind.integer(0) != applicationId)
        return notOurs(path);
    if (database.integer("PRAGMA user_version") > schemaVersion)
        return tooNew(path);
    database.run("PRAGMA cache_size=-16384");
    // No mmap_size: what is read of a mapped file that is damaged or cut short ends the program instead of
    // the query.
    return database;
}

void noteDamage(const QString& path) { (void)QFile(noteOfDamage(path)).open(QIODevice::WriteOnly); }

Error readError(const QString& path, int code) {
    if (code == SQLITE_INTERRUPT)
        return {QStringLiteral("store.cancelled"), Text::tr("Stopped before the end."), {}};
    if (sqlite::isDamage(code)) {
        noteDamage(path);
        return {QStringLiteral("store.damaged"),
                Text::tr("The event store %1 is damaged: not all of it can be read.").arg(path),
                Text::tr("It is repaired when it is opened for writing.")};
    }
    return {
        QStringLiteral("store.read"),
        Text::tr("The event store %1 cannot be read: %2.").arg(path, QString::fromUtf8(sqlite3_errstr(code))),
        {}};
}

} // namespace meshwatch::storefile
