// SPDX-License-Identifier: MIT
// compose.yaml: `environment:` of the Connector's service (Connector reference, configuration 7.1).
#include "documentform.h"
#include "environmentnodes.h"
#include "yamlscalar.h"
#include "yamltree.h"

#include <QRegularExpression>

namespace meshwatch::documentform {

namespace {

using Variable = EnvironmentPlan::Variable;

Error badShape(const QString& what) {
    return {QStringLiteral("configuration.badYaml"), what,
            QStringLiteral("Check the file with “docker compose config”.")};
}

/// The Connector's service and its variables, as the file has them.
struct Service {
    std::string name;
    const TextNode* node = nullptr;
    const TextNode* environment = nullptr; ///< null: there is none
    bool isOwn = false;                    ///< `environment` is written in the service itself, no alias
    QList<Variable> variables;
    std::vector<int> entries; ///< of `environment`, those of `variables`; only where it is the service's own
};

/// What Compose makes of a value; unknown where it takes a part from elsewhere.
Variable variable(const QString& name, const std::optional<std::string>& given) {
    static const QRegularExpression reference(QStringLiteral("\\$(\\$|[A-Za-z_{])"));
    return given ? unescaped(name, *given, reference) : Variable{name, {}, false};
}

/// A map's variables in their order; what merge keys bring unless the map says it itself.
void readMap(const TextNode& map, Service& service) {
    const auto add = [&service](const TextNode& value, const std::string& name, int entry) {
        service.variables.append(
            variable(QString::fromStdString(name), yamlscalar::environmentText(value.resolved())));
        service.entries.push_back(entry);
    };
    for (size_t i = 0; i < map.entries.size(); ++i) {
        const auto& entry = map.entries[i];
        if (!entry.key->isMerge) {
            if (!entry.value->isMap() && !entry.value->isList())
                add(*entry.value, entry.name, int(i));
            continue;
        }
        for (const auto& [name, value] : entry.value->mergedMembers()) {
            if (map.indexOf(name) < 0)
                add(*value, name, -1);
        }
    }
}

void readList(const TextNode& list, Service& service) {
    for (size_t i = 0; i < list.entries.size(); ++i) {
        const TextNode& item = list.entries[i].value->resolved();
        const size_t equals = item.text.find('=');
        const bool isSet = equals != std::string::npos;
        const QString name = variable({}, item.text.substr(0, equals)).text;
        service.variables.append(
            variable(name, isSet ? std::optional(item.text.substr(equals + 1)) : std::nullopt));
        service.entries.push_back(int(i));
    }
}

Service serviceOf(const TextNode::Entry& entry) {
    Service service;
    service.name = entry.name;
    service.node = entry.value;
    service.environment = entry.value->member("environment");
    if (service.environment == nullptr)
        return service;
    service.isOwn = !service.environment->target && !entry.value->target &&
                    entry.value->resolved().indexOf("environment") >= 0;
    const TextNode& node = service.environment->resolved();
    if (node.kind == TextNode::Kind::Map)
        readMap(node, service);
    else if (node.kind == TextNode::Kind::List)
        readList(node, service);
    return service;
}

bool hasConnectorImage(const Service& service) {
    static const QRegularExpression image(QStringLiteral("(^|/)nmshd/connector([:@]|$)"));
    const TextNode* node = service.node->member("image");
    return node != nullptr && image.match(QString::fromStdString(node->resolved().text)).hasMatch();
}

bool hasConnectorVariables(const Service& service) {
    static const QRegularExpression name(QStringLiteral(
        "^(CUSTOM_CONFIG_LOCATION$|(modules|transportLibrary|infrastructure|database)(__|:))"));
    return std::any_of(service.variables.begin(), service.variables.end(),
                       [](const Variable& variable) { return name.match(variable.name).hasMatch(); });
}

Result<Service> connectorOf(const TextTree& tree) {
    const TextNode* services = tree.root ? tree.root->member("services") : nullptr;
    if (services == nullptr || !services->isMap())
        return Error{QStringLiteral("configuration.noService"), QStringLiteral("The file has no “services”."),
                     QStringLiteral("Give a compose.yaml in which the Connector is a service.")};
    std::vector<Service> all;
    for (const auto& entry : services->resolved().entries) {
        if (entry.value->isMap())
            all.push_back(serviceOf(entry));
    }
    for (const auto& fits : {hasConnectorImage, hasConnectorVariables}) {
        std::vector<Service> fitting;
        std::copy_if(all.begin(), all.end(), std::back_inserter(fitting), fits);
        if (fitting.size() == 1)
            return fitting.front();
        if (fitting.size() > 1)
            return Error{
                QStringLiteral("configuration.noService"),
                QStringLiteral("Several services can be the Connector: %1 and %2.")
                    .arg(QString::fromStdString(fitting[0].name), QString::fromStdString(fitting[1].name)),
                QStringLiteral("Give a file in which one service has the Connector's image.")};
    }
    if (all.size() == 1)
        return all.front();
    return Error{
        QStringLiteral("configuration.noService"),
        QStringLiteral("None of the %1 services can be told to be the Connector.").arg(all.size()),
        QStringLiteral("Its image is ghcr.io/nmshd/connector, its variables begin with “modules__”.")};
}

Result<Contents> contentsOf(const Service& service) {
    Contents contents;
    if (service.environment && !service.environment->isMap() && !service.environment->isList() &&
        !service.environment->isNull())
        return badShape(QStringLiteral("“environment” of the service %1 is neither a list nor a mapping.")
                            .arg(QString::fromStdString(service.name)));
    bool isFileNamed = service.node->member("env_file") != nullptr;
    for (const Variable& variable : service.variables) {
        isFileNamed = isFileNamed || variable.name == QLatin1String("CUSTOM_CONFIG_LOCATION");
        if (variable.isKnown)
            contents.environment.append({variable.name, variable.text});
        else
            contents.unknown +=
                ConnectorConfiguration::pointerOf(ConnectorConfiguration::pathOf(variable.name));
    }
    if (isFileNamed)
        contents.unknown.prepend(QString());
    return contents;
}

/// The whole list or mapping, where it cannot be edited in place. References stay references.
ConfigJson whole(const Service& service, const EnvironmentPlan& plan,
                 const std::function<ConfigJson(const EnvironmentPlan::Row&)>& written) {
    const TextNode* old = service.environment;
    const bool isList = old != nullptr && old->isList();
    ConfigJson all = isList ? ConfigJson::array() : ConfigJson::object();
    for (const EnvironmentPlan::Row& row : plan.rows) {
        ConfigJson value = written(row);
        if (row.source >= 0 && !row.isChanged) {
            const TextNode* node = isList ? old->resolved().entries[size_t(row.source)].value
                                          : old->member(row.name.toStdString());
            const auto text = yamlscalar::environmentText(node->resolved());
            value = text ? ConfigJson(*text) : ConfigJson();
        }
        if (isList)
            all.push_back(std::move(value));
        else
            all[row.name.toStdString()] = std::move(value);
    }
    return all;
}

} // namespace

Result<Contents> readCompose(QByteArrayView text) {
    const auto tree = yamlTree(text);
    if (!tree)
        return tree.error();
    const auto service = connectorOf(*tree);
    return service ? contentsOf(*service) : service.error();
}

Result<Change> writeCompose(QByteArrayView text, const ConfigJson& webhooks) {
    const auto tree = yamlTree(text);
    if (!tree)
        return tree.error();
    const auto service = connectorOf(*tree);
    if (!service)
        return service.error();
    const auto contents = contentsOf(*service);
    if (!contents)
        return contents.error();
    const auto plan = EnvironmentPlan::make(service->variables, {contents->webhooks(), webhooks, webhooks});
    if (!plan)
        return plan.error();
    NodeEditor editor(text, *tree, NodeEditor::Syntax::Yaml);
    const bool isList = service->environment && service->environment->isList();
    const auto written = [isList](const EnvironmentPlan::Row& row) {
        return escaped(isList ? row.name + QLatin1Char('=') + row.text : row.text);
    };
    const bool isArranged = service->isOwn && service->environment->kind != TextNode::Kind::Scalar &&
                            arrangeVariables(editor, *service->environment, service->entries, *plan, written);
    if (!isArranged)
        (void)editor.set({"services", service->name, "environment"}, whole(*service, *plan, written));
    return editor.isShared() ? Result<Change>(sharedError())
                             : Change{editor.result(), plan->notes, plan->references};
}

} // namespace meshwatch::documentform
