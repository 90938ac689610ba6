// SPDX-License-Identifier: MIT
#include "connectorcheck.h"

#include "javascript.h"
#include "warnings.h"

#include <meshwatch/webhooks/whatwgurl.h>

#include <map>

namespace meshwatch {

namespace {

using javascript::isTruthy;
using javascript::member;
using Pointer = const ConfigJson*;

/// Why the Connector does not start: what stands in its log, and the place in the configuration.
struct Refusal {
    QString code;
    QString message;
    QString place;
};

constexpr QLatin1String root("/modules/webhooks");

QString codeOf(const char* name) {
    return QStringLiteral("error.runtime.modules.webhooks.") + QLatin1String(name);
}

Refusal typeError(const QString& message, const QString& place) {
    return {QStringLiteral("TypeError"), message, place};
}

/// Reading a member of nothing.
Refusal cannotRead(bool isNull, const char* name, const QString& place) {
    return typeError(
        QStringLiteral("Cannot read properties of %1 (reading '%2')")
            .arg(isNull ? QStringLiteral("null") : QStringLiteral("undefined"), QLatin1String(name)),
        place);
}

Refusal badAuthentication(const QString& message, const QString& place) {
    return {codeOf("invalidAuthenticationConfig"), message, place};
}

/// A target that has passed.
struct Target {
    ConfigJson url;
    ConfigJson headers = ConfigJson::object();
    ConfigJson authentication;
};

ConfigJson valueOf(Pointer value) { return value == nullptr ? ConfigJson() : *value; }

std::optional<Refusal> checkUrl(Pointer url, const QString& place) {
    const auto text = javascript::toString(url);
    if (!text)
        return typeError(QStringLiteral("Cannot convert object to primitive value"), place);
    if (WhatwgUrl::parse(*text))
        return std::nullopt;
    return Refusal{codeOf("invalidUrlFormat"), QStringLiteral("'%1' is not a valid URL.").arg(*text), place};
}

std::optional<Refusal> checkAuthentication(Pointer authentication, const QString& place) {
    if (!isTruthy(authentication))
        return std::nullopt;
    if (!authentication->is_structured())
        return badAuthentication(QStringLiteral("'authentication' must be an object."), place);
    const Pointer type = member(authentication, "type");
    if (type == nullptr || !type->is_string())
        return badAuthentication(QStringLiteral("'authentication.type' must be a string."),
                                 below(place, QStringLiteral("type")));
    const auto has = [authentication](const char* name) { return isTruthy(member(authentication, name)); };
    const QString name = configjson::toString(*type);
    if (name == QLatin1String("OAuth2")) {
        if (has("accessTokenUrl") && has("clientId") && has("clientSecret"))
            return std::nullopt;
        return badAuthentication(
            QStringLiteral("'BearerToken' authentication is missing required properties. The object must "
                           "contain at least 'accessTokenUrl', 'clientId' and 'clientSecret'."),
            place);
    }
    if (name == QLatin1String("ApiKey")) {
        if (has("apiKey"))
            return std::nullopt;
        return badAuthentication(
            QStringLiteral("'ApiKey' authentication is missing the required property 'apiKey'."),
            below(place, QStringLiteral("apiKey")));
    }
    return badAuthentication(
        QStringLiteral("The authentication type '%1' is invalid. Valid types are 'OAuth2' and 'ApiKey'")
            .arg(name),
        below(place, QStringLiteral("type")));
}

Result<Target, Refusal> readTarget(Pointer target, const QString& place) {
    if (target == nullptr || target->is_null())
        return cannotRead(target != nullptr, "url", place);
    const Pointer url = member(target, "url");
    if (auto refusal = checkUrl(url, below(place, QStringLiteral("url"))))
        return std::move(*refusal);
    const Pointer authentication = member(target, "authentication");
    if (auto refusal = checkAuthentication(authentication, below(place, QStringLiteral("authentication"))))
        return std::move(*refusal);
    Target read;
    read.url = *url;
    if (const Pointer headers = member(target, "headers"); headers != nullptr && !headers->is_null())
        read.headers = *headers;
    if (isTruthy(authentication))
        read.authentication = *authentication;
    return read;
}

using Targets = std::map<QString, Target>;

std::optional<Refusal> readTargets(Pointer targets, const QString& place, Targets& read) {
    if (!isTruthy(targets))
        return std::nullopt;
    QStringList names = javascript::names(targets);
    // Not a member but what the targets inherit from: its members come after theirs.
    const bool hasPrototype = targets->is_object() && names.removeAll(QStringLiteral("__proto__")) > 0;
    for (const QString& name : names) {
        const ConfigJson value = javascript::at(*targets, name);
        auto target = readTarget(&value, below(place, name));
        if (!target)
            return target.error();
        read.insert_or_assign(name, std::move(*target));
    }
    return hasPrototype
               ? readTargets(member(targets, "__proto__"), below(place, QStringLiteral("__proto__")), read)
               : std::nullopt;
}

Result<ResolvedWebhook, Refusal> readWebhook(const ConfigJson& webhook, const Targets& targets,
                                             const QString& place) {
    if (webhook.is_null())
        return cannotRead(true, "target", place);
    const QString targetPlace = below(place, QStringLiteral("target"));
    const Pointer reference = member(&webhook, "target");
    ResolvedWebhook resolved;
    resolved.triggers = valueOf(member(&webhook, "triggers"));
    Target target;
    if (reference != nullptr && reference->is_string()) {
        resolved.targetName = configjson::toString(*reference);
        if (const auto known = targets.find(resolved.targetName); known != targets.end())
            target = known->second;
        else if (javascript::isInherited(resolved.targetName))
            target.headers = nullptr; // found on every object, but it is no target
        else
            return Refusal{
                codeOf("invalidTargetReference"),
                QStringLiteral("Invalid configuration. target '%1' not found!").arg(resolved.targetName),
                targetPlace};
    } else {
        auto read = readTarget(reference, targetPlace);
        if (!read)
            return read.error();
        target = std::move(*read);
    }
    resolved.url = std::move(target.url);
    resolved.headers = std::move(target.headers);
    resolved.authentication = std::move(target.authentication);
    return resolved;
}

/// Subscribing comes last, after all targets and webhooks were read.
std::optional<Refusal> subscribe(const ResolvedWebhook& webhook, const QString& place) {
    const auto triggers = javascript::elements(&webhook.triggers);
    if (!triggers)
        return typeError(QStringLiteral("webhook.triggers is not iterable"), place);
    for (size_t i = 0; i < triggers->size(); ++i) {
        if (triggers->at(i).is_null())
            return cannotRead(true, "length", below(place, QString::number(i)));
    }
    return std::nullopt;
}

std::optional<Refusal> checkModule(Pointer json, ResolvedWebhooks& resolved) {
    Targets targets;
    if (auto refusal = readTargets(member(json, "targets"), root + QLatin1String("/targets"), targets))
        return refusal;
    const Pointer webhooks = member(json, "webhooks");
    const QString listPlace = root + QLatin1String("/webhooks");
    if (isTruthy(webhooks)) {
        const auto list = javascript::elements(webhooks);
        if (!list)
            return typeError(QStringLiteral("configJson.webhooks is not iterable"), listPlace);
        for (size_t i = 0; i < list->size(); ++i) {
            auto webhook = readWebhook(list->at(i), targets, below(listPlace, QString::number(i)));
            if (!webhook)
                return webhook.error();
            resolved.webhooks.push_back(std::move(*webhook));
        }
    }
    for (size_t i = 0; i < resolved.webhooks.size(); ++i) {
        const QString place = below(listPlace, QString::number(i)) + QLatin1String("/triggers");
        if (auto refusal = subscribe(resolved.webhooks.at(i), place))
            return refusal;
    }
    const Pointer skip = member(json, "skipTlsCheck");
    resolved.skipTlsCheck = isTruthy(skip);
    if (skip != nullptr && !skip->is_null())
        resolved.skipTlsCheckAsGiven = *skip;
    return std::nullopt;
}

/// The schema that the whole configuration has to pass first, as far as it is about webhooks (Connector
/// reference, configuration 1.5).
std::optional<Refusal> checkSchema(const ConnectorConfiguration& configuration) {
    QStringList problems;
    QString place;
    const auto note = [&](const QString& path, const QString& what) {
        if (problems.isEmpty())
            place = QLatin1Char('/') + QString(path).replace(QLatin1Char('.'), QLatin1Char('/'));
        problems.append(QStringLiteral("\r\n  - instance.%1 %2").arg(path, what));
    };
    const auto isNoType = [](const char* type) {
        return QStringLiteral("is not of a type(s) %1").arg(QLatin1String(type));
    };
    const Pointer modules = member(&configuration.root(), "modules");
    const Pointer webhooks = member(modules, "webhooks");
    const Pointer enabled = member(webhooks, "enabled");
    const Pointer location = member(webhooks, "location");
    if (modules != nullptr && !modules->is_object())
        note(QStringLiteral("modules"), isNoType("object"));
    if (webhooks != nullptr && !webhooks->is_object())
        note(QStringLiteral("modules.webhooks"), isNoType("object"));
    if (enabled != nullptr && !enabled->is_boolean())
        note(QStringLiteral("modules.webhooks.enabled"), isNoType("boolean"));
    if (location != nullptr && !location->is_string())
        note(QStringLiteral("modules.webhooks.location"), isNoType("string"));
    if (webhooks != nullptr && webhooks->is_object()) {
        for (const QString& name : configuration.lostDefaults())
            note(QStringLiteral("modules.webhooks"), QStringLiteral("requires property \"%1\"").arg(name));
    }
    if (problems.isEmpty())
        return std::nullopt;
    return Refusal{{}, QStringLiteral("The configuration is not valid:") + problems.join(QString()), place};
}

} // namespace

ConnectorCheck::ConnectorCheck(const ConnectorConfiguration& configuration, As as) {
    const ConfigJson webhooks = configuration.webhooks();
    auto refusal = checkSchema(configuration);
    if (!refusal && as == As::Configured && !isTruthy(member(&webhooks, "enabled")))
        return;
    m_verdict.kind = Verdict::Kind::Starts;
    if (!refusal)
        refusal = checkModule(&webhooks, m_verdict.resolved);
    if (refusal) {
        m_verdict = {Verdict::Kind::Refused, refusal->code, refusal->message, {}, {}};
        m_place = refusal->place;
    }
}

} // namespace meshwatch
