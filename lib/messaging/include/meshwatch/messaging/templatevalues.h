// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/attribute.h>

#include <QDateTime>
#include <QHash>
#include <QStringList>

#include <vector>

namespace meshwatch {

/// What the variables of a MessageTemplate stand for.
class TemplateValues {
public:
    TemplateValues() = default;
    /// `{{now}}`, `{{date}}`, `{{time}}` in the user's locale, and `{{connection}}`.
    TemplateValues(const QDateTime& now, const QString& connection);

    /// `{{peer.DisplayName}}`, `{{peer.StreetAddress.city}}`, … of what the peer shared, and `{{peer.name}}`,
    /// `{{peer.address}}`. Of several attributes of one type the first counts.
    void addPeer(const QString& address, const std::vector<connector::Attribute>& shared);
    /// `{{me.DisplayName}}`, … of our own identity attributes.
    void addOwn(const std::vector<connector::Attribute>& own);
    void set(const QString& name, const QString& value) { m_values.insert(name, value); }

    [[nodiscard]] bool contains(const QString& name) const { return m_values.contains(name); }
    [[nodiscard]] QString value(const QString& name) const { return m_values.value(name); }
    /// Sorted, without braces.
    [[nodiscard]] QStringList names() const;

private:
    void add(const QString& prefix, const std::vector<connector::Attribute>& attributes);

    QHash<QString, QString> m_values;
};

} // namespace meshwatch
