// SPDX-License-Identifier: MIT
#include "yamltree.h"

#include "yamlscalar.h"

#include <meshwatch/core/json.h>

#include <QHash>

#include <unordered_set>

#include <yaml.h>

namespace meshwatch {

namespace {

Error badYaml(const QString& what, const QString& place) {
    return {QStringLiteral("configuration.badYaml"),
            QStringLiteral("This is not YAML as a Connector's operator needs it: %1 at %2.").arg(what, place),
            {}};
}

/// libyaml counts characters; edits need bytes.
class Offsets {
public:
    explicit Offsets(QByteArrayView text)
        : m_begin(text.startsWith("\xef\xbb\xbf") ? 3 : 0)
        , m_size(text.size()) {
        if (std::all_of(text.begin() + m_begin, text.end(), [](char c) { return uchar(c) < 0x80; }))
            return;
        for (qsizetype i = m_begin; i < text.size(); ++i) {
            if ((uchar(text[i]) & 0xc0) != 0x80)
                m_offsets.push_back(quint32(i));
        }
    }
    [[nodiscard]] qsizetype operator()(const yaml_mark_t& mark) const {
        if (m_offsets.empty())
            return qMin(m_size, qsizetype(mark.index) + m_begin);
        return mark.index < m_offsets.size() ? qsizetype(m_offsets[mark.index]) : m_size;
    }

private:
    qsizetype m_begin;
    qsizetype m_size;
    std::vector<quint32> m_offsets;
};

class YamlTreeBuilder {
public:
    explicit YamlTreeBuilder(QByteArrayView text)
        : m_text(text)
        , m_offsets(text) {
        yaml_parser_initialize(&m_parser);
        yaml_parser_set_encoding(&m_parser, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(
            &m_parser, reinterpret_cast<const unsigned char*>(text.isEmpty() ? "" : text.data()),
            size_t(text.size()));
    }
    ~YamlTreeBuilder() {
        drop();
        yaml_parser_delete(&m_parser);
    }
    Q_DISABLE_COPY_MOVE(YamlTreeBuilder)

    Result<TextTree> build() {
        while (next()) {
            if (m_event.type == YAML_STREAM_END_EVENT)
                return std::move(m_tree);
            if (m_event.type == YAML_DOCUMENT_START_EVENT && ++m_documents > 1) {
                m_error = at(QStringLiteral("more than one document"));
                break;
            }
            if (isNode()) {
                const TextNode* root = node(0);
                if (root == nullptr)
                    break;
                // Nothing but comments: as if there were no document.
                const bool isEmpty = root->kind == TextNode::Kind::Scalar && root->begin == root->end;
                m_tree.root = isEmpty ? nullptr : root;
            }
        }
        return m_error;
    }

private:
    static constexpr int deepest = 200;

    void drop() {
        if (m_hasEvent)
            yaml_event_delete(&m_event);
        m_hasEvent = false;
    }

    [[nodiscard]] bool next() {
        drop();
        if (!yaml_parser_parse(&m_parser, &m_event)) {
            const auto problem = QString::fromUtf8(m_parser.problem ? m_parser.problem : "cannot be read");
            const bool isReader = m_parser.error == YAML_READER_ERROR;
            m_error = badYaml(problem, json::position(m_text, isReader ? qsizetype(m_parser.problem_offset)
                                                                       : m_offsets(m_parser.problem_mark)));
            return false;
        }
        m_hasEvent = true;
        return true;
    }

    [[nodiscard]] Error at(const QString& what) const {
        return badYaml(what, json::position(m_text, m_offsets(m_event.start_mark)));
    }

    [[nodiscard]] bool isNode() const {
        return m_event.type == YAML_SCALAR_EVENT || m_event.type == YAML_ALIAS_EVENT ||
               m_event.type == YAML_SEQUENCE_START_EVENT || m_event.type == YAML_MAPPING_START_EVENT;
    }

    TextNode* fail(const QString& what) {
        m_error = at(what);
        return nullptr;
    }

    /// The node that begins with the current event.
    TextNode* node(int depth) {
        TextNode& node = m_tree.nodes.emplace_back();
        node.begin = m_offsets(m_event.start_mark);
        node.end = m_offsets(m_event.end_mark);
        std::string anchor;
        switch (m_event.type) {
        case YAML_ALIAS_EVENT:
            node.target = m_anchors.value(reinterpret_cast<const char*>(m_event.data.alias.anchor));
            if (node.target == nullptr)
                return fail(QStringLiteral("an alias without an anchor before it"));
            ++node.target->aliases;
            return &node;
        case YAML_SCALAR_EVENT:
            anchor = text(m_event.data.scalar.anchor);
            scalar(node);
            break;
        case YAML_SEQUENCE_START_EVENT:
            anchor = text(m_event.data.sequence_start.anchor);
            node.kind = TextNode::Kind::List;
            node.isFlow = m_event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
            if (!children(node, depth))
                return nullptr;
            break;
        default:
            anchor = text(m_event.data.mapping_start.anchor);
            node.kind = TextNode::Kind::Map;
            node.isFlow = m_event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
            if (!children(node, depth))
                return nullptr;
        }
        if (!anchor.empty())
            m_anchors.insert(QByteArray::fromStdString(anchor), &node);
        return &node;
    }

    static std::string text(const yaml_char_t* name) {
        return name ? std::string(reinterpret_cast<const char*>(name)) : std::string();
    }

    void scalar(TextNode& node) {
        const auto& data = m_event.data.scalar;
        node.text.assign(reinterpret_cast<const char*>(data.value), data.length);
        switch (data.style) {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE:
            node.style = TextNode::Style::SingleQuoted;
            break;
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
            node.style = TextNode::Style::DoubleQuoted;
            break;
        case YAML_LITERAL_SCALAR_STYLE:
        case YAML_FOLDED_SCALAR_STYLE:
            node.style = TextNode::Style::Block;
            break;
        default:
            node.style = TextNode::Style::Plain;
        }
        node.isMerge = data.plain_implicit && node.text == "<<";
        node.value = data.plain_implicit ? yamlscalar::resolvePlain(node.text) : ConfigJson(node.text);
    }

    bool children(TextNode& node, int depth) {
        if (depth >= deepest)
            return fail(QStringLiteral("nested too deep")) != nullptr;
        const bool isMap = node.kind == TextNode::Kind::Map;
        std::unordered_set<std::string> names;
        while (next()) {
            if (!isNode()) {
                if (node.isFlow)
                    node.end = m_offsets(m_event.end_mark);
                else if (!node.entries.empty())
                    node.end = node.entries.back().end();
                return true;
            }
            TextNode::Entry entry;
            if (isMap && !key(entry, names, depth))
                return false;
            entry.value = this->node(depth + 1);
            if (entry.value == nullptr)
                return false;
            if (isMap && entry.key->isMerge && !addMergeCost(node, *entry.value))
                return fail(QStringLiteral("merge keys that blow up")) != nullptr;
            node.entries.push_back(std::move(entry));
        }
        return false;
    }

    /// Each map of a merge key brings those that it merges itself.
    static bool addMergeCost(TextNode& map, const TextNode& value) {
        constexpr int most = 1000;
        map.mergeCost += 1 + value.resolved().mergeCost;
        for (const TextNode::Entry& entry : value.resolved().entries)
            map.mergeCost = qMin(most + 1, map.mergeCost + 1 + entry.value->resolved().mergeCost);
        return map.mergeCost <= most;
    }

    bool key(TextNode::Entry& entry, std::unordered_set<std::string>& names, int depth) {
        const TextNode* key = node(depth + 1);
        if (key == nullptr)
            return false;
        const TextNode& resolved = key->resolved();
        entry.key = key;
        const bool isText = resolved.kind == TextNode::Kind::Scalar && resolved.value.is_string();
        entry.name = isText ? resolved.value.get<std::string>() : resolved.value.dump();
        if (!key->isMerge && !names.insert(entry.name).second)
            return fail(QStringLiteral("the key “%1” for the second time")
                            .arg(QString::fromStdString(entry.name))) != nullptr;
        qsizetype colon = key->end;
        while (colon < m_text.size() && (m_text[colon] == ' ' || m_text[colon] == '\t'))
            ++colon;
        if (colon < m_text.size() && m_text[colon] == ':')
            entry.colon = colon;
        return next();
    }

    QByteArrayView m_text;
    Offsets m_offsets;
    yaml_parser_t m_parser{};
    yaml_event_t m_event{};
    bool m_hasEvent = false;
    int m_documents = 0;
    TextTree m_tree;
    QHash<QByteArray, const TextNode*> m_anchors;
    Error m_error;
};

} // namespace

Result<TextTree> yamlTree(QByteArrayView text) { return YamlTreeBuilder(text).build(); }

} // namespace meshwatch
