// SPDX-License-Identifier: MIT
#include <meshwatch/webhooks/connectorconfiguration.h>

#include "configtree.h"
#include "javascript.h"

namespace meshwatch {

namespace {

/// The Connector's defaults as far as they matter to webhooks: what comes where an object stands is merged,
/// and some members have to be there (Connector reference, configuration 1.4 and 1.5).
const QList<std::pair<QStringList, ConfigJson>>& defaults() {
    const QStringList modules{QStringLiteral("modules")};
    const QStringList webhooks = modules + QStringList{QStringLiteral("webhooks")};
    static const QList<std::pair<QStringList, ConfigJson>> values{
        {modules, ConfigJson::object()},
        {webhooks, ConfigJson::object()},
        {webhooks + QStringList{QStringLiteral("enabled")}, false},
        {webhooks + QStringList{QStringLiteral("location")}, ""},
        {webhooks + QStringList{QStringLiteral("targets")}, ConfigJson::object()}};
    return values;
}

/// The value of a variable: JSON if it is any, else the text itself.
ConfigJson valueOf(const QString& text) {
    // A byte order mark is skipped in a file only.
    if (auto json = text.startsWith(QChar(QChar::ByteOrderMark)) ? Error{} : configjson::parse(text.toUtf8()))
        return std::move(*json);
    if (text == QLatin1String("undefined"))
        return ConfigJson(ConfigJson::value_t::discarded);
    return configjson::fromString(text);
}

/// The next step of a JSON pointer, unescaped.
QString takeStep(QStringView& pointer) {
    pointer = pointer.mid(1);
    const qsizetype end = pointer.indexOf(QLatin1Char('/'));
    const QStringView step = end < 0 ? pointer : pointer.left(end);
    pointer = pointer.mid(step.size());
    return step.toString()
        .replace(QLatin1String("~1"), QLatin1String("/"))
        .replace(QLatin1String("~0"), QLatin1String("~"));
}

bool contains(const ConfigJson& root, QStringView pointer) {
    const ConfigJson* value = &root;
    while (!pointer.isEmpty()) {
        const QString step = takeStep(pointer);
        const size_t index = javascript::index(step).value_or(0xffffffff);
        if (value->is_object() && value->contains(step.toStdString()))
            value = &value->at(step.toStdString());
        else if (value->is_array() && index < value->size())
            value = &value->at(index);
        else
            return false;
    }
    return true;
}

Error badLine(qsizetype number, const QString& what) {
    return {QStringLiteral("configuration.badLine"), QStringLiteral("Line %1 %2.").arg(number).arg(what),
            QStringLiteral("Each line of an env file is NAME=value, empty, or begins with #.")};
}

} // namespace

ConnectorConfiguration::ConnectorConfiguration(const ConfigJson& file, const Environment& environment) {
    m_environment = readEnvironment(environment);
    ConfigTree tree(defaults());
    tree.mergeAll(file);
    tree.mergeAll(m_environment);
    m_root = tree.withoutDefaults();
    const ConfigJson* webhooks = javascript::member(javascript::member(&tree.root(), "modules"), "webhooks");
    for (const char* name : {"enabled", "location"}) {
        if (javascript::member(webhooks, name) == nullptr)
            m_lostDefaults.append(QLatin1String(name));
    }
}

ConfigJson ConnectorConfiguration::readEnvironment(const Environment& environment) {
    // Of several names for one path the last has the value and the first the place in the order.
    QList<QStringList> paths;
    QHash<QStringList, qsizetype> strongest;
    for (qsizetype i = 0; i < environment.size(); ++i) {
        const QStringList path = pathOf(environment.at(i).first);
        if (!strongest.contains(path))
            paths.append(path);
        strongest.insert(path, i);
    }
    ConfigTree tree;
    for (const QStringList& path : std::as_const(paths)) {
        const auto& [name, text] = environment.at(strongest.value(path));
        const QString pointer = pointerOf(path);
        // What it replaces is gone, with everything below.
        const QString below = pointer + QLatin1Char('/');
        for (auto known = m_variables.lowerBound(below);
             known != m_variables.end() && known.key().startsWith(below);)
            known = m_variables.erase(known);
        m_variables.insert(pointer, {name, text});
        tree.set(path, valueOf(text));
    }
    return tree.root();
}

ConfigJson ConnectorConfiguration::webhooks() const {
    const ConfigJson* found = javascript::member(javascript::member(&m_root, "modules"), "webhooks");
    return found == nullptr ? ConfigJson() : *found;
}

QString ConnectorConfiguration::variableFor(const QString& pointer) const {
    if (m_variables.isEmpty() || !contains(m_environment, pointer))
        return {};
    for (QString above = pointer; !above.isEmpty(); above.truncate(above.lastIndexOf(QLatin1Char('/')))) {
        if (const auto found = m_variables.find(above); found != m_variables.end())
            return found->name;
    }
    return {};
}

QStringList ConnectorConfiguration::pathOf(const QString& variable) {
    static const QHash<QString, QString> aliases{
        {QStringLiteral("DATABASE_NAME"), QStringLiteral("database:dbName")},
        {QStringLiteral("DATABASE_CONNECTION_STRING"), QStringLiteral("database:connectionString")},
        {QStringLiteral("SYNC_ENABLED"), QStringLiteral("modules:sync:enabled")},
        {QStringLiteral("PLATFORM_CLIENT_ID"), QStringLiteral("transportLibrary:platformClientId")},
        {QStringLiteral("PLATFORM_CLIENT_SECRET"), QStringLiteral("transportLibrary:platformClientSecret")},
        {QStringLiteral("DEBUG"), QStringLiteral("debug")}};
    QString path = aliases.value(variable, variable);
    return path.replace(QLatin1String("__"), QLatin1String(":")).split(QLatin1Char(':'));
}

QString ConnectorConfiguration::pointerOf(const QStringList& path) {
    QString pointer;
    for (QString step : path)
        pointer += QLatin1Char('/') + step.replace(QLatin1Char('~'), QLatin1String("~0"))
                                          .replace(QLatin1Char('/'), QLatin1String("~1"));
    return pointer;
}

Result<ConnectorConfiguration::Environment> ConnectorConfiguration::parseEnvironment(QByteArrayView text) {
    Environment environment;
    qsizetype number = 0;
    QString all = QString::fromUtf8(text);
    if (all.startsWith(QChar(QChar::ByteOrderMark)))
        all.remove(0, 1);
    for (QStringView line : QStringView(all).split(QLatin1Char('\n'))) {
        ++number;
        if (line.endsWith(QLatin1Char('\r')))
            line.chop(1);
        while (!line.isEmpty() && line.front().isSpace())
            line = line.mid(1);
        if (line.isEmpty() || line.front() == QLatin1Char('#'))
            continue;
        const qsizetype equals = line.indexOf(QLatin1Char('='));
        const QString name = line.left(qMax<qsizetype>(0, equals)).toString();
        if (equals < 0)
            return badLine(number, QStringLiteral("has no “=”"));
        if (name.isEmpty())
            return badLine(number, QStringLiteral("has no name before the “=”"));
        if (std::any_of(name.begin(), name.end(), [](QChar c) { return c.isSpace(); }))
            return badLine(number, QStringLiteral("has a blank in the name"));
        const QString value = line.mid(equals + 1).toString();
        // A name that comes again has its last value, at its first place.
        const auto known = std::find_if(environment.begin(), environment.end(),
                                        [&name](const auto& variable) { return variable.first == name; });
        if (known == environment.end())
            environment.append({name, value});
        else
            known->second = value;
    }
    return environment;
}

} // namespace meshwatch
