// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

class QJsonObject;

namespace meshwatch {

/// What an event is about; events of one family share a colour.
enum class Family : quint8 { Message, Request, Relationship, Attribute, File, Identity, Runtime, Other };

/// "message", "request", …: the word used in filters (`family:request`).
[[nodiscard]] QString familyName(Family family);
/// "Messages", "Requests", …, translated, for people.
[[nodiscard]] QString familyTitle(Family family);

/// What is known of one trigger (Connector reference, events).
struct EventKind {
    QByteArray trigger;
    Family family = Family::Other;
    QByteArray objectType;  ///< "Message", "Request", …; empty if the event has no object
    bool isFailure = false; ///< something ended that somebody wanted: shown in red
};

/// Every trigger a Connector is known to raise, and what its events say to a person. Unknown triggers work
/// too: their family is guessed from the name, and the summary names what the data show.
class EventCatalogue {
public:
    /// All known triggers in the order of the reference.
    [[nodiscard]] static const std::vector<EventKind>& kinds();
    /// What is known of a trigger; for an unknown one a guess with family and object type.
    [[nodiscard]] static EventKind kind(QByteArrayView trigger);

    /// One translated sentence without a full stop: “Mail “Re: Your certificate”, 1 attachment”. `data` is
    /// the event's data, empty if it has none. Text of a peer is shortened to a readable length and stripped
    /// of control and direction-changing characters; it is never markup.
    [[nodiscard]] static QString summary(QByteArrayView trigger, const QJsonObject& data);
    /// Data as such an event has them, JSON in the Connector's order of members: for a delivery to try a
    /// receiver with. Nothing for an unknown trigger, and for one whose events have no data.
    [[nodiscard]] static std::optional<QByteArray> sample(QByteArrayView trigger);
    /// Did it end badly? (rejected, expired, revoked, to be deleted …)
    [[nodiscard]] static bool isFailure(QByteArrayView trigger, const QJsonObject& data);
};

} // namespace meshwatch
