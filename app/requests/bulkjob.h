// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <functional>

class QObject;

namespace meshwatch {

/// One of many things to do after one another, and what came of it.
struct BulkJob {
    enum class State { Waiting, Running, Done, Left, Failed };
    /// `Left`: not done, for a reason that is no failure.
    using Finished = std::function<void(State state, const QString& text)>;

    QString title;
    QString peer; ///< as people call it
    /// Begins; calls back exactly once, unless `context` is gone by then.
    std::function<void(QObject* context, Finished finished)> run;
    State state = State::Waiting;
    QString text{}; ///< translated: what came of it, or why not
};

} // namespace meshwatch
