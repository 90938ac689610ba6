// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/configjson.h>

#include <QSet>
#include <QStringList>

namespace meshwatch {

/// A tree of settings as the Connector's configuration library keeps it: values are set by path, and objects
/// are merged into what is there. What is merged into an object that exists is taken apart at each `:` in a
/// name; what comes where nothing is stays as it is (Connector reference, webhook verdicts).
class ConfigTree {
public:
    ConfigTree() = default;
    /// These values stand there from the beginning.
    explicit ConfigTree(const QList<std::pair<QStringList, ConfigJson>>& defaults);

    /// A discarded value is JavaScript's `undefined`; merged, it takes away what is there.
    void set(const QStringList& path, ConfigJson value);
    void merge(const QStringList& path, const ConfigJson& value);
    /// Members of the root, one after the other.
    void mergeAll(const ConfigJson& root);
    /// All of it, defaults too.
    [[nodiscard]] const ConfigJson& root() const { return m_root; }
    /// Without the defaults that nothing was put into.
    [[nodiscard]] ConfigJson withoutDefaults() const;

private:
    [[nodiscard]] ConfigJson* parent(const QStringList& path, bool isSetting);
    void touch(const QStringList& path);
    void forgetDefaults(const QStringList& path);

    QList<QStringList> m_defaults;
    QSet<QStringList> m_touched;
    ConfigJson m_root = ConfigJson::object();
};

} // namespace meshwatch
