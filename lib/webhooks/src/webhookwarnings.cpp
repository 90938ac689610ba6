// SPDX-License-Identifier: MIT
#include "javascript.h"
#include "warnings.h"

#include <meshwatch/webhooks/triggerpattern.h>

#include <QHash>
#include <QSet>

namespace meshwatch {

namespace {

using javascript::member;

constexpr QLatin1String webhooksPlace("/modules/webhooks");

/// A trigger of a webhook, and where it stands.
struct Subscription {
    QString pattern;
    QString place;
};

/// Raised before the webhooks listen (Connector reference, observed).
bool isTooEarly(const QString& trigger) {
    static const QStringList early{
        QStringLiteral("runtime.initializing"), QStringLiteral("runtime.initialized"),
        QStringLiteral("runtime.modulesLoaded"), QStringLiteral("runtime.modulesInitialized")};
    return early.contains(trigger);
}

bool selectsNothing(const Warnings& warnings, const QString& pattern) {
    const QStringList& known = warnings.knownTriggers();
    if (known.isEmpty()) // every name has two parts at least
        return !pattern.contains(QLatin1Char('.')) && pattern != QLatin1String("**");
    return std::none_of(known.begin(), known.end(), [&pattern](const QString& trigger) {
        return triggerpattern::matches(pattern, trigger);
    });
}

void warnOfTrigger(Warnings& warnings, const QString& trigger, const QString& place) {
    if (isTooEarly(trigger))
        return warnings.warn(
            "triggerTooEarly", place,
            Warnings::tr("“%1” is raised before webhooks listen: it is never delivered.").arg(trigger),
            Warnings::tr("runtime.modulesStarted is the first one that arrives."));
    if (!selectsNothing(warnings, trigger)) {
        if (trigger != trigger.trimmed()) // only without a list of known names
            warnings.warn(
                "triggerBlanks", place,
                Warnings::tr("There are blanks around “%1”: nothing is ever delivered for it.").arg(trigger),
                Warnings::tr("Remove the blanks."));
        return;
    }
    const QString near = nearest(trigger, warnings.knownTriggers());
    if (trigger.isEmpty())
        warnings.warn("triggerBlank", place, Warnings::tr("An empty trigger selects nothing."),
                      Warnings::tr("Write an event's name, or ** for all."));
    else if (triggerpattern::isWildcard(trigger))
        warnings.warn(
            "triggerMatchesNothing", place,
            Warnings::tr("“%1” selects no event: “*” stands for exactly one part of a name.").arg(trigger),
            Warnings::tr("** selects every event, transport.* those of one group."));
    else if (trigger != trigger.trimmed())
        warnings.warn(
            "triggerBlanks", place,
            Warnings::tr("There are blanks around “%1”: nothing is ever delivered for it.").arg(trigger),
            Warnings::tr("Remove the blanks."));
    else if (near.compare(trigger, Qt::CaseInsensitive) == 0 && !near.isEmpty())
        warnings.warn("triggerCase", place,
                      Warnings::tr("Capital and small letters matter: nothing is ever delivered for “%1”.")
                          .arg(trigger),
                      Warnings::tr("Write %1.").arg(near));
    else
        warnings.warn("triggerUnknown", place,
                      Warnings::tr("No event is called “%1”: nothing is ever delivered for it.").arg(trigger),
                      near.isEmpty() ? Warnings::tr("See the list of events.")
                                     : Warnings::tr("Is %1 meant?").arg(near));
}

void warnOfOtherTrigger(Warnings& warnings, const ConfigJson& trigger, const QString& place) {
    if (trigger.is_null())
        return; // ends the start
    warnings.warn(
        "triggerNotText", place,
        trigger.is_number() || trigger.is_boolean()
            ? Warnings::tr(
                  "A trigger that is no text selects nothing, and makes the stop of the Connector fail.")
            : Warnings::tr("A trigger has to be text."),
        Warnings::tr("Write an event's name in quotes."));
}

/// The triggers of a webhook that are text; warns of the others.
QList<Subscription> readTriggers(Warnings& warnings, const ConfigJson& webhook, const QString& place) {
    QList<Subscription> subscriptions;
    const ConfigJson* triggers = member(&webhook, "triggers");
    const QString here = below(place, QStringLiteral("triggers"));
    if (triggers != nullptr && triggers->is_string())
        warnings.warn("triggersText", here,
                      Warnings::tr("Text is taken letter by letter: nothing is ever delivered."),
                      Warnings::tr("Write a list: [\"…\"]."));
    if (triggers == nullptr || !triggers->is_array())
        return subscriptions;
    if (triggers->empty())
        warnings.warn("triggersEmpty", here, Warnings::tr("A webhook without triggers delivers nothing."),
                      Warnings::tr("Add an event's name, or remove the webhook."));
    for (size_t i = 0; i < triggers->size(); ++i) {
        const QString one = below(here, QString::number(i));
        if (!triggers->at(i).is_string()) {
            warnOfOtherTrigger(warnings, triggers->at(i), one);
            continue;
        }
        subscriptions.append({configjson::toString(triggers->at(i)), one});
        warnOfTrigger(warnings, subscriptions.last().pattern, one);
    }
    return subscriptions;
}

/// An event that both patterns select; empty if none is known.
QString sharedEvent(const Warnings& warnings, const QString& a, const QString& b) {
    using triggerpattern::matches;
    for (const QString& trigger : warnings.knownTriggers()) {
        if (matches(a, trigger) && matches(b, trigger))
            return trigger;
    }
    if (!warnings.knownTriggers().isEmpty())
        return {};
    return matches(a, b) ? b : matches(b, a) ? a : QString();
}

/// Each subscription of one target delivers for itself (Connector reference, observed).
void warnOfRepetition(Warnings& warnings, const QList<Subscription>& subscriptions) {
    QHash<QString, QString> exact;
    QList<Subscription> wide;
    const auto overlaps = [&](const Subscription& one, const Subscription& other) {
        const QString event = sharedEvent(warnings, one.pattern, other.pattern);
        if (event.isEmpty())
            return false;
        warnings.warn("triggerOverlaps", one.place,
                      Warnings::tr("“%1” and “%2” both select %3: the target gets it twice.")
                          .arg(other.pattern, one.pattern, event),
                      Warnings::tr("Keep the one that is meant."));
        return true;
    };
    QList<Subscription> different;
    for (const Subscription& one : subscriptions) {
        if (exact.contains(one.pattern)) {
            warnings.warn("triggerTwice", one.place,
                          Warnings::tr("The target has “%1” already, at %2: it gets the event twice.")
                              .arg(one.pattern, exact.value(one.pattern)),
                          Warnings::tr("Remove one of them."));
            continue;
        }
        exact.insert(one.pattern, one.place);
        const bool isWide = triggerpattern::isWildcard(one.pattern);
        // Two plain names that differ have nothing in common.
        const QList<Subscription>& others = isWide ? different : wide;
        (void)std::any_of(others.begin(), others.end(),
                          [&](const Subscription& other) { return overlaps(one, other); });
        if (isWide)
            wide.append(one);
        different.append(one);
    }
}

void warnOfReference(Warnings& warnings, const QString& name, bool isKnown, const QString& place) {
    if (!isKnown && javascript::isInherited(name))
        warnings.warn(
            "referenceInherited", place,
            Warnings::tr("There is no target “%1”, but the Connector finds something of that name in every "
                         "object: it starts, and each event fails.")
                .arg(name),
            Warnings::tr("Name one of the targets."));
}

QStringList namedTargets(const ConfigJson& module) {
    const ConfigJson* targets = member(&module, "targets");
    return targets != nullptr && targets->is_structured() ? javascript::names(targets) : QStringList();
}

void warnOfList(Warnings& warnings, const ConfigJson& module, const ConfigJson& list) {
    const QStringList named = namedTargets(module);
    QSet<QString> used;
    QHash<QString, QList<Subscription>> byTarget;
    for (size_t i = 0; i < list.size(); ++i) {
        const ConfigJson& webhook = list.at(i);
        const QString place = below(webhooksPlace + QLatin1String("/webhooks"), QString::number(i));
        if (!webhook.is_object())
            continue;
        const ConfigJson* target = member(&webhook, "target");
        const QString here = below(place, QStringLiteral("target"));
        if (target != nullptr && target->is_string()) {
            const QString name = configjson::toString(*target);
            used.insert(name);
            warnOfReference(warnings, name, named.contains(name), here);
        } else if (target != nullptr) {
            warnOfTarget(warnings, *target, here);
        }
        const QString key = target == nullptr ? QString() : QString::fromUtf8(configjson::write(*target, -1));
        byTarget[key] += readTriggers(warnings, webhook, place);
        warnings.unknownMembers(webhook, {QStringLiteral("triggers"), QStringLiteral("target")}, place);
    }
    for (const QList<Subscription>& subscriptions : std::as_const(byTarget))
        warnOfRepetition(warnings, subscriptions);
    for (const QString& name : named) {
        if (!used.contains(name))
            warnings.note("targetUnused", below(webhooksPlace + QLatin1String("/targets"), name),
                          Warnings::tr("No webhook refers to the target “%1”.").arg(name));
    }
}

void warnOfSwitches(Warnings& warnings, const ConfigJson& module) {
    const ConfigJson* enabled = member(&module, "enabled");
    const ConfigJson* webhooks = member(&module, "webhooks");
    const bool isFilled = javascript::isTruthy(member(&module, "targets")) || javascript::isTruthy(webhooks);
    const QString place = webhooksPlace + QLatin1String("/enabled");
    if (enabled == nullptr || *enabled == ConfigJson(false)) {
        if (isFilled)
            warnings.warn(
                "notEnabled", enabled == nullptr ? webhooksPlace : place,
                Warnings::tr(
                    "Webhooks are configured, but the module is not enabled: nothing is delivered, and "
                    "nothing here is checked."),
                Warnings::tr("Set `enabled` to true."));
        else
            warnings.note("notConfigured", webhooksPlace, Warnings::tr("There are no webhooks."));
    } else if (*enabled == ConfigJson(true) &&
               (!javascript::isTruthy(webhooks) || (webhooks->is_array() && webhooks->empty()))) {
        warnings.warn("noWebhooks",
                      webhooks == nullptr ? QString(webhooksPlace)
                                          : below(webhooksPlace, QStringLiteral("webhooks")),
                      Warnings::tr("The module is enabled, but there is no webhook: nothing is delivered."),
                      Warnings::tr("Add a webhook, or do not enable the module."));
    }
}

void warnOfTlsCheck(Warnings& warnings, const ConfigJson& module) {
    const ConfigJson* skip = member(&module, "skipTlsCheck");
    const QString place = webhooksPlace + QLatin1String("/skipTlsCheck");
    if (skip == nullptr || skip->is_null() || skip->is_boolean()) {
        if (javascript::isTruthy(skip))
            warnings.warn(
                "skipTlsCheck", place,
                Warnings::tr(
                    "Anybody between the Connector and a target can read and change deliveries: no "
                    "target has to show a certificate that is valid. Requests for tokens are checked "
                    "all the same."),
                Warnings::tr("Give the targets proper certificates and remove this."));
        return;
    }
    warnings.warn(
        "skipTlsCheckNotBoolean", place,
        javascript::isTruthy(skip)
            ? Warnings::tr("This is neither true nor false and counts as true: certificates are not checked.")
            : Warnings::tr("This is neither true nor false and counts as false."),
        Warnings::tr("Write true or false, without quotes."));
}

void warnOfTargets(Warnings& warnings, const ConfigJson& targets) {
    const QString place = webhooksPlace + QLatin1String("/targets");
    if (!targets.is_object() && !targets.is_null())
        warnings.warn("targetsNotObject", place,
                      targets.is_array() ? Warnings::tr("In a list the targets are called “0”, “1”, …")
                                         : Warnings::tr("This is no object of names and targets."),
                      Warnings::tr("Write {\"name\": {\"url\": …}}."));
    if (!targets.is_structured())
        return;
    for (const QString& name : javascript::names(&targets)) {
        const QString here = below(place, name);
        if (name.contains(QLatin1String("__")) || name.contains(QLatin1Char(':')))
            warnings.note("nameNotForEnvironment", here,
                          Warnings::tr("No variable can carry a target called “%1”: “__” and “:” nest there.")
                              .arg(name));
        warnOfTarget(warnings, javascript::at(targets, name), here);
    }
}

/// What makes events from outside arise (Connector reference, configuration 4).
void warnOfFetching(Warnings& warnings) {
    const ConfigJson* modules = member(&warnings.configuration().root(), "modules");
    const auto isOn = [modules](const char* name) {
        return javascript::isTruthy(member(member(modules, name), "enabled"));
    };
    if (isOn("sync") && isOn("sse"))
        warnings.warn(
            "syncAndSse", QStringLiteral("/modules/sync/enabled"),
            Warnings::tr(
                "The modules `sync` and `sse` exclude each other: the Connector switches `sync` off."),
            Warnings::tr("Enable one of them."));
    else if (!isOn("sync") && !isOn("sse") && isOn("webhooks"))
        warnings.note(
            "nothingFetches", QStringLiteral("/modules"),
            Warnings::tr(
                "Neither `sync` nor `sse` is enabled here: what comes from outside is delivered only "
                "after somebody asks the Connector to synchronise."));
}

} // namespace

void warnOfWebhooks(Warnings& warnings, const ConfigJson& module) {
    if (!module.is_object() && !module.is_null())
        return; // the schema refuses it
    warnOfSwitches(warnings, module);
    warnOfTlsCheck(warnings, module);
    warnings.unknownMembers(module,
                            {QStringLiteral("enabled"), QStringLiteral("targets"), QStringLiteral("webhooks"),
                             QStringLiteral("skipTlsCheck"), QStringLiteral("location")},
                            webhooksPlace);
    if (const ConfigJson* targets = member(&module, "targets"))
        warnOfTargets(warnings, *targets);
    const ConfigJson* list = member(&module, "webhooks");
    if (list != nullptr && !list->is_array() && !list->is_null())
        warnings.warn("webhooksNotList", webhooksPlace + QLatin1String("/webhooks"),
                      Warnings::tr("This is no list."),
                      Warnings::tr("Write a list: [{\"triggers\": […], \"target\": …}]."));
    warnOfList(warnings, module, list != nullptr && list->is_array() ? *list : ConfigJson::array());
    warnOfFetching(warnings);
}

} // namespace meshwatch
