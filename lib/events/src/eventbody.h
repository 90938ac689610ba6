// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>

#include <simdjson.h>

/// Where an event's data lies in its body: webhooks and files wrap it, brokers send it alone (reference,
/// events, “Mechanics”). A body with a trigger is a wrapper; so is one with nothing but `data`, whose trigger
/// stood in the address.
namespace meshwatch::eventbody {

[[nodiscard]] inline QJsonObject dataOf(const QJsonObject& body) {
    const bool isWrapper = body.value(QLatin1String("trigger")).isString() ||
                           (body.size() == 1 && body.value(QLatin1String("data")).isObject());
    return isWrapper ? body.value(QLatin1String("data")).toObject() : body;
}

/// The data of a parsed body; false if it has none.
[[nodiscard]] inline bool dataOf(const simdjson::dom::element& body, simdjson::dom::element& data) {
    simdjson::dom::object members;
    simdjson::dom::element trigger;
    if (body.get_object().get(members))
        return false;
    const bool hasTrigger = !members.at_key("trigger").get(trigger) && trigger.is_string();
    const bool hasData = !members.at_key("data").get(data);
    if (hasTrigger || (members.size() == 1 && hasData && data.is_object()))
        return hasData;
    data = body;
    return true;
}

} // namespace meshwatch::eventbody
