// SPDX-License-Identifier: MIT
#include "logvfs.h"

#include <sqlite3.h>

#include <cstddef>
#include <new>
#include <vector>

namespace meshwatch::sqlite {

namespace {

/// SQLite's own VFS writes less than 128 KiB at a time.
constexpr size_t gatheredAtMost = 120 * 1024;

sqlite3_vfs* usual = nullptr;

/// SQLite allocates it, with room behind it for the usual file.
struct LogFile {
    sqlite3_file base;
    std::vector<char>* gathered;
    sqlite3_int64 begin; ///< where the gathered belong

    static LogFile& of(sqlite3_file* file) { return *reinterpret_cast<LogFile*>(file); }
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
    [[nodiscard]] sqlite3_int64 end() const { return begin + sqlite3_int64(gathered->size()); }

    int write() {
        if (gathered->empty())
            return SQLITE_OK;
        const int code = real()->pMethods->xWrite(real(), gathered->data(), int(gathered->size()), begin);
        // If that failed the transaction is rolled back, and the next writes in the same place.
        gathered->clear();
        return code;
    }
};

int closeLog(sqlite3_file* file) {
    auto& log = LogFile::of(file);
    const int written = log.write();
    const int closed = log.real()->pMethods->xClose(log.real());
    delete log.gathered;
    return written == SQLITE_OK ? closed : written;
}

int readLog(sqlite3_file* file, void* into, int size, sqlite3_int64 at) {
    auto& log = LogFile::of(file);
    if (at + size > log.begin && at < log.end()) {
        if (const int code = log.write(); code != SQLITE_OK)
            return code;
    }
    return log.real()->pMethods->xRead(log.real(), into, size, at);
}

int writeLog(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
    auto& log = LogFile::of(file);
    if (at != log.end() || log.gathered->size() + size_t(size) > gatheredAtMost) {
        if (const int code = log.write(); code != SQLITE_OK)
            return code;
        log.begin = at;
    }
    const auto* bytes = static_cast<const char*>(from);
    try {
        log.gathered->insert(log.gathered->end(), bytes, bytes + size);
    } catch (const std::bad_alloc&) {
        return SQLITE_IOERR_NOMEM;
    }
    return SQLITE_OK;
}

int truncateLog(sqlite3_file* file, sqlite3_int64 size) {
    auto& log = LogFile::of(file);
    const int code = log.write();
    return code == SQLITE_OK ? log.real()->pMethods->xTruncate(log.real(), size) : code;
}

int syncLog(sqlite3_file* file, int flags) {
    auto& log = LogFile::of(file);
    const int code = log.write();
    return code == SQLITE_OK ? log.real()->pMethods->xSync(log.real(), flags) : code;
}

int sizeOfLog(sqlite3_file* file, sqlite3_int64* size) {
    auto& log = LogFile::of(file);
    const int code = log.write();
    return code == SQLITE_OK ? log.real()->pMethods->xFileSize(log.real(), size) : code;
}

// Nobody locks a log.
int lockLog(sqlite3_file*, int) { return SQLITE_OK; }
int isLogReserved(sqlite3_file*, int* result) {
    *result = 0;
    return SQLITE_OK;
}

int controlLog(sqlite3_file* file, int what, void* argument) {
    auto& log = LogFile::of(file);
    return log.real()->pMethods->xFileControl(log.real(), what, argument);
}

int sectorSizeOfLog(sqlite3_file* file) {
    auto& log = LogFile::of(file);
    return log.real()->pMethods->xSectorSize(log.real());
}

int characteristicsOfLog(sqlite3_file* file) {
    auto& log = LogFile::of(file);
    return log.real()->pMethods->xDeviceCharacteristics(log.real());
}

constexpr sqlite3_io_methods logMethods{
    1,       closeLog,      readLog,    writeLog,        truncateLog,          syncLog, sizeOfLog, lockLog,
    lockLog, isLogReserved, controlLog, sectorSizeOfLog, characteristicsOfLog, nullptr, nullptr,   nullptr,
    nullptr, nullptr,       nullptr};

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* flagsUsed) {
    if ((flags & SQLITE_OPEN_WAL) == 0)
        return usual->xOpen(usual, name, file, flags, flagsUsed);
    auto& log = LogFile::of(file);
    log.base.pMethods = nullptr;
    log.begin = 0;
    log.gathered = new (std::nothrow) std::vector<char>;
    if (!log.gathered)
        return SQLITE_NOMEM;
    const int code = usual->xOpen(usual, name, log.real(), flags, flagsUsed);
    if (code == SQLITE_OK)
        log.base.pMethods = &logMethods;
    else
        delete log.gathered;
    return code;
}

const char* registered() {
    static sqlite3_vfs vfs;
    usual = sqlite3_vfs_find(nullptr);
    if (!usual)
        return nullptr;
    vfs = *usual;
    vfs.pNext = nullptr;
    vfs.zName = "meshwatch-log";
    vfs.szOsFile = int(sizeof(LogFile)) + usual->szOsFile;
    vfs.xOpen = openFile;
    return sqlite3_vfs_register(&vfs, 0) == SQLITE_OK ? vfs.zName : nullptr;
}

} // namespace

const char* logVfs() {
    static const char* const name = registered();
    return name;
}

} // namespace meshwatch::sqlite
