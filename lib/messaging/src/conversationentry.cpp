// SPDX-License-Identifier: MIT
#include <meshwatch/messaging/conversationentry.h>

#include <meshwatch/events/eventcatalogue.h>

#include <QJsonArray>

namespace meshwatch {

bool ConversationEntry::isMarkdown() const {
    return message.content().at(u"bodyFormat").toString() == QLatin1String("Markdown");
}

namespace {

/// The Response to a Request, from wherever it is known; empty if there is none.
QJsonObject responseOf(const ConversationEntry& entry) {
    const QJsonValue stored = entry.request.at(u"response.content");
    return stored.isObject() ? stored.toObject() : entry.answer.content().at(u"response").toObject();
}

QJsonObject contentOf(const ConversationEntry& entry) {
    return entry.hasRequest() ? entry.request.content().toJson() : entry.message.content().toJson();
}

} // namespace

ConversationEntry::Outcome ConversationEntry::outcome() const {
    const QString result = responseOf(*this).value(QLatin1String("result")).toString();
    if (result == QLatin1String("Accepted"))
        return Outcome::Accepted;
    if (result == QLatin1String("Rejected"))
        return Outcome::Rejected;
    return request.status() == connector::Request::Status::Expired ? Outcome::Expired : Outcome::Pending;
}

bool ConversationEntry::waitsForUs() const {
    using Status = connector::Request::Status;
    return hasRequest() && !request.isOwn() &&
           (request.status() == Status::ManualDecisionRequired ||
            request.status() == Status::DecisionRequired);
}

std::vector<ConversationEntry::ItemResult> ConversationEntry::itemResults() const {
    std::vector<ItemResult> results;
    const auto add = [&results](const auto& self, const QString& path, const QJsonArray& items,
                                const QJsonArray& responses) -> void {
        for (qsizetype i = 0; i < items.size(); ++i) {
            const QString place = path + QStringLiteral("items.%1").arg(i);
            const QJsonObject item = items.at(i).toObject();
            const QJsonObject response = responses.at(i).toObject();
            const QJsonValue inGroup = item.value(QLatin1String("items"));
            if (inGroup.isArray())
                self(self, place + QLatin1Char('.'), inGroup.toArray(),
                     response.value(QLatin1String("items")).toArray());
            else
                results.push_back({place, item, response});
        }
    };
    add(add, {}, contentOf(*this).value(QLatin1String("items")).toArray(),
        responseOf(*this).value(QLatin1String("items")).toArray());
    return results;
}

QString ConversationEntry::summary() const {
    switch (kind) {
    case Kind::Request: {
        const QJsonObject asked{{QStringLiteral("content"), contentOf(*this)}};
        const QString wish = EventCatalogue::summary("consumption.incomingRequestReceived", asked);
        switch (outcome()) {
        case Outcome::Accepted:
            return tr("%1 · accepted", "a Request").arg(wish);
        case Outcome::Rejected:
            return tr("%1 · rejected", "a Request").arg(wish);
        case Outcome::Expired:
            return tr("%1 · expired", "a Request").arg(wish);
        case Outcome::Pending:
            return wish;
        }
        return wish;
    }
    case Kind::RelationshipChange: {
        const QString trigger =
            proofs.empty() ? QStringLiteral("transport.relationshipChanged") : proofs.front().trigger;
        return EventCatalogue::summary(trigger.toUtf8(), relationship.toJson());
    }
    default:
        return EventCatalogue::summary("transport.messageReceived", message.toJson());
    }
}

} // namespace meshwatch
