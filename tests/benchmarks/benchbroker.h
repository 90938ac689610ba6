// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QFileInfo>
#include <QStringList>

/// A broker of a benchmark's own, the Connector's way of publishing to it, and the plain clients of the
/// broker that Meshwatch is measured beside.
class BenchBroker {
public:
    /// A client that does nothing but receive.
    struct Rival {
        QString program;
        QStringList arguments;
        /// Takes one of so many of the events: it is that slow.
        int share = 1;
        /// Ends after that many of them; the others print what they receive and go on for ever.
        bool endsByItself = false;

        [[nodiscard]] QString name() const { return QFileInfo(program).fileName(); }
    };

    BenchBroker() = default;
    virtual ~BenchBroker() = default;
    BenchBroker(const BenchBroker&) = delete;
    BenchBroker& operator=(const BenchBroker&) = delete;

    /// Starts it; false if it cannot be used.
    virtual bool start() = 0;
    /// What Meshwatch reads.
    [[nodiscard]] virtual QString url() const = 0;
    [[nodiscard]] virtual QList<Rival> rivals(int events) const = 0;
    /// Publishes without waiting for anybody; what is for Meshwatch and what is for a rival may go different
    /// ways.
    virtual bool publish(bool isForRival, const QByteArray& trigger, const QByteArray& data) = 0;
    /// Until all of it is on its way.
    virtual bool finish() { return true; }
};
