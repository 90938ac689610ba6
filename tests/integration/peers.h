// SPDX-License-Identifier: MIT
#pragma once

#include "program.h"

#include <meshwatch/core/json.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

/// Connectors of `meshwatch-cli sandbox`, and the program that talks through them.
class Peers {
public:
    struct Peer {
        QString url;
        QString address;
        QString keyVariable;
    };

    bool start(int count, const QStringList& more = {}) {
        QStringList arguments = words("sandbox --rate 0 --sync-interval 0.1 --json --connectors");
        arguments << QString::number(count) << more;
        if (!m_sandbox.start(arguments))
            return false;
        const auto told = meshwatch::json::parseObject(m_sandbox.firstLine());
        if (!told)
            return false;
        m_environment = QProcessEnvironment::systemEnvironment();
        const QJsonArray connectors = told->value(QLatin1String("connectors")).toArray();
        for (const auto& connector : connectors) {
            const QString variable = QStringLiteral("KEY_%1").arg(m_peers.size());
            m_environment.insert(variable, connector[QLatin1String("apiKey")].toString());
            m_peers.append({connector[QLatin1String("url")].toString(),
                            connector[QLatin1String("address")].toString(), variable});
        }
        return m_peers.size() == count;
    }
    void stop() { m_sandbox.terminate(); }
    /// For the programs of every peer.
    void setVariable(const QString& name, const QString& value) { m_environment.insert(name, value); }

    static QStringList words(const QString& text) { return text.split(QLatin1Char(' '), Qt::SkipEmptyParts); }
    QString address(int peer) const { return m_peers.at(peer).address; }
    QString url(int peer) const { return m_peers.at(peer).url; }
    QByteArray key(int peer) const { return m_environment.value(m_peers.at(peer).keyVariable).toUtf8(); }
    /// Has this peer's Connector answer elsewhere, as through a proxy.
    void setUrl(int peer, const QString& url) { m_peers[peer].url = url; }
    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString write(const QString& name, const QByteArray& content) const {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("the test cannot write its file");
        return file.fileName();
    }
    QByteArray read(const QString& name) const {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QStringList files() const { return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden); }

    void start(QProcess& process, int peer, const QStringList& arguments) const {
        process.setProcessEnvironment(m_environment);
        process.start(Program::cli(),
                      arguments + QStringList{QStringLiteral("--url"), m_peers.at(peer).url,
                                              QStringLiteral("--key-env"), m_peers.at(peer).keyVariable});
    }
    static Program::Outcome outcome(QProcess& process) {
        if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 120'000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    /// Runs the program as this peer, while servers in this thread answer it.
    Program::Outcome run(int peer, const QStringList& arguments, const QByteArray& input = {}) const {
        QProcess process;
        start(process, peer, arguments);
        process.write(input);
        process.closeWriteChannel();
        return outcome(process);
    }
    Program::Outcome run(int peer, const QString& arguments, const QByteArray& input = {}) const {
        return run(peer, words(arguments), input);
    }
    /// The object that it prints with --json; empty, and said, if it fails.
    QJsonObject json(int peer, const QString& arguments, const QByteArray& input = {}) const {
        const auto outcome = run(peer, arguments + QStringLiteral(" --json"), input);
        if (outcome.code != 0)
            qWarning("%s: %d %s", qPrintable(arguments), outcome.code, outcome.err.constData());
        const auto object = meshwatch::json::parseObject(outcome.out);
        return object ? *object : QJsonObject();
    }
    QJsonArray list(int peer, const QString& arguments, const char* name) const {
        return json(peer, arguments).value(QLatin1String(name)).toArray();
    }

    /// The Request that this peer has to decide; empty if none comes.
    QString waitingRequest(int peer) const {
        QString id;
        (void)QTest::qWaitFor(
            [&] {
                const auto waiting = list(peer,
                                          QStringLiteral("requests list --incoming --status "
                                                         "ManualDecisionRequired"),
                                          "requests");
                id = waiting.isEmpty() ? QString() : waiting.last()[QLatin1String("id")].toString();
                return !id.isEmpty();
            },
            20'000);
        return id;
    }
    QString status(int peer, int with) const {
        const QJsonArray all = list(peer, QStringLiteral("relationships list"), "relationships");
        for (const auto& one : all) {
            if (one[QLatin1String("peer")].toString() == address(with))
                return one[QLatin1String("status")].toString();
        }
        return {};
    }
    bool becomes(int peer, int with, const QString& wanted) const {
        return QTest::qWaitFor([&] { return status(peer, with) == wanted; }, 20'000);
    }
    /// From a template of the first to an active relationship.
    bool befriend(int first, int second) const {
        const auto made = run(first, QStringLiteral("template create --reference"));
        const auto loaded = json(second, QStringLiteral("template load -"), made.out);
        return run(second,
                   QStringLiteral("requests accept ") + loaded.value(QLatin1String("requestId")).toString())
                       .code == 0 &&
               becomes(first, second, QStringLiteral("Pending")) &&
               run(first, QStringLiteral("relationships accept ") + address(second)).code == 0 &&
               becomes(second, first, QStringLiteral("Active"));
    }

private:
    Program m_sandbox;
    QProcessEnvironment m_environment;
    QList<Peer> m_peers;
    QTemporaryDir m_folder;
};
