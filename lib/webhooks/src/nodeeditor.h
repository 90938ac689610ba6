// SPDX-License-Identifier: MIT
#pragma once

#include "textedits.h"
#include "textnode.h"
#include "valuewriter.h"

#include <QStringList>

namespace meshwatch {

/// Changes values in a JSON or YAML text and nothing else: what stays keeps its bytes, and so do the comments
/// beside it. New parts are written as those around them are.
class NodeEditor {
public:
    enum class Syntax { Json, Yaml };

    NodeEditor(QByteArrayView text, const TextTree& tree, Syntax syntax);

    /// Makes the value at a path of member names this one, null: there is none. Missing members on the way
    /// are made. False when that would change other places of the text: see isShared().
    [[nodiscard]] bool set(const std::vector<std::string>& path, const ConfigJson& value);

    /// What becomes of a list or map: entries that stay or change, by their index, and new ones.
    struct Row {
        int source = -1; ///< -1: new
        std::string name;
        const ConfigJson* value = nullptr; ///< null: the entry stays
    };
    /// Sources ascend and there is at least one.
    void arrange(const TextNode& container, const std::vector<Row>& rows);
    /// A value in place of an entry's, whatever it was.
    void replaceValue(const TextNode::Entry& entry, const TextNode& parent, const ConfigJson& value);

    /// Something that had to change is used elsewhere through an alias.
    [[nodiscard]] bool isShared() const { return m_isShared; }
    [[nodiscard]] QByteArray result() const { return m_edits.appliedTo(m_text); }

private:
    struct Step {
        const TextNode::Entry* entry;
        const TextNode* map;
    };

    void setBelow(const TextNode& map, const std::vector<std::string>& path, const ConfigJson& value);
    void change(const TextNode::Entry& entry, const TextNode& parent, const ConfigJson& value);
    [[nodiscard]] bool changeMap(const TextNode& map, const ConfigJson& value);
    [[nodiscard]] bool changeList(const TextNode& list, const ConfigJson& value);
    void appendMember(const TextNode& map, const std::string& name, const ConfigJson& value);
    void removeMember(const TextNode& map, int index);

    void insertAfter(const TextNode& container, int index, const Row& row);
    void insertBefore(const TextNode& container, int index, const Row& row);
    void removeFlowEntries(const TextNode& container, const std::vector<bool>& stays);
    void removeBlockEntries(const TextNode& container, const std::vector<bool>& stays);
    void replaceInFlow(const TextNode::Entry& entry, const TextNode& parent, const ConfigJson& value);
    void replaceByLine(const TextNode::Entry& entry, const TextNode& parent, const ConfigJson& value);
    void replaceByBlock(const TextNode::Entry& entry, const TextNode& parent, const ConfigJson& value);

    [[nodiscard]] ValueWriter writerFor(const TextNode& container) const;
    [[nodiscard]] QByteArray inlineText(const TextNode& old, const TextNode& parent,
                                        const ConfigJson& value) const;
    [[nodiscard]] QByteArray flowMember(const TextNode& container, const Row& row) const;
    [[nodiscard]] QByteArray flowSeparator(const TextNode& container) const;
    [[nodiscard]] QByteArray blockText(const TextNode& container, const Row& row) const;
    [[nodiscard]] bool isMultiLine(const TextNode& container) const;

    /// Where an entry of a block begins: its key, or the dash of a list.
    [[nodiscard]] qsizetype head(const TextNode& container, int index) const;
    /// Does a block begin on the line of the dash before it?
    [[nodiscard]] bool isBehindDash(const TextNode& container) const;
    /// Behind the colon or dash, where an entry's value may begin; -1: there is none.
    [[nodiscard]] qsizetype valuePlace(const TextNode::Entry& entry, const TextNode& parent) const;
    [[nodiscard]] qsizetype skipTrivia(qsizetype at) const;
    [[nodiscard]] qsizetype lineStart(qsizetype at) const;
    [[nodiscard]] qsizetype lineEnd(qsizetype at) const;      ///< before the line break
    [[nodiscard]] qsizetype behindEntry(qsizetype end) const; ///< the start of the line behind it
    [[nodiscard]] qsizetype column(qsizetype at) const { return at - lineStart(at); }
    [[nodiscard]] QByteArray indentOfLine(qsizetype at) const;
    [[nodiscard]] qsizetype endWithoutBreaks(const TextNode& node) const;
    [[nodiscard]] QByteArray joined(const QByteArrayList& lines, qsizetype indent) const;

    QByteArrayView m_text;
    const TextTree& m_tree;
    Syntax m_syntax;
    ValueWriter m_writer;
    TextEdits m_edits;
    std::vector<Step> m_way; ///< from the root to the map under edit
    bool m_isShared = false;
};

} // namespace meshwatch
