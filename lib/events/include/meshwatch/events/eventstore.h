// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/identifiers.h>
#include <meshwatch/core/result.h>
#include <meshwatch/events/arrivalsink.h>
#include <meshwatch/events/gap.h>

#include <QObject>

#include <memory>
#include <vector>

namespace meshwatch {

/// What the store remembers of a source.
struct StoredSource {
    SourceId id;
    QByteArray position; ///< where to go on, in the source's own words; committed with the events before it
    Micros lastSeen;     ///< up to then everything it told is stored; invalid if it never was connected
};

/// How many events are kept; 0 is no limit.
struct Retention {
    int days = 0;
    qint64 events = 0;
    qint64 bytes = 0;
    bool operator==(const Retention&) const = default;
};

/// The events of a workspace in one SQLite file, and the one writer of it.
///
/// A thread of its own takes what append() brings, merges arrivals of one event (architecture, rule 3),
/// commits many at a time with `synchronous=FULL` and only then calls back. Signals come from that thread:
/// connect them queued. Reading is EventReader's.
class EventStore : public QObject, public ArrivalSink {
    Q_OBJECT
public:
    /// What opening found.
    struct Opening {
        bool wasDamaged = false;
        QString damagedCopy; ///< where the damaged file was put
        qint64 salvaged = 0; ///< events read out of it
        qint64 lost = 0;     ///< known to be missing, by sequence number
    };
    enum class Trouble { None, DiskFull, ReadOnly, Failed };
    Q_ENUM(Trouble)

    /// Opens or makes the file, checks it, brings its schema up to date. A damaged file is set aside and what
    /// can be read of it is salvaged. Errors: "store.open", "store.tooNew" (made by a later version),
    /// "store.inUse".
    [[nodiscard]] static Result<std::unique_ptr<EventStore>> open(const QString& path);
    ~EventStore() override;

    [[nodiscard]] QString path() const;
    [[nodiscard]] const Opening& opening() const;

    /// The number of a connection by its name; a new name gets a new number. Waits for the writer, but not
    /// for space on the disk. Errors: "store.write".
    [[nodiscard]] Result<ConnectionId> connectionId(const QString& name);
    void renameConnection(ConnectionId id, const QString& name);

    /// The largest body that is stored: SQLite takes no more than twice as much in one row.
    static constexpr qint64 maxBodyBytes = 512LL * 1024 * 1024;

    /// Calls back on the writer's thread, after the commit.
    void append(std::vector<Arrival> arrivals, Committed committed) override;
    /// The same; `position` of `source` is committed with them. No arrivals is fine: `committed` then says
    /// that all before them are stored.
    void append(std::vector<Arrival> arrivals, SourceId source, QByteArray position, Committed committed);
    /// Keeps a body that became no event; the oldest beyond 1000 go, of drills and of others each.
    static constexpr int maxQuarantined = 1000;
    void quarantine(QuarantinedBody body) override;
    void clearQuarantine();
    /// A peer's name as REST tells it.
    void setPeerName(const QByteArray& address, const QString& name);
    void setRetention(const Retention& retention);
    /// A value kept for a connection, such as how far reconciliation has come. That of no connection (0) is
    /// about the file and its numbers: what is salvaged into a new one does not have it.
    void setMark(ConnectionId connection, const QString& name, const QString& value);

    /// Tells what is remembered of the source at `address`; a new address gets a new number. `found` is
    /// called on the writer's thread, when the disk allows. Errors: "store.write".
    void findSource(ConnectionId connection, const QString& address,
                    std::function<void(Result<StoredSource>)> found);
    /// Everything that the source told until `when` is stored.
    void noteSeen(SourceId source, Micros when);
    /// Deliveries received until `when` will not be repeated: nothing of them need be remembered.
    void forgetDeliveries(SourceId source, Micros when);
    /// The same for events without an object (“runtime.modulesStarted” has no data at all) that came in
    /// `session` behind `from` and until `when`. Two of them can be equal, and a later one taken for a repeat
    /// would be lost: so they are forgotten as soon as the broker has the acknowledgement.
    void forgetIndistinct(SourceId source, qint64 session, Micros from, Micros when);
    /// Keeps a gap; the oldest beyond 10 000 go.
    static constexpr int maxGaps = 10'000;
    void addGap(const Gap& gap);
    /// A comparison with the Connector covers the connection's gaps that ended before `when`.
    void gapsReconciled(ConnectionId connection, Micros when);

    /// Waits until all that was appended before is committed or refused.
    void flush();
    [[nodiscard]] Trouble trouble() const;
    /// Arrivals taken and not yet committed.
    [[nodiscard]] qint64 pending() const;

Q_SIGNALS:
    /// Events `first` to `last` are new and committed.
    void appended(meshwatch::EventSeq first, meshwatch::EventSeq last);
    /// Further arrivals of known events are committed.
    void merged(const QList<meshwatch::EventSeq>& seqs);
    /// The oldest event is `first` now.
    void trimmed(meshwatch::EventSeq first);
    /// A peer's name is known or has changed.
    void peerNamesChanged();
    void quarantineChanged();
    void gapsChanged();
    /// The store cannot write (it goes on trying by itself) or can again.
    void troubleChanged(meshwatch::EventStore::Trouble trouble, const QString& message);

private:
    class Writer;
    explicit EventStore(std::unique_ptr<Writer> writer);
    std::unique_ptr<Writer> m_writer;
};

} // namespace meshwatch
