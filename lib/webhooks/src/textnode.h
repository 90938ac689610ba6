// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/configjson.h>

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meshwatch {

/// A value of a JSON or YAML text and where it stands there, in bytes.
struct TextNode {
    enum class Kind : quint8 { Scalar, List, Map };
    enum class Style : quint8 { Json, Plain, SingleQuoted, DoubleQuoted, Block };
    struct Entry {
        const TextNode* key = nullptr; ///< null in lists
        const TextNode* value = nullptr;
        qsizetype colon = -1; ///< -1: there is none in the text
        std::string name;     ///< the key as JSON has it

        [[nodiscard]] qsizetype begin() const { return key ? key->begin : value->begin; }
        [[nodiscard]] qsizetype end() const;
    };

    Kind kind = Kind::Scalar;
    Style style = Style::Json;
    bool isFlow = false;  ///< containers: in brackets
    bool isMerge = false; ///< the key `<<`
    qsizetype begin = 0;  ///< with anchor and tag
    qsizetype end = 0;
    const TextNode* target = nullptr; ///< of an alias: what it stands for
    int mergeCost = 0;                ///< of looking through merge keys: how many maps
    mutable int aliases = 0;          ///< how many stand for this
    std::string text;                 ///< scalars: as a YAML reader hands it on, before it gets a type
    ConfigJson value;                 ///< scalars
    std::vector<Entry> entries;

    [[nodiscard]] const TextNode& resolved() const { return target ? *target : *this; }
    [[nodiscard]] bool isMap() const { return resolved().kind == Kind::Map; }
    [[nodiscard]] bool isList() const { return resolved().kind == Kind::List; }
    /// Nothing was written, or null.
    [[nodiscard]] bool isNull() const {
        return resolved().kind == Kind::Scalar && resolved().value.is_null();
    }
    /// Is the value of the block form, that is without brackets and over several lines?
    [[nodiscard]] bool isBlockContainer() const { return kind != Kind::Scalar && !isFlow && !target; }

    /// Own members by this name; the last one counts. -1 if there is none.
    [[nodiscard]] int indexOf(std::string_view name) const;
    /// The value of a member, also where merge keys (`<<`) bring it; null if there is none.
    [[nodiscard]] const TextNode* member(std::string_view name) const;
    /// Of the value of a merge key: the members that it brings, each once.
    [[nodiscard]] std::vector<std::pair<std::string, const TextNode*>> mergedMembers() const;
    /// Nothing where aliases blow it up beyond all bounds.
    [[nodiscard]] std::optional<ConfigJson> toJson() const;
    /// Anchors in it to which aliases outside of it refer.
    [[nodiscard]] bool isSharedWithOthers() const;

private:
    [[nodiscard]] bool appendTo(ConfigJson& json, int& budget) const;
    [[nodiscard]] bool appendMembersTo(ConfigJson& json, int& budget) const;
    void countAliases(std::vector<const TextNode*>& anchored, std::vector<const TextNode*>& targets) const;
};

/// A text's values; nodes stay where they are.
struct TextTree {
    std::deque<TextNode> nodes;
    const TextNode* root = nullptr; ///< null: the text has no value
};

} // namespace meshwatch
