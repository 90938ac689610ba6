// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/result.h>
#include <meshwatch/messaging/messagetemplate.h>

#include <vector>

namespace meshwatch {

/// The templates of a workspace, in one JSON file. Reads and writes files: a few kilobytes, on demand only.
class MessageTemplateStore {
public:
    /// The usual place in a workspace's folder.
    [[nodiscard]] static QString fileName(const QString& workspaceFolder);
    explicit MessageTemplateStore(QString path);

    /// An absent file is an empty list. Errors: "template.read", "template.invalid" (names place and reason;
    /// the file is left as it is and save() refuses to replace it).
    [[nodiscard]] Result<void> load();
    /// Whole or not at all. Error "template.write".
    [[nodiscard]] Result<void> save() const;

    [[nodiscard]] const std::vector<MessageTemplate>& templates() const { return m_templates; }
    [[nodiscard]] const MessageTemplate* find(const QString& name) const;
    /// Adds one, or replaces the one of that name.
    void put(const MessageTemplate& messageTemplate);
    bool remove(const QString& name);

    /// Reads templates from a file of toJson()'s form; those with a known name get a number behind it. The
    /// number of templates added. Errors as load().
    [[nodiscard]] Result<int> importFrom(const QString& path);
    /// Error "template.write".
    [[nodiscard]] Result<void> exportTo(const QString& path) const;

    /// `{"version":1,"templates":[…]}`.
    [[nodiscard]] QJsonObject toJson() const;

private:
    QString m_path;
    std::vector<MessageTemplate> m_templates;
    bool m_isDamaged = false;
};

} // namespace meshwatch
