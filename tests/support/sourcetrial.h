// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/events/eventreader.h>
#include <meshwatch/sources/eventsource.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>
#include <set>

/// A store with a source at work, and what a test published to its broker: tells whether all of it is stored
/// once, or lies in a gap.
class SourceTrial {
public:
    explicit SourceTrial(const QString& url, const QByteArray& secret = {}) {
        open();
        m_settings = settings(url, secret);
        m_settings.connection = *m_store->connectionId(QStringLiteral("Riverside"));
    }

    [[nodiscard]] static meshwatch::EventSource::Settings settings(const QString& url,
                                                                   const QByteArray& secret = {}) {
        auto address = meshwatch::SourceAddress::parse(url);
        if (!address)
            qFatal("%s", qPrintable(address.error().text()));
        meshwatch::EventSource::Settings settings;
        settings.address = *address;
        settings.secret = secret;
        return settings;
    }

    void open() {
        auto opened = meshwatch::EventStore::open(path());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        m_store = std::move(*opened);
    }
    /// Leaves the store to another program.
    void close() {
        stop();
        m_store.reset();
    }

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("events.sqlite")); }
    [[nodiscard]] meshwatch::EventStore& store() { return *m_store; }
    [[nodiscard]] meshwatch::EventSource& source() { return *m_source; }
    [[nodiscard]] meshwatch::ConnectionId connection() const { return m_settings.connection; }
    [[nodiscard]] std::unique_ptr<meshwatch::EventReader> reader() {
        m_store->flush();
        return std::move(*meshwatch::EventReader::open(path()));
    }
    [[nodiscard]] qint64 stored() { return reader()->range().count(); }

    /// A new source object; the one before ends.
    void start() {
        m_source = std::make_unique<meshwatch::EventSource>(*m_store, m_settings);
        m_source->start();
    }
    void stop() { m_source.reset(); }
    [[nodiscard]] bool isConnected() const {
        return m_source && m_source->state().phase == meshwatch::SourceState::Phase::Connected;
    }

    /// The body of event `number`, as a broker gets it.
    [[nodiscard]] static QByteArray body(int number) {
        return R"({"id":"MSG)" + QByteArray::number(number) + R"(","isOwn":false,"createdBy":"peer"})";
    }
    /// Publishes the next event by `publish`, which says whether the broker took it, and notes when.
    void publish(const std::function<bool(const QByteArray& body)>& publish) {
        const int number = ++m_last;
        const auto before = meshwatch::Micros::now();
        if (publish(body(number)))
            m_published.push_back({number, before, meshwatch::Micros::now()});
    }
    [[nodiscard]] int published() const { return int(m_published.size()); }

    /// The event published last is stored.
    [[nodiscard]] bool hasLast() {
        const auto found = reader();
        const auto last = found->event(found->range().last);
        return last && last->body == body(m_published.back().number);
    }

    /// Looks at everything: nothing twice, and what is missing lies within the gaps. Empty if all is well.
    [[nodiscard]] QString judge(bool mayMiss = true) {
        const auto found = reader();
        const auto gaps = found->gaps(meshwatch::EventStore::maxGaps);
        std::set<int> seen;
        QString wrong;
        const auto read = found->forEach(meshwatch::Query(), {}, [&](const meshwatch::Event& event) {
            const int number = event.row.object.mid(3).toInt();
            if (!seen.insert(number).second || event.row.arrivals != 1)
                wrong += QStringLiteral("event %1 twice\n").arg(number);
            if (event.body != body(number))
                wrong += QStringLiteral("event %1 has another body\n").arg(number);
            return wrong.size() < 2000;
        });
        if (!read)
            return read.error().message;
        m_missing = 0;
        for (const Published& event : m_published) {
            if (seen.contains(event.number))
                continue;
            ++m_missing;
            const bool isInGap =
                mayMiss && std::any_of(gaps.begin(), gaps.end(), [&](const meshwatch::Gap& gap) {
                    return gap.began <= event.before && event.before <= gap.ended;
                });
            if (!isInGap && wrong.size() < 2000)
                wrong += QStringLiteral("event %1 of %2 is missing outside of gaps\n")
                             .arg(event.number)
                             .arg(event.before.toIso());
        }
        return wrong;
    }
    /// Of the last judgement.
    [[nodiscard]] int missing() const { return m_missing; }
    /// How long the gaps are, all together.
    [[nodiscard]] qint64 gapSeconds() {
        qint64 micros = 0;
        for (const auto& gap : reader()->gaps(meshwatch::EventStore::maxGaps))
            micros += gap.ended.value - gap.began.value;
        return micros / 1'000'000;
    }

private:
    struct Published {
        int number;
        meshwatch::Micros before, after;
    };

    QTemporaryDir m_folder;
    std::unique_ptr<meshwatch::EventStore> m_store;
    std::unique_ptr<meshwatch::EventSource> m_source;
    meshwatch::EventSource::Settings m_settings;
    std::vector<Published> m_published;
    int m_last = 0;
    int m_missing = 0;
};

/// How many events a test with faults publishes at least.
inline int faultEvents() {
    bool isGiven = false;
    const int given = qEnvironmentVariableIntValue("MESHWATCH_FAULT_EVENTS", &isGiven);
    return isGiven ? given : 20'000;
}
