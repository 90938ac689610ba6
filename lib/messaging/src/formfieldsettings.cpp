// SPDX-License-Identifier: MIT
#include <meshwatch/messaging/formfieldsettings.h>

#include "checks.h"
#include "jsonmembers.h"

#include <meshwatch/core/micros.h>

#include <cmath>

namespace meshwatch {

namespace {

using namespace members;

template<typename T>
std::optional<T> takeNumber(QJsonObject& from, const char* name) {
    if (!from.value(QLatin1String(name)).isDouble())
        return std::nullopt;
    return T(take(from, name).toDouble());
}

template<typename T>
void putNumber(QJsonObject& into, const char* name, const std::optional<T>& number) {
    if (number)
        into.insert(QLatin1String(name), *number);
}

struct Writer {
    QJsonObject json;

    void type(const char* name) { putAlways(json, "@type", QLatin1String(name)); }
    template<typename Range>
    void range(const Range& settings) {
        putNumber(json, "min", settings.min);
        putNumber(json, "max", settings.max);
    }
    void operator()(const FormFieldSettings::String& settings) {
        type("StringFormFieldSettings");
        putFlag(json, "allowNewlines", settings.allowNewlines);
        range(settings);
    }
    void operator()(const FormFieldSettings::Integer& settings) {
        type("IntegerFormFieldSettings");
        put(json, "unit", settings.unit);
        range(settings);
    }
    void operator()(const FormFieldSettings::Double& settings) {
        type("DoubleFormFieldSettings");
        put(json, "unit", settings.unit);
        range(settings);
    }
    void operator()(const FormFieldSettings::Boolean&) { type("BooleanFormFieldSettings"); }
    void operator()(const FormFieldSettings::Date&) { type("DateFormFieldSettings"); }
    void operator()(const FormFieldSettings::Rating& settings) {
        type("RatingFormFieldSettings");
        putAlways(json, "maxRating", settings.maxRating);
    }
    void operator()(const FormFieldSettings::Selection& settings) {
        type("SelectionFormFieldSettings");
        putAlways(json, "options", QJsonArray::fromStringList(settings.options));
        putFlag(json, "allowMultipleSelection", settings.allowMultipleSelection);
    }
};

struct Checker {
    Checks checks;

    template<typename Range>
    void range(const Range& settings) {
        if (settings.min && settings.max && *settings.min > *settings.max)
            checks.add("max", Checks::tr("The most is less than the least."));
    }
    void operator()(const FormFieldSettings::String& settings) { range(settings); }
    void operator()(const FormFieldSettings::Integer& settings) { range(settings); }
    void operator()(const FormFieldSettings::Double& settings) { range(settings); }
    void operator()(const FormFieldSettings::Boolean&) {}
    void operator()(const FormFieldSettings::Date&) {}
    void operator()(const FormFieldSettings::Rating& settings) {
        if (settings.maxRating < 5 || settings.maxRating > 10)
            checks.add("maxRating", Checks::tr("A rating goes up to 5 at least and 10 at most."));
    }
    void operator()(const FormFieldSettings::Selection& settings) {
        if (settings.options.isEmpty())
            checks.add("options", Checks::tr("At least one option belongs here."));
        QStringList unique = settings.options;
        if (unique.removeDuplicates() > 0)
            checks.add("options", Checks::tr("Two options are the same."));
        if (settings.options.contains(QString()))
            checks.add("options", Checks::tr("An option is empty."));
    }
};

/// What is wrong with an answer; empty if it fits.
struct ResponseChecker {
    const QJsonValue& response;

    template<typename Range>
    QString outside(double number, const Range& settings) const {
        if (settings.min && number < double(*settings.min))
            return Checks::tr("At least %1 is asked for.").arg(*settings.min);
        if (settings.max && number > double(*settings.max))
            return Checks::tr("At most %1 is asked for.").arg(*settings.max);
        return {};
    }
    QString operator()(const FormFieldSettings::String& settings) const {
        if (!response.isString())
            return Checks::tr("A text belongs here.");
        const QString text = response.toString();
        if (!settings.allowNewlines && text.contains(QLatin1Char('\n')))
            return Checks::tr("Line breaks are not allowed here.");
        if (settings.min && text.size() < *settings.min)
            return Checks::tr("At least %1 characters are asked for.").arg(*settings.min);
        if (settings.max && text.size() > *settings.max)
            return Checks::tr("At most %1 characters are asked for.").arg(*settings.max);
        return {};
    }
    QString operator()(const FormFieldSettings::Integer& settings) const {
        const double number = response.toDouble();
        if (!response.isDouble() || number != std::floor(number))
            return Checks::tr("A whole number belongs here.");
        return outside(number, settings);
    }
    QString operator()(const FormFieldSettings::Double& settings) const {
        if (!response.isDouble())
            return Checks::tr("A number belongs here.");
        return outside(response.toDouble(), settings);
    }
    QString operator()(const FormFieldSettings::Boolean&) const {
        return response.isBool() ? QString() : Checks::tr("Yes or no belongs here.");
    }
    QString operator()(const FormFieldSettings::Date&) const {
        const QByteArray text = response.toString().toLatin1();
        return Micros::fromIso(text) ? QString() : Checks::tr("A date belongs here, as 2026-01-31.");
    }
    QString operator()(const FormFieldSettings::Rating& settings) const {
        const double number = response.toDouble();
        if (!response.isDouble() || number != std::floor(number) || number < 1 || number > settings.maxRating)
            return Checks::tr("A rating from 1 to %1 belongs here.").arg(settings.maxRating);
        return {};
    }
    QString operator()(const FormFieldSettings::Selection& settings) const {
        if (!settings.allowMultipleSelection)
            return settings.options.contains(response.toString())
                       ? QString()
                       : Checks::tr("One of the options belongs here.");
        QStringList chosen;
        const QJsonArray list = response.toArray();
        for (const auto& option : list)
            chosen.append(option.toString());
        const bool areAllKnown =
            std::all_of(chosen.begin(), chosen.end(),
                        [&settings](const QString& option) { return settings.options.contains(option); });
        if (chosen.isEmpty() || !areAllKnown || chosen.removeDuplicates() > 0)
            return Checks::tr("One or more of the options belong here, each once.");
        return {};
    }
};

} // namespace

void FormFieldSettings::check(const QString& path, RequestProblems& problems) const {
    if (rest.contains(QLatin1String("@type"))) {
        Checks(path, problems)
            .add("@type", Checks::tr("“%1” are no settings that Meshwatch knows.")
                              .arg(rest.value(QLatin1String("@type")).toString()));
        return;
    }
    std::visit(Checker{Checks(path, problems)}, kind);
}

QString FormFieldSettings::problemOf(const QJsonValue& response) const {
    return std::visit(ResponseChecker{response}, kind);
}

QJsonObject FormFieldSettings::toJson() const {
    if (rest.contains(QLatin1String("@type")))
        return rest;
    Writer writer{rest};
    std::visit([&writer](const auto& settings) { writer(settings); }, kind);
    return writer.json;
}

FormFieldSettings FormFieldSettings::fromJson(const QJsonObject& json) {
    FormFieldSettings settings;
    QJsonObject& rest = settings.rest = json;
    const QString type = takeText(rest, "@type");
    if (type == QLatin1String("StringFormFieldSettings"))
        settings.kind = String{takeFlag(rest, "allowNewlines"), takeNumber<int>(rest, "min"),
                               takeNumber<int>(rest, "max")};
    else if (type == QLatin1String("IntegerFormFieldSettings"))
        settings.kind =
            Integer{takeText(rest, "unit"), takeNumber<qint64>(rest, "min"), takeNumber<qint64>(rest, "max")};
    else if (type == QLatin1String("DoubleFormFieldSettings"))
        settings.kind =
            Double{takeText(rest, "unit"), takeNumber<double>(rest, "min"), takeNumber<double>(rest, "max")};
    else if (type == QLatin1String("BooleanFormFieldSettings"))
        settings.kind = Boolean{};
    else if (type == QLatin1String("DateFormFieldSettings"))
        settings.kind = Date{};
    else if (type == QLatin1String("RatingFormFieldSettings"))
        settings.kind = Rating{takeNumber<int>(rest, "maxRating").value_or(0)};
    else if (type == QLatin1String("SelectionFormFieldSettings"))
        settings.kind = Selection{takeTexts(rest, "options"), takeFlag(rest, "allowMultipleSelection")};
    else
        rest.insert(QStringLiteral("@type"), type);
    return settings;
}

} // namespace meshwatch
