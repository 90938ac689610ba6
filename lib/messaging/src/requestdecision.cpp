// SPDX-License-Identifier: MIT
#include <meshwatch/messaging/requestdecision.h>

#include "checks.h"
#include "jsonmembers.h"

#include <QJsonArray>
#include <QMap>

#include <algorithm>

namespace meshwatch {

namespace {

using Choice = RequestDecision::Choice;
using Answer = Choice::Answer;

/// Accept parameters by type of item (reference, dto 9).
struct Parameters {
    const Choice& choice;
    QJsonObject& json;

    void operator()(const RequestItem::ReadAttribute&) const {
        attribute("existingAttributeId", "newAttribute");
    }
    void operator()(const RequestItem::ProposeAttribute&) const { attribute("attributeId", "attribute"); }
    void operator()(const RequestItem::DeleteAttribute&) const {
        members::putAlways(json, "deletionDate", choice.deletionDate.toIso());
    }
    void operator()(const RequestItem::FormField&) const {
        members::putAlways(json, "response", choice.response);
    }
    void operator()(const RequestItem::ShareAuthorizationRequest&) const {
        members::putAlways(json, "attributeId", choice.attributeId);
    }
    template<typename Other>
    void operator()(const Other&) const {}

private:
    void attribute(const char* idName, const char* contentName) const {
        if (choice.attributeId.isEmpty())
            return members::putAlways(json, contentName, choice.attribute);
        members::putAlways(json, idName, choice.attributeId);
        members::put(json, "tags", choice.tags);
    }
};

/// What is missing to accept an item.
struct AcceptCheck {
    const Choice& choice;
    Micros now;
    Checks checks;

    void operator()(const RequestItem::ReadAttribute& item) {
        attribute(item.query, "existingAttributeId");
        if (std::holds_alternative<AttributeQuery::ThirdPartyRelationship>(item.query.kind) &&
            choice.attributeId.isEmpty() && !choice.attribute.isEmpty())
            checks.add("newAttribute",
                       Checks::tr("Only an attribute that exists already can be given here."));
    }
    void operator()(const RequestItem::ProposeAttribute& item) { attribute(item.query, "attributeId"); }
    void operator()(const RequestItem::DeleteAttribute&) {
        if (choice.deletionDate <= now)
            checks.add("deletionDate", Checks::tr("A day in the future belongs here."));
    }
    void operator()(const RequestItem::FormField& item) {
        const QString problem = item.settings.problemOf(choice.response);
        if (!problem.isEmpty())
            checks.add("response", problem);
    }
    void operator()(const RequestItem::ShareAuthorizationRequest&) {
        if (choice.attributeId.isEmpty())
            checks.add("attributeId", Checks::tr("Choose the credential to show."));
    }
    void operator()(const RequestItem::Unknown&) {
        checks.add("", Checks::tr("Meshwatch does not know this kind of item; it can be rejected."));
    }
    template<typename Other>
    void operator()(const Other&) {}

private:
    void attribute(const AttributeQuery& query, const char* idName) {
        const bool hasId = !choice.attributeId.isEmpty();
        if (!hasId && choice.attribute.isEmpty())
            checks.add("", Checks::tr("Choose an attribute, or enter a new one."));
        if (hasId && !choice.attribute.isEmpty())
            checks.add("", Checks::tr("Choose an attribute or enter a new one, not both."));
        if (!hasId && !choice.tags.isEmpty())
            checks.add("tags", Checks::tr("Tags can be added to an attribute that exists only."));
        if (hasId && std::holds_alternative<AttributeQuery::Relationship>(query.kind))
            checks.add(idName, Checks::tr("Only a new attribute can be given here."));
    }
};

QJsonObject toJson(const RequestDecision::Place& place) {
    const Choice& choice = place.choice;
    QJsonObject json{{QStringLiteral("accept"), choice.answer == Answer::Accept}};
    if (choice.answer == Answer::Accept) {
        std::visit(Parameters{choice, json}, place.item.kind);
    } else {
        members::put(json, "code", choice.code);
        members::put(json, "message", choice.message);
    }
    return json;
}

Error badDecision(const QString& path, const QString& problem) {
    return {QStringLiteral("request.decision"),
            RequestDecision::tr("The decision cannot be used at %1: %2").arg(path, problem),
            {}};
}

/// One entry of a decision that somebody wrote.
Result<Choice> choiceOf(const QString& path, QJsonObject json) {
    const QJsonValue accepts = json.take(QLatin1String("accept"));
    if (!accepts.isBool())
        return badDecision(path, RequestDecision::tr("“accept” must be true or false."));
    Choice choice;
    choice.answer = accepts.toBool() ? Answer::Accept : Answer::Reject;
    const auto text = [&json](const char* name) { return json.take(QLatin1String(name)).toString(); };
    if (choice.answer == Answer::Reject) {
        choice.code = text("code");
        choice.message = text("message");
    } else {
        // Read and Propose have their own names for the same two things.
        for (const char* name : {"existingAttributeId", "attributeId"})
            choice.attributeId += text(name);
        for (const char* name : {"newAttribute", "attribute"}) {
            if (const QJsonValue attribute = json.take(QLatin1String(name)); attribute.isObject())
                choice.attribute = attribute.toObject();
        }
        const QJsonArray tags = json.take(QLatin1String("tags")).toArray();
        for (const auto& tag : tags)
            choice.tags.append(tag.toString());
        choice.deletionDate = Micros::fromIso(text("deletionDate").toLatin1()).value_or(Micros());
        choice.response = json.take(QLatin1String("response"));
    }
    if (!json.isEmpty())
        return badDecision(path,
                           RequestDecision::tr("“%1” does not belong here.").arg(json.constBegin().key()));
    return choice;
}

/// Entries by place; of groups those of their items.
using Entries = QMap<QString, QJsonObject>;

void collect(const QString& path, const QJsonObject& json, Entries& entries) {
    const QJsonValue items = json.value(QLatin1String("items"));
    if (!items.isArray()) {
        entries.insert(path, json);
        return;
    }
    const QJsonArray list = items.toArray();
    for (qsizetype i = 0; i < list.size(); ++i)
        collect((path.isEmpty() ? QStringLiteral("items.%1") : path + QStringLiteral(".items.%1")).arg(i),
                list.at(i).toObject(), entries);
}

bool isParameterNeeded(const RequestItem& item) {
    QJsonObject json;
    const Choice none;
    std::visit(Parameters{none, json}, item.kind);
    return !json.isEmpty() || std::holds_alternative<RequestItem::Unknown>(item.kind);
}

} // namespace

RequestDecision::RequestDecision(const connector::Request& request)
    : m_request(request) {
    const auto draft = RequestDraft::fromJson(request.content().toJson());
    if (!draft)
        return;
    for (size_t i = 0; i < draft->items.size(); ++i) {
        const QString path = QStringLiteral("items.%1").arg(i);
        if (const auto* item = std::get_if<RequestItem>(&draft->items[i])) {
            m_places.push_back({path, {}, *item, {}});
            continue;
        }
        const auto& group = std::get<RequestItemGroup>(draft->items[i]);
        for (size_t j = 0; j < group.items.size(); ++j)
            m_places.push_back({path + QStringLiteral(".items.%1").arg(j), group.title, group.items[j], {}});
    }
}

void RequestDecision::acceptAll() {
    for (Place& place : m_places) {
        if (const auto* proposed = std::get_if<RequestItem::ProposeAttribute>(&place.item.kind)) {
            if (place.choice.attributeId.isEmpty() && place.choice.attribute.isEmpty())
                place.choice.attribute = proposed->attribute;
            place.choice.answer = Choice::Answer::Accept;
        } else if (!isParameterNeeded(place.item)) {
            place.choice.answer = Choice::Answer::Accept;
        }
    }
}

void RequestDecision::rejectAll(const QString& code, const QString& message) {
    for (Place& place : m_places) {
        place.choice = {};
        place.choice.answer = Choice::Answer::Reject;
        place.choice.code = code;
        place.choice.message = message;
    }
}

Result<void> RequestDecision::take(const QJsonObject& json) {
    Entries entries;
    collect({}, json, entries);
    std::vector<Choice> choices;
    for (const Place& place : m_places) {
        const auto entry = entries.constFind(place.path);
        if (entry == entries.constEnd())
            return badDecision(place.path, tr("There is no decision for this item."));
        const auto choice = choiceOf(place.path, *entry);
        if (!choice)
            return choice.error();
        choices.push_back(*choice);
        entries.remove(place.path);
    }
    if (!entries.isEmpty())
        return badDecision(entries.firstKey().isEmpty() ? QStringLiteral("items") : entries.firstKey(),
                           tr("The Request has no such item."));
    for (size_t i = 0; i < choices.size(); ++i)
        m_places[i].choice = choices[i];
    return {};
}

bool RequestDecision::isRejection() const {
    return std::all_of(m_places.begin(), m_places.end(),
                       [](const Place& place) { return place.choice.answer == Choice::Answer::Reject; });
}

RequestProblems RequestDecision::problems(Micros now) const {
    RequestProblems problems;
    const bool isAccepting = !isRejection();
    for (const Place& place : m_places) {
        Checks checks(place.path, problems);
        if (place.choice.answer == Choice::Answer::Open)
            checks.add("", tr("Not decided yet."));
        else if (place.choice.answer == Choice::Answer::Reject && isAccepting && place.item.mustBeAccepted)
            checks.add("", tr("This must be accepted, or everything be rejected."));
        else if (place.choice.answer == Choice::Answer::Accept)
            std::visit(AcceptCheck{place.choice, now, checks}, place.item.kind);
    }
    return problems;
}

QJsonObject RequestDecision::toJson() const {
    QJsonArray items;
    for (const Place& place : m_places) {
        const QStringList steps = place.path.split(QLatin1Char('.'));
        if (steps.size() == 2) {
            items.append(meshwatch::toJson(place));
            continue;
        }
        // "items.2.items.0": the third entry is a group.
        const qsizetype group = steps.at(1).toInt();
        if (items.size() == group)
            items.append(QJsonObject());
        QJsonArray inGroup = items.at(group).toObject().value(QLatin1String("items")).toArray();
        inGroup.append(meshwatch::toJson(place));
        items.replace(group, QJsonObject{{QStringLiteral("items"), inGroup}});
    }
    return {{QStringLiteral("items"), items}};
}

} // namespace meshwatch
