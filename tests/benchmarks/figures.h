// SPDX-License-Identifier: MIT
#pragma once

#include <QFile>

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <vector>

/// What the program holds in memory now.
inline qint64 residentBytes() {
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

/// Count and percentiles of values that are `unit` to one of what is printed.
inline void printDistribution(const char* name, std::vector<qint64> values, double unit) {
    if (values.empty()) {
        std::printf("%s_count 0\n", name);
        return;
    }
    std::sort(values.begin(), values.end());
    std::printf("%s_count %zu\n", name, values.size());
    for (const double part : {0.5, 0.9, 0.99, 0.999, 1.0}) {
        const size_t at = std::min(values.size() - 1, size_t(double(values.size()) * part));
        std::printf("%s_p%g %.2f\n", name, part * 100, double(values[at]) / unit);
    }
}
