// SPDX-License-Identifier: MIT
#include "webhookconfiguration.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QUrl>

namespace meshwatch::sandbox {

using namespace Qt::StringLiterals;

namespace {

/// A value as JavaScript shows it in a text.
QString asText(const QJsonValue& value) {
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', 17);
    case QJsonValue::Null:
        return u"null"_s;
    case QJsonValue::Array: {
        QStringList parts;
        const QJsonArray elements = value.toArray();
        for (const QJsonValue& element : elements)
            parts.append(asText(element));
        return parts.join(u',');
    }
    case QJsonValue::Object:
        return u"[object Object]"_s;
    case QJsonValue::Undefined:
        break;
    }
    return u"undefined"_s;
}

/// Does WHATWG's URL parser take it, and is it http or https?
bool isWebUrl(const QString& text) {
    static const QRegularExpression form(u"^\\s*(?:https?):[/\\\\]*([^/\\\\?#]*)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return false;
    const QString host = match.captured(1).section(u'@', -1).trimmed();
    static const QRegularExpression hostForm(u"^(\\[[0-9a-fA-F:.]+\\]|[^\\s\\[\\]<>^|%:]+)(?::(\\d*))?$"_s);
    const auto parts = hostForm.match(host);
    if (!parts.hasMatch() || parts.captured(2).toLongLong() > 65'535)
        return false;
    // A host whose last label is a number must be an IPv4 address.
    static const QRegularExpression number(u"^\\d+$"_s);
    QStringList labels = parts.captured(1).split(u'.');
    if (labels.size() > 1 && labels.last().isEmpty())
        labels.removeLast();
    if (!number.match(labels.last()).hasMatch())
        return true;
    return labels.size() <= 4 && std::ranges::all_of(labels, [](const QString& label) {
               return number.match(label).hasMatch() && label.toLongLong() <= 255;
           });
}

Error refusal(QLatin1String code, const QString& message) {
    return {"error.runtime.modules.webhooks."_L1 + code, message, {}};
}

Error shape(const QString& message) { return {u"webhooks.shape"_s, message, {}}; }

bool isThere(const QJsonValue& value) {
    return !value.isUndefined() && !value.isNull() && value != QString();
}

Result<void> readAuthentication(const QJsonValue& value, WebhookTarget& target) {
    constexpr auto code = "invalidAuthenticationConfig"_L1;
    if (!isThere(value))
        return {};
    if (!value.isObject() || !value["type"_L1].isString())
        return refusal(code, u"The authentication must be an object with a 'type'."_s);
    const QString type = value["type"_L1].toString();
    const auto needs = [&](std::initializer_list<QLatin1String> members) {
        return std::all_of(members.begin(), members.end(),
                           [&](QLatin1String member) { return isThere(value[member]); });
    };
    if (type == "ApiKey"_L1) {
        if (!needs({"apiKey"_L1}))
            return refusal(code, u"An 'ApiKey' authentication needs an 'apiKey'."_s);
        target.authentication = WebhookTarget::Authentication::ApiKey;
        target.key = asText(value["apiKey"_L1]).toUtf8();
        const QJsonValue header = value["headerName"_L1];
        target.keyHeader = header.isUndefined() ? QByteArray("x-api-key") : asText(header).toUtf8();
        return {};
    }
    if (type == "OAuth2"_L1) {
        if (!needs({"accessTokenUrl"_L1, "clientId"_L1, "clientSecret"_L1}))
            return refusal(code, u"An 'OAuth2' authentication needs 'accessTokenUrl', 'clientId' and "
                                 "'clientSecret'."_s);
        target.authentication = WebhookTarget::Authentication::OAuth2;
        target.tokenUrl = asText(value["accessTokenUrl"_L1]);
        target.clientId = asText(value["clientId"_L1]);
        target.clientSecret = asText(value["clientSecret"_L1]);
        target.scope = value["scope"_L1].toString();
        return {};
    }
    return refusal(code, "The authentication type '"_L1 + type + "' is not supported."_L1);
}

Result<WebhookTarget> readTarget(const QJsonValue& value) {
    if (!value.isObject())
        return shape(u"A target must be an object."_s);
    WebhookTarget target;
    target.url = asText(value["url"_L1]);
    if (!value["url"_L1].isString() || !isWebUrl(target.url))
        return refusal("invalidUrlFormat"_L1, u'\'' + target.url + "' is not a valid URL."_L1);
    if (const auto read = readAuthentication(value["authentication"_L1], target); !read)
        return read.error();
    const QJsonObject headers = value["headers"_L1].toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        if (it->isNull())
            continue;
        const QByteArray text = asText(*it).remove(u'\r').remove(u'\n').toUtf8();
        target.headers.emplace_back(it.key().toUtf8(), text);
    }
    return target;
}

Result<QStringList> readTriggers(const QJsonValue& value) {
    QStringList triggers;
    if (value.isString()) { // taken letter by letter: no event has such a name
        const QString letters = value.toString();
        for (const QChar letter : letters)
            triggers.append(letter);
        return triggers;
    }
    if (!value.isArray())
        return shape(u"triggers is not iterable"_s);
    const QJsonArray elements = value.toArray();
    for (const QJsonValue& trigger : elements) {
        if (trigger.isNull())
            return shape(u"A trigger must be a text."_s);
        triggers.append(asText(trigger));
    }
    return triggers;
}

} // namespace

Result<WebhookConfiguration> WebhookConfiguration::read(const QJsonObject& module) {
    WebhookConfiguration configuration;
    const QJsonValue enabled = module.value("enabled"_L1);
    if (!enabled.isUndefined() && !enabled.isBool())
        return Error{u"webhooks.configuration"_s,
                     u"instance.modules.webhooks.enabled is not of a type(s) boolean"_s,
                     {}};
    configuration.isEnabled = enabled.toBool();
    if (!configuration.isEnabled)
        return configuration;
    configuration.skipsTlsCheck =
        isThere(module.value("skipTlsCheck"_L1)) && module.value("skipTlsCheck"_L1) != false;
    const QJsonObject named = module.value("targets"_L1).toObject();
    for (const QJsonValue& value : named) {
        if (const auto target = readTarget(value); !target)
            return target.error();
    }
    const QJsonValue webhooks = module.value("webhooks"_L1);
    if (isThere(webhooks) && !webhooks.isArray())
        return shape(u"configJson.webhooks is not iterable"_s);
    const QJsonArray entries = webhooks.toArray();
    for (const QJsonValue& entry : entries) {
        if (!entry.isObject())
            return shape(u"A webhook must be an object."_s);
        QJsonValue reference = entry["target"_L1];
        if (!reference.isObject()) {
            const QString name = asText(reference);
            if (!named.contains(name))
                return refusal("invalidTargetReference"_L1,
                               "Invalid configuration. target '"_L1 + name + "' not found!"_L1);
            reference = named.value(name);
        }
        auto target = readTarget(reference);
        if (!target)
            return target.error();
        auto triggers = readTriggers(entry["triggers"_L1]);
        if (!triggers)
            return triggers.error();
        configuration.webhooks.push_back({*triggers, *target});
    }
    return configuration;
}

} // namespace meshwatch::sandbox
