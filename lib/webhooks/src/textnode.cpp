// SPDX-License-Identifier: MIT
#include "textnode.h"

#include <algorithm>

namespace meshwatch {

namespace {

constexpr int mostValues = 50'000;

/// The maps that a merge key brings, the strongest first.
std::vector<const TextNode*> merged(const TextNode& value) {
    std::vector<const TextNode*> maps;
    if (value.isMap())
        maps.push_back(&value.resolved());
    if (value.isList()) {
        for (const TextNode::Entry& entry : value.resolved().entries) {
            if (entry.value->isMap())
                maps.push_back(&entry.value->resolved());
        }
    }
    return maps;
}

} // namespace

qsizetype TextNode::Entry::end() const {
    return key ? qMax(qMax(key->end, colon + 1), value->end) : value->end;
}

int TextNode::indexOf(std::string_view name) const {
    for (int i = int(entries.size()) - 1; i >= 0; --i) {
        const Entry& entry = entries[size_t(i)];
        if (entry.key && !entry.key->isMerge && entry.name == name)
            return i;
    }
    return -1;
}

const TextNode* TextNode::member(std::string_view name) const {
    const TextNode& map = resolved();
    if (map.kind != Kind::Map)
        return nullptr;
    if (const int index = map.indexOf(name); index >= 0)
        return map.entries[size_t(index)].value;
    for (const Entry& entry : map.entries) {
        if (!entry.key->isMerge)
            continue;
        for (const TextNode* brought : merged(*entry.value)) {
            if (const TextNode* found = brought->member(name))
                return found;
        }
    }
    return nullptr;
}

std::vector<std::pair<std::string, const TextNode*>> TextNode::mergedMembers() const {
    std::vector<std::pair<std::string, const TextNode*>> members;
    const auto add = [&members](const std::string& name, const TextNode* member) {
        if (std::none_of(members.begin(), members.end(),
                         [&](const auto& known) { return known.first == name; }))
            members.emplace_back(name, member);
    };
    for (const TextNode* map : merged(*this)) {
        for (const Entry& entry : map->entries) {
            if (!entry.key->isMerge)
                add(entry.name, entry.value);
        }
        for (const Entry& entry : map->entries) {
            if (!entry.key->isMerge)
                continue;
            for (const auto& [name, member] : entry.value->mergedMembers())
                add(name, member);
        }
    }
    return members;
}

std::optional<ConfigJson> TextNode::toJson() const {
    ConfigJson json;
    int budget = mostValues;
    return appendTo(json, budget) ? std::optional(std::move(json)) : std::nullopt;
}

bool TextNode::appendTo(ConfigJson& json, int& budget) const {
    if (--budget < 0)
        return false;
    const TextNode& node = resolved();
    if (node.kind == Kind::Scalar) {
        json = node.value;
        return true;
    }
    if (node.kind == Kind::Map) {
        json = ConfigJson::object();
        return node.appendMembersTo(json, budget);
    }
    json = ConfigJson::array();
    return std::all_of(node.entries.begin(), node.entries.end(), [&](const Entry& entry) {
        json.push_back(nullptr);
        return entry.value->appendTo(json.back(), budget);
    });
}

bool TextNode::appendMembersTo(ConfigJson& json, int& budget) const {
    for (const Entry& entry : entries) {
        if (!entry.key->isMerge) {
            if (!entry.value->appendTo(json[entry.name], budget))
                return false;
            continue;
        }
        for (const auto& [name, member] : entry.value->mergedMembers()) {
            // What the map itself says is stronger, wherever it stands.
            if (indexOf(name) < 0 && !json.contains(name) && !member->appendTo(json[name], budget))
                return false;
        }
    }
    return true;
}

void TextNode::countAliases(std::vector<const TextNode*>& anchored,
                            std::vector<const TextNode*>& targets) const {
    if (aliases > 0)
        anchored.push_back(this);
    if (target)
        targets.push_back(target);
    for (const Entry& entry : entries) {
        if (entry.key)
            entry.key->countAliases(anchored, targets);
        entry.value->countAliases(anchored, targets);
    }
}

bool TextNode::isSharedWithOthers() const {
    std::vector<const TextNode*> anchored;
    std::vector<const TextNode*> targets;
    countAliases(anchored, targets);
    return std::any_of(anchored.begin(), anchored.end(), [&targets](const TextNode* node) {
        return std::count(targets.begin(), targets.end(), node) < node->aliases;
    });
}

} // namespace meshwatch
