// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/sources/eventsource.h>

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <cstdio>
#include <cstring>

/// Meshwatch as a program of its own that a test can kill: the test's own program, started again to take
/// events of one source into one store.
class TakingProgram {
public:
    /// In main(): true if this start is to take events; `code` is what main() returns then.
    static bool isAsked(int argc, char** argv, int& code) {
        if (argc != 4 || std::strcmp(argv[1], "--take") != 0)
            return false;
        const QCoreApplication application(argc, argv);
        auto store = meshwatch::EventStore::open(QString::fromLocal8Bit(argv[2]));
        const auto address = meshwatch::SourceAddress::parse(QString::fromLocal8Bit(argv[3]));
        if (!store || !address)
            qFatal("%s", qPrintable(store ? address.error().text() : store.error().text()));
        meshwatch::EventSource::Settings settings;
        settings.connection = *(*store)->connectionId(QStringLiteral("Riverside"));
        settings.address = *address;
        meshwatch::EventSource source(**store, settings);
        QObject::connect(&source, &meshwatch::EventSource::stateChanged, &source, [&source] {
            if (source.state().phase == meshwatch::SourceState::Phase::Connected) {
                std::puts("connected");
                std::fflush(stdout);
            }
        });
        source.start();
        code = QCoreApplication::exec();
        return true;
    }

    ~TakingProgram() { kill(); }
    /// Waits until it is connected.
    bool start(const QString& store, const QString& url) {
        m_process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--take"), store, url});
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(30'000))
                return false;
        }
        m_process.readAll();
        return true;
    }
    /// kill -9
    void kill() {
        m_process.kill();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
};
