// SPDX-License-Identifier: MIT
#include <meshwatch/webhooks/webhookconfiguration.h>

namespace meshwatch {

namespace {

/// The member as something that can be filled: made, or made anew where it has another shape.
ConfigJson& shaped(ConfigJson& parent, const char* name, ConfigJson::value_t shape) {
    if (!parent.is_object())
        parent = ConfigJson::object();
    ConfigJson& member = parent[name];
    if (member.type() != shape)
        member = ConfigJson(shape);
    return member;
}

constexpr auto anObject = ConfigJson::value_t::object;
constexpr auto array = ConfigJson::value_t::array;

bool refersTo(const ConfigJson& webhook, const QString& name) {
    if (!webhook.is_object() || !webhook.contains("target"))
        return false;
    const ConfigJson& target = webhook.at("target");
    return target.is_string() && configjson::toString(target) == name;
}

/// The webhooks; null where none can be looked at.
ConfigJson* webhookList(ConfigJson& json) {
    if (!json.is_object() || !json.contains("webhooks") || !json.at("webhooks").is_array())
        return nullptr;
    return &json.at("webhooks");
}

/// `headers` with the types of `before` where name and text are as before.
ConfigJson headerObject(const WebhookConfiguration::Headers& headers,
                        const WebhookConfiguration::Headers& before, const ConfigJson& values) {
    ConfigJson result = ConfigJson::object();
    for (const auto& header : headers) {
        const std::string name = header.first.toStdString();
        const bool isKept = before.contains(header) && values.is_object() && values.contains(name);
        result[name] = isKept ? values.at(name) : configjson::fromString(header.second);
    }
    return result;
}

} // namespace

WebhookConfiguration WebhookConfiguration::withEnabled(bool isEnabled) const {
    ConfigJson json = m_json;
    if (!json.is_object())
        json = ConfigJson::object();
    json["enabled"] = isEnabled;
    return WebhookConfiguration(std::move(json));
}

WebhookConfiguration WebhookConfiguration::withSkipTlsCheck(bool skips) const {
    ConfigJson json = m_json;
    if (!json.is_object())
        json = ConfigJson::object();
    if (skips)
        json["skipTlsCheck"] = true;
    else
        json.erase("skipTlsCheck");
    return WebhookConfiguration(std::move(json));
}

WebhookConfiguration WebhookConfiguration::withNewTarget(const QString& name,
                                                         const ConfigJson& target) const {
    if (hasTarget(name))
        return *this;
    ConfigJson json = m_json;
    shaped(json, "targets", anObject)[name.toStdString()] = target;
    return WebhookConfiguration(std::move(json));
}

WebhookConfiguration WebhookConfiguration::withoutTarget(const Place& place) const {
    ConfigJson json = m_json;
    ConfigJson* list = webhookList(json);
    if (place.isInline()) {
        if (list && size_t(place.webhook) < list->size())
            list->erase(size_t(place.webhook));
        return WebhookConfiguration(std::move(json));
    }
    if (hasTarget(place.name))
        json.at("targets").erase(place.name.toStdString());
    if (list) {
        ConfigJson kept = ConfigJson::array();
        for (const ConfigJson& webhook : *list) {
            if (!refersTo(webhook, place.name))
                kept.push_back(webhook);
        }
        *list = std::move(kept);
    }
    return WebhookConfiguration(std::move(json));
}

WebhookConfiguration WebhookConfiguration::withName(const Place& place, const QString& name) const {
    if (hasTarget(name) || target(place).is_null())
        return *this;
    ConfigJson json = m_json;
    ConfigJson* list = webhookList(json);
    if (place.isInline()) {
        const ConfigJson moved = target(place);
        list->at(size_t(place.webhook))["target"] = configjson::fromString(name);
        return WebhookConfiguration(std::move(json)).withNewTarget(name, moved);
    }
    ConfigJson renamed = ConfigJson::object();
    const ConfigJson& targets = m_json.at("targets");
    for (auto it = targets.begin(); it != targets.end(); ++it)
        renamed[it.key() == place.name.toStdString() ? name.toStdString() : it.key()] = it.value();
    json.at("targets") = std::move(renamed);
    if (list) {
        for (ConfigJson& webhook : *list) {
            if (refersTo(webhook, place.name))
                webhook.at("target") = configjson::fromString(name);
        }
    }
    return WebhookConfiguration(std::move(json));
}

WebhookConfiguration WebhookConfiguration::withTarget(const Place& place, const ConfigJson& target) const {
    ConfigJson json = m_json;
    if (!place.isInline())
        shaped(json, "targets", anObject)[place.name.toStdString()] = target;
    else if (ConfigJson* list = webhookList(json); list && size_t(place.webhook) < list->size())
        shaped(list->at(size_t(place.webhook)), "target", anObject) = target;
    return WebhookConfiguration(std::move(json));
}

WebhookConfiguration WebhookConfiguration::withUrl(const Place& place, const QString& url) const {
    ConfigJson changed = target(place);
    if (!changed.is_object())
        changed = ConfigJson::object();
    changed["url"] = configjson::fromString(url);
    return withTarget(place, changed);
}

WebhookConfiguration WebhookConfiguration::withHeaders(const Place& place, const Headers& headers) const {
    ConfigJson changed = target(place);
    if (!changed.is_object())
        changed = ConfigJson::object();
    const ConfigJson before = changed.contains("headers") ? changed.at("headers") : ConfigJson();
    if (headers.isEmpty())
        changed.erase("headers");
    else
        changed["headers"] = headerObject(headers, this->headers(place), before);
    return withTarget(place, changed);
}

WebhookConfiguration WebhookConfiguration::withAuthentication(const Place& place, Authentication type) const {
    if (type == authentication(place) || type == Authentication::Other)
        return *this;
    ConfigJson changed = target(place);
    if (!changed.is_object())
        changed = ConfigJson::object();
    if (type == Authentication::None) {
        changed.erase("authentication");
    } else if (type == Authentication::ApiKey) {
        changed["authentication"] = ConfigJson::object({{"type", "ApiKey"}, {"apiKey", ""}});
    } else {
        changed["authentication"] = ConfigJson::object(
            {{"type", "OAuth2"}, {"accessTokenUrl", ""}, {"clientId", ""}, {"clientSecret", ""}});
    }
    return withTarget(place, changed);
}

WebhookConfiguration WebhookConfiguration::withAuthenticationText(const Place& place, const char* name,
                                                                  const QString& text) const {
    ConfigJson changed = target(place);
    ConfigJson& authentication = shaped(changed, "authentication", anObject);
    const QByteArrayView member(name);
    if (text.isEmpty() && (member == "headerName" || member == "scope"))
        authentication.erase(name);
    else
        authentication[name] = configjson::fromString(text);
    return withTarget(place, changed);
}

WebhookConfiguration WebhookConfiguration::withSubscription(const Place& place, const QString& trigger,
                                                            bool isSubscribed) const {
    if (isSubscribed == triggers(place).contains(trigger))
        return *this;
    ConfigJson json = m_json;
    const ConfigJson name = configjson::fromString(trigger);
    ConfigJson& list = shaped(json, "webhooks", array);
    if (isSubscribed) {
        for (size_t i = 0; i < list.size(); ++i) {
            if (!isOf(list.at(i), int(i), place))
                continue;
            if (!place.isInline() && (!list.at(i).contains("triggers") || !list.at(i)["triggers"].is_array()))
                continue;
            shaped(list.at(i), "triggers", array).push_back(name);
            return WebhookConfiguration(std::move(json));
        }
        list.push_back(ConfigJson::object(
            {{"triggers", ConfigJson::array({name})}, {"target", configjson::fromString(place.name)}}));
        return WebhookConfiguration(std::move(json));
    }
    ConfigJson kept = ConfigJson::array();
    for (size_t i = 0; i < list.size(); ++i) {
        ConfigJson webhook = list.at(i);
        bool isEmptied = false;
        if (isOf(webhook, int(i), place) && webhook.contains("triggers") && webhook["triggers"].is_array()) {
            ConfigJson& names = webhook["triggers"];
            const size_t before = names.size();
            names.erase(std::remove(names.begin(), names.end(), name), names.end());
            // A webhook that says nothing else any more goes; one that holds its target stays.
            isEmptied = names.empty() && before > 0 && !place.isInline() && webhook.size() == 2;
        }
        if (!isEmptied)
            kept.push_back(std::move(webhook));
    }
    list = std::move(kept);
    return WebhookConfiguration(std::move(json));
}

} // namespace meshwatch
