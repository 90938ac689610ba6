// SPDX-License-Identifier: MIT
#include "javascript.h"
#include "warnings.h"

namespace meshwatch {

namespace {

using Variable = ConnectorConfiguration::Variable;

QStringList list(std::initializer_list<const char*> names) {
    QStringList result;
    for (const char* name : names)
        result.append(QLatin1String(name));
    return result;
}

/// The names that a step of a path can have below what stands before it; none: any.
QStringList namesAt(const QStringList& path, qsizetype step) {
    static const QStringList target = list({"url", "headers", "authentication"});
    static const QStringList authentication =
        list({"type", "apiKey", "headerName", "accessTokenUrl", "clientId", "clientSecret", "scope"});
    if (step == 0)
        return list({"modules"});
    if (step == 1)
        return list({"webhooks", "sync", "sse"});
    if (path.at(1) != QLatin1String("webhooks"))
        return step == 2 ? list({"enabled"}) : QStringList();
    if (step == 2)
        return list({"enabled", "targets", "webhooks", "skipTlsCheck", "location"});
    if (path.at(2) != QLatin1String("targets"))
        return {};
    if (step == 4)
        return target;
    return step == 5 && path.at(4) == QLatin1String("authentication") ? authentication : QStringList();
}

QString variableName(const QStringList& path) { return path.join(QLatin1String("__")); }

/// A name that would be a path of webhooks if its letters were of the other case.
void warnOfCase(Warnings& warnings, QStringList path, const QString& name) {
    const QString place = ConnectorConfiguration::pointerOf(path);
    bool isOther = false;
    for (qsizetype step = 0; step < path.size(); ++step) {
        const QStringList known = namesAt(path, step);
        const auto same = std::find_if(known.begin(), known.end(), [&](const QString& one) {
            return one.compare(path.at(step), Qt::CaseInsensitive) == 0;
        });
        if (same == known.end()) {
            if (step < 2)
                return; // about something else
            continue;
        }
        isOther = isOther || *same != path.at(step);
        path[step] = *same;
    }
    if (isOther && path.size() > 2)
        warnings.warn("variableCase", place,
                      Warnings::tr("Capital and small letters matter in names: %1 sets nothing that is read.")
                          .arg(name),
                      Warnings::tr("Call it %1.").arg(variableName(path)));
}

/// `modules_webhooks_enabled`: one underscore nests nothing.
void warnOfUnderscores(Warnings& warnings, const QStringList& path, const QString& name) {
    if (path.size() == 1 && name.startsWith(QLatin1String("modules_webhooks_"), Qt::CaseInsensitive))
        warnings.warn("variableUnderscore", ConnectorConfiguration::pointerOf(path),
                      Warnings::tr("One underscore does not nest: %1 sets nothing that is read.").arg(name),
                      Warnings::tr("Write two underscores between the parts."));
}

void warnOfIndex(Warnings& warnings, const QStringList& path, const QString& name) {
    if (path.size() > 3 && path.at(2) == QLatin1String("webhooks"))
        warnings.warn(
            "variableIndex", ConnectorConfiguration::pointerOf(path.first(3)),
            Warnings::tr("%1 sets no element of the list: it makes an object of it, and the start fails.")
                .arg(name),
            Warnings::tr("Give the whole list as JSON in %1.").arg(variableName(path.first(3))));
}

/// Is text wanted at this path: a URL, a header, a part of `authentication`?
bool wantsText(const QStringList& path) {
    if (path.size() < 5 || path.at(2) != QLatin1String("targets"))
        return false;
    return path.size() == 5 ? path.at(4) == QLatin1String("url")
                            : path.size() == 6 && (path.at(4) == QLatin1String("headers") ||
                                                   path.at(4) == QLatin1String("authentication"));
}

const ConfigJson* valueAt(const ConfigJson& root, const QStringList& path) {
    const ConfigJson* value = &root;
    for (const QString& step : path)
        value = javascript::member(value, step.toStdString());
    return value;
}

void warnOfValue(Warnings& warnings, const QStringList& path, const Variable& variable) {
    const QString place = ConnectorConfiguration::pointerOf(path);
    const QString& text = variable.text;
    const ConfigJson* value = valueAt(warnings.configuration().root(), path);
    if (wantsText(path) && value != nullptr && !value->is_string()) {
        // `null` and `false` are not sent.
        const bool isSent = !value->is_null() && *value != ConfigJson(false);
        if (!isSent || javascript::toString(value) != text)
            warnings.warn(
                "valueChanged", place,
                Warnings::tr("The value of %1 reads as JSON and becomes something else than its text.")
                    .arg(variable.name),
                Warnings::tr("Put double quotes inside the value: %1='\"…\"'.").arg(variable.name));
        else
            warnings.note("valueNotText", place,
                          Warnings::tr("The value of %1 reads as JSON and is no text; it is sent as written.")
                              .arg(variable.name),
                          Warnings::tr("Double quotes inside the value make it text."));
    }
    if (value == nullptr || !value->is_string())
        return;
    const QString trimmed = text.trimmed();
    if (trimmed.size() > 1 && trimmed.startsWith(QLatin1Char('\'')) && trimmed.endsWith(QLatin1Char('\'')))
        warnings.warn("valueQuoted", place,
                      Warnings::tr("The single quotes are part of the value of %1.").arg(variable.name),
                      Warnings::tr("Remove them here; only a shell takes them off."));
    else if (trimmed.startsWith(QLatin1Char('[')) ||
             (trimmed.startsWith(QLatin1Char('{')) && !trimmed.startsWith(QLatin1String("{{"))))
        warnings.warn(
            "valueBrokenJson", place,
            Warnings::tr("The value of %1 begins as JSON but is none, so it stays text.").arg(variable.name),
            Warnings::tr("Mend its quotes, commas and brackets."));
}

} // namespace

void warnOfEnvironment(Warnings& warnings) {
    const auto& variables = warnings.configuration().variables();
    QStringList pointers = variables.keys();
    pointers.sort();
    for (const QString& pointer : std::as_const(pointers)) {
        const Variable variable = variables.value(pointer);
        const QStringList path = ConnectorConfiguration::pathOf(variable.name);
        warnOfUnderscores(warnings, path, variable.name);
        warnOfCase(warnings, path, variable.name);
        if (path.size() < 2 || path.at(0) != QLatin1String("modules") ||
            path.at(1) != QLatin1String("webhooks"))
            continue;
        warnOfIndex(warnings, path, variable.name);
        warnOfValue(warnings, path, variable);
    }
}

} // namespace meshwatch
