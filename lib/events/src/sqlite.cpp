// SPDX-License-Identifier: MIT
#include "sqlite.h"

#include "logvfs.h"

#include <QFile>

namespace meshwatch::sqlite {

Statement::Statement(Database& database, const char* sql) {
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v3(database.handle(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    m_statement.reset(statement);
}

Statement& Statement::bind(int index, qint64 value) {
    sqlite3_bind_int64(m_statement.get(), index, value);
    return *this;
}

// The bytes bound live until the statement has run: every caller keeps them that long.
Statement& Statement::bindText(int index, QByteArrayView utf8) {
    if (utf8.isNull())
        sqlite3_bind_null(m_statement.get(), index);
    else
        sqlite3_bind_text64(m_statement.get(), index, utf8.data(), sqlite3_uint64(utf8.size()), SQLITE_STATIC,
                            SQLITE_UTF8);
    return *this;
}

Statement& Statement::bindBlob(int index, QByteArrayView bytes) {
    if (bytes.isNull())
        sqlite3_bind_null(m_statement.get(), index);
    else
        sqlite3_bind_blob64(m_statement.get(), index, bytes.data(), sqlite3_uint64(bytes.size()),
                            SQLITE_STATIC);
    return *this;
}

Statement& Statement::bind(int index, const QVariant& value) {
    switch (value.typeId()) {
    case QMetaType::Double:
        sqlite3_bind_double(m_statement.get(), index, value.toDouble());
        break;
    case QMetaType::QString:
    case QMetaType::QByteArray: {
        const QByteArray utf8 =
            value.typeId() == QMetaType::QString ? value.toString().toUtf8() : value.toByteArray();
        sqlite3_bind_text64(m_statement.get(), index, utf8.constData(), sqlite3_uint64(utf8.size()),
                            SQLITE_TRANSIENT, SQLITE_UTF8);
        break;
    }
    default:
        sqlite3_bind_int64(m_statement.get(), index, value.toLongLong());
    }
    return *this;
}

int Statement::step() { return m_statement ? sqlite3_step(m_statement.get()) : SQLITE_MISUSE; }

bool Statement::run() {
    const int code = step();
    reset();
    return code == SQLITE_DONE || code == SQLITE_ROW;
}

void Statement::reset() { sqlite3_reset(m_statement.get()); }

qint64 Statement::integer(int column) const { return sqlite3_column_int64(m_statement.get(), column); }

QByteArrayView Statement::bytesView(int column) const {
    const auto* data = static_cast<const char*>(sqlite3_column_blob(m_statement.get(), column));
    // SQLite has no address for what is empty; for us only NULL has none.
    if (!data && !isNull(column))
        data = "";
    return {data, qsizetype(sqlite3_column_bytes(m_statement.get(), column))};
}

QByteArray Statement::bytes(int column) const {
    const QByteArrayView view = bytesView(column);
    return view.isNull() ? QByteArray() : QByteArray(view.data(), view.size());
}

QString Statement::text(int column) const { return QString::fromUtf8(bytesView(column)); }

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

int Database::open(const QString& path, Mode mode, Database& into) {
    // Nobody asks how much memory SQLite has taken, and to count it locks a mutex for every allocation. It
    // can only be said before the first use.
    static const int configured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    Q_UNUSED(configured)
    sqlite3* handle = nullptr;
    const int flags =
        mode == Mode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    const int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &handle,
                                     flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                                     mode == Mode::ReadOnly ? nullptr : logVfs());
    into.m_handle.reset(handle);
    if (code != SQLITE_OK) {
        into.m_handle.reset();
        return code;
    }
    sqlite3_busy_timeout(handle, 2000);
    return SQLITE_OK;
}

bool Database::run(const char* sql) {
    return sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

qint64 Database::integer(const char* sql) {
    Statement statement(*this, sql);
    return statement.isValid() && statement.step() == SQLITE_ROW ? statement.integer(0) : 0;
}

QString Database::text(const char* sql) {
    Statement statement(*this, sql);
    return statement.isValid() && statement.step() == SQLITE_ROW ? statement.text(0) : QString();
}

int Database::errorCode() const {
    return m_handle ? sqlite3_extended_errcode(m_handle.get()) : SQLITE_CANTOPEN;
}

QString Database::errorText() const {
    return m_handle ? QString::fromUtf8(sqlite3_errmsg(m_handle.get())) : QString();
}

qint64 Database::changes() const { return sqlite3_changes64(m_handle.get()); }

bool isDamage(int code) {
    const int primary = code & 0xff;
    return primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB;
}

} // namespace meshwatch::sqlite
