// SPDX-License-Identifier: MIT
#include "configtree.h"

#include "javascript.h"

namespace meshwatch {

namespace {

bool isContainer(const ConfigJson& value) { return value.is_object() || value.is_array(); }

/// Where `target[name]` is or is to be made; null where there is no place for it: in a plain value, or under
/// a name in a list.
struct Slot {
    ConfigJson* value = nullptr;
    bool isNew = false;
};

Slot slot(ConfigJson& target, const QString& name) {
    if (target.is_object()) {
        const std::string key = name.toStdString();
        const bool isNew = !target.contains(key);
        return {&target[key], isNew};
    }
    const auto place = target.is_array() ? javascript::index(name) : std::nullopt;
    // A list is not filled up to any place that somebody writes.
    if (!place || *place > target.size())
        return {};
    const bool isNew = *place == target.size();
    return {&target[*place], isNew};
}

/// The same without the members that a variable took away.
ConfigJson withoutUndefined(const ConfigJson& value) {
    if (!value.is_object())
        return value;
    ConfigJson kept = ConfigJson::object();
    for (auto member = value.begin(); member != value.end(); ++member) {
        if (!member->is_discarded())
            kept[member.key()] = withoutUndefined(*member);
    }
    return kept;
}

/// Where there is no place for a value it is left out.
void put(ConfigJson* target, const QString& name, ConfigJson value) {
    ConfigJson* place = target == nullptr ? nullptr : slot(*target, name).value;
    if (place != nullptr)
        *place = std::move(value);
}

/// Every object has it, without its being a member.
bool isPrototype(const QString& name) { return name == QLatin1String("__proto__"); }

} // namespace

ConfigTree::ConfigTree(const QList<std::pair<QStringList, ConfigJson>>& defaults) {
    for (const auto& [path, value] : defaults) {
        put(parent(path, true), path.last(), value);
        m_defaults.append(path);
    }
    m_touched.clear();
}

void ConfigTree::touch(const QStringList& path) {
    if (m_defaults.contains(path))
        m_touched.insert(path);
}

/// Something else stands at this path now: what is below it is no default any more.
void ConfigTree::forgetDefaults(const QStringList& path) {
    m_defaults.removeIf([&path](const QStringList& known) {
        return known.size() >= path.size() && std::equal(path.begin(), path.end(), known.begin());
    });
}

/// The value in which the last step of a path is to be put. What stands in the way of it is replaced by an
/// object: when setting, every plain value and every prototype; when merging, only what is false to
/// JavaScript.
ConfigJson* ConfigTree::parent(const QStringList& path, bool isSetting) {
    ConfigJson* target = &m_root;
    for (qsizetype i = 0; i + 1 < path.size(); ++i) {
        touch(path.first(i + 1));
        ConfigJson* next = slot(*target, path.at(i)).value;
        if (next == nullptr)
            return nullptr;
        const bool isInTheWay =
            isSetting ? !isContainer(*next) || isPrototype(path.at(i)) : !javascript::isTruthy(next);
        if (isInTheWay) {
            *next = ConfigJson::object();
            forgetDefaults(path.first(i + 1));
        }
        target = next;
    }
    touch(path);
    return target;
}

void ConfigTree::set(const QStringList& path, ConfigJson value) {
    ConfigJson* target = parent(path, true);
    if (target == nullptr || (isPrototype(path.last()) && !isContainer(value)))
        return; // a plain value is no prototype
    forgetDefaults(path);
    put(target, path.last(), std::move(value));
}

void ConfigTree::merge(const QStringList& path, const ConfigJson& value) {
    if (value.is_discarded()) {
        if (ConfigJson* target = parent(path, true); target != nullptr && target->is_object())
            target->erase(path.last().toStdString());
        return;
    }
    if (!value.is_object())
        return set(path, value);
    ConfigJson* target = parent(path, false);
    const Slot place = target == nullptr ? Slot() : slot(*target, path.last());
    if (place.value == nullptr)
        return;
    const bool isMerged = place.value->is_object() || (place.value->is_null() && !place.isNew);
    if (!isMerged && !isPrototype(path.last())) {
        *place.value = withoutUndefined(value);
        forgetDefaults(path);
        return;
    }
    for (const QString& name : javascript::names(&value))
        merge(path + name.split(QLatin1Char(':')), javascript::at(value, name));
}

void ConfigTree::mergeAll(const ConfigJson& root) {
    for (const QString& name : javascript::names(&root))
        merge(name.split(QLatin1Char(':')), javascript::at(root, name));
}

ConfigJson ConfigTree::withoutDefaults() const {
    ConfigJson root = m_root;
    for (auto path = m_defaults.crbegin(); path != m_defaults.crend(); ++path) {
        if (m_touched.contains(*path))
            continue;
        ConfigJson* holder = &root;
        for (qsizetype i = 0; i + 1 < path->size() && holder != nullptr; ++i) {
            const std::string step = path->at(i).toStdString();
            holder = holder->contains(step) ? &(*holder)[step] : nullptr;
        }
        if (holder != nullptr && holder->is_object())
            holder->erase(path->last().toStdString());
    }
    return root;
}

} // namespace meshwatch
