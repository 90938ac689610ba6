// SPDX-License-Identifier: MIT
// Values of the Connector's Helm chart: `config` becomes a ConfigMap, which is no place for secrets, and
// `pod.connector.environment` the container's variables (Connector reference, configuration 7.2).
#include "documentform.h"
#include "environmentnodes.h"
#include "webhooksorder.h"
#include "yamltree.h"

#include <meshwatch/core/secrets.h>

#include <QRegularExpression>

namespace meshwatch::documentform {

namespace {

using Variable = EnvironmentPlan::Variable;

const std::vector<std::string> environmentPath{"pod", "connector", "environment"};
const std::vector<std::string> webhooksPath{"config", "modules", "webhooks"};

Error badValues(const QString& what) {
    return {
        QStringLiteral("configuration.badYaml"), what,
        QStringLiteral("See the chart's values: “config” is the configuration, “pod.connector.environment” a "
                       "list of variables.")};
}

/// What is at a path; null where there is nothing. `isOwn` says whether all of it stands there itself.
const TextNode* find(const TextTree& tree, const std::vector<std::string>& path, bool& isOwn) {
    const TextNode* node = tree.root;
    isOwn = node != nullptr && !node->target;
    for (size_t i = 0; i < path.size() && node != nullptr; ++i) {
        isOwn = isOwn && node->indexOf(path[i]) >= 0;
        node = node->member(path[i]);
        isOwn = isOwn && node != nullptr && !node->target;
    }
    return node;
}

/// Kubernetes replaces `$(NAME)` in a value; `$$` is a `$`.
Variable variable(const QString& name, const std::string& given) {
    static const QRegularExpression reference(QStringLiteral("\\$(\\$|\\([^)]*\\))"));
    return unescaped(name, given, reference);
}

struct Values {
    Contents contents;
    ConfigJson inConfig; ///< `webhooks` of `config`; null: none
    const TextNode* environment = nullptr;
    bool isOwn = false; ///< `environment` can be edited
    QList<Variable> variables;
    std::vector<int> entries; ///< of `environment`
};

Result<void> readVariables(Values& values) {
    const auto& entries = values.environment->resolved().entries;
    for (size_t i = 0; i < entries.size(); ++i) {
        const TextNode& item = entries[i].value->resolved();
        const TextNode* name = item.member("name");
        if (name == nullptr || name->resolved().kind != TextNode::Kind::Scalar)
            return badValues(
                QStringLiteral("Element %1 of “pod.connector.environment” has no name.").arg(i + 1));
        const TextNode* value = item.member("value");
        Variable read{QString::fromStdString(name->resolved().text), {}, item.member("valueFrom") == nullptr};
        if (read.isKnown && value && !value->isNull())
            read = variable(read.name, value->resolved().text);
        values.variables += read;
        values.entries.push_back(int(i));
        if (read.isKnown)
            values.contents.environment.append({read.name, read.text});
        else
            values.contents.unknown +=
                ConnectorConfiguration::pointerOf(ConnectorConfiguration::pathOf(read.name));
    }
    return {};
}

Result<Values> valuesOf(const TextTree& tree) {
    Values values;
    if (tree.root == nullptr)
        return values;
    if (!tree.root->isMap())
        return badValues(QStringLiteral("The file is no mapping of values."));
    bool isOwn = false;
    if (const TextNode* config = find(tree, {"config"}, isOwn); config && !config->isNull()) {
        auto file = config->toJson();
        if (!file || !file->is_object())
            return badValues(QStringLiteral("“config” is no mapping."));
        values.contents.file = std::move(*file);
    }
    const TextNode* webhooks = find(tree, webhooksPath, isOwn);
    values.inConfig = webhooks ? webhooks->toJson().value_or(nullptr) : ConfigJson();
    values.environment = find(tree, environmentPath, values.isOwn);
    if (values.environment && values.environment->isNull())
        values.environment = nullptr;
    if (values.environment && !values.environment->isList())
        return badValues(QStringLiteral("“pod.connector.environment” is no list."));
    if (values.environment) {
        if (const auto read = readVariables(values); !read)
            return read.error();
    }
    return values;
}

/// The webhooks on their way into config and environment.
class Split {
public:
    Split(const Values& values, const ConfigJson& webhooks)
        : m_values(values)
        , m_webhooks(webhooks)
        , m_config(webhooks) {
        keepVariables();
        if (const ConfigJson* targets = EnvironmentPlan::at(webhooks, {QStringLiteral("targets")});
            targets && targets->is_object()) {
            for (const auto& [name, target] : targets->items())
                moveSecrets({QStringLiteral("targets"), QString::fromStdString(name)}, target);
        }
        noteInlineSecrets();
        prune(m_config, {});
    }

    [[nodiscard]] const ConfigJson& config() const { return m_config; }
    [[nodiscard]] const ConfigJson& environment() const { return m_environment; }
    [[nodiscard]] const QStringList& notes() const { return m_notes; }

private:
    void move(const QStringList& path, const ConfigJson& value) {
        ConfigJson* at = &m_environment;
        for (const QString& step : path) {
            if (!at->is_object())
                *at = ConfigJson::object();
            at = &(*at)[step.toStdString()];
        }
        *at = value;
        EnvironmentPlan::erase(m_config, path);
    }

    /// What variables say already they go on saying.
    void keepVariables() {
        for (const Variable& variable : m_values.variables) {
            const QStringList path = ConnectorConfiguration::pathOf(variable.name);
            if (!variable.isKnown || !EnvironmentPlan::isAboutWebhooks(path) || path.size() < 3)
                continue;
            if (const ConfigJson* value = EnvironmentPlan::at(m_webhooks, path.mid(2)))
                move(path.mid(2), *value);
        }
    }

    static QList<QStringList> secretsOf(const ConfigJson& target) {
        QList<QStringList> paths;
        const auto look = [&](const QString& holder, const auto& isSecret) {
            const ConfigJson* object = EnvironmentPlan::at(target, {holder});
            if (object == nullptr || !object->is_object())
                return;
            for (const auto& [name, value] : object->items()) {
                if (!value.is_structured() && isSecret(name))
                    paths += {holder, QString::fromStdString(name)};
            }
        };
        look(QStringLiteral("authentication"),
             [](const std::string& name) { return name == "apiKey" || name == "clientSecret"; });
        look(QStringLiteral("headers"), [](const std::string& name) {
            return secrets::isSecretHeader(QByteArrayView(name.data(), qsizetype(name.size())));
        });
        return paths;
    }

    /// As Kubernetes has always taken names of variables.
    static bool canCarry(const QStringList& path) {
        static const QRegularExpression form(QStringLiteral("^[-._A-Za-z0-9]+\\z"));
        return std::all_of(path.begin(), path.end(), [](const QString& step) {
            return EnvironmentPlan::canCarry(step) && form.match(step).hasMatch();
        });
    }

    void moveSecrets(const QStringList& place, const ConfigJson& target) {
        for (const QStringList& path : secretsOf(target)) {
            const QStringList whole = place + path;
            const ConfigJson* value = EnvironmentPlan::at(m_config, whole);
            if (value == nullptr)
                continue; // a variable has it
            const ConfigJson* old = EnvironmentPlan::at(m_values.inConfig, whole);
            const QString name = whole.join(QLatin1Char('.'));
            if (old && *old == *value)
                m_notes +=
                    QStringLiteral("%1 stays in “config”, where it was: in a ConfigMap, in clear text.")
                        .arg(name);
            else if (canCarry(whole))
                move(whole, ConfigJson(*value));
            else
                m_notes +=
                    QStringLiteral("%1 is in “config”, and so in a ConfigMap in clear text: no variable can "
                                   "have this name.")
                        .arg(name);
        }
    }

    void noteInlineSecrets() {
        const ConfigJson* webhooks = EnvironmentPlan::at(m_config, {QStringLiteral("webhooks")});
        if (webhooks == nullptr || !webhooks->is_array())
            return;
        for (size_t i = 0; i < webhooks->size(); ++i) {
            const ConfigJson* target = EnvironmentPlan::at((*webhooks)[i], {QStringLiteral("target")});
            if (target && !secretsOf(*target).isEmpty())
                m_notes +=
                    QStringLiteral("Secrets of webhooks[%1] are in “config”, and so in a ConfigMap in clear "
                                   "text: only those of a target with a name can be variables.")
                        .arg(i);
        }
    }

    /// Takes out objects of which nothing is left and that were not there. Targets stay for their order,
    /// unless variables make them.
    void prune(ConfigJson& value, const QStringList& path) {
        if (!value.is_object())
            return;
        QStringList emptied;
        for (auto& [name, member] : value.items()) {
            const QStringList below = path + QStringList{QString::fromStdString(name)};
            prune(member, below);
            const ConfigJson* before = EnvironmentPlan::at(m_webhooks, below);
            const bool isEmptied = member.is_object() && member.empty() && before && !before->empty();
            const bool isMade = below.size() > 2 || isSaidByVariables(below);
            if (isEmptied && isMade && !EnvironmentPlan::at(m_values.inConfig, below))
                emptied += below.last();
        }
        for (const QString& name : emptied)
            value.erase(name.toStdString());
        if (path.isEmpty() && value.empty() && !m_webhooks.empty() && m_values.inConfig.is_null())
            value = nullptr;
    }

    [[nodiscard]] bool isSaidByVariables(const QStringList& path) const {
        const ConnectorConfiguration::Environment& environment = m_values.contents.environment;
        return std::any_of(environment.begin(), environment.end(), [&path](const auto& variable) {
            return ConnectorConfiguration::pathOf(variable.first).mid(2, path.size()) == path;
        });
    }

    const Values& m_values;
    const ConfigJson& m_webhooks;
    ConfigJson m_config;
    ConfigJson m_environment;
    QStringList m_notes;
};

void writeVariables(NodeEditor& editor, const Values& values, const EnvironmentPlan& plan) {
    const auto written = [&values](const EnvironmentPlan::Row& row) {
        ConfigJson item = ConfigJson::object();
        if (row.source >= 0) {
            const int entry = values.entries[size_t(row.source)];
            item = values.environment->resolved().entries[size_t(entry)].value->toJson().value_or(item);
        }
        item["name"] = row.name.toStdString();
        if (row.source < 0 || row.isChanged)
            item["value"] = escaped(row.text);
        return item;
    };
    if (values.isOwn && values.environment &&
        arrangeVariables(editor, *values.environment, values.entries, plan, written))
        return;
    ConfigJson all = ConfigJson::array();
    for (const EnvironmentPlan::Row& row : plan.rows)
        all.push_back(written(row));
    if (!all.empty() || values.environment)
        (void)editor.set(environmentPath, all);
}

} // namespace

Result<Contents> readHelm(QByteArrayView text) {
    const auto tree = yamlTree(text);
    if (!tree)
        return tree.error();
    auto values = valuesOf(*tree);
    return values ? Result<Contents>(std::move(values->contents)) : values.error();
}

Result<Change> writeHelm(QByteArrayView text, const ConfigJson& webhooks) {
    const auto tree = yamlTree(text);
    if (!tree)
        return tree.error();
    const auto values = valuesOf(*tree);
    if (!values)
        return values.error();
    const Split split(*values, webhooks);
    const auto plan = EnvironmentPlan::make(values->variables,
                                            {values->contents.webhooks(), webhooks, split.environment()});
    if (!plan)
        return plan.error();
    NodeEditor editor(text, *tree, NodeEditor::Syntax::Yaml);
    (void)editor.set(webhooksPath, webhooksorder::alignedTo(split.config(), values->inConfig));
    writeVariables(editor, *values, *plan);
    if (editor.isShared())
        return sharedError();
    return Change{editor.result(), split.notes() + plan->notes, plan->references};
}

} // namespace meshwatch::documentform
