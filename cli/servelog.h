// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>

namespace CLI {
class App;
}

namespace meshwatch::cli {

/// What `serve` tells of on stderr while it runs: sentences, or a JSON object a line for who collects logs.
class ServeLog {
public:
    /// Adds `--log`.
    void addTo(CLI::App& command);

    /// `event` is its stable name; `text` the sentence; empty: only JSON tells of it.
    void tell(const char* event, const QString& text, QJsonObject details = {}) const;

private:
    bool m_isJson = false;
};

} // namespace meshwatch::cli
