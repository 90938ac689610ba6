// SPDX-License-Identifier: MIT
#include "webhooksorder.h"

#include "javascript.h"

#include <meshwatch/webhooks/connectorconfiguration.h>

#include <algorithm>

namespace meshwatch::webhooksorder {

namespace {

/// What an object is, as far as the order of its members goes.
enum class Place { Webhooks, Targets, Headers, Other };

Place placeOf(Place parent, const QString& name) {
    if (parent == Place::Webhooks && name == QLatin1String("targets"))
        return Place::Targets;
    return parent != Place::Headers && name == QLatin1String("headers") ? Place::Headers : Place::Other;
}

/// The members' names so that they are equal where the order is the same to the Connector.
QStringList canonicalNames(const ConfigJson& object, Place place) {
    QStringList names = javascript::names(&object);
    if (place == Place::Headers)
        std::stable_sort(names.begin(), names.end(), [](const QString& a, const QString& b) {
            return a.compare(b, Qt::CaseInsensitive) < 0;
        });
    else if (place != Place::Targets)
        names.sort();
    return names;
}

ConfigJson canonical(const ConfigJson& value, Place place, Targets order) {
    ConfigJson result = value;
    if (value.is_array()) {
        for (size_t i = 0; i < value.size(); ++i)
            result[i] = canonical(value[i], Place::Other, order);
    } else if (value.is_object()) {
        result = ConfigJson::object();
        const bool isFree = place == Place::Targets && order == Targets::InAnyOrder;
        for (const QString& name : canonicalNames(value, isFree ? Place::Other : place)) {
            const std::string key = name.toStdString();
            result[key] = canonical(value.at(key), placeOf(place, name), order);
        }
    }
    return result;
}

/// As the Connector has these webhooks when a file holds them.
ConfigJson read(const ConfigJson& webhooks) {
    if (webhooks.is_null())
        return webhooks;
    ConfigJson root = ConfigJson::object();
    // Numbers become what JavaScript can hold.
    root["modules"]["webhooks"] = configjson::parse(configjson::write(webhooks, -1)).value();
    return ConnectorConfiguration(root).webhooks();
}

ConfigJson aligned(const ConfigJson& value, const ConfigJson& pattern, Place place) {
    ConfigJson result = value;
    if (value.is_array() && pattern.is_array()) {
        for (size_t i = 0; i < std::min(value.size(), pattern.size()); ++i)
            result[i] = aligned(value[i], pattern[i], Place::Other);
    }
    if (!value.is_object() || !pattern.is_object())
        return result;
    std::vector<std::string> common;
    for (const auto& [name, member] : pattern.items()) {
        if (value.contains(name))
            common.push_back(name);
    }
    result = ConfigJson::object();
    auto next = common.begin();
    for (const auto& [name, member] : value.items()) {
        const std::string& chosen = pattern.contains(name) ? *next++ : name;
        const bool isKnown = pattern.contains(chosen);
        const Place below = placeOf(place, QString::fromStdString(chosen));
        result[chosen] = isKnown ? aligned(value.at(chosen), pattern.at(chosen), below) : value.at(chosen);
    }
    if (canonicalNames(result, place) == canonicalNames(value, place))
        return result;
    // The order counts here: that of the value, with what is below as it was made.
    ConfigJson ordered = ConfigJson::object();
    for (const auto& [name, member] : value.items())
        ordered[name] = result.at(name);
    return ordered;
}

} // namespace

bool isSame(const ConfigJson& one, const ConfigJson& other, Targets order) {
    return canonical(read(one), Place::Webhooks, order) == canonical(read(other), Place::Webhooks, order);
}

ConfigJson alignedTo(const ConfigJson& webhooks, const ConfigJson& pattern) {
    return aligned(webhooks, pattern, Place::Webhooks);
}

} // namespace meshwatch::webhooksorder
