// SPDX-License-Identifier: MIT
#include "environmentnodes.h"

#include <QRegularExpression>

#include <algorithm>

namespace meshwatch {

EnvironmentPlan::Variable unescaped(const QString& name, const std::string& value,
                                    const QRegularExpression& reference) {
    const QString text = configjson::unicode(value);
    EnvironmentPlan::Variable result{name, {}, true};
    qsizetype at = 0;
    for (auto found = reference.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        result.isKnown = result.isKnown && match.capturedView(1) == QLatin1String("$");
        result.text += QStringView(text).mid(at, match.capturedStart() - at);
        result.text += QLatin1Char('$');
        at = match.capturedEnd();
    }
    result.text += QStringView(text).mid(at);
    return result;
}

ConfigJson escaped(const QString& text) {
    return configjson::fromString(QString(text).replace(QLatin1Char('$'), QLatin1String("$$")));
}

bool arrangeVariables(NodeEditor& editor, const TextNode& container, const std::vector<int>& entries,
                      const EnvironmentPlan& plan,
                      const std::function<ConfigJson(const EnvironmentPlan::Row&)>& written) {
    std::vector<bool> isVariable(container.entries.size());
    std::vector<bool> isKept(entries.size());
    for (const int entry : entries) {
        if (entry >= 0)
            isVariable[size_t(entry)] = true;
    }
    std::vector<NodeEditor::Row> rows;
    int next = 0;
    // What is no variable of ours stays between those beside which it stands.
    const auto passTo = [&](int entry) {
        for (; next < entry; ++next) {
            if (!isVariable[size_t(next)])
                rows.push_back({next, {}, nullptr});
        }
    };
    std::deque<ConfigJson> values;
    for (const EnvironmentPlan::Row& row : plan.rows) {
        const int entry = row.source >= 0 ? entries[size_t(row.source)] : -1;
        const bool isSame = row.source >= 0 && !row.isChanged;
        if (row.source >= 0)
            isKept[size_t(row.source)] = true;
        if (isSame && entry < 0)
            continue; // the merge key goes on bringing it
        if (entry >= 0)
            passTo(entry + 1);
        const ConfigJson* value = isSame ? nullptr : &values.emplace_back(written(row));
        rows.push_back({entry, row.name.toStdString(), value});
    }
    passTo(int(container.entries.size()));
    for (size_t i = 0; i < entries.size(); ++i) {
        if (entries[i] < 0 && !isKept[i])
            return false;
    }
    if (std::none_of(rows.begin(), rows.end(), [](const NodeEditor::Row& row) { return row.source >= 0; }))
        return false;
    editor.arrange(container, rows);
    return true;
}

} // namespace meshwatch
