// SPDX-License-Identifier: MIT
#include "environmentplan.h"

#include "webhooksorder.h"
#include "yamlscalar.h"

#include <QSet>

#include <algorithm>

namespace meshwatch {

namespace {

using Plan = EnvironmentPlan;

Error cannotCarry(const QString& what, const QString& advice) {
    return {QStringLiteral("configuration.cannotCarry"), what, advice};
}

/// Below `modules.webhooks`.
QStringList below(const QStringList& path) { return path.mid(2); }

QString nameOf(const QStringList& path) { return path.join(QLatin1String("__")); }

/// Is the text as it stands no JSON and nothing that a reader of env files would cut?
bool isPlain(const QString& text) {
    const bool isCut = text.startsWith(QLatin1Char('"')) || text.startsWith(QLatin1Char('\'')) ||
                       text.startsWith(QLatin1Char('#')) || text.trimmed() != text;
    const bool isWhole =
        std::none_of(text.begin(), text.end(), [](QChar c) { return !c.isPrint() && !c.isSurrogate(); });
    if (isCut || !isWhole || text.contains(QLatin1String(" #")) || text == QLatin1String("undefined"))
        return false;
    return text.isEmpty() || !configjson::parse(text.toUtf8());
}

/// One try to say it with these variables.
class Attempt {
public:
    Attempt(const QList<Plan::Variable>& variables, const QList<QStringList>& paths, const ConfigJson& wanted)
        : m_variables(variables)
        , m_paths(paths)
        , m_wanted(wanted) {}

    /// Variables stay where they are; `keeps` says which of the unknown ones.
    Result<QList<Plan::Row>> change(const QSet<int>& dropped) {
        for (int i = 0; i < m_variables.size(); ++i) {
            const qsizetype before = m_rows.size();
            if (!dropped.contains(i))
                keep(i);
            if (m_rows.size() == before && m_place < 0)
                m_place = before;
        }
        if (const auto found = findLeaves(); !found)
            return found.error();
        // What is now said as a whole is not said in parts too.
        const auto isInside = [this](const Plan::Row& row) {
            return row.source >= 0 &&
                   std::any_of(m_leaves.begin(), m_leaves.end(), [&](const QStringList& leaf) {
                       return m_paths.at(row.source).size() > leaf.size() &&
                              m_paths.at(row.source).mid(0, leaf.size()) == leaf &&
                              m_variables.at(row.source).isKnown;
                   });
        };
        if (const auto first = std::find_if(m_rows.cbegin(), m_rows.cend(), isInside);
            first != m_rows.cend()) {
            m_place =
                m_place < 0 ? first - m_rows.cbegin() : qMin(m_place, qsizetype(first - m_rows.cbegin()));
            m_rows.removeIf(isInside);
        }
        for (const QStringList& leaf : m_leaves)
            insert(leaf);
        return m_rows;
    }

    /// All that is known is written anew, where the first such stood.
    Result<QList<Plan::Row>> rewrite(const QSet<int>& dropped) {
        qsizetype place = -1;
        for (int i = 0; i < m_variables.size(); ++i) {
            if (dropped.contains(i))
                continue;
            if (m_variables.at(i).isKnown && Plan::isAboutWebhooks(m_paths.at(i))) {
                place = place < 0 ? m_rows.size() : place;
                if (m_paths.at(i).size() == 1)
                    keep(i);
            } else {
                m_rows.append({i, m_variables.at(i).name, m_variables.at(i).text});
            }
        }
        if (const auto found = findLeaves(); !found)
            return found.error();
        place = place < 0 ? m_rows.size() : place;
        for (const QStringList& leaf : m_leaves)
            m_rows.insert(place++, {-1, nameOf(leaf), Plan::encoded(*Plan::at(m_wanted, below(leaf)))});
        return m_rows;
    }

private:
    void keep(int i) {
        const auto& variable = m_variables.at(i);
        const QStringList& path = m_paths.at(i);
        if (!variable.isKnown || !Plan::isAboutWebhooks(path))
            return m_rows.append({i, variable.name, variable.text});
        auto value = configjson::parse(variable.text.toUtf8());
        if (path.size() == 1) {
            // The variable `modules`: what it says of webhooks is said by their own.
            if (!value || !value->is_object() || !value->contains("webhooks"))
                return m_rows.append({i, variable.name, variable.text});
            value->erase("webhooks");
            if (!value->empty())
                m_rows.append({i, variable.name, Plan::encoded(*value), true});
            return;
        }
        const ConfigJson* at = Plan::at(m_wanted, below(path));
        if (at == nullptr || (at->is_null() && path.size() == 2))
            return;
        const bool isObject = value && value->is_object() && !value->empty();
        if (at->is_object() && !at->empty() && !isObject)
            return;
        const bool isSame = value ? *value == *at : *at == configjson::fromString(variable.text);
        m_covered.insert(path);
        m_rows.append({i, variable.name, isSame ? variable.text : Plan::encoded(*at), !isSame});
    }

    Result<void> findLeaves() {
        static const QStringList root{QStringLiteral("modules"), QStringLiteral("webhooks")};
        return m_wanted.is_null() ? Result<void>() : walk(root, m_wanted);
    }

    Result<void> walk(const QStringList& path, const ConfigJson& value) {
        if (m_covered.contains(path))
            return {};
        const bool isTargets = path.size() == 3 && path.last() == QLatin1String("targets");
        bool isWhole = !value.is_object() || value.empty();
        if (value.is_object()) {
            for (const auto& [key, member] : value.items()) {
                const QString name = QString::fromStdString(key);
                if (isTargets && (name.contains(QLatin1String("__")) || name.contains(QLatin1Char(':'))))
                    return cannotCarry(
                        QStringLiteral("A target named “%1” cannot be written as environment variables.")
                            .arg(name),
                        QStringLiteral("Rename it: “__” and “:” separate levels there."));
                isWhole = isWhole || !Plan::canCarry(name);
            }
        }
        if (isWhole) {
            m_leaves.append(path);
            return {};
        }
        for (const auto& [key, member] : value.items()) {
            if (const auto walked = walk(path + QStringList{QString::fromStdString(key)}, member); !walked)
                return walked;
        }
        return {};
    }

    /// Behind those that have most of its path, else where something went.
    void insert(const QStringList& leaf) {
        qsizetype best = 1;
        qsizetype place = m_place < 0 ? m_rows.size() : qMin(m_place, m_rows.size());
        for (qsizetype i = 0; i < m_rows.size(); ++i) {
            const QStringList path = ConnectorConfiguration::pathOf(m_rows.at(i).name);
            qsizetype common = 0;
            while (common < path.size() && common < leaf.size() && path.at(common) == leaf.at(common))
                ++common;
            if (common >= best && common > 1) {
                best = common;
                place = i + 1;
            }
        }
        m_rows.insert(place, {-1, nameOf(leaf), Plan::encoded(*Plan::at(m_wanted, below(leaf)))});
    }

    const QList<Plan::Variable>& m_variables;
    const QList<QStringList>& m_paths;
    const ConfigJson& m_wanted;
    QList<Plan::Row> m_rows;
    QSet<QStringList> m_covered;
    QList<QStringList> m_leaves;
    qsizetype m_place = -1; ///< of the first row that went
};

/// Takes what is given by reference out of what is to be written, and says so.
Result<QSet<int>> settleUnknown(const QList<Plan::Variable>& variables, const QList<QStringList>& paths,
                                const Plan::Task& task, ConfigJson& wanted, Plan& plan) {
    QSet<int> dropped;
    for (int i = 0; i < variables.size(); ++i) {
        if (variables.at(i).isKnown || !Plan::isAboutWebhooks(paths.at(i)))
            continue;
        // It goes with what it belongs to.
        QStringList owner = below(paths.at(i));
        while (!owner.isEmpty() && (owner.removeLast(), Plan::at(task.before, owner) == nullptr)) {
        }
        if (!owner.isEmpty() && Plan::at(task.after, owner) == nullptr) {
            dropped.insert(i);
            continue;
        }
        const QStringList place = below(paths.at(i));
        const ConfigJson* value = Plan::at(task.after, place);
        if (value == nullptr || (place.isEmpty() && value->is_null()))
            continue;
        if (value->is_structured())
            return cannotCarry(QStringLiteral("%1 is given by reference, so nothing below it can be written.")
                                   .arg(variables.at(i).name),
                               QStringLiteral("Change it where it is kept."));
        plan.references += place;
        plan.notes +=
            QStringLiteral("%1 is given by reference and stays as it is.").arg(variables.at(i).name);
        Plan::erase(wanted, place);
    }
    return dropped;
}

bool says(const QList<Plan::Row>& rows, const QList<Plan::Variable>& variables, const ConfigJson& wanted) {
    ConnectorConfiguration::Environment environment;
    for (const Plan::Row& row : rows) {
        const bool isKnown = row.source < 0 || variables.at(row.source).isKnown;
        if (isKnown && Plan::isAboutWebhooks(ConnectorConfiguration::pathOf(row.name)))
            environment.append({row.name, row.text});
    }
    return webhooksorder::isSame(ConnectorConfiguration(ConfigJson::object(), environment).webhooks(),
                                 wanted);
}

} // namespace

bool EnvironmentPlan::isAboutWebhooks(const QStringList& path) {
    return path.value(0) == QLatin1String("modules") &&
           (path.size() == 1 || path.at(1) == QLatin1String("webhooks"));
}

bool EnvironmentPlan::canCarry(const QString& step) {
    return !step.isEmpty() && !step.contains(QLatin1String("__")) && !step.startsWith(QLatin1Char('_')) &&
           !step.endsWith(QLatin1Char('_')) && std::none_of(step.begin(), step.end(), [](QChar c) {
               return c == QLatin1Char(':') || c == QLatin1Char('=') || c.isSpace() ||
                      (!c.isPrint() && !c.isSurrogate());
           });
}

QString EnvironmentPlan::encoded(const ConfigJson& value) {
    if (!value.is_string())
        return QString::fromUtf8(configjson::write(value, -1));
    const QString text = configjson::toString(value);
    return isPlain(text) ? text : QString::fromUtf8(yamlscalar::doubleQuoted(text.toStdString()));
}

const ConfigJson* EnvironmentPlan::at(const ConfigJson& webhooks, const QStringList& path) {
    const ConfigJson* found = &webhooks;
    for (const QString& step : path) {
        const std::string name = step.toStdString();
        if (!found->is_object() || !found->contains(name))
            return nullptr;
        found = &found->at(name);
    }
    return found;
}

void EnvironmentPlan::erase(ConfigJson& webhooks, const QStringList& path) {
    if (path.isEmpty()) {
        webhooks = nullptr;
        return;
    }
    ConfigJson* holder = &webhooks;
    for (qsizetype i = 0; i + 1 < path.size(); ++i) {
        const std::string name = path.at(i).toStdString();
        if (!holder->is_object() || !holder->contains(name))
            return;
        holder = &holder->at(name);
    }
    if (holder->is_object())
        holder->erase(path.last().toStdString());
}

Result<EnvironmentPlan> EnvironmentPlan::make(const QList<Variable>& variables, const Task& task) {
    EnvironmentPlan plan;
    QList<QStringList> paths;
    for (const Variable& variable : variables)
        paths += ConnectorConfiguration::pathOf(variable.name);
    ConfigJson wanted = task.wanted;
    const auto dropped = settleUnknown(variables, paths, task, wanted, plan);
    if (!dropped)
        return dropped.error();
    auto rows = Attempt(variables, paths, wanted).change(*dropped);
    if (rows && !says(*rows, variables, wanted))
        rows = Attempt(variables, paths, wanted).rewrite(*dropped);
    if (!rows)
        return rows.error();
    if (!says(*rows, variables, wanted))
        return cannotCarry(
            QStringLiteral("These webhooks cannot be written as environment variables."),
            QStringLiteral("Names with “:” are split there; other variables may be in the way."));
    plan.rows = *rows;
    return plan;
}

} // namespace meshwatch
