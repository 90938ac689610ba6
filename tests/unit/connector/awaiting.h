// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/connectorclient.h>

#include <QFutureWatcher>
#include <QTest>

/// Waits for a future while the event loop runs, which the client needs. False if it did not come in a
/// minute.
template<typename T>
[[nodiscard]] bool comes(const QFuture<T>& future) {
    return QTest::qWaitFor([&future] { return future.isFinished(); }, 60'000);
}

/// Settings for a server of the test's, with an API key and without pauses worth waiting for.
inline meshwatch::ConnectorSettings settingsFor(const QString& url) {
    meshwatch::ConnectorSettings settings;
    settings.baseUrl = QUrl(url);
    settings.authentication = meshwatch::ConnectorSettings::ApiKey{"X-API-KEY", "key-of-the-test"};
    settings.repeating.firstPause = std::chrono::milliseconds(1);
    settings.repeating.longestPause = std::chrono::milliseconds(5);
    return settings;
}

inline QString kind(const meshwatch::ConnectorError& error) {
    return meshwatch::ConnectorError::kindName(error.kind);
}
