// SPDX-License-Identifier: MIT
#include "jsontree.h"

#include <meshwatch/core/jsonspan.h>

#include <limits>

namespace meshwatch {

namespace {

/// Works on a text that is known to be JSON and not too deep.
class JsonTreeBuilder {
public:
    JsonTreeBuilder(QByteArrayView text, TextTree& tree)
        : m_text(text)
        , m_tree(tree) {}

    const TextNode* build(const JsonSpan& span) {
        TextNode& node = m_tree.nodes.emplace_back();
        node.begin = span.at;
        node.end = span.at + span.length;
        if (!span.isContainer()) {
            node.value = read(span.at, span.length);
            return &node;
        }
        node.isFlow = true;
        node.kind = span.type == JsonSpan::Type::Object ? TextNode::Kind::Map : TextNode::Kind::List;
        const auto children = span.children(m_text, -1, std::numeric_limits<int>::max());
        for (const JsonSpan& child : children.spans)
            node.entries.push_back(entry(child));
        return &node;
    }

private:
    ConfigJson read(qsizetype at, qsizetype length) {
        auto value = configjson::parse(m_text.sliced(at, length));
        return value ? std::move(*value) : ConfigJson();
    }

    TextNode::Entry entry(const JsonSpan& child) {
        TextNode::Entry entry;
        if (child.keyAt >= 0) {
            TextNode& key = m_tree.nodes.emplace_back();
            key.begin = child.keyAt - 1;
            key.end = child.keyAt + child.keyLength + 1;
            key.value = read(key.begin, key.end - key.begin);
            entry.name = key.value.is_string() ? key.value.get<std::string>() : std::string();
            entry.key = &key;
            entry.colon = m_text.sliced(key.end).indexOf(':') + key.end;
        }
        entry.value = build(child);
        return entry;
    }

    QByteArrayView m_text;
    TextTree& m_tree;
};

} // namespace

Result<TextTree> jsonTree(QByteArrayView text) {
    if (const auto checked = configjson::parse(text); !checked)
        return checked.error();
    TextTree tree;
    const qsizetype begin = text.startsWith("\xef\xbb\xbf") ? 3 : 0;
    tree.root = JsonTreeBuilder(text, tree).build(JsonSpan::valueAt(text, begin));
    return tree;
}

} // namespace meshwatch
