// SPDX-License-Identifier: MIT
#include <meshwatch/messaging/requestdraft.h>

#include "checks.h"
#include "jsonmembers.h"

#include <meshwatch/core/json.h>

#include <QFile>

namespace meshwatch {

namespace {

using namespace members;

Error invalid(const QString& reason) { return {QStringLiteral("request.invalid"), reason, {}}; }

QJsonObject groupToJson(const RequestItemGroup& group) {
    QJsonObject json = group.rest;
    putAlways(json, "@type", QStringLiteral("RequestItemGroup"));
    put(json, "title", group.title);
    put(json, "description", group.description);
    put(json, "metadata", group.metadata);
    QJsonArray items;
    for (const RequestItem& item : group.items)
        items.append(item.toJson());
    putAlways(json, "items", items);
    return json;
}

RequestItemGroup groupFromJson(QJsonObject rest) {
    RequestItemGroup group;
    (void)takeText(rest, "@type");
    group.title = takeText(rest, "title");
    group.description = takeText(rest, "description");
    group.metadata = takeObject(rest, "metadata");
    const QJsonArray items = take(rest, "items").toArray();
    for (const auto& item : items)
        group.items.push_back(RequestItem::fromJson(item.toObject()));
    group.rest = rest;
    return group;
}

void checkGroup(const RequestItemGroup& group, const QString& path, RequestProblems& problems) {
    Checks checks(path, problems);
    checks.atMost("title", group.title, 200);
    checks.atMost("description", group.description, 500);
    if (group.items.empty())
        checks.add("items", Checks::tr("A group needs at least one item."));
    for (size_t i = 0; i < group.items.size(); ++i)
        group.items[i].check(path + QStringLiteral(".items.%1").arg(i), problems);
}

} // namespace

RequestProblems RequestDraft::problems(Micros now) const {
    RequestProblems problems;
    Checks checks({}, problems);
    checks.atMost("title", title, 200);
    checks.atMost("description", description, 500);
    if (expiresAt.isValid() && expiresAt <= now)
        checks.add("expiresAt", Checks::tr("This is in the past."));
    if (items.empty())
        checks.add("items", Checks::tr("A Request needs at least one item."));
    for (size_t i = 0; i < items.size(); ++i) {
        const QString path = QStringLiteral("items.%1").arg(i);
        if (const auto* item = std::get_if<RequestItem>(&items[i]))
            item->check(path, problems);
        else
            checkGroup(std::get<RequestItemGroup>(items[i]), path, problems);
    }
    return problems;
}

QJsonObject RequestDraft::toJson() const {
    QJsonObject json = rest;
    putAlways(json, "@type", QStringLiteral("Request"));
    put(json, "title", title);
    put(json, "description", description);
    if (expiresAt.isValid())
        putAlways(json, "expiresAt", expiresAt.toIso());
    put(json, "metadata", metadata);
    QJsonArray list;
    for (const RequestItemOrGroup& entry : items) {
        const auto* item = std::get_if<RequestItem>(&entry);
        list.append(item ? item->toJson() : groupToJson(std::get<RequestItemGroup>(entry)));
    }
    putAlways(json, "items", list);
    return json;
}

Result<RequestDraft> RequestDraft::fromJson(const QJsonObject& json) {
    QJsonObject rest = json;
    const QString type = takeText(rest, "@type");
    if (!type.isEmpty() && type != QLatin1String("Request"))
        return invalid(Checks::tr("This is no Request but “%1”.").arg(type));
    if (!rest.value(QLatin1String("items")).isArray())
        return invalid(Checks::tr("A Request has a list “items”; there is none."));
    RequestDraft draft;
    draft.title = takeText(rest, "title");
    draft.description = takeText(rest, "description");
    draft.metadata = takeObject(rest, "metadata");
    const QString expiry = takeText(rest, "expiresAt");
    if (!expiry.isEmpty()) {
        const auto moment = Micros::fromIso(expiry.toLatin1());
        if (!moment)
            return invalid(Checks::tr("“expiresAt” is no moment: %1.").arg(expiry));
        draft.expiresAt = *moment;
    }
    const QJsonArray items = take(rest, "items").toArray();
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (!items.at(i).isObject())
            return invalid(Checks::tr("“items.%1” is no object.").arg(i));
        const QJsonObject item = items.at(i).toObject();
        if (item.value(QLatin1String("@type")) == QLatin1String("RequestItemGroup"))
            draft.items.emplace_back(groupFromJson(item));
        else
            draft.items.emplace_back(RequestItem::fromJson(item));
    }
    draft.rest = rest;
    return draft;
}

Result<RequestDraft> RequestDraft::fromFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{QStringLiteral("request.read"),
                     Checks::tr("%1 cannot be read: %2.").arg(path, file.errorString()),
                     {}};
    const auto json = json::parseObject(file.readAll());
    if (!json)
        return invalid(Checks::tr("%1 is no Request: %2").arg(path, json.error().message));
    const QJsonValue content = json->value(QLatin1String("content"));
    auto draft = fromJson(content.isObject() ? content.toObject() : *json);
    return draft ? std::move(draft)
                 : Result<RequestDraft>(invalid(path + QStringLiteral(": ") + draft.error().message));
}

} // namespace meshwatch
