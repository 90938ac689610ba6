// SPDX-License-Identifier: MIT
#include "nodeeditor.h"

#include <algorithm>

namespace meshwatch {

namespace {

/// A value below the rest of a path.
ConfigJson nested(const std::vector<std::string>& path, size_t depth, const ConfigJson& value) {
    ConfigJson result = value;
    for (size_t i = path.size(); i > depth; --i)
        result = ConfigJson::object({{path[i - 1], std::move(result)}});
    return result;
}

ConfigJson withMember(ConfigJson root, const std::vector<std::string>& path, size_t depth,
                      const ConfigJson& value) {
    ConfigJson* at = &root;
    for (size_t i = depth; i < path.size(); ++i) {
        if (!at->is_object())
            *at = ConfigJson::object();
        at = &(*at)[path[i]];
    }
    *at = value;
    return root;
}

} // namespace

bool NodeEditor::set(const std::vector<std::string>& path, const ConfigJson& value) {
    m_way.clear();
    if (m_tree.root != nullptr && m_tree.root->isMap()) {
        setBelow(*m_tree.root, path, value);
    } else if (!value.is_null()) {
        // Comments at most: the value comes behind them.
        const bool isOnNewLine = m_text.isEmpty() || m_text.endsWith('\n') || m_text == "\xef\xbb\xbf";
        const QByteArray text = joined(m_writer.block(nested(path, 0, value)), 0);
        m_edits.insert(m_text.size(),
                       (isOnNewLine ? QByteArray() : m_writer.lineEnd) + text + m_writer.lineEnd);
    }
    return !m_isShared;
}

void NodeEditor::setBelow(const TextNode& map, const std::vector<std::string>& path,
                          const ConfigJson& value) {
    const size_t depth = m_way.size();
    const int index = map.indexOf(path[depth]);
    if (index < 0) {
        const TextNode* brought = map.member(path[depth]);
        const auto known = brought ? brought->toJson() : std::nullopt;
        if (!value.is_null() || (known && !known->is_null()))
            appendMember(map, path[depth], withMember(known.value_or(nullptr), path, depth + 1, value));
        return;
    }
    const TextNode::Entry& entry = map.entries[size_t(index)];
    const bool isLast = depth + 1 == path.size();
    if (isLast && value.is_null())
        return removeMember(map, index);
    if (isLast) {
        const TextEdits before = m_edits;
        change(entry, map, value);
        if (m_isShared && !entry.value->isSharedWithOthers() && map.aliases == 0) {
            // The aliases are all inside: written out anew, none is needed.
            m_isShared = false;
            m_edits = before;
            replaceValue(entry, map, value);
        }
        return;
    }
    if (entry.value->kind == TextNode::Kind::Map && !entry.value->target && !entry.value->entries.empty()) {
        if (map.aliases > 0)
            m_isShared = true;
        m_way.push_back({&entry, &map});
        return setBelow(*entry.value, path, value);
    }
    const auto known = entry.value->toJson();
    if (!value.is_null() || (known && known->is_object()))
        replaceValue(entry, map, withMember(known.value_or(nullptr), path, depth + 1, value));
}

void NodeEditor::change(const TextNode::Entry& entry, const TextNode& parent, const ConfigJson& value) {
    const TextNode& node = *entry.value;
    if (const auto json = node.toJson(); json && *json == value)
        return;
    if (parent.aliases > 0)
        m_isShared = true;
    const bool isSameKind = node.kind == TextNode::Kind::Map ? value.is_object() : value.is_array();
    const bool isInside = !node.target && node.kind != TextNode::Kind::Scalar && isSameKind;
    if (isInside && (node.kind == TextNode::Kind::Map ? changeMap(node, value) : changeList(node, value)))
        return;
    replaceValue(entry, parent, value);
}

bool NodeEditor::changeMap(const TextNode& map, const ConfigJson& value) {
    std::vector<Row> rows;
    std::vector<std::string> stays; // in the text's order; a name that comes again counts where it is first
    for (const auto& entry : map.entries) {
        if (entry.key->isMerge || entry.colon < 0)
            return false;
        if (value.contains(entry.name) && std::find(stays.begin(), stays.end(), entry.name) == stays.end())
            stays.push_back(entry.name);
    }
    size_t next = 0;
    int source = -1;
    for (const auto& [name, member] : value.items()) {
        if (const int index = map.indexOf(name); index < 0) {
            rows.push_back({-1, name, &member});
        } else if (next < stays.size() && stays[next] == name && index > source) {
            rows.push_back({source = index, name, &member});
            ++next;
        } else {
            return false; // the order changes
        }
    }
    if (stays.empty())
        return false;
    arrange(map, rows);
    return true;
}

bool NodeEditor::changeList(const TextNode& list, const ConfigJson& value) {
    const int before = int(list.entries.size());
    const int after = int(value.size());
    const auto isSame = [&](int old, int now) {
        const auto json = list.entries[size_t(old)].value->toJson();
        return json && *json == value[size_t(now)];
    };
    int first = 0;
    while (first < before && first < after && isSame(first, first))
        ++first;
    int last = 0;
    while (last < before - first && last < after - first && isSame(before - 1 - last, after - 1 - last))
        ++last;
    // Between what is equal at both ends, the n-th becomes the n-th.
    std::vector<Row> rows;
    bool isAnyKept = false;
    for (int i = 0; i < after; ++i) {
        const int fromEnd = before - (after - i);
        const int source = i >= after - last ? fromEnd : i < before - last ? i : -1;
        isAnyKept = isAnyKept || source >= 0;
        rows.push_back({source, {}, &value[size_t(i)]});
    }
    if (!isAnyKept)
        return false;
    arrange(list, rows);
    return true;
}

void NodeEditor::appendMember(const TextNode& map, const std::string& name, const ConfigJson& value) {
    std::vector<Row> rows;
    rows.reserve(map.entries.size() + 1);
    for (int i = 0; i < int(map.entries.size()); ++i)
        rows.push_back({i, {}, nullptr});
    rows.push_back({-1, name, &value});
    if (!map.entries.empty())
        arrange(map, rows);
    else if (m_way.empty())
        m_edits.replace(map.begin, map.end,
                        m_writer.flow(ConfigJson::object({{name, value}}), true, indentOfLine(map.begin)));
}

void NodeEditor::removeMember(const TextNode& map, int index) {
    const std::string& name = map.entries[size_t(index)].name;
    std::vector<Row> rows;
    for (int i = 0; i < int(map.entries.size()); ++i) {
        if (map.entries[size_t(i)].name != name || map.entries[size_t(i)].key->isMerge)
            rows.push_back({i, {}, nullptr});
    }
    if (!rows.empty())
        arrange(map, rows);
    else if (!m_way.empty())
        replaceValue(*m_way.back().entry, *m_way.back().map, ConfigJson::object());
    else if (map.isFlow)
        m_edits.replace(map.begin, map.end, "{}");
    else
        m_edits.remove(lineStart(map.begin), behindEntry(map.end));
}

void NodeEditor::arrange(const TextNode& container, const std::vector<Row>& rows) {
    if (container.aliases > 0)
        m_isShared = true;
    std::vector<bool> stays(container.entries.size());
    const auto firstKept =
        std::find_if(rows.begin(), rows.end(), [](const Row& row) { return row.source >= 0; });
    int kept = -1;
    for (const Row& row : rows) {
        if (row.source >= 0) {
            kept = row.source;
            stays[size_t(kept)] = true;
            if (row.value != nullptr)
                change(container.entries[size_t(kept)], container, *row.value);
        } else if (kept >= 0) {
            insertAfter(container, kept, row);
        } else {
            insertBefore(container, firstKept->source, row);
        }
    }
    for (size_t i = 0; i < stays.size(); ++i) {
        if (!stays[i] && container.entries[i].value->isSharedWithOthers())
            m_isShared = true;
    }
    if (container.isFlow)
        removeFlowEntries(container, stays);
    else
        removeBlockEntries(container, stays);
}

void NodeEditor::insertAfter(const TextNode& container, int index, const Row& row) {
    const qsizetype end = container.entries[size_t(index)].end();
    if (container.isFlow) {
        m_edits.insert(end, ',' + flowSeparator(container) + flowMember(container, row));
        return;
    }
    const qsizetype at = behindEntry(end);
    const qsizetype depth = column(head(container, 0));
    const QByteArray text = QByteArray(depth, ' ') + blockText(container, row);
    const bool isOnNewLine = at > 0 && m_text[at - 1] == '\n';
    m_edits.insert(at, isOnNewLine ? text + m_writer.lineEnd : m_writer.lineEnd + text, depth);
}

void NodeEditor::insertBefore(const TextNode& container, int index, const Row& row) {
    if (container.isFlow) {
        m_edits.insert(container.entries[size_t(index)].begin(),
                       flowMember(container, row) + ',' + flowSeparator(container));
        return;
    }
    // In front of the very first: what comes between may be removed.
    const qsizetype at = head(container, 0);
    const QByteArray text = blockText(container, row) + m_writer.lineEnd;
    const QByteArray indent(column(at), ' ');
    if (isBehindDash(container))
        m_edits.insert(at, text + indent);
    else
        m_edits.insert(lineStart(at), indent + text);
}

void NodeEditor::removeFlowEntries(const TextNode& container, const std::vector<bool>& stays) {
    bool isAnyBefore = false;
    for (size_t i = 0; i < stays.size(); ++i) {
        const auto& entry = container.entries[i];
        if (stays[i])
            isAnyBefore = true;
        else if (!isAnyBefore)
            m_edits.remove(entry.begin(), container.entries[i + 1].begin());
        else
            m_edits.remove(container.entries[i - 1].end(), entry.end());
    }
}

void NodeEditor::removeBlockEntries(const TextNode& container, const std::vector<bool>& stays) {
    size_t i = 0;
    if (isBehindDash(container) && !stays[0]) {
        // What follows moves up to the dash.
        while (!stays[i + 1])
            ++i;
        qsizetype to = behindEntry(container.entries[i].end());
        while (to < m_text.size() && QByteArrayView(" \r\n").contains(m_text[to]))
            ++to;
        m_edits.remove(head(container, 0), to);
        ++i;
    }
    for (; i < stays.size(); ++i) {
        if (stays[i])
            continue;
        m_edits.remove(lineStart(head(container, int(i))), behindEntry(container.entries[i].end()));
    }
}

} // namespace meshwatch
