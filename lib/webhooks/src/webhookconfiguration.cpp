// SPDX-License-Identifier: MIT
#include <meshwatch/webhooks/webhookconfiguration.h>

#include <meshwatch/webhooks/triggerpattern.h>

namespace meshwatch {

namespace {

const ConfigJson nothing;

/// A member, or null: also where there is no object.
const ConfigJson& member(const ConfigJson& value, const std::string& name) {
    if (!value.is_object())
        return nothing;
    const auto found = value.find(name);
    return found == value.end() ? nothing : *found;
}

QString textOf(const ConfigJson& value) {
    if (value.is_null())
        return {};
    return value.is_string() ? configjson::toString(value) : QString::fromUtf8(configjson::write(value, -1));
}

QString escaped(QString segment) {
    return segment.replace(QLatin1Char('~'), QLatin1String("~0"))
        .replace(QLatin1Char('/'), QLatin1String("~1"));
}

/// What JavaScript takes for true.
bool isTruthy(const ConfigJson& value) {
    if (value.is_boolean())
        return value.get<bool>();
    if (value.is_number())
        return value.get<double>() != 0;
    if (value.is_string())
        return !value.get_ref<const std::string&>().empty();
    return !value.is_null();
}

} // namespace

bool WebhookConfiguration::operator==(const WebhookConfiguration& other) const {
    // By text: what equals in another order is another file.
    return m_json.type() == other.m_json.type() && m_json.dump() == other.m_json.dump();
}

bool WebhookConfiguration::isEnabled() const {
    const ConfigJson& enabled = member(m_json, "enabled");
    return enabled.is_boolean() && enabled.get<bool>();
}

bool WebhookConfiguration::skipsTlsCheck() const { return isTruthy(member(m_json, "skipTlsCheck")); }

const ConfigJson& WebhookConfiguration::webhooks() const {
    const ConfigJson& list = member(m_json, "webhooks");
    return list.is_array() ? list : nothing;
}

QList<WebhookConfiguration::Place> WebhookConfiguration::targets() const {
    QList<Place> places;
    if (const ConfigJson& named = member(m_json, "targets"); named.is_object()) {
        for (auto it = named.begin(); it != named.end(); ++it)
            places.append({QString::fromStdString(it.key()), -1});
    }
    int index = 0;
    for (const ConfigJson& webhook : webhooks()) {
        if (member(webhook, "target").is_object())
            places.append({{}, index});
        ++index;
    }
    return places;
}

bool WebhookConfiguration::hasTarget(const QString& name) const {
    const ConfigJson& named = member(m_json, "targets");
    return named.is_object() && named.contains(name.toStdString());
}

const ConfigJson& WebhookConfiguration::target(const Place& place) const {
    if (!place.isInline())
        return member(member(m_json, "targets"), place.name.toStdString());
    const ConfigJson& list = webhooks();
    return size_t(place.webhook) < list.size() ? member(list.at(size_t(place.webhook)), "target") : nothing;
}

QString WebhookConfiguration::pointer(const Place& place) {
    return place.isInline() ? QStringLiteral("/modules/webhooks/webhooks/%1/target").arg(place.webhook)
                            : QStringLiteral("/modules/webhooks/targets/") + escaped(place.name);
}

QString WebhookConfiguration::text(const Place& place, const char* name) const {
    return textOf(member(target(place), name));
}

WebhookConfiguration::Headers WebhookConfiguration::headers(const Place& place) const {
    Headers list;
    const ConfigJson& headers = member(target(place), "headers");
    if (!headers.is_object())
        return list;
    for (auto it = headers.begin(); it != headers.end(); ++it)
        list.append({QString::fromStdString(it.key()), textOf(it.value())});
    return list;
}

WebhookConfiguration::Authentication WebhookConfiguration::authentication(const Place& place) const {
    const ConfigJson& authentication = member(target(place), "authentication");
    // Missing, null and empty text mean none (Connector reference, configuration 2.2).
    if (!isTruthy(authentication))
        return Authentication::None;
    const QString type = configjson::toString(member(authentication, "type"));
    if (type == QLatin1String("ApiKey"))
        return Authentication::ApiKey;
    return type == QLatin1String("OAuth2") ? Authentication::OAuth2 : Authentication::Other;
}

QString WebhookConfiguration::authenticationText(const Place& place, const char* name) const {
    return textOf(member(member(target(place), "authentication"), name));
}

QString WebhookConfiguration::freeName(const QString& base) const {
    QString name = base;
    for (int number = 2; hasTarget(name); ++number)
        name = base + QString::number(number);
    return name;
}

bool WebhookConfiguration::isOf(const ConfigJson& webhook, int index, const Place& place) const {
    if (place.isInline())
        return index == place.webhook;
    const ConfigJson& target = member(webhook, "target");
    return target.is_string() && configjson::toString(target) == place.name;
}

QStringList WebhookConfiguration::triggers() const {
    QStringList names;
    for (const ConfigJson& webhook : webhooks()) {
        const ConfigJson& list = member(webhook, "triggers");
        if (!list.is_array())
            continue;
        for (const ConfigJson& trigger : list) {
            if (const QString name = configjson::toString(trigger);
                trigger.is_string() && !names.contains(name))
                names.append(name);
        }
    }
    return names;
}

QStringList WebhookConfiguration::triggers(const Place& place) const {
    QStringList names;
    int index = 0;
    for (const ConfigJson& webhook : webhooks()) {
        const ConfigJson& list = member(webhook, "triggers");
        if (isOf(webhook, index++, place) && list.is_array()) {
            for (const ConfigJson& trigger : list) {
                if (trigger.is_string())
                    names.append(configjson::toString(trigger));
            }
        }
    }
    return names;
}

WebhookConfiguration::Subscription WebhookConfiguration::subscription(const Place& place,
                                                                      const QString& trigger) const {
    Subscription subscription;
    const QStringList names = triggers(place);
    for (const QString& name : names) {
        if (name == trigger) {
            subscription.isNamed = true;
            ++subscription.deliveries;
        } else if (triggerpattern::isWildcard(name) && triggerpattern::matches(name, trigger)) {
            ++subscription.deliveries;
            if (subscription.pattern.isEmpty())
                subscription.pattern = name;
        }
    }
    return subscription;
}

} // namespace meshwatch
