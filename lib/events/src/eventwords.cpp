// SPDX-License-Identifier: MIT
#include "eventwords.h"

#include <meshwatch/core/json.h>
#include <meshwatch/core/micros.h>

#include <QJsonArray>

#include <vector>

namespace meshwatch {

namespace {

constexpr int namesShown = 4;

QString typeOf(const QJsonObject& object) { return object.value(QLatin1String("@type")).toString(); }

/// Items one after the other, those of groups in their place.
void collectItems(const QJsonArray& items, std::vector<QJsonObject>& into) {
    for (const QJsonValue& value : items) {
        const QJsonObject item = value.toObject();
        if (item.contains(QLatin1String("items")))
            collectItems(item.value(QLatin1String("items")).toArray(), into);
        else
            into.push_back(item);
    }
}

std::vector<QJsonObject> itemsOf(const QJsonObject& content) {
    std::vector<QJsonObject> items;
    collectItems(content.value(QLatin1String("items")).toArray(), items);
    return items;
}

bool changesReading(char32_t c) {
    // U+200D joins emoji and letters; all other format characters are invisible or turn the direction.
    return QChar::category(c) == QChar::Other_Format && c != 0x200D;
}

} // namespace

QString EventWords::shown(const QString& text, int length) {
    QString line;
    bool isBlankDue = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        } else if (text[i].isSurrogate()) {
            continue;
        }
        if (QChar::isSpace(c) || QChar::category(c) == QChar::Other_Control) {
            isBlankDue = !line.isEmpty();
            continue;
        }
        if (changesReading(c))
            continue;
        if (line.size() + (isBlankDue ? 1 : 0) >= length)
            return line + QChar(0x2026);
        if (isBlankDue)
            line.append(QLatin1Char(' '));
        isBlankDue = false;
        line.append(QChar::fromUcs4(c));
    }
    return line;
}

QString EventWords::quoted(const QString& text) { return tr("“%1”").arg(shown(text)); }

QString EventWords::day(const QJsonValue& moment) {
    const QString text = moment.toString();
    const auto time = text.size() <= 40 ? Micros::fromIso(text.toUtf8()) : std::nullopt;
    return time ? time->toDateTime().toLocalTime().date().toString(Qt::ISODate) : QString();
}

QString EventWords::message(const QJsonObject& message) {
    const QJsonObject content = objectAt(message, "content");
    const QString type = typeOf(content);
    if (type == QLatin1String("Mail")) {
        const QString subject = textAt(content, "subject");
        return shown(subject).isEmpty() ? tr("Mail without subject") : tr("Mail %1").arg(quoted(subject));
    }
    if (type == QLatin1String("Request"))
        return tr("Request to %1").arg(wishes(content));
    if (type == QLatin1String("ResponseWrapper"))
        return answer(objectAt(content, "response"));
    if (type == QLatin1String("Notification"))
        return notification(content);
    if (type == QLatin1String("ArbitraryMessageContent")) {
        const QStringList names = objectAt(content, "value").keys();
        return names.isEmpty() ? tr("Message with content of its own kind")
                               : tr("Message with content of its own kind: %1")
                                     .arg(shown(names.mid(0, namesShown).join(QLatin1String(", "))));
    }
    return type.isEmpty() ? tr("Message") : tr("Message of type %1").arg(shown(type));
}

QString EventWords::notification(const QJsonObject& content) {
    const auto items = itemsOf(content);
    if (items.size() != 1)
        return items.empty() ? tr("Notification")
                             : tr("Notification of %n changes", nullptr, int(items.size()));
    const QString type = typeOf(items.front());
    if (type == QLatin1String("PeerAttributeSucceededNotificationItem"))
        return tr("Notification: %1 has a newer version")
            .arg(attributeName(objectAt(items.front(), "successorContent")));
    if (type == QLatin1String("OwnAttributeDeletedByOwnerNotificationItem"))
        return tr("Notification: an attribute was deleted by its owner");
    if (type == QLatin1String("PeerRelationshipAttributeDeletedByPeerNotificationItem"))
        return tr("Notification: a copy of a relationship attribute was deleted");
    if (type == QLatin1String("ForwardedAttributeDeletedByPeerNotificationItem"))
        return tr("Notification: a shared attribute was deleted");
    return type.isEmpty() ? tr("Notification") : tr("Notification: %1").arg(shown(type));
}

std::pair<QString, QString> EventWords::wish(const QJsonObject& item) {
    const QString type = typeOf(item);
    const QJsonObject query = objectAt(item, "query");
    const QJsonObject hints = objectAt(query, "attributeCreationHints");
    const QString queried = !textAt(query, "valueType").isEmpty()   ? textAt(query, "valueType")
                            : !textAt(hints, "title").isEmpty()     ? textAt(hints, "title")
                            : !textAt(hints, "valueType").isEmpty() ? textAt(hints, "valueType")
                            : !textAt(query, "key").isEmpty()       ? textAt(query, "key")
                                                                    : tr("an attribute");
    if (type == QLatin1String("ReadAttributeRequestItem"))
        return {tr("read: %1"), shown(queried)};
    if (type == QLatin1String("ProposeAttributeRequestItem"))
        return {tr("confirm: %1"), shown(queried)};
    if (type == QLatin1String("CreateAttributeRequestItem"))
        return {tr("store: %1"), attributeName(objectAt(item, "attribute"))};
    if (type == QLatin1String("ShareAttributeRequestItem"))
        return {tr("share: %1"), attributeName(objectAt(item, "attribute"))};
    if (type == QLatin1String("DeleteAttributeRequestItem"))
        return {tr("delete: %1"), shown(textAt(item, "attributeId"))};
    if (type == QLatin1String("ConsentRequestItem"))
        return {tr("agree: %1"), quoted(textAt(item, "consent"))};
    if (type == QLatin1String("AuthenticationRequestItem"))
        return {tr("authenticate: %1"), quoted(textAt(item, "title"))};
    if (type == QLatin1String("FormFieldRequestItem"))
        return {tr("answer: %1"), quoted(textAt(item, "title"))};
    if (type == QLatin1String("TransferFileOwnershipRequestItem"))
        return {tr("hand over %1"), tr("a file")};
    if (type == QLatin1String("ShareCredentialOfferRequestItem"))
        return {tr("issue %1"), tr("a credential")};
    if (type == QLatin1String("ShareAuthorizationRequestRequestItem"))
        return {tr("be shown %1"), tr("a credential")};
    return {tr("decide: %1"), type.isEmpty() ? tr("an item") : shown(type)};
}

QString EventWords::wishes(const QJsonObject& requestContent) {
    std::vector<std::pair<QString, QStringList>> byVerb;
    for (const QJsonObject& item : itemsOf(requestContent)) {
        const auto [verb, what] = wish(item);
        auto same = std::find_if(byVerb.begin(), byVerb.end(),
                                 [&verb = verb](const auto& group) { return group.first == verb; });
        if (same == byVerb.end())
            same = byVerb.insert(byVerb.end(), {verb, {}});
        if (!same->second.contains(what))
            same->second.append(what);
    }
    if (byVerb.empty())
        return tr("decide: %1").arg(quoted(textAt(requestContent, "title")));
    QStringList parts;
    for (const auto& [verb, what] : byVerb) {
        QString names = what.mid(0, namesShown).join(QLatin1String(", "));
        if (what.size() > namesShown)
            names.append(QStringLiteral(", …"));
        parts.append(verb.arg(names));
    }
    return shown(parts.join(QLatin1String("; ")), 160);
}

AnswerCount EventWords::count(const QJsonObject& response) {
    AnswerCount count;
    for (const QJsonObject& item : itemsOf(response)) {
        ++count.items;
        if (textAt(item, "result") == QLatin1String("Accepted"))
            ++count.accepted;
    }
    return count;
}

QString EventWords::answer(const QJsonObject& response) {
    const QString result = textAt(response, "result");
    if (result == QLatin1String("Rejected"))
        return tr("Request rejected");
    if (result != QLatin1String("Accepted"))
        return result.isEmpty() ? tr("Request answered") : tr("Request answered: %1").arg(shown(result));
    const AnswerCount count = EventWords::count(response);
    if (count.accepted == count.items)
        return tr("Request accepted");
    return tr("Request accepted · %1 of %2 items").arg(count.accepted).arg(count.items);
}

QString EventWords::attributeName(const QJsonObject& attributeContent) {
    const QJsonObject value = objectAt(attributeContent, "value");
    const QString title = textAt(value, "title");
    const QString name = title.isEmpty() ? typeOf(value) : title;
    return name.isEmpty() ? tr("Attribute") : shown(name);
}

QString EventWords::attributeValue(const QJsonObject& attributeContent) {
    const QJsonObject value = objectAt(attributeContent, "value");
    const QJsonValue plain = value.value(QLatin1String("value"));
    if (plain.isString())
        return plain.toString();
    if (plain.isDouble() || plain.isBool())
        return plain.toVariant().toString();
    const auto joined = [&value](std::initializer_list<const char*> names, const char* separator) {
        QStringList parts;
        for (const char* name : names) {
            const QString part = value.value(QLatin1String(name)).toVariant().toString();
            if (!part.isEmpty())
                parts.append(part);
        }
        return parts.join(QLatin1String(separator));
    };
    if (typeOf(value) == QLatin1String("BirthDate")) {
        const QDate date(value.value(QLatin1String("year")).toInt(),
                         value.value(QLatin1String("month")).toInt(),
                         value.value(QLatin1String("day")).toInt());
        return date.toString(Qt::ISODate);
    }
    if (value.contains(QLatin1String("street")))
        return joined({"street", "houseNo"}, " ") + QLatin1String(", ") + joined({"zipCode", "city"}, " ");
    return joined({"organization", "consent", "accountHolder", "city", "country"}, ", ");
}

QString EventWords::attribute(const QJsonObject& attribute) {
    const QJsonObject content = objectAt(attribute, "content");
    const QString value = attributeValue(content);
    const QString name = attributeName(content);
    return shown(value).isEmpty() ? name
                                  : tr("%1 %2", "name of an attribute, its value").arg(name, quoted(value));
}

QString EventWords::relationshipTemplate(const QJsonObject& relationshipTemplate) {
    const QJsonObject content = objectAt(relationshipTemplate, "content");
    QString title = textAt(content, "title");
    if (title.isEmpty())
        title = textAt(objectAt(content, "onNewRelationship"), "title");
    return shown(title).isEmpty() ? tr("Template") : tr("Template %1").arg(quoted(title));
}

} // namespace meshwatch
