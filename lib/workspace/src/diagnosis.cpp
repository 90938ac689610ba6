// SPDX-License-Identifier: MIT
#include <meshwatch/workspace/diagnosis.h>

#include <meshwatch/core/loopback.h>
#include <meshwatch/core/secrets.h>
#include <meshwatch/events/channel.h>

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>
#include <QSet>

namespace meshwatch {

namespace {

using Finding = DiagnosisFinding;
using Ways = EventReader::Ways;

struct DiagnosisText {
    Q_DECLARE_TR_FUNCTIONS(Diagnosis)
};

/// One channel may be slower than another by so much; what is younger proves nothing.
constexpr qint64 settleMicros = 60'000'000;
/// Fewer events than this are no evidence.
constexpr int fewestMissing = 3;
constexpr int newestWebhooks = 50;
constexpr qint64 dayMicros = 86'400'000'000;
constexpr qint64 keyWarningMicros = 14 * dayMicros;
constexpr qint64 shortestStall = 300'000'000;

QString moment(Micros time) {
    return QLocale().toString(time.toDateTime().toLocalTime(), QLocale::ShortFormat);
}

/// Events without data are announced to no broker (Connector reference, configuration, “Module
/// messageBrokerPublisher”).
bool isPublished(const Ways& event) {
    return event.trigger != "transport.datawalletSynchronized" &&
           event.trigger != "transport.identityDeletionProcessStatusChanged";
}

struct Missing {
    int count = 0;
    Micros first, last;
};

/// The newest events that `channel` does not tell of though it should, back to the newest that it did.
template<typename Counts>
Missing missingBy(Channel channel, const std::vector<Ways>& ways, Micros from, Micros until, Counts counts) {
    Missing missing;
    for (const Ways& event : ways) {
        if (event.channels.contains(channel) && !event.isRecovered)
            break;
        const Micros happened = event.isRecovered ? event.createdAt : event.receivedAt;
        if (happened < from || happened > until || !counts(event))
            continue;
        ++missing.count;
        missing.first = happened;
        missing.last = qMax(missing.last, happened);
    }
    return missing;
}

void findSilentBrokers(const DiagnosisFacts& facts, std::vector<Finding>& findings) {
    for (const DiagnosisFacts::Subscription& subscription : facts.subscriptions) {
        if (!subscription.aliveUntil.isValid() || subscription.channel == Channel::Relay)
            continue;
        const Micros until{qMin(subscription.aliveUntil.value, facts.now.value - settleMicros)};
        const auto missing =
            missingBy(subscription.channel, facts.ways, subscription.aliveSince, until,
                      [](const Ways& event) { return !event.isRecovered && isPublished(event); });
        if (missing.count < fewestMissing)
            continue;
        Finding finding;
        finding.kind = Finding::Kind::BrokerSilent;
        finding.severity = Finding::Severity::Bad;
        finding.since = missing.first;
        finding.title = DiagnosisText::tr("The Connector no longer publishes to %1").arg(subscription.place);
        finding.evidence =
            DiagnosisText::tr(
                "%n event(s) came by another way since %1, none of them by this broker, to which we "
                "are connected.",
                nullptr, missing.count)
                .arg(moment(missing.first));
        finding.advice = DiagnosisText::tr(
            "Restart the Connector: it never reconnects to RabbitMQ or Redis, and the brokers "
            "after one that is lost in its list get nothing either.");
        findings.push_back(std::move(finding));
    }
}

void findSilentReceiver(const DiagnosisFacts& facts, std::vector<Finding>& findings) {
    if (!facts.receivesWebhooks || facts.ways.empty())
        return;
    // A webhook may want some events only: those that once came so.
    QSet<QByteArray> wanted;
    for (const Ways& event : facts.ways) {
        if (event.webhooks > 0)
            wanted.insert(event.trigger);
    }
    // What reconciliation files first is the past.
    const Micros watchedSince = facts.ways.back().receivedAt;
    const auto missing =
        missingBy(Channel::Webhook, facts.ways, watchedSince, {facts.now.value - settleMicros},
                  [&](const Ways& event) { return wanted.isEmpty() || wanted.contains(event.trigger); });
    if (missing.count < fewestMissing)
        return;
    Finding finding;
    finding.kind = Finding::Kind::ReceiverSilent;
    finding.severity = Finding::Severity::Warning;
    finding.since = missing.first;
    finding.title = DiagnosisText::tr("No webhook calls this connection");
    finding.evidence = DiagnosisText::tr("%n event(s) came by another way since %1, none by webhook.",
                                         nullptr, missing.count)
                           .arg(moment(missing.first));
    finding.advice =
        DiagnosisText::tr("Compare the webhooks with the running Connector, and check that it can reach this "
                          "computer. If no webhook is wanted, turn receiving off in the connection.");
    findings.push_back(std::move(finding));
}

void findOverlap(const DiagnosisFacts& facts, std::vector<Finding>& findings) {
    int looked = 0, several = 0, most = 0;
    Micros since;
    QByteArray example;
    for (const Ways& event : facts.ways) {
        if (event.webhooks == 0)
            continue;
        if (++looked > newestWebhooks)
            break;
        if (event.webhooks < 2)
            continue;
        ++several;
        since = event.receivedAt;
        if (event.webhooks > most) {
            most = event.webhooks;
            example = event.trigger;
        }
    }
    // Once is a delivery that was repeated by hand; a configuration does it again and again.
    if (several < fewestMissing)
        return;
    Finding finding;
    finding.kind = Finding::Kind::OverlappingTriggers;
    finding.severity = Finding::Severity::Hint;
    finding.since = since;
    finding.title = DiagnosisText::tr("Triggers overlap: events are delivered several times");
    finding.evidence =
        DiagnosisText::tr("%n of the latest events came more than once by webhook, %1 up to %2 times.",
                          nullptr, several)
            .arg(QString::fromLatin1(example))
            .arg(most);
    finding.advice =
        DiagnosisText::tr("Each pattern that matches delivers once. Keep one for each event, unless a second "
                          "target is meant to get it.");
    findings.push_back(std::move(finding));
}

void findStalledSync(const DiagnosisFacts& facts, std::vector<Finding>& findings) {
    if (facts.syncSeconds <= 0 || !facts.lastSync.isValid())
        return;
    const qint64 allowed = qMax(shortestStall, 3'000'000LL * facts.syncSeconds);
    if (facts.now.value - facts.lastSync.value <= allowed)
        return;
    Finding finding;
    finding.kind = Finding::Kind::SyncStalled;
    finding.severity = Finding::Severity::Bad;
    finding.since = facts.lastSync;
    finding.title = DiagnosisText::tr("The synchronisation stands still");
    finding.evidence = DiagnosisText::tr("The last complete one was at %1; one every %n second(s) is set.",
                                         nullptr, facts.syncSeconds)
                           .arg(moment(facts.lastSync));
    if (!facts.syncProblem.isEmpty())
        finding.evidence += QLatin1Char(' ') + facts.syncProblem;
    finding.advice = DiagnosisText::tr("Look at the Connector's health and at its way to the Backbone.");
    findings.push_back(std::move(finding));
}

void addPlain(const QString& title, const QString& advice, std::vector<Finding>& findings) {
    Finding finding;
    finding.kind = Finding::Kind::PlainTransport;
    finding.severity = Finding::Severity::Warning;
    finding.title = title;
    finding.evidence = DiagnosisText::tr(
        "The address has no TLS and is not on this computer: whoever is on the way can read along.");
    finding.advice = advice;
    findings.push_back(std::move(finding));
}

void findPlainTransport(const DiagnosisFacts& facts, std::vector<Finding>& findings) {
    if (facts.receivesPlain && facts.receivesWebhooks)
        addPlain(DiagnosisText::tr("Webhooks come in plain text over a network"),
                 DiagnosisText::tr(
                     "Give the receiver a certificate and its key, or listen on loopback behind a proxy "
                     "with TLS."),
                 findings);
    for (const DiagnosisFacts::Subscription& subscription : facts.subscriptions) {
        if (subscription.isPlain)
            addPlain(
                DiagnosisText::tr("Events come in plain text from %1").arg(subscription.place),
                DiagnosisText::tr("Use the broker's address with TLS, for Meshwatch and for the Connector."),
                findings);
    }
    if (!facts.plainConnector.isEmpty())
        addPlain(DiagnosisText::tr("The API key goes to %1 in plain text").arg(facts.plainConnector),
                 DiagnosisText::tr("Put TLS in front of the Connector and use its https address."), findings);
}

void findExpiry(const DiagnosisFacts& facts, std::vector<Finding>& findings) {
    if (!facts.keyExpires || facts.keyExpires->value - facts.now.value > keyWarningMicros)
        return;
    const bool isOver = *facts.keyExpires <= facts.now;
    Finding finding;
    finding.kind = Finding::Kind::KeyExpires;
    finding.severity = isOver ? Finding::Severity::Bad : Finding::Severity::Warning;
    finding.since = isOver ? *facts.keyExpires : Micros();
    finding.title = isOver ? DiagnosisText::tr("The key of the REST API has expired")
                           : DiagnosisText::tr("The key of the REST API expires soon");
    finding.evidence = DiagnosisText::tr("Its end is %1.").arg(moment(*facts.keyExpires));
    finding.advice = DiagnosisText::tr(
        "Put a new key into the Connector's configuration, restart it, and enter the key in the "
        "connection.");
    findings.push_back(std::move(finding));
}

} // namespace

QString DiagnosisFinding::code() const {
    static constexpr const char* codes[] = {"brokerSilent", "receiverSilent", "overlappingTriggers",
                                            "syncStalled",  "plainTransport", "keyExpires"};
    return QLatin1String(codes[int(kind)]);
}

DiagnosisFacts DiagnosisFacts::of(const Connection& connection, const Listening& listening) {
    DiagnosisFacts facts;
    facts.connection = connection.id;
    facts.now = Micros::now();
    facts.receivesWebhooks = connection.receivesWebhooks;
    facts.receivesPlain = listening.certificateFile.isEmpty() && !isLoopbackHost(listening.address);
    if (connection.url.scheme() == QLatin1String("http") && !isLoopbackHost(connection.url.host()))
        facts.plainConnector = secrets::redact(connection.url);
    return facts;
}

void DiagnosisFacts::read(const EventReader& reader) {
    constexpr int looked = 2000;
    ways = reader.recentWays(connection, looked);
}

std::vector<DiagnosisFinding> diagnose(const DiagnosisFacts& facts) {
    std::vector<Finding> findings;
    findSilentBrokers(facts, findings);
    findSilentReceiver(facts, findings);
    findStalledSync(facts, findings);
    findExpiry(facts, findings);
    findPlainTransport(facts, findings);
    findOverlap(facts, findings);
    for (Finding& finding : findings)
        finding.connection = facts.connection;
    return findings;
}

namespace diagnosis {

std::optional<Micros> expiryOfKey(const QJsonObject& configuration, QByteArrayView key) {
    QJsonObject at = configuration;
    for (const char* member : {"infrastructure", "httpServer", "authentication", "apiKey", "keys"})
        at = at.value(QLatin1String(member)).toObject();
    for (const auto& item : std::as_const(at)) {
        const QJsonObject one = item.toObject();
        if (!secrets::equalInConstantTime(one.value(QLatin1String("key")).toString().toUtf8(), key))
            continue;
        const QString end = one.value(QLatin1String("expiresAt")).toString();
        return end.isEmpty() ? std::nullopt : Micros::fromIso(end.toUtf8());
    }
    return std::nullopt;
}

std::optional<Micros> expiryOfToken(const QByteArray& token) {
    const auto parts = token.split('.');
    if (parts.size() != 3)
        return std::nullopt;
    const auto claims =
        QJsonDocument::fromJson(QByteArray::fromBase64(parts.at(1), QByteArray::Base64UrlEncoding)).object();
    const qint64 end = claims.value(QLatin1String("exp")).toInteger();
    return end > 0 && end < 100'000'000'000 ? std::optional(Micros{end * 1'000'000}) : std::nullopt;
}

bool isPlain(const SourceAddress& address) {
    if (address.usesTls() || isLoopbackHost(address.host()))
        return false;
    // PostgreSQL's addresses say it by an option: what may go without TLS does, where somebody wants it to.
    return address.kind() != SourceAddress::Kind::Postgres ||
           !(address.value("sslmode") == QLatin1String("require") ||
             address.value("sslmode").startsWith(QLatin1String("verify")));
}

} // namespace diagnosis

} // namespace meshwatch
