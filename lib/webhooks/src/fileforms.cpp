// SPDX-License-Identifier: MIT
// The Connector's own file and env files.
#include "documentform.h"
#include "environmentplan.h"
#include "jsontree.h"
#include "nodeeditor.h"
#include "webhooksorder.h"

namespace meshwatch::documentform {

namespace {

/// A line NAME=value of an env file.
struct Line {
    QString name;
    qsizetype begin; ///< of the line
    qsizetype valueAt;
    qsizetype valueEnd;
    qsizetype end; ///< behind the line break
};

/// Those of a text that ConnectorConfiguration::parseEnvironment() reads.
std::vector<Line> linesOf(QByteArrayView text) {
    std::vector<Line> lines;
    qsizetype begin = text.startsWith("\xef\xbb\xbf") ? 3 : 0;
    while (begin < text.size()) {
        const qsizetype lineBreak = text.sliced(begin).indexOf('\n');
        const qsizetype end = lineBreak < 0 ? text.size() : begin + lineBreak + 1;
        const QByteArrayView line = text.sliced(begin, end - begin);
        qsizetype valueEnd = lineBreak < 0 ? end : end - 1;
        if (valueEnd > begin && text[valueEnd - 1] == '\r')
            --valueEnd;
        const qsizetype equals = line.indexOf('=');
        QString name = QString::fromUtf8(line.first(qMax<qsizetype>(0, equals)));
        while (!name.isEmpty() && name.front().isSpace())
            name.remove(0, 1);
        if (equals >= 0 && !name.startsWith(QLatin1Char('#')))
            lines.push_back({name, begin, begin + equals + 1, valueEnd, end});
        begin = end;
    }
    return lines;
}

/// The text with other lines where the plan says so.
QByteArray withRows(QByteArrayView text, const std::vector<Line>& lines, const EnvironmentPlan& plan) {
    const bool isCrLf = text.contains("\r\n");
    const QByteArray lineEnd = isCrLf ? "\r\n" : "\n";
    TextEdits edits;
    std::vector<bool> stays(lines.size());
    const Line* before = nullptr;
    for (const EnvironmentPlan::Row& row : plan.rows) {
        if (row.source >= 0) {
            before = &lines[size_t(row.source)];
            stays[size_t(row.source)] = true;
            if (row.isChanged)
                edits.replace(before->valueAt, before->valueEnd, row.text.toUtf8());
            continue;
        }
        const QByteArray line = row.name.toUtf8() + '=' + row.text.toUtf8();
        const qsizetype at = before ? before->end : lines.empty() ? text.size() : lines.front().begin;
        const bool isOnNewLine = at == 0 || text[at - 1] == '\n' || text.first(at) == "\xef\xbb\xbf";
        edits.insert(at, isOnNewLine ? line + lineEnd : lineEnd + line);
    }
    for (size_t i = 0; i < lines.size(); ++i) {
        if (!stays[i])
            edits.remove(lines[i].begin, lines[i].end);
    }
    return edits.appliedTo(text);
}

} // namespace

Error sharedError() {
    return {QStringLiteral("configuration.shared"),
            QStringLiteral("What is to be changed is used at another place too, through an anchor."),
            QStringLiteral("Write it out where it is used, without “&” and “*”, and try again.")};
}

ConfigJson Contents::webhooks() const {
    // Others have no say, and may be many.
    ConnectorConfiguration::Environment ours;
    std::copy_if(environment.begin(), environment.end(), std::back_inserter(ours), [](const auto& variable) {
        return EnvironmentPlan::isAboutWebhooks(ConnectorConfiguration::pathOf(variable.first));
    });
    return ConnectorConfiguration(file, ours).webhooks();
}

Result<Contents> readJson(QByteArrayView text) {
    auto file = configjson::parse(text);
    if (!file)
        return file.error();
    if (!file->is_object())
        return Error{QStringLiteral("configuration.badJson"),
                     QStringLiteral("The file is JSON, but no object: a Connector's configuration is one."),
                     {}};
    Contents contents;
    contents.file = std::move(*file);
    return contents;
}

Result<Change> writeJson(QByteArrayView text, const ConfigJson& webhooks) {
    const auto tree = jsonTree(text);
    if (!tree)
        return tree.error();
    static const std::vector<std::string> path{"modules", "webhooks"};
    const TextNode* modules = tree->root->member(path[0]);
    const TextNode* old = modules ? modules->member(path[1]) : nullptr;
    const auto known = old ? old->toJson() : std::nullopt;
    NodeEditor editor(text, *tree, NodeEditor::Syntax::Json);
    if (!editor.set(path, webhooksorder::alignedTo(webhooks, known.value_or(nullptr))))
        return sharedError();
    return Change{editor.result(), {}, {}};
}

Result<Contents> readEnvironment(QByteArrayView text) {
    auto environment = ConnectorConfiguration::parseEnvironment(text);
    if (!environment)
        return environment.error();
    Contents contents;
    contents.environment = std::move(*environment);
    return contents;
}

Result<Change> writeEnvironment(QByteArrayView text, const ConfigJson& webhooks) {
    const auto contents = readEnvironment(text);
    if (!contents)
        return contents.error();
    const auto lines = linesOf(text);
    QList<EnvironmentPlan::Variable> variables;
    for (const Line& line : lines)
        variables.append(
            {line.name, configjson::unicode(text.sliced(line.valueAt, line.valueEnd - line.valueAt))});
    const auto plan = EnvironmentPlan::make(variables, {contents->webhooks(), webhooks, webhooks});
    if (!plan)
        return plan.error();
    return Change{withRows(text, lines, *plan), plan->notes, plan->references};
}

} // namespace meshwatch::documentform
