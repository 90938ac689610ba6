// SPDX-License-Identifier: MIT
#pragma once

#include "call.h"

#include <meshwatch/connector/connectorclient.h>
#include <meshwatch/connector/download.h>
#include <meshwatch/connector/saveddownload.h>

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <limits>

namespace meshwatch::connector {

/// How the groups of calls reach the wire: a spec in, a future of a typed value out.
class Caller {
public:
    template<typename T>
    using Reader = ConnectorResult<T> (*)(const Answer&, AnswerForm);

    /// A value of type T, or a list of them.
    template<typename T>
    [[nodiscard]] static Future<T> one(ConnectorClient& client, CallSpec spec) {
        return run<T>(client, std::move(spec), &readOne<T>);
    }
    template<typename T>
    [[nodiscard]] static Future<std::vector<T>> list(ConnectorClient& client, CallSpec spec) {
        return run<std::vector<T>>(client, std::move(spec), &readList<T>);
    }
    [[nodiscard]] static Future<Download> bytes(ConnectorClient& client, CallSpec spec);
    /// The body goes where the sink says.
    [[nodiscard]] static Future<SavedDownload> saved(ConnectorClient& client, CallSpec spec,
                                                     std::shared_ptr<BodySink> sink);
    [[nodiscard]] static Future<void> nothing(ConnectorClient& client, CallSpec spec);

private:
    /// Answers from here on are read on another thread: reading 64 MiB of JSON takes a second.
    static constexpr qsizetype largeBody = 128 * 1024;

    /// Tells a future's watchers of bytes; their number has to fit an int.
    template<typename P>
    [[nodiscard]] static Call::Progress progressOf(const std::shared_ptr<P>& promise);
    template<typename T>
    [[nodiscard]] static Future<T> run(ConnectorClient& client, CallSpec spec, Reader<T> reader);
    /// Starts a call in the client's thread: `started` gets it before anything is sent, `done` how it ended.
    static void start(ConnectorClient& client, CallSpec spec, std::function<void(Call&)> started,
                      std::function<void(ConnectorResult<Answer>, const CallContext&)> done);
};

template<typename P>
Call::Progress Caller::progressOf(const std::shared_ptr<P>& promise) {
    return [promise, known = qint64(-1)](qint64 done, qint64 total) mutable {
        constexpr qint64 most = std::numeric_limits<int>::max();
        if (std::exchange(known, total) != total)
            promise->setProgressRange(0, int(std::min(total, most)));
        promise->setProgressValue(int(std::min(done, most)));
    };
}

template<typename T> // the check does not see the std::move() among arguments that depend on T
// NOLINTNEXTLINE(performance-unnecessary-value-param)
Future<T> Caller::run(ConnectorClient& client, CallSpec spec, Reader<T> reader) {
    using Value = ConnectorResult<T>;
    const auto promise = std::make_shared<QPromise<Value>>();
    promise->start();
    const AnswerForm form = spec.route->form;
    const bool isTransfer = spec.isTransfer;
    const auto give = [promise](Value value) {
        promise->addResult(std::move(value));
        promise->finish();
    };
    start(
        client, std::move(spec),
        [promise, isTransfer](Call& call) {
            if (isTransfer)
                call.setProgress(progressOf(promise));
            auto* watcher = new QFutureWatcher<Value>(&call);
            QObject::connect(watcher, &QFutureWatcher<Value>::canceled, &call, [promise, &call] {
                promise->finish();
                call.cancel();
            });
            watcher->setFuture(promise->future());
        },
        [give, reader, form](ConnectorResult<Answer> answer, const CallContext& context) {
            if (!answer)
                return give(Value(answer.error()));
            const bool isLarge = answer->body.size() > largeBody;
            auto read = [give, reader, form, context, answer = std::move(answer).value()] {
                auto value = reader(answer, form);
                if (value)
                    return give(std::move(value));
                ConnectorError error = value.error();
                error.isInDoubt = true; // the status was good, the words cannot be read
                give(Value(inContext(error, context, answer.status)));
            };
            if (isLarge)
                QThreadPool::globalInstance()->start(std::move(read));
            else
                read();
        });
    return promise->future();
}

} // namespace meshwatch::connector
