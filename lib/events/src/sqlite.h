// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/result.h>

#include <sqlite3.h>

#include <QByteArray>
#include <QString>
#include <QVariant>

#include <memory>

namespace meshwatch::sqlite {

class Database;

/// A prepared statement; bind from 1, read columns from 0. Errors stay until reset().
class Statement {
public:
    Statement() = default;
    Statement(Database& database, const char* sql);
    [[nodiscard]] bool isValid() const { return m_statement != nullptr; }

    Statement& bind(int index, qint64 value);
    Statement& bindText(int index, QByteArrayView utf8);  ///< null view: NULL
    Statement& bindBlob(int index, QByteArrayView bytes); ///< null view: NULL
    Statement& bind(int index, const QVariant& value);

    /// SQLITE_ROW, SQLITE_DONE or an error code.
    int step();
    /// For statements without rows: steps, resets, and tells whether all went well.
    bool run();
    void reset();

    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;         ///< a copy; null for NULL
    [[nodiscard]] QByteArrayView bytesView(int column) const; ///< valid until the next step
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] bool isNull(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// A connection to one file.
class Database {
public:
    enum class Mode { ReadOnly, ReadWrite };

    /// Opens; the code is the extended SQLite one.
    [[nodiscard]] static int open(const QString& path, Mode mode, Database& into);

    [[nodiscard]] bool isOpen() const { return m_handle != nullptr; }
    [[nodiscard]] sqlite3* handle() const { return m_handle.get(); }
    bool run(const char* sql);
    [[nodiscard]] qint64 integer(const char* sql);
    [[nodiscard]] QString text(const char* sql);
    [[nodiscard]] int errorCode() const; ///< extended code of the last failure
    [[nodiscard]] QString errorText() const;
    [[nodiscard]] qint64 changes() const;
    void close() { m_handle.reset(); }

private:
    struct Close {
        void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
    };
    std::unique_ptr<sqlite3, Close> m_handle;
};

/// Does this code mean that the file itself is damaged?
[[nodiscard]] bool isDamage(int code);

} // namespace meshwatch::sqlite
