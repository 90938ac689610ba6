// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/identifiers.h>
#include <meshwatch/events/eventreader.h>
#include <meshwatch/sources/sourceaddress.h>
#include <meshwatch/workspace/connection.h>
#include <meshwatch/workspace/listening.h>

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace meshwatch {

/// Something that is wrong across channels though each part seems to work (Connector reference, “How real
/// Connectors behave”): since when, on what evidence, what to do.
struct DiagnosisFinding {
    enum class Kind {
        BrokerSilent,        ///< events come by another way, but not by this broker
        ReceiverSilent,      ///< events come by another way, but no webhook calls
        OverlappingTriggers, ///< each event is delivered several times
        SyncStalled,         ///< nothing has been fetched from the Backbone for long
        PlainTransport,      ///< over a network without TLS
        KeyExpires,          ///< the key of the REST API
    };
    enum class Severity { Hint, Warning, Bad };

    ConnectionId connection;
    Kind kind = Kind::BrokerSilent;
    Severity severity = Severity::Warning;
    Micros since; ///< invalid: it has no beginning, such as a setting
    QString title;
    QString evidence;
    QString advice;

    /// "brokerSilent": stable, for programs.
    [[nodiscard]] QString code() const;
    bool operator==(const DiagnosisFinding&) const = default;
};

/// What a diagnosis of one connection goes by.
struct DiagnosisFacts {
    struct Subscription {
        Channel channel = Channel::Amqp;
        QString place;        ///< "amqp://broker.example.com:5672"
        Micros aliveSince;    ///< invalid: not known
        Micros aliveUntil;    ///< it was seen to work then; invalid: never
        bool isPlain = false; ///< without TLS to another host
    };

    ConnectionId connection;
    Micros now;
    std::vector<EventReader::Ways> ways; ///< the newest first
    std::vector<Subscription> subscriptions;
    bool receivesWebhooks = false;
    bool receivesPlain = false; ///< listens without TLS beyond loopback
    QString plainConnector;     ///< the Connector's address, if it is plain http to another host
    Micros lastSync;            ///< last complete fetch from the Backbone; invalid: not known
    int syncSeconds = 0;        ///< how often it should be; 0: on demand
    QString syncProblem;        ///< what its last try said
    std::optional<Micros> keyExpires;

    /// What the set-up of a connection and of its workspace says, now.
    [[nodiscard]] static DiagnosisFacts of(const Connection& connection, const Listening& listening);
    /// Of what the store holds of a connection.
    void read(const EventReader& reader);
};

/// What can be said by these facts; nothing of a Connector that is quiet.
[[nodiscard]] std::vector<DiagnosisFinding> diagnose(const DiagnosisFacts& facts);

namespace diagnosis {

/// When the REST API key `key` expires, by the Connector's configuration as GET /Monitoring/Support shows it;
/// nothing if it has no end or is not in it.
[[nodiscard]] std::optional<Micros> expiryOfKey(const QJsonObject& configuration, QByteArrayView key);
/// When a bearer token ends, if it is a JSON Web Token that says so.
[[nodiscard]] std::optional<Micros> expiryOfToken(const QByteArray& token);
/// Can what this source sends be read on its way over a network?
[[nodiscard]] bool isPlain(const SourceAddress& address);

} // namespace diagnosis

} // namespace meshwatch
