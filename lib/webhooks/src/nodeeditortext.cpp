// SPDX-License-Identifier: MIT
// How a NodeEditor writes values, and where.
#include "nodeeditor.h"

#include "yamlscalar.h"

#include <algorithm>

namespace meshwatch {

namespace {

/// How far the text indents a level, by its first members that do.
QByteArray stepOf(QByteArrayView text, const TextNode* root) {
    if (root == nullptr || root->kind != TextNode::Kind::Map || root->entries.empty())
        return "  ";
    const auto blanksBefore = [text](qsizetype at) {
        qsizetype start = at;
        while (start > 0 && (text[start - 1] == ' ' || text[start - 1] == '\t'))
            --start;
        return start > 0 && text[start - 1] == '\n' ? text.sliced(start, at - start).toByteArray()
                                                    : QByteArray();
    };
    if (root->isFlow) {
        const QByteArray blanks = blanksBefore(root->entries.front().begin());
        return blanks.isEmpty() ? QByteArray("  ") : blanks;
    }
    for (const auto& entry : root->entries) {
        if (entry.value->isBlockContainer() && entry.value->kind == TextNode::Kind::Map) {
            const QByteArray blanks = blanksBefore(entry.value->entries.front().begin());
            if (!blanks.isEmpty())
                return blanks;
        }
    }
    return "  ";
}

} // namespace

NodeEditor::NodeEditor(QByteArrayView text, const TextTree& tree, Syntax syntax)
    : m_text(text)
    , m_tree(tree)
    , m_syntax(syntax) {
    m_writer.isJson = syntax == Syntax::Json;
    m_writer.step = stepOf(text, tree.root);
    const qsizetype line = text.indexOf('\n');
    m_writer.lineEnd = line > 0 && text[line - 1] == '\r' ? "\r\n" : "\n";
}

ValueWriter NodeEditor::writerFor(const TextNode& container) const {
    ValueWriter writer = m_writer;
    if (container.entries.empty() || !container.isFlow)
        return writer;
    const auto& first = container.entries.front();
    const TextNode& sample = first.key ? *first.key : *first.value;
    writer.isJson = m_syntax == Syntax::Json || sample.style == TextNode::Style::DoubleQuoted;
    const auto isCloseBehind = [this](qsizetype at) {
        return at + 1 < m_text.size() && !QByteArrayView(" \r\n\t").contains(m_text[at + 1]);
    };
    if (first.key)
        writer.isSpacious = first.colon < 0 || !isCloseBehind(first.colon);
    else if (container.entries.size() > 1)
        writer.isSpacious = !isCloseBehind(m_text.sliced(first.end()).indexOf(',') + first.end());
    return writer;
}

QByteArray NodeEditor::inlineText(const TextNode& old, const TextNode& parent,
                                  const ConfigJson& value) const {
    const ValueWriter writer = writerFor(parent);
    if (value.is_structured())
        return writer.flow(value, parent.isFlow && isMultiLine(parent), indentOfLine(old.begin));
    const bool isLikeOld = !old.target && old.kind == TextNode::Kind::Scalar &&
                           old.style != TextNode::Style::Block && old.style != TextNode::Style::Json;
    return writer.isJson || !isLikeOld ? writer.scalar(value) : yamlscalar::write(value, old.style);
}

QByteArray NodeEditor::flowMember(const TextNode& container, const Row& row) const {
    const ValueWriter writer = writerFor(container);
    const QByteArray value =
        writer.flow(*row.value, isMultiLine(container), indentOfLine(container.entries.front().begin()));
    if (container.kind == TextNode::Kind::List)
        return value;
    return writer.scalar(row.name) + (writer.isSpacious || !writer.isJson ? ": " : ":") + value;
}

QByteArray NodeEditor::flowSeparator(const TextNode& container) const {
    if (isMultiLine(container))
        return m_writer.lineEnd + indentOfLine(container.entries.front().begin());
    return writerFor(container).isSpacious ? " " : "";
}

QByteArray NodeEditor::blockText(const TextNode& container, const Row& row) const {
    const bool isList = container.kind == TextNode::Kind::List;
    return joined(isList ? m_writer.blockItem(*row.value) : m_writer.blockMember(row.name, *row.value),
                  column(head(container, 0)));
}

void NodeEditor::replaceValue(const TextNode::Entry& entry, const TextNode& parent, const ConfigJson& value) {
    if (parent.aliases > 0 || entry.value->isSharedWithOthers() || valuePlace(entry, parent) < 0)
        m_isShared = true;
    else if (parent.isFlow)
        replaceInFlow(entry, parent, value);
    else if (ValueWriter::isInline(value))
        replaceByLine(entry, parent, value);
    else
        replaceByBlock(entry, parent, value);
}

void NodeEditor::replaceInFlow(const TextNode::Entry& entry, const TextNode& parent,
                               const ConfigJson& value) {
    const TextNode& node = *entry.value;
    const QByteArray text = inlineText(node, parent, value);
    m_edits.replace(node.begin, node.end, node.begin == node.end ? ' ' + text : text);
}

void NodeEditor::replaceByLine(const TextNode::Entry& entry, const TextNode& parent,
                               const ConfigJson& value) {
    const TextNode& node = *entry.value;
    const qsizetype place = valuePlace(entry, parent);
    const QByteArray text = inlineText(node, parent, value);
    const qsizetype end = lineEnd(place);
    if (node.isBlockContainer() && node.begin > end) {
        // What stands beside the key, a comment, stays beside it.
        m_edits.insert(place, ' ' + text);
        m_edits.remove(end, endWithoutBreaks(node));
    } else {
        m_edits.replace(node.begin, endWithoutBreaks(node), node.begin == place ? ' ' + text : text);
    }
}

void NodeEditor::replaceByBlock(const TextNode::Entry& entry, const TextNode& parent,
                                const ConfigJson& value) {
    const TextNode& node = *entry.value;
    const qsizetype place = valuePlace(entry, parent);
    const qsizetype end = endWithoutBreaks(node);
    const qsizetype parentColumn = column(head(parent, int(&entry - parent.entries.data())));
    const QByteArrayList lines = m_writer.block(value);
    if (parent.kind == TextNode::Kind::List) {
        const bool isOnLine = node.begin > place && node.begin <= lineEnd(place);
        const qsizetype indent = isOnLine && node.isBlockContainer() ? column(node.begin) : parentColumn + 2;
        m_edits.replace(place, end, QByteArray(indent - parentColumn - 1, ' ') + joined(lines, indent));
        return;
    }
    const bool isBelow = node.isBlockContainer() && node.begin > lineEnd(place);
    const qsizetype indent = isBelow && column(node.begin) > parentColumn
                                 ? column(node.begin)
                                 : parentColumn + m_writer.step.size();
    const QByteArray text = m_writer.lineEnd + QByteArray(indent, ' ') + joined(lines, indent);
    if (isBelow) {
        const qsizetype from = lineStart(node.begin);
        m_edits.replace(lineEnd(from - 1), end, text);
    } else if (node.style == TextNode::Style::Block && node.kind == TextNode::Kind::Scalar && !node.target) {
        m_edits.replace(place, end, text);
    } else {
        m_edits.remove(place, end);
        m_edits.insert(lineEnd(end), text, indent);
    }
}

bool NodeEditor::isMultiLine(const TextNode& container) const {
    return !container.entries.empty() &&
           m_text.sliced(container.begin, container.entries.front().begin() - container.begin).contains('\n');
}

qsizetype NodeEditor::head(const TextNode& container, int index) const {
    const auto& entry = container.entries[size_t(index)];
    if (container.isFlow || entry.key)
        return entry.begin();
    qsizetype at = index > 0 ? container.entries[size_t(index) - 1].end() : container.begin;
    at = skipTrivia(at);
    // An anchor or a tag before the first dash.
    while (at < m_text.size() && (m_text[at] == '&' || m_text[at] == '!')) {
        while (at < m_text.size() && !QByteArrayView(" \r\n").contains(m_text[at]))
            ++at;
        at = skipTrivia(at);
    }
    return at;
}

bool NodeEditor::isBehindDash(const TextNode& container) const {
    const qsizetype first = head(container, 0);
    return !m_text.sliced(lineStart(first), first - lineStart(first)).trimmed().isEmpty();
}

qsizetype NodeEditor::valuePlace(const TextNode::Entry& entry, const TextNode& parent) const {
    if (entry.key)
        return entry.colon < 0 ? -1 : entry.colon + 1;
    return parent.isFlow ? entry.value->begin : head(parent, int(&entry - parent.entries.data())) + 1;
}

qsizetype NodeEditor::skipTrivia(qsizetype at) const {
    while (at < m_text.size()) {
        if (m_text[at] == '#')
            at = lineEnd(at);
        else if (!QByteArrayView(" \t\r\n").contains(m_text[at]))
            break;
        else
            ++at;
    }
    return at;
}

qsizetype NodeEditor::lineStart(qsizetype at) const {
    while (at > 0 && m_text[at - 1] != '\n')
        --at;
    return at == 0 && m_text.startsWith("\xef\xbb\xbf") ? 3 : at;
}

qsizetype NodeEditor::lineEnd(qsizetype at) const {
    while (at < m_text.size() && m_text[at] != '\n')
        ++at;
    return at > 0 && at < m_text.size() && m_text[at - 1] == '\r' ? at - 1 : at;
}

qsizetype NodeEditor::behindEntry(qsizetype end) const {
    if (end > 0 && m_text[end - 1] == '\n')
        return end; // a text in the block form ends with its line
    while (end < m_text.size() && m_text[end] != '\n')
        ++end;
    return qMin(end + 1, m_text.size());
}

QByteArray NodeEditor::indentOfLine(qsizetype at) const {
    const qsizetype start = lineStart(at);
    qsizetype end = start;
    while (end < at && (m_text[end] == ' ' || m_text[end] == '\t'))
        ++end;
    return m_text.sliced(start, end - start).toByteArray();
}

qsizetype NodeEditor::endWithoutBreaks(const TextNode& node) const {
    qsizetype end = node.end;
    while (end > node.begin && (m_text[end - 1] == '\n' || m_text[end - 1] == '\r'))
        --end;
    return end;
}

QByteArray NodeEditor::joined(const QByteArrayList& lines, qsizetype indent) const {
    return lines.join(m_writer.lineEnd + QByteArray(indent, ' '));
}

} // namespace meshwatch
