// SPDX-License-Identifier: MIT
#include <meshwatch/messaging/requestproblem.h>

#include <QJsonArray>

namespace meshwatch {

namespace {

void collect(const QJsonObject& result, const QString& path, RequestProblems& problems) {
    if (result.value(QLatin1String("isSuccess")).toBool())
        return;
    const QJsonArray items = result.value(QLatin1String("items")).toArray();
    const size_t before = problems.size();
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QString place =
            path.isEmpty() ? QStringLiteral("items.%1").arg(i) : path + QStringLiteral(".items.%1").arg(i);
        collect(items.at(i).toObject(), place, problems);
    }
    const QString code = result.value(QLatin1String("code")).toString();
    const bool onlySaysThatAnItemFailed =
        problems.size() > before && (code.isEmpty() || code.endsWith(QLatin1String(".inheritedFromItem")));
    if (!onlySaysThatAnItemFailed)
        problems.push_back({path, result.value(QLatin1String("message")).toString(), code});
}

} // namespace

RequestProblems requestProblems(const QJsonObject& validationResult) {
    RequestProblems problems;
    collect(validationResult, {}, problems);
    return problems;
}

} // namespace meshwatch
