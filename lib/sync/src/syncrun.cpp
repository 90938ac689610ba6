// SPDX-License-Identifier: MIT
#include "syncrun.h"

#include <meshwatch/connector/whenfinished.h>

#include <QCoreApplication>

namespace meshwatch {

namespace {

constexpr qint64 second = 1'000'000;
constexpr qint64 day = 86'400 * second;
/// Objects are compared again from a little before where the last run ended: clocks differ, and an object's
/// own time can be older than the moment it became visible.
constexpr qint64 overlap = 15 * 60 * second;
/// A window with fewer objects than this makes the next one longer, with more than that shorter.
constexpr size_t fewObjects = 500;
constexpr size_t manyObjects = 4000;
/// Nothing of enmeshed is older than this.
constexpr Micros beginning{1577836800LL * second};

/// Gives a list as plain objects, on the thread of `context`.
template<typename T, typename Take>
void asObjects(const QFuture<ConnectorResult<std::vector<T>>>& future, QObject* context, Take take) {
    connector::whenFinished(future, context, [take](const ConnectorResult<std::vector<T>>& list) {
        if (!list) {
            take(ConnectorResult<std::vector<QJsonObject>>(list.error()));
            return;
        }
        std::vector<QJsonObject> objects;
        objects.reserve(list->size());
        for (const T& item : *list)
            objects.push_back(item.toJson());
        take(ConnectorResult<std::vector<QJsonObject>>(std::move(objects)));
    });
}

Micros createdAt(const QJsonObject& object) {
    return Micros::fromIso(object.value(QLatin1String("createdAt")).toString().toLatin1()).value_or(Micros());
}

} // namespace

SyncRun::SyncRun(ConnectorClient& client, Comparer& comparer, std::chrono::milliseconds grace,
                 QObject* parent)
    : QObject(parent)
    , m_client(client)
    , m_comparer(comparer)
    , m_grace(grace) {}

void SyncRun::start() {
    m_timer.start();
    sync();
}

bool SyncRun::ends(const ConnectorError& error, const QString& title) {
    if (error.kind == ConnectorError::Kind::Forbidden) {
        m_summary.closed.append(title);
        return false;
    }
    Q_EMIT failed(error);
    return true;
}

void SyncRun::sync() {
    connector::whenFinished(m_client.account().sync(), this, [this](const ConnectorResult<void>& result) {
        if (result || !ends(result.error(), tr("Sync")))
            readIdentity();
    });
}

void SyncRun::readIdentity() {
    connector::whenFinished(m_client.account().identityInfo(), this,
                            [this](const ConnectorResult<connector::IdentityInfo>& identity) {
                                if (identity)
                                    m_ownAddress = identity->address();
                                else if (ends(identity.error(), tr("Account")))
                                    return;
                                readMark();
                            });
}

void SyncRun::readMark() {
    m_comparer.readMark(this, [this](Micros mark) {
        m_since = mark;
        readRelationships();
    });
}

void SyncRun::readRelationships() {
    asObjects(m_client.relationships().list(), this, [this](const Answer& relationships) {
        if (!relationships) {
            if (!ends(relationships.error(), tr("Relationships"))) {
                m_earliest = beginning;
                planLists();
            }
            return;
        }
        // Messages, Requests and shared attributes need a relationship: nothing of interest is older.
        for (const QJsonObject& relationship : *relationships) {
            ++m_relationshipsOfTemplate[relationship.value(QLatin1String("templateId")).toString()];
            const QJsonArray log = relationship.value(QLatin1String("auditLog")).toArray();
            const Micros first = createdAt(log.first().toObject());
            if (first.isValid() && (!m_earliest.isValid() || first < m_earliest))
                m_earliest = first;
        }
        compare(*relationships, &restevents::ofRelationship, [this] { planLists(); });
    });
}

void SyncRun::planLists() {
    const Micros from = m_since.isValid()      ? Micros{m_since.value - overlap}
                        : m_earliest.isValid() ? Micros{m_earliest.value - day}
                                               : Micros{m_started.value - day};
    const auto whole = [this](const QString& title, Fetch fetch, Prove prove) {
        m_lists.push_back({title, std::move(fetch), std::move(prove), false, {}, {}, {}});
    };
    const auto windowed = [this, from](const QString& title, Fetch fetch, Prove prove) {
        m_lists.push_back({title, std::move(fetch), std::move(prove), true, {}, from, {day}});
    };
    auto* client = &m_client;
    whole(
        tr("Templates"),
        [this, client](const connector::Filter& filter, const Take& done) {
            asObjects(client->relationshipTemplates().list(filter), this, done);
        },
        [this](const QJsonObject& object) {
            const QString id = object.value(QLatin1String("id")).toString();
            return restevents::ofTemplate(object, m_relationshipsOfTemplate.value(id));
        });
    whole(
        tr("Files"),
        [this, client](const connector::Filter& filter, const Take& done) {
            asObjects(client->files().list(filter), this, done);
        },
        [this](const QJsonObject& object) { return restevents::ofFile(object, m_ownAddress); });
    addRequestLists(
        tr("Requests"),
        [this, client](const connector::Filter& filter, const Take& done) {
            asObjects(client->incomingRequests().list(filter), this, done);
        },
        &restevents::ofIncomingRequest);
    addRequestLists(
        tr("Requests"),
        [this, client](const connector::Filter& filter, const Take& done) {
            asObjects(client->outgoingRequests().list(filter), this, done);
        },
        &restevents::ofOutgoingRequest);
    const Fetch attributes = [this, client](const connector::Filter& filter, const Take& done) {
        asObjects(client->attributes().list(filter), this, done);
    };
    // Own attributes need no relationship and can be older than all of them.
    windowed(tr("Attributes"), attributes, &restevents::ofAttribute);
    if (!m_since.isValid())
        m_lists.back().from = beginning;
    whole(tr("Attributes"), attributes, &restevents::ofAttribute);
    m_lists.back().filter.is(u"deletionInfo.deletionStatus", u"DeletedByEmitter");
    windowed(
        tr("Messages"),
        [this, client](const connector::Filter& filter, const Take& done) {
            asObjects(client->messages().list(filter), this, done);
        },
        &restevents::ofMessage);
    next();
}

/// New ones by their creation; old ones that were answered or expired since.
void SyncRun::addRequestLists(const QString& title, const Fetch& fetch, const Prove& prove) {
    const Micros from = m_since.isValid() ? Micros{m_since.value - overlap} : m_earliest;
    m_lists.push_back(
        {title, fetch, prove, true, {}, from.isValid() ? from : Micros{m_started.value - day}, {day}});
    if (!m_since.isValid())
        return;
    m_lists.push_back({title, fetch, prove, false, {}, {}, {}});
    m_lists.back().filter.between(u"response.createdAt", from, {});
    m_lists.push_back({title, fetch, prove, false, {}, {}, {}});
    m_lists.back().filter.between(u"content.expiresAt", from, m_started);
}

void SyncRun::next() {
    if (m_lists.empty()) {
        conclude();
        return;
    }
    List list = std::move(m_lists.front());
    m_lists.pop_front();
    ask(std::move(list));
}

void SyncRun::ask(List list) {
    connector::Filter filter = list.filter;
    Micros to;
    if (list.isWindowed) {
        to = {list.from.value + list.span.value};
        // The last window is open: what was created meanwhile belongs to it.
        if (to >= m_started)
            to = {};
        filter.createdBetween(list.from, to);
    }
    const Fetch fetch = list.fetch;
    fetch(filter, [this, list = std::move(list), to](const Answer& answer) { take(list, to, answer); });
}

void SyncRun::take(List list, Micros to, const Answer& answer) {
    if (!answer) {
        const bool canNarrow = list.isWindowed && list.span.value > second;
        if (answer.error().kind == ConnectorError::Kind::TooLarge && canNarrow) {
            const qint64 width = to.isValid() ? list.span.value : m_started.value - list.from.value;
            list.span = {qMax(second, width / 4)};
            ask(std::move(list));
        } else if (!ends(answer.error(), list.title)) {
            next();
        }
        return;
    }
    const size_t count = answer->size();
    compare(*answer, list.prove, [this, list, to, count]() mutable {
        if (!list.isWindowed || !to.isValid()) {
            next();
            return;
        }
        list.from = to;
        if (count < fewObjects)
            list.span.value *= 4;
        else if (count > manyObjects)
            list.span.value = qMax(second, list.span.value / 4);
        ask(std::move(list));
    });
}

void SyncRun::compare(const Objects& objects, const Prove& prove, const std::function<void()>& then) {
    restevents::Provables events;
    for (const QJsonObject& object : objects) {
        ++m_summary.compared;
        m_newest = qMax(m_newest, createdAt(object));
        auto proved = prove(object);
        std::move(proved.begin(), proved.end(), std::back_inserter(events));
    }
    if (events.empty()) {
        then();
        return;
    }
    m_comparer.findMissing(std::move(events), this, [this, then](std::vector<Arrival> missing) {
        if (missing.empty()) {
            then();
            return;
        }
        // Deliveries of this very sync may still be under way. One wait is enough for all that is compared
        // after it, but what is newer than the sync gets its own.
        const bool isNew = std::any_of(missing.begin(), missing.end(), [this](const Arrival& arrival) {
            return arrival.facts.createdAt.value > m_started.value - 60 * second;
        });
        if (m_grace.count() == 0 || (m_hasWaited && !isNew)) {
            file(std::move(missing), then);
            return;
        }
        m_hasWaited = true;
        auto waiting = std::make_shared<std::vector<Arrival>>(std::move(missing));
        QTimer::singleShot(m_grace, this, [this, waiting, then] { file(std::move(*waiting), then); });
    });
}

void SyncRun::file(std::vector<Arrival> missing, const std::function<void()>& then) {
    m_comparer.file(std::move(missing), this, [this, then](int filed) {
        m_summary.recovered += filed;
        then();
    });
}

void SyncRun::conclude() {
    if (m_newest.isValid() || m_since.isValid())
        m_comparer.setMark(qMax(m_newest, m_since));
    m_summary.closed.removeDuplicates();
    m_summary.durationMs = m_timer.elapsed();
    Q_EMIT finished(m_summary);
}

} // namespace meshwatch
