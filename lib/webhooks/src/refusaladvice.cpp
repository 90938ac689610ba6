// SPDX-License-Identifier: MIT
#include "refusaladvice.h"

#include "javascript.h"
#include "warnings.h"

#include <meshwatch/webhooks/whatwgurl.h>

namespace meshwatch {

namespace {

/// The text between the first and the last apostrophe.
QString quoted(const QString& message) {
    const qsizetype begin = message.indexOf(QLatin1Char('\'')) + 1;
    return message.mid(begin, message.lastIndexOf(QLatin1Char('\'')) - begin);
}

/// What may be shown of an address that is none: nothing behind what can begin a secret.
QString shortened(const QString& url) {
    const qsizetype query = url.indexOf(QLatin1Char('?'));
    QString shown = query < 0 ? url : url.left(query) + QStringLiteral("?…");
    if (const qsizetype at = shown.lastIndexOf(QLatin1Char('@')); at >= 0)
        shown.replace(0, at, QStringLiteral("…"));
    return shown.size() > 200 ? shown.left(200) + QStringLiteral("…") : shown;
}

QString urlAdvice(const QString& url, const QString& place, const ConnectorConfiguration& configuration) {
    const QString scheme = WhatwgUrl::schemeOf(url);
    if (url == QLatin1String("undefined")) {
        const QStringList path = place.split(QLatin1Char('/'));
        const ConfigJson webhooks = configuration.webhooks();
        const ConfigJson* target =
            javascript::member(javascript::member(&webhooks, "targets"), path.value(4).toStdString());
        if (path.value(3) == QLatin1String("targets") && target != nullptr && target->is_object() &&
            target->size() == 1 && target->begin()->is_object())
            return Warnings::tr(
                "A “:” in a target's name, and “__” in a variable's, part it: choose another name. Else "
                "add “url”.");
        return Warnings::tr("Add “url” with the target's address.");
    }
    if (url.trimmed().isEmpty())
        return Warnings::tr("Write the target's address.");
    if (scheme.isEmpty() || url.startsWith(QLatin1String("localhost:")))
        return Warnings::tr("Begin it with https:// or http://.");
    if (scheme != QLatin1String("http") && scheme != QLatin1String("https"))
        return Warnings::tr("Only https and http are possible, not “%1”.").arg(scheme);
    if (url.contains(QLatin1String(":{{trigger}}")))
        return Warnings::tr("{{trigger}} cannot be the port. Put it into the path.");
    return Warnings::tr("See to its host and its port (0 to 65535).");
}

QString nameAdvice(const QString& name, const ConnectorConfiguration& configuration) {
    const ConfigJson webhooks = configuration.webhooks();
    const QStringList names = javascript::names(javascript::member(&webhooks, "targets"));
    const QString near = nearest(name, names);
    if (!near.isEmpty())
        return Warnings::tr("Is “%1” meant?").arg(near);
    return names.isEmpty()
               ? Warnings::tr("Add this target, or write it in place of the name.")
               : Warnings::tr("There are: %1.").arg(QStringList(names.mid(0, 10)).join(QLatin1String(", ")));
}

QString typeErrorAdvice(const QString& place) {
    if (place.endsWith(QLatin1String("/triggers")))
        return Warnings::tr("Write a list of names: \"triggers\": [\"…\"].");
    if (place.contains(QLatin1String("/triggers/")))
        return Warnings::tr("Write an event's name, or remove this element.");
    if (place == QLatin1String("/modules/webhooks/webhooks"))
        return Warnings::tr(
            "Write a list: [{\"triggers\": […], \"target\": …}]. A variable sets the whole list as JSON, "
            "not an element.");
    if (place.startsWith(QLatin1String("/modules/webhooks/webhooks/")))
        return Warnings::tr("Each webhook is an object with “triggers” and “target”.");
    return Warnings::tr("Each target is an object with “url”.");
}

QString schemaAdvice(const QString& place) {
    if (place.endsWith(QLatin1String("/enabled")))
        return Warnings::tr("Write true or false: small letters, without quotes, and not 1 or yes.");
    if (place.endsWith(QLatin1String("/location")))
        return Warnings::tr("Remove “location”.");
    return Warnings::tr("Write an object: {…}.");
}

} // namespace

Finding refusalFinding(const Verdict& verdict, const QString& place,
                       const ConnectorConfiguration& configuration) {
    Finding finding{Finding::Severity::Error,         verdict.code,    place,
                    configuration.variableFor(place), verdict.message, {}};
    if (verdict.code.isEmpty()) {
        finding.code = QStringLiteral("configurationInvalid");
        finding.advice = schemaAdvice(place);
    } else if (verdict.code == QLatin1String("TypeError")) {
        finding.advice = typeErrorAdvice(place);
    } else if (verdict.code.endsWith(QLatin1String("invalidUrlFormat"))) {
        const QString url = quoted(verdict.message);
        finding.message = QStringLiteral("'%1' is not a valid URL.").arg(shortened(url));
        finding.advice = urlAdvice(url, place, configuration);
    } else if (verdict.code.endsWith(QLatin1String("invalidTargetReference"))) {
        finding.advice = nameAdvice(quoted(verdict.message), configuration);
    } else {
        finding.advice =
            Warnings::tr("{\"type\": \"ApiKey\", \"apiKey\": …}, or {\"type\": \"OAuth2\", "
                         "\"accessTokenUrl\": …, \"clientId\": …, \"clientSecret\": …}; none may be empty.");
    }
    return finding;
}

} // namespace meshwatch
